"""How each sentence stands to what it says: type, subjectivity, check-worthiness, force."""

from __future__ import annotations

from dataclasses import replace

from curriculum.reading import claimtype, hedges, lexicon, wording
from curriculum.reading.types import Attribution, Name, Sentence


def judge(
    text: str,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    names: tuple[Name, ...],
) -> tuple[Sentence, ...]:
    """The same sentences, judged: type, force, hedges, loaded words (see ``wording``)."""
    return tuple(_judged(text, sentence) for sentence in sentences)


def _judged(text: str, sentence: Sentence) -> Sentence:
    words = lexicon.tokens(text, sentence.start, sentence.end)
    marks = hedges.find(text, words)
    loaded = wording.find(words)
    kind, why = claimtype.of(text, words, loaded)
    digits = any(word.low[0].isdigit() for word in words)
    return replace(
        sentence,
        type=kind,
        subjective=min(1.0, 0.2 + 0.25 * len(loaded)),
        checkworthy=0.7 if digits else 0.3,
        force=hedges.force(marks),
        hedges=marks,
        loaded=loaded,
        why=why,
    )
