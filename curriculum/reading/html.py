"""A web page to a Document: trafilatura finds the article."""

from __future__ import annotations

from curriculum.reading.layout import Piece, assemble
from curriculum.reading.problems import problem
from curriculum.reading.types import BlockKind, Document, Metadata, Problem


def extract(page: str, *, url: str = "") -> Document | Problem:
    """The article of a page."""
    from trafilatura import bare_extraction

    found = bare_extraction(page, url=url or None, include_comments=False, with_metadata=True)
    if found is None or not found.text:
        return problem("unreadable-page")
    pieces = [Piece(BlockKind.PARAGRAPH, line) for line in found.text.split("\n")]
    metadata = Metadata(
        title=found.title or "",
        author=found.author or "",
        published=found.date or "",
        publisher=found.sitename or "",
        url=url or found.url or "",
    )
    return assemble(pieces, form="html", metadata=metadata)
