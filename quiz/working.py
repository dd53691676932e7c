"""Working on what was set: starting by its rules, and ending when the time is up.

The clock is the server's. An answer that was sent in time may travel for ``TRAVEL``, fifteen
seconds, and still counts as in time. Nothing runs in the background: whoever touches an attempt
whose time is up finds it ended then, at the moment at which its time was up.

Locks are taken in one order, so that nobody waits in a circle: learner, assignment, attempt.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from config.prepared import Prepared
from curriculum.reading.types import Problem
from quiz.models import Accommodation, Assignment, Attempt, Learner
from quiz.standing import Standing

GONE = Problem("gone", "Your teacher has taken this work off the list.")
SHUT = Problem(
    "shut", "The time was up before this answer arrived, so it was not saved. All others are."
)


def _with_its_rules(attempt: UUID) -> QuerySet[Attempt, Attempt]:
    return Attempt.objects.select_related("assignment").filter(pk=attempt).order_by()


_current = Prepared(_with_its_rules, UUID)


class Shut(Exception):
    """The attempt takes no answer any more. Its message is ``SHUT``."""


@transaction.atomic
def start(*, learner: Learner, work: Assignment, at: datetime | None = None) -> Attempt | Problem:
    """Begin the work, go on with the try that is open, or say why neither is possible."""
    if not Learner.objects.hold(learner.pk):
        raise Learner.DoesNotExist
    now = at or timezone.now()
    locked = Assignment.objects.select_for_update(of=("self",)).select_related("unit", "edition")
    found = locked.filter(pk=work.pk).first()
    if found is None:
        return GONE
    attempts = list(found.attempts.filter(learner=learner))
    for each in attempts:
        end_if_due(each, at=now)
    standing = Standing(found, attempts, at=now)
    if standing.problem or standing.open:
        return standing.problem or standing.open or GONE
    edition = found.current_edition
    if edition is None:
        return GONE
    attempt = _own(learner, found) or Attempt(learner=learner, edition=edition, started_at=now)
    attempt.assignment, attempt.classroom_id = found, found.classroom_id
    attempt.closes_at = found.closes_for(attempt.started_at, extra_time=extra_time(learner))
    attempt.save()
    return attempt


def _own(learner: Learner, work: Assignment) -> Attempt | None:
    """What the learner began before it was set becomes their work, if that breaks no rule."""
    if work.minutes or work.feedback != work.Feedback.NOW:
        return None
    own = learner.attempts.filter(assignment=None, finished_at=None)
    return own.filter(edition=work.current_edition).first()


def extra_time(learner: Learner) -> int:
    """How much longer a time limit is for this learner, in hundredths."""
    given = Accommodation.objects.filter(learner=learner).values_list("extra_time", flat=True)
    return given.first() or 0


def end_if_due(attempt: Attempt, *, at: datetime | None = None) -> Attempt:
    """End an attempt whose time is up, as of then. What was not answered stays unanswered."""
    if attempt.finished_at is None and attempt.out_of_time(at) and attempt.closes_at:
        ended = max(attempt.closes_at, attempt.started_at)
        still = Attempt.objects.filter(pk=attempt.pk, finished_at=None, closes_at=attempt.closes_at)
        if still.update(finished_at=ended):
            attempt.finished_at = ended
        else:  # ended, or given more time, in this very moment
            attempt.refresh_from_db(fields=["finished_at", "closes_at"])
    return attempt


def as_it_is_now(attempt: Attempt) -> Attempt:
    """The attempt read again, where its times may have moved since it was looked up."""
    if attempt.assignment_id is None and attempt.closes_at is None:
        return attempt
    (current,) = _current(attempt.pk)
    return current


def retime(attempt: Attempt, *, work: Assignment, extra: int, now: datetime) -> bool:
    """Move the end of an attempt to what the rules say now. Whether anything changed.

    A try that the clock had ended opens again if there is time left by the new rules.
    """
    before = (attempt.closes_at, attempt.finished_at)
    by_the_clock = attempt.closes_at and attempt.finished_at == max(
        attempt.closes_at, attempt.started_at
    )
    attempt.closes_at = work.closes_for(attempt.started_at, extra_time=extra)
    if by_the_clock and not attempt.out_of_time(now):
        attempt.finished_at = None
    return before != (attempt.closes_at, attempt.finished_at)


def let_go(work: Assignment) -> None:
    """Before work goes: what was begun can be finished without it, and no clock runs on.

    Where a learner has another open attempt at the same edition, this one ends, since a learner
    has one of their own.
    """
    twins = Attempt.objects.filter(
        learner=OuterRef("learner"), edition=OuterRef("edition"), finished_at=None
    ).exclude(pk=OuterRef("pk"))
    begun = work.attempts.filter(finished_at=None)
    begun.filter(Exists(twins)).update(finished_at=timezone.now())
    begun.update(closes_at=None)
