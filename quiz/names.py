"""Names of a class as children type them: which seat is meant, and which might be.

Whoever types a name in full finds its seat, whatever the capitals, spaces, points and accents. A
shorter or misspelt name finds the few that come near, so that a child picks one and no second seat
is made by a slip. Nothing lists the class: with the code alone one learns no name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

# Letters that carry a stroke or stand for two, which no Unicode rule takes apart.
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})
LOWEST_ACCENT = 10  # combining classes below join letters in Indic scripts, and change the word
FEWEST_LETTERS = 2
ALIKE, LONG_ENOUGH = 0.8, 5  # a slip in five letters is a slip; in three it is another name
SHOWN = 5


def loose(name: str) -> str:
    """The words of a name in letters and digits, without capitals and accents."""
    apart = unicodedata.normalize("NFKD", name.casefold()).translate(LETTERS)
    bare = (c for c in apart if unicodedata.combining(c) < LOWEST_ACCENT)
    return " ".join(
        "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in bare).split()
    )


def meant(typed: str, names: Iterable[str]) -> str | None:
    """The one name that was typed, more or less; None where none is, or more than one."""
    wanted = loose(typed).replace(" ", "")
    found = [name for name in names if wanted and loose(name).replace(" ", "") == wanted]
    return found[0] if len(found) == 1 else None


def near(typed: str, names: Iterable[str]) -> list[str]:
    """The few names that could be meant, the likeliest first."""
    wanted = loose(typed)
    if len(wanted.replace(" ", "")) < FEWEST_LETTERS:
        return []
    rated = [(_likeness(wanted, loose(name)), name) for name in names]
    return [name for rate, name in sorted(rated, key=lambda each: -each[0]) if rate][:SHOWN]


def _likeness(typed: str, name: str) -> float:
    """0 for another name; a name that goes on where the typed one stops is nearest."""
    if typed == name or f"{name} ".startswith(f"{typed} ") or f"{typed} ".startswith(f"{name} "):
        return 1.0 if name else 0.0
    if min(len(typed), len(name)) < LONG_ENOUGH or _digits(typed) != _digits(name):
        return 0.0
    rate = SequenceMatcher(None, typed, name).ratio()
    return rate if rate >= ALIKE else 0.0


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))
