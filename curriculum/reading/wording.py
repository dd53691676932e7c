"""Loaded words: the words of a sentence that judge, each with its reason and a plain wording."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from curriculum.reading import lexicon
from curriculum.reading.lexicon import Hit, Token, listed
from curriculum.reading.types import Mark, MarkKind

WHY = {
    "person": "judges a person or a group",
    "judges": "judges instead of describing",
    "emotive": "stirs a feeling where a plain word would do",
    "exaggerates": "makes it sound bigger than a plain word would",
    "presupposes": "takes for granted what is not shown",
    "euphemism": "softens something hard",
    "speech": "judges how something was said; “said” does not",
}
BESIDE = "a stronger word stands beside it"
WEAK = 1 / 3  # the score of strength 1
_BEFORE_NOUNS = frozenset(
    listed("the a an this that these those his her its our your my any no each every for of")
)
NEAR = 6  # words to each side in which a neighbour can make a loaded word plain


def find(words: list[Token]) -> tuple[Mark, ...]:
    """The loaded words among the words of one sentence, in order.

    Words of strength 1 are plain in plain company: they count only beside a stronger one.
    """
    marks = everything(words)
    return marks if any(mark.score > WEAK for mark in marks) else ()


def everything(words: list[Token]) -> tuple[Mark, ...]:
    """The loaded words, those of strength 1 among them: for a sentence known to be charged."""
    hits = lexicon.find(words, lexicon.load("loaded"))
    return tuple(_mark(words, hit) for hit in hits if not _made_plain(words, hit))


def explained(marks: Iterable[Mark], here: str) -> tuple[Mark, ...]:
    """The marks; a word that is plain elsewhere says why it counts here."""
    return tuple(
        replace(mark, why=f"{mark.why}. Elsewhere it may be plain; here {here}")
        if mark.score <= WEAK
        else mark
        for mark in marks
    )


def merged(marks: Iterable[Mark], more: Iterable[Mark]) -> tuple[Mark, ...]:
    """All the marks in order; where two overlap, the one that starts first."""
    kept: list[Mark] = []
    for mark in sorted([*marks, *more], key=lambda m: (m.start, -m.score)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def _made_plain(words: list[Token], hit: Hit) -> bool:
    if hit.entry.section == "speech" and _is_noun(words, hit):
        return True
    if not hit.entry.unless:
        return False
    near = words[max(0, hit.first - NEAR) : hit.first] + words[hit.stop : hit.stop + NEAR]
    return any(word.low in hit.entry.unless for word in near)


def _is_noun(words: list[Token], hit: Hit) -> bool:
    """Whether "claim" is a thing here, such as one for a leak, and tells of nobody's speaking."""
    if hit.first == 0 or words[hit.first - 1].low not in _BEFORE_NOUNS:
        return False
    return hit.stop >= len(words) or words[hit.stop].low != "that"


def _mark(words: list[Token], hit: Hit) -> Mark:
    return Mark(
        words[hit.first].start,
        words[hit.stop - 1].end,
        MarkKind.LOADED,
        WHY[hit.entry.section],
        hit.entry.alternative,
        hit.entry.strength / 3,
    )
