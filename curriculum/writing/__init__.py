"""Writing: Reading → UnitDraft. Pure, deterministic, and silent where there is nothing to ask."""

from __future__ import annotations

from itertools import groupby

from curriculum.reading.types import Reading
from curriculum.writing import lessons, planning
from curriculum.writing.families import FAMILIES
from curriculum.writing.types import QuestionDraft, UnitDraft

__all__ = ["build", "candidates"]


def build(reading: Reading) -> UnitDraft:
    """A draft unit: a balanced set of questions, and a lesson for each skill they practise."""
    questions = planning.choose(reading.text, candidates(reading))
    drafted = tuple(
        lessons.lesson(reading, skill, tuple(group), questions)
        for skill, group in groupby(questions, key=lambda question: question.skill)
    )
    return UnitDraft(
        title=reading.title,
        summary="",
        content_note="",
        teacher_notes="",
        lessons=drafted,
    )


def candidates(reading: Reading) -> list[QuestionDraft]:
    """Every item that the families propose; none for a text that is not in English."""
    if reading.language != "en":
        return []
    return [item for family in FAMILIES.values() for item in family.propose(reading)]
