"""How each sentence stands to what it says: type, subjectivity, check-worthiness, force."""

from __future__ import annotations

from dataclasses import replace

from curriculum.reading import claimtype, features, hedges, lexicon, linear, quoting, scope, wording
from curriculum.reading.features import Features
from curriculum.reading.quoting import Voices
from curriculum.reading.types import Attribution, Name, Sentence

CHARGED = 0.6  # a sentence this subjective lends its tone to words that are plain elsewhere


def judge(
    text: str,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    names: tuple[Name, ...],
) -> tuple[Sentence, ...]:
    """The same sentences, judged: type, force, hedges, loaded words (see ``wording``)."""
    who = quoting.voices(text, attributions)
    return tuple(_judged(text, sentence, who) for sentence in sentences)


def leaning(sentence: Sentence) -> float:
    """How far a sentence leans, 0 to 1: by its loaded words, and by how subjective it sounds."""
    words = 0.2 * min(2.5, sum(mark.score for mark in sentence.loaded))
    return min(1.0, sentence.subjective + words)


def with_worth(found: Features, worth: float) -> Features:
    """The features for subjectivity: the check-worthiness margin comes in."""
    return {**found, "worth checking": max(-4.0, min(4.0, worth)) / 2}


def _judged(text: str, sentence: Sentence, who: Voices) -> Sentence:
    words = lexicon.tokens(text, sentence.start, sentence.end)
    hedged = hedges.find(text, words)
    signs = claimtype.signs(words)
    loaded = wording.find(words)
    kind, why = claimtype.of(text, words, signs, loaded)
    found = features.of(text, words, signs, hedged, loaded)
    worth = linear.margin(linear.load("checkworthy"), found)
    subjective = linear.probability(linear.load("subjectivity"), with_worth(found, worth))
    if subjective >= CHARGED:
        loaded = wording.explained(wording.everything(words), _opinion(found))
    else:
        loaded = wording.explained(loaded, wording.BESIDE)
    return replace(
        sentence,
        type=kind,
        subjective=round(subjective, 3),
        checkworthy=round(linear.sigmoid(worth), 3),
        force=hedges.force(text, sentence.span, hedged),
        hedges=scope.governed(text, sentence.span, hedged),
        loaded=wording.merged(
            quoting.owned(text, loaded, who),
            quoting.distances(text, sentence.start, sentence.end, who),
        ),
        why=why,
    )


def _opinion(found: Features) -> str:
    """Why the sentence counts as charged: what weighed most."""
    reasons = features.told(linear.reasons(linear.load("subjectivity"), found))
    because = f": it {' and '.join(reasons)}" if reasons else ""
    return f"the sentence sounds like opinion{because}"
