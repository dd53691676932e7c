"""What a teacher adds to a unit with their own hands: a lesson, a step, a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from django.db import transaction

from curriculum import arranging, corrected, drafting
from curriculum.models import Lesson, Question, Step, Unit
from curriculum.skills import SKILLS
from curriculum.writing import lessons
from curriculum.writing.types import Anchor, QuestionDraft, StepDraft


@transaction.atomic
def add_lesson(*, unit: Unit, skill: str, title: str, module: str, filled: bool) -> Lesson:
    """A lesson at the end of the unit: with our words for the skill, or empty."""
    Unit.objects.select_for_update().get(pk=unit.pk)
    lesson = Lesson.objects.create(
        unit=unit,
        position=arranging.free_place(Lesson.everything.filter(unit=unit)),
        skill=skill,
        title=title or SKILLS[skill].name,
        module=module,
    )
    written = _our_words(unit, skill) if filled else ()
    Step.objects.bulk_create(drafting.steps(lesson, written))
    return lesson


def _our_words(unit: Unit, skill: str) -> Sequence[StepDraft]:
    """The lesson we wrote, its example clear of the words that the unit asks about already."""
    asked = [latest.as_draft() for each in unit.questions.whole() if (latest := each.latest)]
    return lessons.lesson(corrected.reading(unit.source), skill, (), asked).steps


@transaction.atomic
def add_step(
    *, lesson: Lesson, kind: str, heading: str, body: str, anchors: Sequence[Anchor]
) -> Step:
    """A step at the end of a lesson. The same words again make no second step."""
    Unit.objects.select_for_update().get(pk=lesson.unit_id)
    about = {
        "kind": kind,
        "heading": heading,
        "body": body,
        "anchors": [asdict(anchor) for anchor in anchors],
    }
    last = lesson.steps.last()
    if last and {name: getattr(last, name) for name in about} == about:
        return last
    position = arranging.free_place(Step.everything.filter(lesson=lesson))
    return Step.objects.create(lesson=lesson, position=position, **about)


@transaction.atomic
def add_question(
    *, lesson: Lesson, draft: QuestionDraft, practice: bool, approved: bool
) -> Question:
    """A question at the end of a lesson. The same words again make no second question."""
    Unit.objects.select_for_update().get(pk=lesson.unit_id)
    for existing in lesson.questions.whole():
        if existing.latest and existing.latest.as_draft() == draft:
            return existing
    question = Question.objects.create(
        unit=lesson.unit,
        lesson=lesson,
        position=arranging.free_place(Question.everything.filter(unit=lesson.unit)),
        family=draft.family,
        skill=draft.skill,
        practice=practice,
        state=Question.State.APPROVED if approved else Question.State.DRAFTED,
    )
    drafting.word(question=question, draft=draft, number=1)
    return question


def set_practice(*, question: Question, practice: bool) -> None:
    """Ask it inside the lesson, with feedback and without counting; or with the others."""
    Question.objects.filter(pk=question.pk).update(practice=practice)
    question.practice = practice
