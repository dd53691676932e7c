"""A Word file to a Document: mammoth makes HTML of it, whose elements become blocks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from curriculum.reading.layout import Piece, assemble
from curriculum.reading.problems import problem
from curriculum.reading.types import BlockKind, Document, Metadata, Problem

MAX_UNPACKED: Final = 60_000_000  # bytes; ten megabytes of Word file unpack to far less
MAX_PARTS: Final = 2_000
_HEADING: Final = 110  # characters
_BODY: Final = "word/document.xml"
_PROPERTY: Final = re.compile(rb"<dc:(title|creator)[^>]{0,200}>([^<]{1,500})<")


def extract(data: bytes) -> Document | Problem:
    """The words of a Word file."""
    import mammoth
    from lxml import html as lxml_html

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            refusal = _refusal(archive)
            if refusal:
                return problem(refusal)
            metadata = _metadata(archive)
        page = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(lambda picture: {})
        ).value
    except MemoryError:
        raise  # the file is not to blame
    except Exception:  # a damaged file makes a parser raise anything at all
        return problem("broken")
    if not page.strip():
        return problem("empty")
    tree = lxml_html.fragment_fromstring(page, create_parent="div")
    return assemble(_pieces(tree), form="docx", metadata=metadata)


def _refusal(archive: zipfile.ZipFile) -> str:
    """Why this archive is not opened: a bomb, or no Word file at all."""
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        return "too-hard"
    return "" if _BODY in archive.namelist() else "unsupported"


def _metadata(archive: zipfile.ZipFile) -> Metadata:
    if "docProps/core.xml" not in archive.namelist():
        return Metadata()
    with archive.open("docProps/core.xml") as part:
        found = _PROPERTY.findall(part.read(100_000))
    said = {name: unescape(value.decode("utf-8", "replace")).strip() for name, value in found}
    return Metadata(title=said.get(b"title", ""), author=said.get(b"creator", ""))


def _pieces(tree: Any) -> Iterator[Piece]:
    for element in tree.iter("p", "li", "h1", "h2", "h3", "h4", "h5", "h6"):
        if element.tag == "li" and element.find("p") is not None:
            continue  # its paragraphs come by themselves
        yield Piece(_words(element), BlockKind.HEADING if _is_heading(element) else None)


def _words(element: Any) -> str:
    """The words of an element, those of lists inside it left to themselves."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "br":
            parts.append(" ")
        elif child.tag not in ("ul", "ol"):
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _is_heading(element: Any) -> bool:
    """Whether it is styled as a heading, or is one short line all in bold."""
    if element.tag.startswith("h"):
        return True
    words = "".join(element.itertext()).strip()
    bold = "".join("".join(part.itertext()) for part in element.findall("strong")).strip()
    return bool(words) and words == bold and len(words) <= _HEADING and words[-1] not in ".,;"
