"""Quotation marks: curly, straight, doubled single, missing, and carried across paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from curriculum.reading.types import Block, BlockKind, Span

_MARK = re.compile(r"[“”„«»\"]|''|``|(?<![^\W_])[‘'](?=[^\W_]|[“\"])|[’'](?![^\W_])")
_OPENING, _CLOSING = "“„«``", "”»"
_SINGLE = "‘’'"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words between two quotation marks, marks included."""

    start: int
    end: int
    closed: bool = True  # False: the mark is missing and the quotation runs to the paragraph's end
    carried: bool = False  # True: it carries on a quotation that the paragraph before left open

    @property
    def span(self) -> Span:
        """Where the quotation lies."""
        return Span(self.start, self.end)


def find(text: str, blocks: tuple[Block, ...]) -> list[Quote]:
    """The outermost quotations of the body, in order; inner marks belong to the outer quotation."""
    found: list[Quote] = []
    open_before = False
    for block in blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        here = _in_paragraph(text, block.start, block.end)
        if here and open_before and here[0].start == block.start:
            here[0] = Quote(here[0].start, here[0].end, here[0].closed, carried=True)
        found += here
        open_before = bool(here) and not here[-1].closed
    return found


def _in_paragraph(text: str, start: int, end: int) -> list[Quote]:
    marks = list(_MARK.finditer(text, start, end))
    doubles = [m for m in marks if m.group() not in _SINGLE]
    return _paired(text, doubles, end) if doubles else _singles(text, marks)


def _paired(text: str, marks: list[re.Match[str]], end: int) -> list[Quote]:
    """Pair double marks, the outermost first; a second opening mark of the same kind reopens."""
    found: list[Quote] = []
    opened: re.Match[str] | None = None
    for mark in marks:
        sign = mark.group()
        if opened is None:
            if sign not in _CLOSING:
                opened = mark
        elif _closes(
            sign,
            opened.group(),
            wrong=text[mark.start() - 1] in ",.?!"
            and not text[mark.end() : mark.end() + 1].isalnum(),
        ):
            found.append(Quote(opened.start(), mark.end()))
            opened = None
    if opened is not None and text[opened.end() : end].strip():
        found.append(Quote(opened.start(), end, closed=False))
    return found


def _closes(sign: str, opening: str, *, wrong: bool) -> bool:
    """Whether a mark ends a quotation that began with ``opening``; ``wrong``: an opening mark that
    stands where only a closing one can."""
    if sign == "“" and opening == "“":
        return wrong
    if sign in _CLOSING:
        return opening in _OPENING or opening == '"'
    return sign == '"' if opening in ('"', "“") else sign == "''" and opening in ("''", "``")


def _singles(text: str, marks: list[re.Match[str]]) -> list[Quote]:
    """Single marks count only where the closing one follows a stop, or pairs beyond doubt."""
    found: list[Quote] = []
    opened = -1
    for mark in marks:
        opens = text[mark.end() : mark.end() + 1].isalnum()
        if opened < 0:
            opened = mark.start() if opens else -1
        elif not opens and _ends_single(text, opened, mark):
            found.append(Quote(opened, mark.end()))
            opened = -1
    return found


def _ends_single(text: str, opened: int, mark: re.Match[str]) -> bool:
    """Whether a single mark closes a quotation rather than drops a letter or owns a plural."""
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    if before == "s" and after not in (",", ".", ";"):
        return False
    return before in ",.?!…" or text[opened] == "‘"
