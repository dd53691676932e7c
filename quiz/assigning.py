"""Setting work for a class: once per press of the button, and changed without harm to anybody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from quiz import working
from quiz.models import Accommodation, Assignment, Attempt, Classroom, Enrolment


def set_work(
    *, classroom: Classroom, ticket: UUID, seats: Iterable[Enrolment], **rules: Any
) -> tuple[Assignment, bool]:
    """Set work for the class, or for some seats. A ticket sets one, however often it arrives."""
    try:
        with transaction.atomic():
            work = Assignment.objects.create(classroom=classroom, ticket=ticket, **rules)
            work.seats.set(seats)
    except IntegrityError:
        there = Assignment.objects.filter(ticket=ticket, classroom=classroom).first()
        if there is None:
            raise
        return there, False
    return work, True


@transaction.atomic
def take_off(*, work: Assignment) -> None:
    """Take work off the list. A start that is under way is waited for, and finds it gone after."""
    Assignment.objects.select_for_update().filter(pk=work.pk).first()
    work.delete()


@transaction.atomic
def change(*, work: Assignment, seats: Iterable[Enrolment], **rules: Any) -> Assignment:
    """Change the rules. Every answer stays, and a try that is under way gets its new end.

    A try that only the clock had ended goes on, if by the new rules it has time left and the
    learner has not begun another since. ``Assignment.DoesNotExist`` when a colleague took it off
    the list meanwhile.
    """
    Assignment.objects.select_for_update().get(pk=work.pk)
    for name, value in rules.items():
        setattr(work, name, value)
    work.save()
    work.seats.set(seats)
    retime(work)
    return work


def retime(work: Assignment) -> None:
    """Give every attempt at the work the end that the rules say now."""
    now = timezone.now()
    given = Accommodation.objects.filter(learner__attempts__assignment=work)
    extra = dict(given.values_list("learner", "extra_time"))
    may_move = Q(closes_at__isnull=False) | Q(finished_at=None)
    # By the column: ordering by the learner would lock learners too, and after the work.
    rows = work.attempts.select_for_update().filter(may_move).order_by("learner_id", "-started_at")
    newest: set[UUID] = set()
    moved = []
    for attempt in rows:
        if attempt.learner_id in newest and attempt.finished_at:
            continue  # a later try took its place
        newest.add(attempt.learner_id)
        more = extra.get(attempt.learner_id, 0)
        if working.retime(attempt, work=work, extra=more, now=now):
            moved.append(attempt)
    Attempt.objects.bulk_update(moved, ["closes_at", "finished_at"])
