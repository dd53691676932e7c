"""From a close reading to a unit of drafted lessons and questions, for a teacher to review."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from curriculum import corrected, writing
from curriculum.models import (
    Anchor,
    Choice,
    Lesson,
    Question,
    QuestionVersion,
    Source,
    Step,
    Unit,
)
from curriculum.reading.types import Problem
from curriculum.writing.types import LessonDraft, QuestionDraft, UnitDraft

NOTHING_TO_ASK = Problem(
    "nothing-to-ask",
    "This text gives nothing to ask about: no question could be tied to its words. "
    "A longer text, or one that says who said what, works better. Your close reading is kept.",
)


def drafted(*, source: Source, by: User) -> Unit | None:
    """The newest unit that this teacher drafted from the text, if there is one."""
    return Unit.objects.filter(source=source, owner=by).first()


@transaction.atomic
def draft(*, source: Source, by: User, again: bool = False) -> Unit | Problem:
    """Draft a unit from the corrected reading of ``source``.

    A teacher who already has a unit from this text gets that one, unless they ask ``again``:
    the lock on the source makes a double tap find the unit that the first tap made.
    """
    Source.objects.select_for_update().get(pk=source.pk)
    existing = drafted(source=source, by=by)
    if existing and not again:
        return existing
    written = writing.build(corrected.reading(source))
    return save(written, source=source, owner=by) if written.questions else NOTHING_TO_ASK


def save(written: UnitDraft, *, source: Source, owner: User | None) -> Unit:
    """Keep a drafted unit as rows."""
    unit = Unit.objects.create(
        owner=owner,
        source=source,
        title=written.title[:300],
        summary=written.summary,
        content_note=written.content_note,
        teacher_notes=written.teacher_notes,
    )
    asked = 0
    for number, lesson in enumerate(written.lessons, start=1):
        asked += _save_lesson(unit, lesson, number=number, asked=asked)
    return unit


def _save_lesson(unit: Unit, written: LessonDraft, *, number: int, asked: int) -> int:
    """Keep one lesson, and say how many questions it has with those for practice."""
    lesson = Lesson.objects.create(
        unit=unit, position=number, skill=written.skill, title=written.title[:200]
    )
    Step.objects.bulk_create(
        Step(
            lesson=lesson,
            position=position,
            kind=step.kind,
            heading=step.heading[:200],
            body=step.body,
            anchors=[asdict(anchor) for anchor in step.anchors],
        )
        for position, step in enumerate(written.steps, start=1)
    )
    drafts = (*written.practice, *written.questions)
    for place, draft_ in enumerate(drafts):
        question = Question.objects.create(
            unit=unit,
            lesson=lesson,
            position=asked + place + 1,
            family=draft_.family,
            skill=draft_.skill,
            practice=place < len(written.practice),
        )
        word(question=question, draft=draft_, number=1)
    return len(drafts)


def word(
    *, question: Question, draft: QuestionDraft, number: int, review_by: date | None = None
) -> QuestionVersion:
    """Write down the words of a question as version ``number``: once, whole, never to change."""
    version = QuestionVersion.objects.create(
        question=question,
        number=number,
        stem=draft.stem,
        explanation=draft.explanation,
        ordinal=draft.ordinal,
        difficulty=draft.difficulty,
        review_by=review_by,
    )
    Choice.objects.bulk_create(
        Choice(
            version=version,
            position=position,
            text=choice.text,
            is_key=choice.key,
            confusion=choice.confusion,
            rationale=choice.rationale,
        )
        for position, choice in enumerate(draft.choices, start=1)
    )
    Anchor.objects.bulk_create(
        Anchor(version=version, **asdict(anchor)) for anchor in draft.anchors
    )
    return version
