"""From a close reading to a unit of drafted lessons and questions, for a teacher to review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
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
from curriculum.writing.types import LessonDraft, QuestionDraft, StepDraft, UnitDraft

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
    Step.objects.bulk_create(steps(lesson, written.steps))
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


def steps(lesson: Lesson, written: Iterable[StepDraft]) -> Iterator[Step]:
    """The steps of a lesson in their places, as rows that are not saved yet."""
    for position, step in enumerate(written, start=1):
        yield Step(
            lesson=lesson,
            position=position,
            kind=step.kind,
            heading=step.heading[:200],
            body=step.body,
            anchors=[asdict(anchor) for anchor in step.anchors],
        )


@dataclass(frozen=True, slots=True)
class Wording:
    """A question and the words that become its version ``number``."""

    question: Question
    draft: QuestionDraft
    number: int
    review_by: date | None = None


def word(
    *, question: Question, draft: QuestionDraft, number: int, review_by: date | None = None
) -> QuestionVersion:
    """Write down the words of a question as version ``number``: once, whole, never to change."""
    [version] = word_all([Wording(question, draft, number, review_by)])
    return version


def word_all(wordings: Iterable[Wording]) -> list[QuestionVersion]:
    """Write down the words of many questions, many rows at a time."""
    wordings = list(wordings)
    versions = QuestionVersion.objects.bulk_create(map(_version, wordings))
    pairs = [(row, wording.draft) for row, wording in zip(versions, wordings, strict=True)]
    Choice.objects.bulk_create(each for pair in pairs for each in _choices(*pair))
    Anchor.objects.bulk_create(
        Anchor(version=version, **asdict(anchor))
        for version, draft in pairs
        for anchor in draft.anchors
    )
    return versions


def _version(wording: Wording) -> QuestionVersion:
    draft = wording.draft
    return QuestionVersion(
        question=wording.question,
        number=wording.number,
        stem=draft.stem,
        explanation=draft.explanation,
        ordinal=draft.ordinal,
        difficulty=draft.difficulty,
        review_by=wording.review_by,
    )


def _choices(version: QuestionVersion, draft: QuestionDraft) -> Iterator[Choice]:
    for position, choice in enumerate(draft.choices, start=1):
        yield Choice(
            version=version,
            position=position,
            text=choice.text,
            is_key=choice.key,
            confusion=choice.confusion,
            rationale=choice.rationale,
        )
