"""A PDF file to a Document: pypdf reads the words, we rebuild the paragraphs."""

from __future__ import annotations

import io

from curriculum.reading.layout import Piece, assemble
from curriculum.reading.problems import MAX_PAGES, problem
from curriculum.reading.types import BlockKind, Document, Metadata, Problem


def extract(data: bytes) -> Document | Problem:
    """The words of a PDF."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return problem("encrypted")
        if len(reader.pages) > MAX_PAGES:
            return problem("too-many-pages")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return problem("broken")
    if not any(page.strip() for page in pages):
        return problem("scanned")
    pieces = [Piece(BlockKind.PARAGRAPH, part) for page in pages for part in page.split("\n\n")]
    return assemble(pieces, form="pdf", metadata=Metadata())
