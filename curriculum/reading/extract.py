"""Bytes to a Document: what kind of file it is, and the reader that knows that kind."""

from __future__ import annotations

import re
from typing import Final

from curriculum.reading import blocks, encoding
from curriculum.reading.layout import plain
from curriculum.reading.problems import MAX_BYTES, MAX_CHARACTERS, problem
from curriculum.reading.types import Document, Metadata, Problem

_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(rb"<(?:p|div|h[1-6]|article|br|a|span)\b", re.IGNORECASE)


def extract(
    data: bytes, *, filename: str = "", content_type: str = "", url: str = ""
) -> Document | Problem:
    """The Document in a file or page, or the Problem that stands in the way."""
    if len(data) > MAX_BYTES:
        return problem("too-large")
    if not data.strip():
        return problem("empty")
    form = recognise(data, filename=filename, content_type=content_type)
    if isinstance(form, Problem):
        return form
    if form == "pdf":
        from curriculum.reading import pdf

        return pdf.extract(data)
    if form == "docx":
        from curriculum.reading import docx

        return docx.extract(data)
    return _from_text(encoding.decode(data, content_type=content_type), form, url)


def recognise(data: bytes, *, filename: str = "", content_type: str = "") -> str | Problem:
    """The kind of file: by its first bytes; the name and the header only settle plain text."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data else problem("unsupported")
    if data.startswith(_OLE):
        return problem("old-word")
    if data.startswith(_PICTURES) or data[8:12] == b"WEBP":
        return problem("picture")
    if data.startswith(b"{\\rtf") or (b"\x00" in data[:8192] and not data.startswith(_UTF16)):
        return problem("unsupported")
    return _kind_of_text(data, filename.lower(), content_type.lower())


def _kind_of_text(data: bytes, filename: str, content_type: str) -> str:
    if _HTML.match(data):
        return "html"
    named = filename.endswith((".html", ".htm", ".xhtml")) or "html" in content_type
    if named and _TAG.search(data):
        return "html"
    if filename.endswith((".md", ".markdown")) or "markdown" in content_type:
        return "markdown"
    return "text"


def _from_text(text: str, form: str, url: str) -> Document | Problem:
    if form == "html":
        from curriculum.reading import html

        return html.extract(text, url=url)
    text = plain(text)
    if not text.strip():
        return problem("empty")
    if len(text) > MAX_CHARACTERS:
        return problem("too-long")
    if form == "markdown":
        from curriculum.reading import markdown

        return markdown.extract(text)
    return Document(text, blocks.split(text), metadata=Metadata(url=url))
