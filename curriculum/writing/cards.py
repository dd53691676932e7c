"""The cards of the confusions: a small example each, and the question that guards against it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("cards.txt")


@dataclass(frozen=True, slots=True)
class Card:
    """One example, in words that an eleven-year-old reads with ease."""

    text: str  # what a text says
    slip: str  # what somebody with the mix-up makes of it
    better: str  # what is to be made of it
    ask: str  # a question to ask oneself


@cache
def load() -> dict[str, Card]:
    """The file: the id of a confusion in brackets, then a line for each part."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    found = {}
    for block in text.split("\n[")[1:]:
        confusion, _, parts = block.partition("]\n")
        found[confusion] = Card(**dict(p.split(": ", 1) for p in parts.strip().splitlines()))
    return found
