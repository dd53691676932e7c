"""Reviewing: today's review, with an end; and what comes back when.

At most eight questions, one for each skill that is due, and one review a day: whoever has done it
is done for today. What it asks is drawn when it begins and stays, so that it can be gone on with
on any device.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db import transaction
from django.utils import timezone

from curriculum.models import EditionQuestion
from curriculum.skills import SKILLS, Skill
from quiz import drawing, withheld
from quiz.itinerary import Itinerary
from quiz.models import Attempt, Drawn, Learner, Response, Review

QUESTIONS = 8  # of one review at the most: about five minutes


class Today:
    """Where a learner stands with today's review."""

    def __init__(self, learner: Learner, *, at: datetime | None = None) -> None:
        self.learner = learner
        self.day = timezone.localdate(at)

    @cached_property
    def due(self) -> list[Review]:
        """The skills that are due, those that have waited longest first."""
        return [row for row in self._reviews if row.due_on <= self.day]

    @cached_property
    def next_on(self) -> date | None:
        """The next day on which something is due. What today had no room for comes tomorrow."""
        if self.done and self.due:
            return self.day + timedelta(days=1)
        later = (row.due_on for row in self._reviews if row.due_on > self.day)
        return next(later, None)

    @property
    def questions(self) -> int:
        """How many questions a review that begins now may have."""
        return min(len(self.due), QUESTIONS)

    @cached_property
    def open(self) -> Attempt | None:
        """The review that can be gone on with, be it from today or from earlier."""
        return next((each for each in self._attempts if each.finished_at is None), None)

    @cached_property
    def done(self) -> Attempt | None:
        """The review that was finished today."""
        ended = ((each, each.finished_at) for each in self._attempts)
        return next((a for a, at in ended if at and timezone.localdate(at) == self.day), None)

    @property
    def ready(self) -> bool:
        """Whether there is something to do now."""
        return self.open is not None or (self.done is None and bool(self.due))

    @cached_property
    def _reviews(self) -> list[Review]:
        return list(withheld.reviews(self.learner))

    @cached_property
    def _attempts(self) -> list[Attempt]:
        rows = self.learner.attempts.filter(kind=Attempt.Kind.REVIEW)
        return list(rows.order_by("-started_at")[:5])


@transaction.atomic
def start(*, learner: Learner, at: datetime | None = None) -> Attempt | None:
    """Begin today's review, or go on with it. None where there is nothing to ask.

    ``Learner.DoesNotExist`` when the learner was erased meanwhile.
    """
    if not Learner.objects.hold(learner.pk):  # two taps draw once
        raise Learner.DoesNotExist
    now = at or timezone.now()
    today = Today(learner, at=now)
    if today.open or today.done:
        return today.open or today.done
    skills = [row.skill for row in today.due[:QUESTIONS]]
    versions = drawing.draw(learner, skills=skills, at=now)
    if not versions:
        return None
    attempt = Attempt.objects.create(learner=learner, kind=Attempt.Kind.REVIEW, started_at=now)
    Drawn.objects.bulk_create(
        Drawn(attempt=attempt, position=position, version_id=version)
        for position, version in enumerate(versions, start=1)
    )
    return attempt


@dataclass(frozen=True, slots=True)
class Returned:
    """One question of a review: how it went, and when its skill comes back."""

    asked: EditionQuestion | Drawn
    response: Response
    skill: Skill
    due_on: date | None


class Returns:
    """What a review came to, and when its skills come back."""

    def __init__(self, itinerary: Itinerary) -> None:
        self.itinerary = itinerary

    @cached_property
    def rows(self) -> list[Returned]:
        """Its questions, soonest back first."""
        told = withheld.reviews(self.itinerary.attempt.learner)
        due = dict(told.values_list("skill", "due_on"))
        given = self.itinerary.responses
        rows = [
            Returned(asked, response, SKILLS[response.skill], due.get(response.skill))
            for asked in self.itinerary.asked.values()
            if (response := given.get(asked.version_id))
        ]
        return sorted(rows, key=lambda row: (row.due_on or date.max, row.asked.position))

    @property
    def right(self) -> int:
        """How many were right."""
        return sum(row.response.correct for row in self.rows)
