"""How each sentence stands to what it says: type, subjectivity, check-worthiness, force."""

from __future__ import annotations

from dataclasses import replace

from curriculum.reading import claimtype, features, hedges, lexicon, linear, wording
from curriculum.reading.features import Features
from curriculum.reading.types import Attribution, Name, Sentence

CHARGED = 0.6  # a sentence this subjective lends its tone to words that are plain elsewhere
WORDS_COUNT = 0.4  # how much single words weigh beside word classes, in the subjectivity model


def judge(
    text: str,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    names: tuple[Name, ...],
) -> tuple[Sentence, ...]:
    """The same sentences, judged: type, force, hedges, loaded words (see ``wording``)."""
    return tuple(_judged(text, sentence) for sentence in sentences)


def leaning(sentence: Sentence) -> float:
    """How far a sentence leans, 0 to 1: by its loaded words, and by how subjective it sounds."""
    words = 0.2 * min(2.5, sum(mark.score for mark in sentence.loaded))
    return min(1.0, sentence.subjective + words)


def with_checkworthiness(found: Features) -> Features:
    """The features for subjectivity: words weigh less, the check-worthiness answer comes in."""
    worth = linear.margin(linear.load("checkworthy"), found)
    lighter = {
        name: value * WORDS_COUNT if name.startswith(("word ", "opens with ")) else value
        for name, value in found.items()
    }
    return {**lighter, "worth checking": max(-4.0, min(4.0, worth)) / 2}


def _judged(text: str, sentence: Sentence) -> Sentence:
    words = lexicon.tokens(text, sentence.start, sentence.end)
    hedged = hedges.find(text, words)
    loaded = wording.find(text, words)
    kind, why = claimtype.of(text, words, loaded)
    found = features.of(text, words, hedged, loaded)
    subjective = linear.probability(linear.load("subjectivity"), with_checkworthiness(found))
    if subjective >= CHARGED:
        loaded = wording.find(text, words, charged=True)
    return replace(
        sentence,
        type=kind,
        subjective=round(subjective, 3),
        checkworthy=round(linear.probability(linear.load("checkworthy"), found), 3),
        force=hedges.force(hedged),
        hedges=hedged,
        loaded=loaded,
        why=why,
    )
