"""Plain text to blocks: headings, paragraphs, and the furniture that was copied along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from curriculum.reading import furniture
from curriculum.reading.types import Block, BlockKind, Span

_LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BULLET: Final = re.compile(r"\s*(?:[•‣⁃◦▪●*–—-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)")
_TERMINAL: Final = re.compile(r"[.!?…:;,][\"'”’)\]]*$|[\"”]$")
_WIDEST: Final = 120  # characters; nobody wraps by hand at more
_NARROWEST: Final = 40
_HEADING: Final = 110  # characters
_EDGE: Final = 6  # blocks from the top or the bottom
_LINK: Final = 130  # characters of a headline in a list of links


def split(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order; every non-blank line lies in exactly one.

    A heading leads to something: short lines after all paragraphs are a signature, not headings.
    """
    spans = _paragraphs(text)
    reasons = _reasons(text, spans)
    words = [at for at, reason in enumerate(reasons) if not reason]
    told = max((at for at in words if not _is_heading(spans[at].of(text), first=False)), default=-1)
    first = words[0] if len(words) > 1 else -1  # the title of a text, whatever follows it
    found: list[Block] = []
    for at, (span, reason) in enumerate(zip(spans, reasons, strict=True)):
        if reason:
            kind = BlockKind.FURNITURE
        elif (at < told or at == first) and _is_heading(span.of(text), first=not found):
            kind = BlockKind.HEADING
        else:
            kind = BlockKind.PARAGRAPH
        found.append(Block(kind, span.start, span.end, reason))
    return tuple(found)


def headline(blocks: tuple[Block, ...]) -> Span | None:
    """The heading that stands before the first paragraph, if one does."""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            return block.span
        if block.kind is BlockKind.PARAGRAPH:
            return None
    return None


def _paragraphs(text: str) -> list[Span]:
    """One span a paragraph: a line each, unless the text was wrapped by hand."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    spans: list[Span] = []
    for line in lines:
        if spans and width and _continues(text, spans[-1], line, width):
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(line)
    return spans


def _lines(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words[0])
            yield Span(start, start + len(words))


def _wrap_width(text: str, lines: list[Span]) -> int:
    """How wide the text was wrapped by hand; 0 when its lines are paragraphs.

    In wrapped text the first word of a line would not have fitted on the line before. A group
    of short lines, such as the head of an e-mail or a signature, says nothing about the rest.
    """
    groups = _groups(text, lines)
    sizes = [line.end - line.start for group in groups for line in group if len(group) > 1]
    if len(sizes) < 3 or sum(size > _WIDEST for size in sizes) > len(sizes) // 20:
        return 0
    width = max(size for size in sizes if size <= _WIDEST)
    long = [group for group in groups if max(a.end - a.start for a in group) > 0.75 * width]
    pairs = [pair for group in long for pair in pairwise(group)]
    if len(pairs) < 2:
        return 0
    fits = sum(_full(text, a, b, width) for a, b in pairs)
    carried = sum(text[b.start].islower() for _, b in pairs)  # sentences run on over the line
    wrapped = fits >= 0.7 * len(pairs) and carried >= 0.25 * len(pairs)
    return width if width >= _NARROWEST and wrapped else 0


def _groups(text: str, lines: list[Span]) -> list[list[Span]]:
    """The lines that stand together, without a blank line between them."""
    groups: list[list[Span]] = []
    for line in lines:
        if groups and _adjacent(text, groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _adjacent(text: str, line: Span, following: Span) -> bool:
    return text.count("\n", line.end, following.start) == 1


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    first = text[following.start : following.end].split(None, 1)[0]
    start = text.rfind("\n", 0, line.end) + 1
    return line.end - max(start, line.start) + 1 + len(first) > width - max(3, width // 10)


def _continues(text: str, paragraph: Span, line: Span, width: int) -> bool:
    """Whether a line of wrapped text goes on with the paragraph before it."""
    if not _adjacent(text, paragraph, line) or _BULLET.match(text, line.start, line.end):
        return False
    return _full(text, paragraph, line, width)


def _reasons(text: str, spans: list[Span]) -> list[str]:
    """Why each block is furniture; an empty string for what is not."""
    reasons: list[str] = []
    links = ""  # the reason of the list of links that we are in
    for at, span in enumerate(spans):
        words = span.of(text)
        rule = furniture.match(words, edge=at < _EDGE or at >= len(spans) - _EDGE)
        if rule:
            links = rule.why if rule.name == "more" else links
        elif 2 * at < len(spans) or len(words) > _LINK or _TERMINAL.search(words):
            links = ""
        reasons.append(rule.why if rule else links)
    return reasons


def _is_heading(words: str, *, first: bool) -> bool:
    """A short line that does not end as a sentence does, or a title before everything else."""
    if len(words) > _HEADING or "\n" in words or _BULLET.match(words) or words[0].islower():
        return False
    if not _TERMINAL.search(words):
        return True
    return words[-1] in "?!.”\"’'" and (first or words[-1] == "?") and _is_title(words)


def _is_title(words: str) -> bool:
    """Whether the Longer Words Begin With Capitals."""
    longer = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
