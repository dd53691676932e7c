"""Blocks to sentences: every stop is a candidate, and its neighbours decide.

One pass over the stops, each judged from the word before and the word after: linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from curriculum.reading.types import Block, BlockKind, Sentence, Span

_FOLDER: Final = Path(__file__).parent / "lexicons"
_REACH: Final = 40  # characters: no abbreviation is longer
_CLOSERS: Final = "\"'”’»)\\]*_"
# A stop, what closes after it, and footnote marks. Possessive, and only from the start of a run:
# so a megabyte of dots is read once.
_STOP: Final = re.compile(
    rf"(?<![.!?…])(?:(?:\.[ \u00a0]){{2,4}}\.|[.!?…؟۔।]++)[{_CLOSERS}]*+"
    r"(?:\s?\[\w{1,3}\]){0,9}+(?=\s)"
    rf"|[。！？]++[{_CLOSERS}」』]*+"
    r"|(?<=[a-z]{2})[.!?][”\"’)]*+(?=[A-Z“][\w’])"  # glued together: "the end.The next"
)
_NEXT: Final = re.compile(r"\s*([\"'“‘«(\[`*_]*)(\w[\w’'-]{0,40}|\S)")
_MARKER: Final = re.compile(r"[•⁃*\s]*\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\.?\)?\.?")
_ITEM: Final = re.compile(r"(?<!\S)(?:[•⁃]\s?)?\(?(\d{1,2}|[a-z])(?:\.\)|[.)])\s?(?=\S)")
_SAID: Final = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|the|a|an|his|her|their|one)\s+){1,4}"
    r"(?:said|says|asked|asks|wrote|writes|added|adds|replied|shouted|cried|wondered|exclaimed"
    r"|demanded|yelled|screamed|recalled|explained|continued|tweeted|joked|told)\b"
)
_DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_CLOCK_GOES_ON: Final = frozenset(
    {"EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "GMT", "UTC"}
    | {"BST", "CET", "Eastern", "Central", "Mountain", "Pacific", "London", "Monday", "Tuesday"}
    | {"Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March"}
    | {"April", "June", "July", "August", "September", "October", "November", "December"}
)


def split(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """The sentences of the headings and paragraphs, bare of judgement, in order."""
    return tuple(
        Sentence(span.start, span.end, index)
        for index, block in enumerate(blocks)
        if block.kind is not BlockKind.FURNITURE
        for span in within(text, block.start, block.end)
    )


def within(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one stretch of text, without the white space around them."""
    for until in [*_items(text, start, end), end]:
        for stop in [*_boundaries(text, start, until), until]:
            words = text[start:stop]
            bare = words.strip()
            if bare:
                begin = start + len(words) - len(words.lstrip())
                yield Span(begin, begin + len(bare))
            start = stop


def _boundaries(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end, in order; the end of the stretch itself is left out."""
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, start, stop, end):
            start = stop.end()
            yield start


def _items(text: str, start: int, end: int) -> list[int]:
    """Where the second and later items begin, in a line that counts: "1. … 2. …", "a) … b) …"."""
    first = _ITEM.match(text, start, end)
    if not first:
        return []
    found, last = [], first.group(1)
    for item in _ITEM.finditer(text, first.end(), end):
        if item.group(1) == _following(last):
            found.append(item.start())
            last = item.group(1)
    return found


def _following(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether the sentence that began at ``begin`` ends with this stop."""
    mark = stop.group()
    if mark[0] in "。！？":
        return True
    following = _NEXT.match(text, stop.end(), end)
    if not following:
        return False
    opening, word = following.groups()
    if word[0].islower() and word.islower():
        return False
    if word[0] in ".…,;:)-–—":
        return False
    if stop.end() - begin < 12 and _MARKER.fullmatch(text, begin, stop.end()):
        return False  # the "2." of a list
    if not text[stop.end()].isspace():
        return word in _starters()
    if mark.startswith(("..", "…", ". .", ".\u00a0.")):
        return _ends_after_dots(text, stop)
    if "?" in mark or "!" in mark:
        return not (opening[:1] == "(" or _speaker_follows(text, mark, following))
    return _ends_after_period(text, begin, stop, following)


def _ends_after_dots(text: str, stop: re.Match[str]) -> bool:
    """Four dots end a sentence; three do, when they are attached to the word before."""
    mark = stop.group()
    attached = not text[stop.start() - 1 : stop.start()].isspace() and " " not in mark
    return "]" not in mark and (mark.count(".") > 3 or attached)


def _speaker_follows(text: str, mark: str, following: re.Match[str]) -> bool:
    """Whether a quoted question or cry is followed by who uttered it: "Is it?" Anna asked."""
    quoted = mark[-1] in "\"'”’»"
    return quoted and not following.group(1) and bool(_SAID.match(text, following.start(2)))


def _ends_after_period(
    text: str, begin: int, stop: re.Match[str], following: re.Match[str]
) -> bool:
    """Whether a full stop is one, or belongs to an abbreviation."""
    opening, word = following.groups()
    token = _token(text, begin, stop.start())
    low = token.lower()
    kind = _abbreviations().get(low, "")
    initial = len(word) == 1 and text[following.end() : following.end() + 1] == "."
    starts = word in _starters() and not initial
    if kind in ("month", "place") and not token[0].isupper():
        kind = ""
    if kind in ("title", "inner"):
        return False
    if kind in ("number", "month"):
        return not word[0].isdigit() and (len(token) > 1 or starts)
    if kind == "hour":
        return word not in _CLOCK_GOES_ON and text.count(" ", begin, stop.start()) > 3
    if kind or (len(token) == 1 and token.isalpha()) or _DOTTED.fullmatch(token):
        return starts or (bool(opening) and opening[0] in "\"“‘'")
    return True


def _token(text: str, begin: int, stop: int) -> str:
    """The word that a stop is attached to, without what opens before it."""
    words = text[max(begin, stop - _REACH) : stop].split()
    return words[-1].lstrip("([\"'“‘«*_") if words and not text[stop - 1].isspace() else ""


@cache
def _abbreviations() -> dict[str, str]:
    """Each abbreviation and its kind."""
    found: dict[str, str] = {}
    kind = ""
    for line in _lines("abbreviations.txt"):
        if line.startswith("["):
            kind = line.strip("[]")
        else:
            found.update(dict.fromkeys(line.split(), kind))
    return found


@cache
def _starters() -> frozenset[str]:
    """Words that begin a sentence when a capital stands inside a text, with that capital."""
    words = " ".join(_lines("starters.txt")).split()
    return frozenset(form for word in words for form in (word.capitalize(), word.upper()))


def _lines(name: str) -> Iterator[str]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        bare = line.partition("#")[0].strip()
        if bare:
            yield bare
