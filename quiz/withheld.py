"""What a learner may see of themselves while answers wait for the day on which work is due.

Mastery moves with every answer, at once: it is what the teacher sees, and what decides the review.
But a learner who saw "6 of 8 right" turn into "7 of 9" would have read off the last answer. So as
long as answers wait, their own pages and files show every skill as it stood without those answers,
and no day of review that follows from them; on the due date they join the rest by themselves.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone

from quiz import rebuilding
from quiz.models import Assignment, Learner, Mastery, Response, Review


def answers(learner: Learner) -> QuerySet[Response]:
    """The answers of which the learner may know by now whether they were right."""
    return Response.objects.filter(attempt__learner=learner).disclosed()


def waits(learner: Learner) -> bool:
    """Whether any of the learner's work keeps its answers until it is due."""
    later = Assignment.objects.filter(
        feedback=Assignment.Feedback.AFTER_DUE, due_at__gt=timezone.now()
    )
    return learner.attempts.filter(assignment__in=later).exists()


def reviews(learner: Learner) -> QuerySet[Review]:
    """When skills come round, without those whose day would tell how a waiting answer went."""
    every = Response.objects.filter(attempt__learner=learner)
    waiting = every.exclude(pk__in=answers(learner).values("pk"))
    rows: QuerySet[Review] = learner.reviews.exclude(skill__in=waiting.values("skill"))
    return rows.order_by("due_on", "skill")


def masteries(learner: Learner) -> list[Mastery]:
    """What the learner's answers come to, without those that wait."""
    if not waits(learner):
        return list(learner.masteries.all())
    return [rebuilding.as_mastery(each) for each in rebuilding.histories(answers(learner))]
