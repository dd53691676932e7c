"""Loaded words: the words of a sentence that judge, each with its reason and a plain wording."""

from __future__ import annotations

from curriculum.reading import lexicon
from curriculum.reading.lexicon import Hit, Token
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
NEAR = 6  # words to each side in which a neighbour can make a loaded word plain


def find(text: str, words: list[Token], *, charged: bool = False) -> tuple[Mark, ...]:
    """The loaded words among the words of one sentence, in order.

    Words of strength 1 are plain in plain company: they count beside a stronger one, or when the
    sentence is known to be ``charged``.
    """
    hits = [h for h in lexicon.find(words, lexicon.load("loaded")) if not _made_plain(words, h)]
    charged = charged or any(hit.entry.strength > 1 for hit in hits)
    return tuple(_mark(words, hit) for hit in hits if charged or hit.entry.strength > 1)


def _made_plain(words: list[Token], hit: Hit) -> bool:
    if not hit.entry.unless:
        return False
    near = words[max(0, hit.first - NEAR) : hit.first] + words[hit.stop : hit.stop + NEAR]
    return any(word.low in hit.entry.unless for word in near)


def _mark(words: list[Token], hit: Hit) -> Mark:
    return Mark(
        words[hit.first].start,
        words[hit.stop - 1].end,
        MarkKind.LOADED,
        WHY[hit.entry.section],
        hit.entry.alternative,
        hit.entry.strength / 3,
    )
