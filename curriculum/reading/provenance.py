"""How a copy reached us: byline, date, publisher, contact, what is missing, what looks odd.

Only what follows from the page itself is said. No site is named, and none is blamed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from curriculum.reading import furniture
from curriculum.reading.types import Block, BlockKind, Document, Provenance, Signal

# What a careful publisher shows, in the order in which a reader would look for it.
EXPECTED: Final = ("byline", "date", "publisher", "contact", "link")

_MOST: Final = 4  # signals of one kind
_EDGE: Final = 6  # blocks from the top or the bottom
_MOBILE: Final = re.compile(
    r"exit mobile version|open in app|desktop (?:version|site)", re.IGNORECASE
)
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})*")
_PHONE: Final = re.compile(r"(?:\+|\b0)\d[\d ()-]{6,18}\d\b")
_WEB: Final = re.compile(r"(?:https?://|www\.)[^\s)>\]]{3,200}")
_DATELINE: Final = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?:[ ,]+[A-Z][A-Za-z.’'-]+){0,5})"
    r"(?:,\s+[A-Z][a-z]+\.?\s+\d{1,2})?\s*(?:\([A-Z][\w .,]{1,30}\))?\s+[–—-]{1,2}\s+(?=[A-Z\"“])"
)
_CORRECTION: Final = re.compile(
    r"(?:correction|clarification|editor[’']?s[’']? note|update|corrected)\b[^:–—\n]{0,40}[:–—]"
    r"|(?:this|an earlier version of this) (?:article|story|report|post)\b.{0,80}?"
    r"\b(?:was|has been|is) (?:corrected|updated|amended|revised|incorrect)",
    re.IGNORECASE,
)
_PUBLISHED_BY: Final = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[–-]\s*\d{4})?)?,?\s*(?:by\s+)?"
    r"([A-Z][\w&.’' -]{1,50}?)(?=[.,|]|\s*all rights|$)",
    re.IGNORECASE,
)
_GLUED: Final = re.compile(
    r"(?<=[a-z][.!?”\"])(?:Share(?: this)?|Advertisement|Read more|Subscribe|Sign up|Related|Tweet)"
    r"(?=[A-Z:.]|$)|\bAdvertisement(?=[A-Z])"
)
_NOTES: Final = {
    "byline": "Somebody puts a name to this text. You can look up what else they have written.",
    "dateline": "It says where the report was written.",
    "date": "It tells when the page appeared; things may have changed since.",
    "publisher": "It tells who stands behind the text.",
    "contact": "It gives a way to ask the publisher, or to tell them about a mistake.",
    "corrections": "The publisher says openly what was changed.",
    "link": "You can open it and compare this copy with the page.",
    "share": "The label of a share button: this text was copied from a web page.",
}
# What a reader is left without, for each thing that a copy does not show.
LACKING: Final = {
    "byline": "nobody answers for the text by name",
    "date": "you cannot tell how old it is, or what has changed since",
    "publisher": "you cannot tell who stands behind it",
    "contact": "there is nobody to ask, or to tell about a mistake",
    "link": "you cannot compare this copy with the page it came from",
}
_MAIL_NOTE: Final = (
    "An e-mail address without its ending (such as .org or .com): {}. Nobody can write to it."
)
_MOBILE_NOTE: Final = "“{}” is the link of a mobile page: this copy came from one."
_GLUED_NOTE: Final = (
    "Words of the page’s furniture are stuck to the text: it was copied by machine."
)


def trace(document: Document) -> Provenance:
    """The signals that the document carries, those it lacks, and those that look wrong."""
    signals = _once([*_from_metadata(document), *_from_blocks(document)])
    present = {signal.kind for signal in signals}
    missing = tuple(kind for kind in EXPECTED if kind not in present)
    return Provenance(signals, missing, tuple(_odd(document)))


def _signal(kind: str, words: str, start: int | None = None, note: str = "") -> Signal:
    end = None if start is None else start + len(words)
    return Signal(kind, words, note or _NOTES.get(kind, ""), start, end)


def _once(signals: list[Signal]) -> tuple[Signal, ...]:
    """Each thing said once, and no kind without end: lists of links are full of dates."""
    found: dict[tuple[str, str], Signal] = {}
    kinds: Counter[str] = Counter()
    for signal in sorted(signals, key=lambda s: s.start is None):
        key = (signal.kind, signal.text.casefold())
        placeless = signal.start is None
        if key not in found and (placeless or kinds[signal.kind] < _MOST):
            kinds[signal.kind] += 1
            found[key] = signal
    return tuple(sorted(found.values(), key=lambda s: (s.start is None, s.start or 0)))


def _from_metadata(document: Document) -> Iterator[Signal]:
    said = document.metadata
    for kind, words in (
        ("byline", said.author),
        ("date", said.published),
        ("publisher", said.publisher),
        ("link", said.url),
    ):
        if words:
            yield _signal(kind, words)


def _from_blocks(document: Document) -> Iterator[Signal]:
    seen_paragraph = False
    for at, block in enumerate(document.blocks):
        words = block.span.of(document.text)
        edge = at < _EDGE or at >= len(document.blocks) - _EDGE
        if block.kind is BlockKind.FURNITURE:
            yield from _from_furniture(words, block)
        elif block.kind is BlockKind.PARAGRAPH:
            dateline = None if seen_paragraph else _DATELINE.match(words)
            if dateline:
                yield _signal("dateline", dateline.group().rstrip(" –—-"), block.start)
            seen_paragraph = True
            if edge and _CORRECTION.match(words):
                yield _signal("corrections", words, block.start)
            if edge and len(words) < furniture.LONGEST:
                yield from _contacts(words, block.start)


def _from_furniture(words: str, block: Block) -> Iterator[Signal]:
    rule = furniture.match(words, edge=True)
    name = rule.name if rule else ""
    if name in ("byline", "date", "share", "contact"):
        yield _signal(name, words, block.start)
    elif name in ("link", "origin", "source"):
        web = _WEB.search(words)
        yield _signal("link" if web else "publisher", words, block.start)
    elif name == "copyright":
        owner = _PUBLISHED_BY.search(words)
        if owner:
            yield _signal("publisher", owner.group(1).strip(), block.start + owner.start(1))
    else:
        yield from _contacts(words, block.start)


def _contacts(words: str, start: int) -> Iterator[Signal]:
    for found in (*_MAIL.finditer(words), *_PHONE.finditer(words)):
        yield _signal("contact", found.group(), start + found.start())


def _odd(document: Document) -> Iterator[Signal]:
    """What looks wrong, in the order of the text."""
    for block in document.blocks:
        words = block.span.of(document.text)
        if block.kind is not BlockKind.FURNITURE:
            for found in _GLUED.finditer(words):
                yield _signal("odd", found.group(), block.start + found.start(), _GLUED_NOTE)
            continue
        if _MOBILE.search(words):
            yield _signal("odd", words, block.start, _MOBILE_NOTE.format(words))
        for found in _MAIL.finditer(words):
            if "." not in found.group().partition("@")[2]:
                note = _MAIL_NOTE.format(found.group())
                yield _signal("odd", found.group(), block.start + found.start(), note)
