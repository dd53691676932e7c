"""Setting work for a class: once per press of the button, and changed without harm to anybody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
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
def change(*, work: Assignment, seats: Iterable[Enrolment], **rules: Any) -> Assignment:
    """Change the rules. Every answer stays, and a try that is under way gets its new end.

    A try that only the clock had ended goes on, if by the new rules it has time left and the
    learner has not begun another since.
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
    rows = work.attempts.select_for_update().filter(closes_at__isnull=False)
    begun = work.attempts.select_for_update().filter(finished_at=None)
    rows = (rows | begun).order_by("learner", "-started_at")
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
