"""Leaving: a learner asks to be erased, thinks it over for a week, and is; and old data goes.

Every verb is safe to repeat, and to run twice at the same moment.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from quiz.models import Classroom, Erasure, Learner

COOLING_OFF = timedelta(days=7)


@transaction.atomic
def ask(*, learner: Learner, at_once: bool = False) -> Erasure | None:
    """Note the wish; the first one counts. None when the learner is gone already."""
    if not Learner.objects.hold(learner.pk):
        return None
    now = timezone.now()
    erasure, _ = Erasure.objects.get_or_create(
        learner=learner, defaults={"asked_at": now, "due_at": now + COOLING_OFF}
    )
    return _erase(erasure, now) if at_once else erasure


@transaction.atomic
def take_back(*, learner: Learner) -> bool:
    """Stay after all. False when there was nothing to take back."""
    Learner.objects.hold(learner.pk)
    return bool(Erasure.objects.filter(learner=learner, done_at=None).delete()[0])


@transaction.atomic
def carry_out(erasure: Erasure) -> bool:
    """Erase the learner if the day has come, and the wish was not taken back meanwhile."""
    if erasure.learner_id:
        Learner.objects.hold(erasure.learner_id)
    now = timezone.now()
    waiting = Erasure.objects.select_for_update().filter(done_at=None, due_at__lte=now)
    found = waiting.filter(pk=erasure.pk).first()
    if found is None:
        return False
    _erase(found, now)
    return True


def overdue(learner: Learner | None) -> bool:
    """Whether the learner's day has come. Then it is done now, whatever the schedule says."""
    erasure: Erasure | None = getattr(learner, "erasure", None)
    if erasure is None or not erasure.due:
        return False
    carry_out(erasure)
    return True


def due() -> QuerySet[Erasure]:
    """The wishes whose day has come, and those whose learner went some other way."""
    return Erasure.objects.filter(done_at=None, due_at__lte=timezone.now())


def old_walk_ins() -> QuerySet[Learner]:
    """Walk-ins who did nothing for ``WALK_IN_DAYS``, with what there is of theirs."""
    if not settings.WALK_IN_DAYS:
        return Learner.objects.none()
    cut = timezone.now() - timedelta(days=settings.WALK_IN_DAYS)
    nobody = Learner.objects.filter(user=None, enrolments=None, created_at__lt=cut)
    idle = (
        nobody.exclude(attempts__responses__answered_at__gte=cut)
        .exclude(attempts__lessons_done__done_at__gte=cut)
        .exclude(attempts__started_at__gte=cut)
    )
    counted = idle.annotate(
        answers=Count("attempts__responses"), last_at=Max("attempts__responses__answered_at")
    )
    return counted.order_by("created_at")


def old_classes() -> QuerySet[Classroom]:
    """Classes in which nobody answered for ``CLASS_DAYS``. They are named, and never deleted."""
    if not settings.CLASS_DAYS:
        return Classroom.objects.none()
    cut = timezone.now() - timedelta(days=settings.CLASS_DAYS)
    answered = "enrolments__learner__attempts__responses__answered_at"
    idle = Classroom.objects.filter(created_at__lt=cut).exclude(**{f"{answered}__gte": cut})
    counted = idle.annotate(seats=Count("enrolments", distinct=True), last_at=Max(answered))
    return counted.select_related("owner").order_by("created_at")


@transaction.atomic
def let_go(walk_in: UUID) -> bool:
    """Delete an old walk-in, unless they came back or were deleted in this very moment."""
    Learner.objects.hold(walk_in)
    found = old_walk_ins().filter(pk=walk_in).first()
    if found:
        found.delete()
    return found is not None


def _erase(erasure: Erasure, now: datetime) -> Erasure:
    """Everything of the learner's goes with their row; the receipt stays, and knows nobody."""
    learner = erasure.learner
    erasure.learner, erasure.done_at = None, now
    erasure.save(update_fields=["learner", "done_at"])
    if learner:
        learner.delete()
    return erasure
