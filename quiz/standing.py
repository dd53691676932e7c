"""Where a learner stands with set work: not open yet, started, late, done; and what may be done.

Nothing is kept of it: it follows from the work's rules, the learner's attempts and the time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.utils import timezone

from curriculum.reading.types import Problem
from quiz import spoken
from quiz.models import Accommodation, Assignment, Attempt, Learner, Pass


@dataclass(frozen=True)
class Standing:
    """One learner and one piece of set work, at one moment."""

    work: Assignment
    attempts: list[Attempt]  # the learner's own at this work, newest first
    passed: bool = False
    extra_time: int = 0  # in hundredths
    at: datetime = field(default_factory=timezone.now)

    @property
    def open(self) -> Attempt | None:
        """The try that can be gone on with."""
        return next((each for each in self.attempts if not each.shut(self.at)), None)

    @cached_property
    def ended(self) -> list[Attempt]:
        """The tries that are over: finished, or out of time."""
        return [each for each in self.attempts if each.shut(self.at)]

    @property
    def done(self) -> bool:
        """Whether there is something to look back at."""
        return bool(self.ended)

    @property
    def early(self) -> bool:
        """Whether it is not open yet."""
        return not self.work.opened(self.at)

    @property
    def tries_left(self) -> int | None:
        """How often the learner may still begin; nothing where there is no limit."""
        return None if self.work.tries is None else max(0, self.work.tries - len(self.attempts))

    @property
    def late(self) -> bool:
        """Whether it is due by now and was not done."""
        return self.work.overdue(self.at) and not self.done and not self.passed

    @property
    def minutes(self) -> int | None:
        """How long a try may take this learner."""
        limit = self.work.minutes
        return limit and round(limit * (100 + self.extra_time) / 100)

    @property
    def problem(self) -> Problem | None:
        """Why the learner cannot begin now, if they cannot."""
        opens, due = self.work.opens_at, self.work.due_at
        if self.early and opens:
            return Problem("not-open", f"This work opens on {spoken.moment(opens)}.")
        if self.open is None and self.work.closed(self.at) and due:
            return Problem("closed", f"This work closed on {spoken.moment(due)}.")
        if self.open is None and self.tries_left == 0:
            had = spoken.tries(len(self.attempts))
            return Problem("no-tries", f"You have had {had} at this work. There are no more.")
        return None

    @property
    def state(self) -> str:
        """In a word or two, as the learner reads it."""
        if self.passed and not self.done:
            return "passed"
        if self.early:
            return "not open yet"
        if self.open:
            return "started" if not self.late else "started, and late"
        if self.done:
            return "done"
        if self.late:
            return "closed" if self.work.closed(self.at) else "late"
        return "not started"

    @property
    def when(self) -> str:
        """The date that matters next."""
        opens, due = self.work.opens_at, self.work.due_at
        if self.early and opens:
            return f"opens {spoken.moment(opens)}"
        if due is None:
            return ""
        return f"{'was due' if self.work.overdue(self.at) else 'due'} {spoken.moment(due)}"

    @property
    def tries(self) -> str:
        """How many tries are left, where that is limited and one may begin."""
        left = self.tries_left
        if left is None or self.problem:
            return ""
        return f"{spoken.tries(left) if left else 'no try'} left"

    @property
    def waits_until(self) -> str:
        """When the learner sees what was right, where that has still to come."""
        due = self.work.due_at
        return spoken.moment(due) if due and not self.work.discloses(self.at) else ""

    @property
    def words(self) -> str:
        """State, date and tries on one line."""
        return " · ".join(part for part in (self.state, self.when, self.tries) if part)

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """Which work comes first where a unit was set more than once: what is under way, then
        what may begin, then what was set last."""
        return (self.open is not None, self.problem is None and not self.done, self.work.pk)


def standings(
    learner: Learner, works: Iterable[Assignment], *, at: datetime | None = None
) -> list[Standing]:
    """Where the learner stands with each of these, in their order. Four queries in all, or one."""
    rows = list(works)
    if not rows:
        return []
    tried: defaultdict[int | None, list[Attempt]] = defaultdict(list)
    for attempt in learner.attempts.filter(assignment__in=rows).order_by("-started_at"):
        tried[attempt.assignment_id].append(attempt)
    units = [work.unit_id for work in rows]
    passes = Pass.objects.filter(learner=learner, unit__in=units).values_list("unit", flat=True)
    passed = set(passes)
    given = Accommodation.objects.filter(learner=learner).values_list("extra_time", flat=True)
    extra, now = given.first() or 0, at or timezone.now()
    return [
        Standing(work, tried[work.pk], work.unit_id in passed, extra_time=extra, at=now)
        for work in rows
    ]
