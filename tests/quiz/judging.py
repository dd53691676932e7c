"""Statements to trust or to doubt, and learners who judge them."""

from __future__ import annotations

from datetime import UTC, datetime

from django.contrib.auth.models import User

from curriculum.models import Choice, Edition, EditionQuestion, Question, QuestionVersion, Unit
from curriculum.models import Lesson as UnitLesson
from quiz import taking
from quiz.models import Attempt, Classroom, Learner
from tests.factories import create_published_unit

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def create_statements(
    *, owner: User, supported: int, unsupported: int, options: int = 2, others: int = 0
) -> Unit:
    """A published unit that asks of so many statements whether the text names their source.

    Those with a source come first, then those without, then other questions of another kind.
    """
    unit = create_published_unit(owner=owner, lessons=("calib",), questions_each=others)
    edition, lesson = unit.edition, unit.lessons.get()
    assert edition is not None
    for number in range(1, supported + unsupported + 1):
        _ask(edition, lesson, yes=number <= supported, options=options)
    return unit


def judge(
    *,
    learner: Learner,
    unit: Unit,
    trusted: int,
    caught: int,
    classroom: Classroom | None = None,
    at: datetime = MONDAY,
) -> Attempt:
    """An attempt that trusts so many of the supported, and catches so many of the unsupported."""
    assert unit.edition is not None
    attempt = taking.start(learner=learner, edition=unit.edition, classroom=classroom, at=at)
    asked = attempt.asked.filter(version__question__family="traceable").order_by("position")
    left = {True: trusted, False: caught}
    for row in asked:
        key = row.version.choices.get(is_key=True)
        supported = key.position == 0
        choice = key if left[supported] > 0 else row.version.choices.exclude(pk=key.pk)[0]
        left[supported] -= 1
        taking.answer(attempt=attempt, asked=row, choice=choice, at=at)
    return attempt


def finish(attempt: Attempt, *, at: datetime = MONDAY) -> None:
    """Read every lesson, so that the attempt closes."""
    for lesson in attempt.studied.lessons:
        taking.complete_lesson(attempt=attempt, number=lesson["number"], at=at)


def _ask(edition: Edition, lesson: UnitLesson, *, yes: bool, options: int) -> None:
    position = edition.unit.questions.count() + 1
    question = Question.objects.create(
        unit=edition.unit, lesson=lesson, position=position, family="traceable", skill="calib"
    )
    version = QuestionVersion.objects.create(
        question=question, number=1, stem=f"Is a source named ({position})?", ordinal=True
    )
    for place, text in enumerate(("Yes", "No", "In part")[:options]):
        Choice.objects.create(
            version=version, position=place, text=text, is_key=place == (0 if yes else 1)
        )
    EditionQuestion.objects.create(
        edition=edition, version=version, lesson_number=lesson.position, position=position
    )
