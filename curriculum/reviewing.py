"""A teacher's review of a drafted unit: approve, discard, change their mind, reword."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from curriculum import checking, drafting
from curriculum.models import Question, QuestionVersion, Unit
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


def following(question: Question, *, state: str = Question.State.DRAFTED) -> Question | None:
    """The next question in this state after this one, going round once; None when none is left."""
    queue = list(question.unit.questions.all())
    at = queue.index(question)
    rest = queue[at + 1 :] + queue[:at]
    return next((each for each in rest if each.state == state), None)


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a question, so that it can be taken back."""

    question: str  # its id
    before: str
    after: str


def decide(*, question: Question, state: Question.State) -> Decision:
    """Approve, discard, or put back. Deciding the same twice changes nothing."""
    made = Decision(str(question.pk), question.state, state)
    Question.objects.filter(pk=question.pk).update(state=state)
    question.state = state
    return made


def approve_sound(*, unit: Unit) -> list[Decision]:
    """Approve every question to review in which lint finds nothing at all."""
    made = [
        Decision(str(question.pk), Question.State.DRAFTED, Question.State.APPROVED)
        for question in unit.questions.to_review().whole()
        if not checking.of_question(question)
    ]
    sound = unit.questions.filter(pk__in=[each.question for each in made])
    sound.filter(state=Question.State.DRAFTED).update(state=Question.State.APPROVED)
    return made


@transaction.atomic
def take_back(*, unit: Unit, decisions: Iterable[Decision]) -> int:
    """Undo decisions, except where a question was decided differently since; say how many."""
    return sum(
        unit.questions.filter(pk=each.question, state=each.after).update(state=each.before)
        for each in decisions
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
