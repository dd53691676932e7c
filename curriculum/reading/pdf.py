"""A PDF file to a Document: pypdf reads the lines, we rebuild the paragraphs."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from curriculum.reading.layout import Piece, assemble, plain
from curriculum.reading.problems import MAX_PAGES, problem
from curriculum.reading.types import BlockKind, Document, Metadata, Problem

if TYPE_CHECKING:
    from pypdf import PdfReader

_EDGE: Final = 2  # lines at the head and at the foot of a page that may repeat
_RUNNING: Final = "Repeats at the head or foot of every page. It is not part of the text."
_PAGE_NUMBER: Final = re.compile(r"(?:page\s+)?[–—-]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[–—-]?"
                                 r"(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)  # fmt: skip
# The lines that a browser prints around a page: when it was printed, and its address. The page
# number may stand on either, and the title of the page behind the date.
_PRINTED_LINES: Final = 4  # of one page, where they may stand at its head or its foot
_PRINTED: Final = "The browser printed this line around the page. It is not part of the text."
_PRINT_DATE: Final = re.compile(
    r"(?:\d{1,3} of \d{1,3}\s{1,20})?(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d\d-\d\d)"
    r",?\s\d{1,2}:\d\d(?:\s[AaPp]\.?[Mm]\b\.?)?(?:\s.{0,200})?"
)
_PRINT_ADDRESS: Final = re.compile(
    r"(?:(.{1,200})\s)?((?:https?|file)://\S{1,300})(?:\s\d{1,4}\s?(?:/|of)\s?\d{1,4})?"
)
_DIGITS: Final = re.compile(r"\d+")
_ENDS: Final = re.compile(r"[.!?…:][\"'”’)\]]*$")
_BROKEN_WORD: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010]$")
_LONGEST_WORD: Final = 80  # looking back further, line after line, adds up
_COMPOUND: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]+-[^\W\d_]+")
_FILE_NAME: Final = re.compile(r"\.\w{2,4}$|^microsoft word|^untitled|^slide \d", re.IGNORECASE)


def extract(data: bytes) -> Document | Problem:
    """The words of a PDF."""
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return problem("encrypted")
        if len(reader.pages) > MAX_PAGES:
            return problem("too-many-pages")
        pages = [_lines(page.extract_text()) for page in reader.pages]
        if not any(chain.from_iterable(pages)):
            return problem("scanned" if _has_pictures(reader) else "empty")
        metadata = _metadata(reader)
    except MemoryError:
        raise  # the file is not to blame
    except Exception:  # a damaged file makes a parser raise anything at all
        return problem("broken")
    return assemble(_pieces(pages, metadata.title), form="pdf", metadata=metadata)


def _lines(page: str) -> list[str]:
    return [line.strip() for line in plain(page).split("\n")]


def _has_pictures(reader: PdfReader) -> bool:
    resources: list[Any] = [page.get("/Resources") for page in reader.pages]
    return any("/XObject" in found.get_object() for found in resources if found is not None)


def _metadata(reader: PdfReader) -> Metadata:
    """Title and author, unless a program filled them in by itself."""
    said = reader.metadata
    title = str(said.title or "").strip() if said else ""
    author = str(said.author or "").strip() if said else ""
    return Metadata(title="" if _FILE_NAME.search(title) else title, author=author)


def _pieces(pages: list[list[str]], title: str) -> Iterator[Piece]:
    running = _running(pages)
    body: list[str] = []
    aside: dict[str, Piece] = {}  # in order, each once
    for page in pages:
        edges = _edges(page, _EDGE)
        printed = _printed(page, title)
        for at, line in enumerate(page):
            if at in printed:
                aside.setdefault(printed[at], Piece(printed[at], BlockKind.FURNITURE, _PRINTED))
            elif at in edges and (_PAGE_NUMBER.fullmatch(line) or _shape(line) in running):
                shape = _shape(line)
                aside.setdefault(shape, Piece(shape, BlockKind.FURNITURE, _RUNNING))
            else:
                body.append(line)
    yield from (Piece(words) for words in _paragraphs(body))
    yield from aside.values()


def _edges(page: list[str], many: int) -> set[int]:
    """Which lines of a page stand at its head or foot."""
    filled = [at for at, line in enumerate(page) if line]
    return {*filled[:many], *filled[-many:]}


def _printed(page: list[str], title: str) -> dict[int, str]:
    """The lines that a browser printed around a page, each without its page number.

    Its title and its page number may stand on lines of their own: they count beside a date or an
    address only, since a heading of the text may say the same.
    """
    edges = sorted(_edges(page, _PRINTED_LINES))
    found: dict[int, str] = {}
    for at in edges:
        address = _PRINT_ADDRESS.fullmatch(page[at])
        if address and address.group(1) in (None, title):
            found[at] = address.group(2)
        elif _PRINT_DATE.fullmatch(page[at]):
            found[at] = page[at]
    for at in edges:
        beside = at not in found and (at - 1 in found or at + 1 in found)
        if beside and (_PAGE_NUMBER.fullmatch(page[at]) or (title and page[at] == title)):
            found[at] = page[at] if page[at] == title else _shape(page[at])
    return found


def _shape(line: str) -> str:
    """A line without its numbers, so that "Page 3" and "Page 4" are one."""
    return _DIGITS.sub("#", line)


def _shapes(page: list[str]) -> set[str]:
    return {_shape(page[at]) for at in _edges(page, _EDGE)}


def _running(pages: list[list[str]]) -> set[str]:
    """The lines that most pages have at head or foot; two pages are too few to tell."""
    if len(pages) < 3:
        return set()
    found = Counter(shape for page in pages for shape in _shapes(page))
    return {shape for shape, times in found.items() if times > len(pages) / 2}


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines to paragraphs: a line that stops short of the margin ends one."""
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    compounds = frozenset(chain.from_iterable(_COMPOUND.findall(line.lower()) for line in lines))
    words = last = ""
    for line in lines:
        if words and (not line or _breaks(last, line, width)):
            yield words
            words = ""
        words, last = _joined(words, line, compounds), line
    if words:
        yield words


def _breaks(last: str, line: str, width: int) -> bool:
    """Whether a paragraph ends between these two lines."""
    room = len(last) + len(line.split(None, 1)[0]) < 0.8 * width
    if line[0].islower() and not _ENDS.search(last):
        return False
    heads = len(line) < 0.7 * width and not _ENDS.search(line) and line[0].isupper()
    return room or (heads and bool(_ENDS.search(last)) and len(line) < 0.5 * width)


def _joined(words: str, line: str, compounds: frozenset[str]) -> str:
    """A line added to its paragraph; a word broken at the margin becomes one again."""
    broken = _BROKEN_WORD.search(words, max(0, len(words) - _LONGEST_WORD))
    if not words or not broken or not line[:1].islower():
        return f"{words} {line}".strip()
    compound = f"{broken.group(1)}-{re.split(r'[^a-z]', line, maxsplit=1)[0]}".lower()
    return words + line if compound in compounds else words[:-1] + line
