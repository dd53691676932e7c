"""Accommodations: what makes the work fair for one learner, wherever they work.

They are the learner's and the class's teachers' to see, and nobody else's.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from curriculum.models import QuestionVersion
from quiz import shuffling, working
from quiz.models import Accommodation, Learner, Response
from quiz.shuffling import Laid

NAMES = ("extra_time", "fewer_choices", "larger_text", "read_aloud")


def of(learner: Learner) -> Accommodation:
    """What the learner works with: unsaved and empty where nothing was given."""
    given: Accommodation | None = getattr(learner, "accommodation", None)
    return given or Accommodation(learner=learner)


@transaction.atomic
def give(*, learner: Learner, **given: Any) -> Accommodation:
    """Set what the learner works with from now on. A clock that is running gets the extra time."""
    if not Learner.objects.hold(learner.pk):
        raise Learner.DoesNotExist
    row, _ = Accommodation.objects.update_or_create(learner=learner, defaults=given)
    now = timezone.now()
    running = learner.attempts.filter(finished_at=None, assignment__minutes__isnull=False)
    for attempt in running.select_for_update(of=("self",)).select_related("assignment"):
        work = attempt.assignment
        if work and working.retime(attempt, work=work, extra=row.extra_time, now=now):
            attempt.save(update_fields=["closes_at"])
    return row


def merge(giver: Learner, *, into: Learner) -> None:
    """When two become one, the learner keeps whatever helped either of them."""
    ours, theirs = of(into), of(giver)
    if theirs.pk:
        kept = {name: max(getattr(ours, name), getattr(theirs, name)) for name in NAMES}
        Accommodation.objects.update_or_create(learner=into, defaults=kept)


def lay_out(version: QuestionVersion, *, learner: Learner) -> list[Laid]:
    """The choices as this learner meets them now."""
    fewer = of(learner).fewer_choices
    return shuffling.lay_out(version, learner=learner.pk, fewer=fewer)


def lay_out_again(version: QuestionVersion, *, learner: UUID, response: Response) -> list[Laid]:
    """The choices as they were when this answer was given, whatever holds by now."""
    fewer = response.options is not None and response.options < len(version.choices.all())
    return shuffling.lay_out(version, learner=learner, fewer=fewer, keep=response.choice_id)


def words(row: Accommodation) -> list[str]:
    """What it comes to, one thing a line."""
    said = [
        (row.extra_time, f"extra time ({row.get_extra_time_display().lower()})"),
        (row.fewer_choices, "one wrong answer less to weigh"),
        (row.larger_text, "larger text"),
        (row.read_aloud, "texts read aloud by the browser"),
    ]
    return [line for holds, line in said if holds]
