"""A Word file to a Document: mammoth makes HTML of it, whose elements become blocks."""

from __future__ import annotations

import io
import zipfile

from curriculum.reading.layout import Piece, assemble
from curriculum.reading.problems import problem
from curriculum.reading.types import BlockKind, Document, Metadata, Problem


def extract(data: bytes) -> Document | Problem:
    """The words of a Word file."""
    import mammoth
    from lxml import html as lxml_html

    try:
        page = mammoth.convert_to_html(io.BytesIO(data)).value
    except (zipfile.BadZipFile, KeyError, ValueError):
        return problem("broken")
    if not page.strip():
        return problem("empty")
    pieces = [
        Piece(
            BlockKind.HEADING if element.tag.startswith("h") else BlockKind.PARAGRAPH,
            element.text_content(),
        )
        for element in lxml_html.fragment_fromstring(page, create_parent="div").iter(
            "p", "li", "h1", "h2", "h3", "h4", "h5", "h6"
        )
    ]
    return assemble(pieces, form="docx", metadata=Metadata())
