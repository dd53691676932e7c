"""Finding words that a teacher selected or typed, just where they stand in a text."""

from __future__ import annotations

import re

from curriculum.reading.types import Problem, Span

_ALIKE = ("'’‘", '"“”„«»', "-–—‑")  # typed marks stand for the printed ones
NEAR = 2  # code points by which a selection may be loose
NOT_THERE = Problem(
    "not-in-text", "These words are not in the text. Copy them exactly, or select them there."
)


def find(text: str, exact: str, *, start: int | None = None) -> Span | Problem:
    """Where ``exact`` stands; ``start`` says which place is meant when there are several."""
    places = [Span(*match.span(1)) for match in _pattern(exact).finditer(text)]
    if not places:
        return NOT_THERE
    if len(places) == 1:
        return places[0]
    meant = [place for place in places if start is not None and abs(place.start - start) <= NEAR]
    if start is None or not meant:
        return Problem(
            "several-places",
            f"These words stand {len(places)} times in the text. Add a word or two before or after "
            "them, so that it is clear which place you mean.",
        )
    return min(meant, key=lambda place: abs(place.start - start))


def _pattern(exact: str) -> re.Pattern[str]:
    """The words, with any white space between them and either kind of quotation mark.

    It looks ahead and consumes nothing, so that places which overlap are all found.
    """
    words = r"\s+".join("".join(map(_letter, word)) for word in exact.split())
    return re.compile(f"(?=({words}))" if words else r"(?!)")


def _letter(letter: str) -> str:
    alike = next((group for group in _ALIKE if letter in group), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(letter)
