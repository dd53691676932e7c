"""Progress from its source: mastery and review recomputed from the answers that were given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count, QuerySet
from django.utils import timezone

from curriculum.models import QuestionVersion
from quiz import mastery, spacing
from quiz.models import Learner, Mastery, Response, Review


@dataclass(frozen=True, slots=True)
class Progress:
    """What follows for one learner and one skill, or what is kept of it."""

    estimate: mastery.Estimate | None
    last_at: datetime | None
    due: spacing.Due | None


@dataclass(frozen=True, slots=True)
class History:
    """The answers of one learner at one skill, oldest first."""

    learner: UUID
    skill: str
    answers: list[mastery.Answer]

    def trace(self) -> Iterator[tuple[mastery.Answer, mastery.Estimate]]:
        """Each answer that counts, and what was believed before it."""
        return mastery.trace(self.answers)

    @property
    def progress(self) -> Progress:
        """What they come to."""
        days = [(timezone.localdate(answer.at), answer.correct) for answer, _ in self.trace()]
        return Progress(mastery.replay(self.answers), self.answers[-1].at, spacing.replay(days))


def histories(answers: QuerySet[Response] | None = None) -> Iterator[History]:
    """Go through answers again, oldest first: everybody's, or the whole histories given."""
    rows = Response.objects.all() if answers is None else answers
    versions = QuestionVersion.objects.filter(pk__in=rows.order_by().values("version"))
    options = dict(versions.annotate(options=Count("choices")).values_list("pk", "options"))
    plain = rows.order_by("attempt__learner", "skill", "answered_at", "pk").values_list(
        "attempt__learner", "skill", "options", "version", "answered_at", "correct", "difficulty"
    )
    for (who, what), group in groupby(plain.iterator(), key=lambda row: (row[0], row[1])):
        told = [mastery.Answer(*row[3:], options=row[2] or options[row[3]]) for row in group]
        yield History(who, what, told)


def differences() -> list[str]:
    """Where what is kept differs from what the answers say, both as of one moment; nothing is
    written, and nobody who answers meanwhile has to wait."""
    with _one_moment():
        kept = _kept()
        told = {(each.learner, each.skill): each.progress for each in histories()}
    return [
        f"learner {learner}, {skill}: kept {kept.get((learner, skill))}, "
        f"answers say {told.get((learner, skill))}"
        for learner, skill in sorted(kept.keys() | told.keys(), key=str)
        if kept.get((learner, skill)) != told.get((learner, skill))
    ]


@contextmanager
def _one_moment() -> Iterator[None]:
    """Let everything that is read inside be of the moment of the first look.

    ``atomic`` would not do: PostgreSQL shows each query what was committed by then, and SQLite,
    whose transactions begin IMMEDIATE here, would keep everybody from answering.
    """
    if connection.in_atomic_block:
        yield
        return
    isolated = " ISOLATION LEVEL REPEATABLE READ" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"BEGIN{isolated}")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _kept() -> dict[tuple[UUID, str], Progress]:
    dues = {(row.learner_id, row.skill): row.due for row in Review.objects.all()}
    kept = {
        (row.learner_id, row.skill): Progress(
            row.estimate, row.last_at, dues.pop((row.learner_id, row.skill), None)
        )
        for row in Mastery.objects.all()
    }
    return kept | {key: Progress(None, None, due) for key, due in dues.items()}


def rebuild(*, learner: Learner | None = None, skill: str | None = None) -> int:
    """Put what the answers say in place of what was kept. Returns how many skills that is.

    Each learner has a transaction: whoever answers meanwhile waits for their own figures alone.
    """
    everybody = Learner.objects.values_list("pk", flat=True)
    return sum(_rebuild(who, skill) for who in ([learner.pk] if learner else list(everybody)))


@transaction.atomic
def _rebuild(learner: UUID, skill: str | None) -> int:
    Learner.objects.hold(learner)
    wanted = {"learner": learner} | ({"skill": skill} if skill else {})
    answers = Response.objects.filter(attempt__learner=learner)
    told = list(histories(answers.filter(skill=skill) if skill else answers))
    Mastery.objects.filter(**wanted).delete()
    Review.objects.filter(**wanted).delete()
    Mastery.objects.bulk_create([as_mastery(each) for each in told])
    Review.objects.bulk_create([_review(each) for each in told])
    return len(told)


def as_mastery(history: History) -> Mastery:
    """A history as the row that it comes to, not saved."""
    progress = history.progress
    assert progress.estimate
    assert progress.last_at
    return Mastery(
        learner_id=history.learner,
        skill=history.skill,
        rating=progress.estimate.rating,
        uncertainty=progress.estimate.uncertainty,
        answers=progress.estimate.answers,
        right=progress.estimate.right,
        last_at=progress.last_at,
    )


def _review(history: History) -> Review:
    due = history.progress.due
    assert due
    return Review(
        learner_id=history.learner,
        skill=history.skill,
        step=due.step,
        last_on=due.last_on,
        due_on=due.due_on,
    )
