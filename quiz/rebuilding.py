"""Progress from its source: every mastery recomputed from the answers that were given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db import transaction
from django.db.models import Count

from curriculum.models import QuestionVersion
from quiz import mastery
from quiz.models import Learner, Mastery, Response


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the answers of one learner at one skill come to."""

    learner: UUID
    skill: str
    estimate: mastery.Estimate
    last_at: datetime


def replay(*, learner: UUID | None = None, skill: str | None = None) -> Iterator[Replayed]:
    """Go through the answers again, oldest first: everybody's, or one learner's or skill's."""
    rows = Response.objects.order_by("attempt__learner", "skill", "answered_at", "pk")
    if learner:
        rows = rows.filter(attempt__learner=learner)
    if skill:
        rows = rows.filter(skill=skill)
    versions = QuestionVersion.objects.filter(pk__in=rows.order_by().values("version"))
    options = dict(versions.annotate(options=Count("choices")).values_list("pk", "options"))
    plain = rows.values_list(
        "attempt__learner", "skill", "version", "answered_at", "correct", "difficulty"
    )
    for (who, what), group in groupby(plain.iterator(), key=lambda row: (row[0], row[1])):
        history = [mastery.Answer(*row[2:], options=options[row[2]]) for row in group]
        yield Replayed(who, what, mastery.replay(history), history[-1].at)


def differences() -> list[str]:
    """Where the masteries that are kept differ from what the answers say; nothing is written."""
    kept = {
        (row.learner_id, row.skill): Replayed(row.learner_id, row.skill, row.estimate, row.last_at)
        for row in Mastery.objects.all()
    }
    told = {(each.learner, each.skill): each for each in replay()}
    return [
        f"learner {learner}, {skill}: kept {kept.get((learner, skill))}, "
        f"answers say {told.get((learner, skill))}"
        for learner, skill in sorted(kept.keys() | told.keys(), key=str)
        if kept.get((learner, skill)) != told.get((learner, skill))
    ]


def rebuild(*, learner: Learner | None = None, skill: str | None = None) -> int:
    """Put what the answers say in place of what was kept. Returns how many masteries there are.

    Each learner has a transaction: whoever answers meanwhile waits for their own figures alone.
    """
    everybody = Learner.objects.values_list("pk", flat=True)
    return sum(_rebuild(who, skill) for who in ([learner.pk] if learner else list(everybody)))


@transaction.atomic
def _rebuild(learner: UUID, skill: str | None) -> int:
    Learner.objects.hold(learner)
    told = list(replay(learner=learner, skill=skill))
    kept = Mastery.objects.filter(learner=learner)
    (kept.filter(skill=skill) if skill else kept).delete()
    Mastery.objects.bulk_create([_row(each) for each in told])
    return len(told)


def _row(each: Replayed) -> Mastery:
    return Mastery(
        learner_id=each.learner,
        skill=each.skill,
        rating=each.estimate.rating,
        uncertainty=each.estimate.uncertainty,
        answers=each.estimate.answers,
        right=each.estimate.right,
        last_at=each.last_at,
    )
