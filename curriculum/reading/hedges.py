"""Hedges, boosters and absolutes: the words that say how sure a sentence sounds."""

from __future__ import annotations

from curriculum.reading import lexicon
from curriculum.reading.lexicon import Hit, Token
from curriculum.reading.types import Force, Mark, MarkKind

WHY = {
    "hedge": "leaves room for doubt",
    "booster": "makes it sound surer or stronger",
    "absolute": "leaves no exception",
}


def find(words: list[Token]) -> tuple[Mark, ...]:
    """The words of one sentence that weaken or strengthen it, in order."""
    return tuple(_mark(words, hit) for hit in lexicon.find(words, lexicon.load("force")))


def force(marks: tuple[Mark, ...]) -> Force:
    """How sure the sentence sounds: a hedge weighs more than a booster, an absolute most."""
    kinds = {mark.kind for mark in marks}
    if MarkKind.ABSOLUTE in kinds:
        return Force.ABSOLUTE
    if MarkKind.HEDGE in kinds:
        return Force.HEDGED
    return Force.BOOSTED if MarkKind.BOOSTER in kinds else Force.PLAIN


def _mark(words: list[Token], hit: Hit) -> Mark:
    kind = MarkKind(hit.entry.section)
    return Mark(words[hit.first].start, words[hit.stop - 1].end, kind, WHY[kind.value])
