"""A teacher's review of a drafted unit: approve, discard, reword, put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from curriculum import checking, drafting
from curriculum.models import Lesson, Question, QuestionVersion, Unit
from curriculum.reading.types import Problem
from curriculum.writing.types import QuestionDraft

CHANGED_ELSEWHERE = Problem(
    "changed-elsewhere",
    "This question was changed in another tab or by somebody else since you opened it. "
    "Your words are below; saving again replaces theirs.",
)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review of a unit has come."""

    total: int
    approved: int
    discarded: int

    @property
    def to_review(self) -> int:
        """Questions that nobody has decided on."""
        return self.total - self.decided

    @property
    def decided(self) -> int:
        """Questions that were approved or discarded."""
        return self.approved + self.discarded

    @property
    def words(self) -> str:
        """As a person says it."""
        return f"{self.decided} of {self.total}"


def progress(unit: Unit) -> Progress:
    """Count the questions of the unit by the state of their review."""
    states = list(unit.questions.values_list("state", flat=True))
    return Progress(
        total=len(states),
        approved=states.count(Question.State.APPROVED),
        discarded=states.count(Question.State.DISCARDED),
    )


def following(question: Question) -> Question | None:
    """The next question to review after this one, going round once; None when all are decided."""
    queue = list(question.unit.questions.all())
    at = queue.index(question)
    rest = queue[at + 1 :] + queue[:at]
    return next((each for each in rest if each.state == Question.State.DRAFTED), None)


def decide(*, question: Question, state: Question.State) -> None:
    """Approve, discard, or put back. Deciding the same twice changes nothing."""
    Question.objects.filter(pk=question.pk).update(state=state)
    question.state = state


def approve_sound(*, unit: Unit) -> int:
    """Approve every question to review in which lint finds nothing at all."""
    waiting = unit.questions.to_review().whole()
    sound = [question.pk for question in waiting if not checking.of_question(question)]
    return Question.objects.filter(pk__in=sound, state=Question.State.DRAFTED).update(
        state=Question.State.APPROVED
    )


@transaction.atomic
def reword(*, question: Question, draft: QuestionDraft, base: int) -> QuestionVersion | Problem:
    """Give a question new words, as a new version after version ``base``.

    The same words again make no version, so a double tap is harmless; words written over a
    version that the teacher has not seen are handed back instead of replacing it.
    """
    Question.objects.select_for_update().get(pk=question.pk)
    latest = question.versions.order_by("-number").first()
    if latest is not None and latest.as_draft() == draft:
        return latest
    number = latest.number if latest else 0
    if number != base:
        return CHANGED_ELSEWHERE
    return drafting.word(
        question=question,
        draft=draft,
        number=number + 1,
        review_by=latest.review_by if latest else None,
    )


@transaction.atomic
def move_lesson(*, lesson: Lesson, up: bool) -> None:
    """Change places with the lesson before or after; at the end of the list nothing happens."""
    Unit.objects.select_for_update().get(pk=lesson.unit_id)
    _swap(lesson, list(lesson.unit.lessons.all()), up=up)


@transaction.atomic
def move_question(*, question: Question, up: bool) -> None:
    """Change places with the neighbour in the same lesson."""
    Unit.objects.select_for_update().get(pk=question.unit_id)
    _swap(question, list(question.lesson.questions.all()), up=up)


def _swap(moved: Lesson | Question, row: Sequence[Lesson | Question], *, up: bool) -> None:
    """Exchange two places by way of a free one: no two may share a place even for a moment."""
    at = next(index for index, each in enumerate(row) if each.pk == moved.pk)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(row):
        return
    here, there = row[at], row[to]
    table: models.Manager[Any] = type(moved)._default_manager
    last = table.filter(unit_id=moved.unit_id).aggregate(models.Max("position"))["position__max"]
    for pk, position in (
        (here.pk, last + 1),
        (there.pk, here.position),
        (here.pk, there.position),
    ):
        table.filter(pk=pk).update(position=position)
