"""From exact words in a file to the place in the text where they stand, once and surely."""

from __future__ import annotations

from curriculum.reading.types import Span
from curriculum.writing import anchors
from curriculum.writing.types import Anchor

# One character for one character, as curriculum.writing.anchors folds.
_FOLD = str.maketrans("“”„«»‘’‚–—‑\u00a0\u2009\n\t\r", '"""""\'\'\'---     ')


def find(text: str, exact: str, prefix: str = "") -> Anchor | str:
    """The anchor of words that stand once in the text, or what to mend."""
    if not exact:
        return "An anchor is empty. Copy the words that prove the answer."
    places = _places(text, exact, prefix)
    if len(places) == 1:
        return anchors.at(text, places[0])
    shown = f"“{_short(exact)}”"
    if places:
        return (
            f"The anchor {shown} stands {len(places)} times in the text. Take more words, or add "
            "prefix: with the words just before it."
        )
    if prefix and _places(text, exact, ""):
        return f"The words “{prefix}” do not stand just before {shown} in the text. Copy them."
    return f"The anchor {shown} is not in the text. Copy the words exactly as they stand there."


def _places(text: str, exact: str, prefix: str) -> list[Span]:
    whole, wanted = text.translate(_FOLD), exact.translate(_FOLD)
    before = prefix.translate(_FOLD).rstrip()
    found, at = [], whole.find(wanted)
    while at >= 0:
        if whole[:at].rstrip().endswith(before):
            found.append(Span(at, at + len(wanted)))
        at = whole.find(wanted, at + 1)
    return found


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60].rstrip()}…"
