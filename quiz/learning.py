"""Learning from an answer: what it moves of mastery and of review, in its own transaction.

Both rest on ``Response`` alone, and ``quiz.rebuilding`` comes to the same by going through the
whole history again.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from quiz import mastery, rebuilding, spacing
from quiz.models import Learner, Mastery, Response, Review


def learn(learner: Learner, response: Response, *, options: int) -> None:
    """Take in an answer that was just given."""
    row = Mastery.objects.filter(learner=learner, skill=response.skill).first()
    if row and response.answered_at < row.last_at:  # history that arrives late
        rebuilding.rebuild(learner=learner, skill=response.skill)
        return
    row = row or Mastery(learner=learner, skill=response.skill)
    if mastery.counts(at=response.answered_at, seen_before=_seen_before(learner, response)):
        _rate(row, response, options=options)
        _space(learner, response)
    row.last_at = response.answered_at
    row.save()


def _rate(row: Mastery, response: Response, *, options: int) -> None:
    moved = mastery.after(
        row.estimate, correct=response.correct, difficulty=response.difficulty, options=options
    )
    row.rating, row.uncertainty = moved.rating, moved.uncertainty
    row.answers, row.right = moved.answers, moved.right


def _space(learner: Learner, response: Response) -> None:
    row = Review.objects.filter(learner=learner, skill=response.skill).first()
    before = row.due if row else None
    on = timezone.localdate(response.answered_at)
    due = spacing.after(before, on=on, right=response.correct)
    if due != before:
        row = row or Review(learner=learner, skill=response.skill)
        row.step, row.last_on, row.due_on = due.step, due.last_on, due.due_on
        row.save()


def _seen_before(learner: Learner, response: Response) -> datetime | None:
    """When the learner last answered the same question for this skill, in any attempt."""
    earlier = Response.objects.filter(
        attempt__learner=learner, version=response.version, skill=response.skill
    )
    times = earlier.exclude(pk=response.pk).order_by("-answered_at")
    return times.values_list("answered_at", flat=True).first()
