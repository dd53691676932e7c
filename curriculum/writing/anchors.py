"""Anchors: the words that prove a key, found again after the text around them has changed.

A position alone breaks with the first edit, and a quotation alone is lost when the words occur
twice. So an anchor carries both and a little of what stands on either side, and every candidate
place is ranked by quotation, then context, then position (weights as in Hypothesis, the
annotation tool).
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from curriculum.reading.types import Span
from curriculum.writing.types import Anchor

CONTEXT = 32  # characters kept on either side
QUOTE_WEIGHT, CONTEXT_WEIGHT, POSITION_WEIGHT = 50, 20, 2
ALIKE = 0.8  # a changed quotation must still be this much like the one remembered
PIECES = 4  # a quotation with fewer edits than pieces has one piece left whole
MOST_PLACES = 40  # of one piece: a piece that stands everywhere finds nothing

# One character for one character, so that every offset survives the folding.
_FOLD = str.maketrans("“”„«»‘’‚–—‑\u00a0\u2009\n\t\r", '"""""\'\'\'---     ')


def at(text: str, span: Span) -> Anchor:
    """The anchor of ``span`` in ``text``."""
    return Anchor(
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        start=span.start,
        end=span.end,
    )


def resolve(anchor: Anchor, text: str) -> Span | None:
    """Where the anchor's words stand in ``text`` now, or None when they are gone."""
    quote, folded = anchor.exact.translate(_FOLD), _folded(text)
    if not quote.strip():
        return None
    places = list(_exact(quote, folded)) or list(_changed(quote, folded))
    if len(places) < 2:
        return places[0] if places else None
    return max(places, key=lambda place: _score(anchor, quote, folded, place))


def stands(anchor: Anchor, text: str) -> bool:
    """Whether the anchor's words are in ``text`` at all, wherever that is."""
    quote = anchor.exact.translate(_FOLD)
    return bool(quote.strip() and quote in _folded(text)) or resolve(anchor, text) is not None


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    """A text folded once for all the anchors into it."""
    return text.translate(_FOLD)


def _exact(quote: str, text: str) -> Iterator[Span]:
    at_ = text.find(quote)
    while at_ >= 0:
        yield Span(at_, at_ + len(quote))
        at_ = text.find(quote, at_ + 1)


def _changed(quote: str, text: str) -> Iterator[Span]:
    """Places where the quotation stands with small edits: one of its pieces is still whole."""
    size = len(quote) // PIECES
    if size < 4:
        return
    for offset in range(0, size * PIECES, size):
        piece = quote[offset : offset + size]
        places = [place.start for place in _exact(piece, text)]
        for place in places[:MOST_PLACES]:
            found = _fit(quote, text, place - offset)
            if found:
                yield found


def _fit(quote: str, text: str, start: int) -> Span | None:
    """The stretch near ``start`` that matches the quotation, if it is like enough."""
    slack = max(4, len(quote) // 4)
    low, high = max(0, start - slack), min(len(text), start + len(quote) + slack)
    matcher = SequenceMatcher(None, quote, text[low:high], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size >= 3]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    begin = max(low, low + first.b - first.a)
    end = min(high, low + last.b + last.size + len(quote) - last.a - last.size)
    alike = SequenceMatcher(None, quote, text[begin:end], autojunk=False).ratio()
    return Span(begin, end) if alike >= ALIKE else None


def _score(anchor: Anchor, quote: str, text: str, place: Span) -> float:
    same = 1.0 if text[place.start : place.end] == quote else ALIKE
    prefix, suffix = anchor.prefix.translate(_FOLD), anchor.suffix.translate(_FOLD)
    before = text[max(0, place.start - len(prefix)) : place.start]
    after = text[place.end : place.end + len(suffix)]
    near = 1.0 - min(1.0, abs(place.start - anchor.start) / max(1, len(text)))
    return (
        QUOTE_WEIGHT * same
        + CONTEXT_WEIGHT * _shared(before[::-1], prefix[::-1])
        + CONTEXT_WEIGHT * _shared(after, suffix)
        + POSITION_WEIGHT * near
    )


def _shared(found: str, remembered: str) -> float:
    """How far two contexts agree, counted outward from the quotation; 1 when none is remembered."""
    if not remembered:
        return 1.0
    length = 0
    for one, other in zip(found, remembered, strict=False):
        if one != other:
            break
        length += 1
    return length / len(remembered)
