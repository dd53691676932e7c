"""How each sentence stands to what it says: type, subjectivity, check-worthiness, force."""

from __future__ import annotations

from curriculum.reading.types import Attribution, Name, Sentence


def judge(
    text: str,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    names: tuple[Name, ...],
) -> tuple[Sentence, ...]:
    """The same sentences, judged: type, force, hedges, loaded words (see ``wording``)."""
    return sentences
