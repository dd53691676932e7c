"""Writing: Reading → UnitDraft. Pure, deterministic, and silent where there is nothing to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, groupby

from curriculum.reading.types import Reading
from curriculum.writing import lessons, lint, notes, planning
from curriculum.writing.families import FAMILIES
from curriculum.writing.types import QuestionDraft, UnitDraft

__all__ = ["build", "candidates", "proposals"]


def build(reading: Reading) -> UnitDraft:
    """A draft unit: a balanced set of questions, and a lesson for each skill they practise."""
    pool = _steady(reading)
    questions = reworded(planning.choose(reading.text, pool), reading.text)
    practice = planning.practice(reading.text, pool, questions)
    asked = (*questions, *chain.from_iterable(practice.values()))
    drafted = tuple(
        replace(lessons.lesson(reading, skill, tuple(group), asked), practice=practice[skill])
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
    return [_linted(item, reading.text) for item in _proposed(reading)]


def _proposed(reading: Reading, names: Container[str] = FAMILIES) -> list[QuestionDraft]:
    """What the families of these names propose."""
    if reading.language != "en":
        return []
    asked = (family for name, family in FAMILIES.items() if name in names)
    return [item for family in asked for item in family.propose(reading)]


def _linted(item: QuestionDraft, text: str) -> QuestionDraft:
    """The item with what lint finds, in the first of its wordings that lint does not block."""
    found = [replace(item, lint=lint.item(item, text=text))]
    for place, stem in enumerate(item.also):
        if not lint.blocks(found[-1].lint):
            return found[-1]
        tried = replace(item, stem=stem, also=item.also[place + 1 :])
        found.append(replace(tried, lint=lint.item(tried, text=text)))
    return found[0] if lint.blocks(found[-1].lint) else found[-1]


def reworded(questions: Sequence[QuestionDraft], text: str) -> tuple[QuestionDraft, ...]:
    """The same questions, no two of a family in the same wording while it has another."""
    used: Counter[tuple[str, str]] = Counter()
    asked: set[str] = set()
    found = []
    for question in questions:
        wordings = [
            replace(question, stem=stem, also=()) for stem in (question.stem, *question.also)
        ]
        wordings.sort(key=lambda q: (q.stem in asked, used[q.family, planning.form_of(q)]))
        clean = (q for q in wordings if q.stem == question.stem or _passes(q, text))
        best = next(clean, question)
        used[best.family, planning.form_of(best)] += 1
        asked.add(best.stem)
        found.append(replace(best, also=()))
    return tuple(found)


def _passes(question: QuestionDraft, text: str) -> bool:
    return not lint.blocks(lint.item(question, text=text))


def _steady(reading: Reading) -> list[QuestionDraft]:
    """The candidates in which no key depends on the names of the people in the text."""
    pool = candidates(reading)
    names = {question.family for question in pool}  # of the others no twin is looked for
    changed = lint.swap(pool, reading, partial(_proposed, names=names))
    return [question for place, question in enumerate(pool) if place not in changed]
