"""Putting an item together the same way in every family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from curriculum.reading.types import Reading, Span
from curriculum.writing import anchors
from curriculum.writing.types import ChoiceDraft, QuestionDraft


@dataclass(frozen=True, slots=True)
class Option:
    """An option's words, why it is right or wrong, and the confusion that a wrong one tempts."""

    text: str
    why: str
    confusion: str = ""


def explanation(paragraph: int, proof: str, check: str) -> str:
    """Where to look, what is there, and one way to check."""
    where = f"Look at paragraph {paragraph}." if paragraph else "Look at the page around the text."
    return f"{where} {proof} To check: {check}"


def ways(forms: Sequence[str], seed: object, **parts: object) -> tuple[str, ...]:
    """Every wording filled in, beginning at one that depends on ``seed`` alone."""
    turn = crc32(str(seed).encode()) % len(forms)
    return tuple(form.format(**parts) for form in (*forms[turn:], *forms[:turn]))


def question(
    reading: Reading,
    *,
    family: str,
    skill: str,
    stems: Sequence[str],
    key: Option,
    distractors: Sequence[Option],
    explanation: str,
    proof: Sequence[Span],
    score: float,
    difficulty: float = 0.0,
    ordinal: Sequence[str] = (),
) -> QuestionDraft:
    """The item, key first; or, for a scale, in the order of the texts given as ``ordinal``.

    The first of ``stems`` is asked; the others ask the same in other words.
    """
    choices = [ChoiceDraft(key.text, True, key.why)]
    choices += [ChoiceDraft(o.text, False, o.why, o.confusion) for o in distractors]
    if ordinal:
        choices.sort(key=lambda choice: ordinal.index(choice.text))
    return QuestionDraft(
        family=family,
        skill=skill,
        stem=stems[0],
        choices=tuple(choices),
        explanation=explanation,
        anchors=tuple(anchors.at(reading.text, span) for span in proof),
        ordinal=bool(ordinal),
        score=round(score, 3),
        difficulty=difficulty,
        also=tuple(stems[1:]),
    )
