"""Learning from an answer: what it moves of mastery and of review, in its own transaction.

Both rest on ``Response`` alone, and ``quiz.rebuilding`` comes to the same by going through the
whole history again.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from config import prepared
from config.prepared import Prepared
from quiz import mastery, rebuilding, spacing
from quiz.models import Learner, Mastery, Response, Review


def _mastery(learner: UUID, skill: str) -> QuerySet[Mastery, Mastery]:
    return Mastery.objects.filter(learner=learner, skill=skill).order_by()


def _review(learner: UUID, skill: str) -> QuerySet[Review, Review]:
    return Review.objects.filter(learner=learner, skill=skill).order_by()


def _earlier(learner: UUID, version: int, skill: str, but: int) -> QuerySet[Response, datetime]:
    same = Response.objects.filter(attempt__learner=learner, version=version, skill=skill)
    times = same.exclude(pk=but).order_by("-answered_at")
    return times.values_list("answered_at", flat=True)[:1]


_mastery_of = Prepared(_mastery, UUID, str)
_review_of = Prepared(_review, UUID, str)
_earlier_of = Prepared(_earlier, UUID, int, str, int)


def learn(learner: Learner, response: Response, *, options: int) -> None:
    """Take in an answer that was just given."""
    row = _mastery_of.first(learner.pk, response.skill)
    if row and response.answered_at < row.last_at:  # history that arrives late
        rebuilding.rebuild(learner=learner, skill=response.skill)
        return
    row = row or Mastery(learner=learner, skill=response.skill)
    if mastery.counts(at=response.answered_at, seen_before=_seen_before(learner, response)):
        _rate(row, response, options=options)
        _space(learner, response)
    row.last_at = response.answered_at
    _write(row)


def _rate(row: Mastery, response: Response, *, options: int) -> None:
    moved = mastery.after(
        row.estimate, correct=response.correct, difficulty=response.difficulty, options=options
    )
    row.rating, row.uncertainty = moved.rating, moved.uncertainty
    row.answers, row.right = moved.answers, moved.right


def _space(learner: Learner, response: Response) -> None:
    row = _review_of.first(learner.pk, response.skill)
    before = row.due if row else None
    on = timezone.localdate(response.answered_at)
    due = spacing.after(before, on=on, right=response.correct)
    if due != before:
        row = row or Review(learner=learner, skill=response.skill)
        row.step, row.last_on, row.due_on = due.step, due.last_on, due.due_on
        _write(row)


def _write(row: Mastery | Review) -> None:
    if row.pk:
        prepared.update(row)
    else:
        prepared.insert(row)


def _seen_before(learner: Learner, response: Response) -> datetime | None:
    """When the learner last answered the same question for this skill, in any attempt."""
    return _earlier_of.first(learner.pk, response.version_id, response.skill, response.pk)
