"""Writing: Reading → UnitDraft. Pure, deterministic, and silent where there is nothing to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from curriculum.reading.types import Reading
from curriculum.writing import lessons, lint, notes, planning
from curriculum.writing.families import FAMILIES
from curriculum.writing.types import QuestionDraft, UnitDraft

__all__ = ["build", "candidates", "proposals"]


def build(reading: Reading) -> UnitDraft:
    """A draft unit: a balanced set of questions, and a lesson for each skill they practise."""
    questions = _chosen(reading)
    drafted = tuple(
        lessons.lesson(reading, skill, tuple(group), questions)
        for skill, group in groupby(questions, key=lambda question: question.skill)
    )
    return UnitDraft(
        title=reading.title,
        summary=notes.summary(reading, drafted),
        content_note=notes.content_note(reading),
        teacher_notes=notes.teacher_notes(reading, drafted),
        lessons=drafted,
    )


def candidates(reading: Reading) -> list[QuestionDraft]:
    """Every item that the families propose and lint passes; none unless the text is English."""
    return [item for item in proposals(reading) if not lint.blocks(item.lint)]


def proposals(reading: Reading) -> list[QuestionDraft]:
    """Every item that the families propose, with what lint found in it."""
    if reading.language != "en":
        return []
    proposed = (item for family in FAMILIES.values() for item in family.propose(reading))
    return [replace(item, lint=lint.item(item, text=reading.text)) for item in proposed]


def _chosen(reading: Reading) -> tuple[QuestionDraft, ...]:
    """A balanced set in which no key depends on the names of the people in the text."""
    pool = candidates(reading)
    questions = planning.choose(reading.text, pool)
    changed = {questions[place].stem for place in lint.swap(questions, reading, candidates)}
    if not changed:
        return questions
    return planning.choose(reading.text, _without(pool, changed))


def _without(pool: Sequence[QuestionDraft], stems: set[str]) -> list[QuestionDraft]:
    return [question for question in pool if question.stem not in stems]
