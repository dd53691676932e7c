"""What became of the work that a class was set: who stands where, for its teacher. Four queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Min, Q
from django.utils import timezone

from quiz import rules
from quiz.models import Assignment, Attempt, Classroom, Enrolment, Pass
from quiz.models.assignment import TRAVEL


@dataclass(slots=True)
class UnitWork:
    """A piece of set work, and who stands where with it. Whoever is late is in another list too."""

    row: Assignment
    seats: list[str] = field(default_factory=list)  # whom it is for; empty: the whole class
    not_started: list[str] = field(default_factory=list)
    working: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)  # they would rather not read it
    late: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its rules in a sentence."""
        return rules.summary(self.row)

    def note(self, name: str, told: Tried | None, *, passed: bool, at: datetime) -> None:
        """Put somebody where they belong."""
        done_at = told.done_at if told else None
        if passed and not done_at:
            self.passed.append(name)
        elif told is None:
            self.not_started.append(name)
        else:
            (self.done if done_at else self.working).append(name)
        if self.row.marks_late(done_at or at) and not (passed and not done_at):
            self.late.append(name)


@dataclass(frozen=True, slots=True)
class Tried:
    """What somebody's tries at it come to."""

    done_at: datetime | None  # when the first one was done, or its time was up


class ClassWork:
    """The set work of a class, and where each of its seats stands with it."""

    def __init__(self, classroom: Classroom, seats: Iterable[Enrolment]) -> None:
        self.classroom = classroom
        self.present = list(seats)
        self.now = timezone.now()

    @cached_property
    def rows(self) -> list[UnitWork]:
        """Each piece of work with its lists of names, in the order in which it was set."""
        works = self.classroom.assignments.select_related("unit", "edition")
        return [self._stand(row) for row in works.prefetch_related("seats")]

    def _stand(self, row: Assignment) -> UnitWork:
        chosen = {seat.pk for seat in row.seats.all()}
        mine = [seat for seat in self.present if not chosen or seat.pk in chosen]
        work = UnitWork(row, [seat.name for seat in mine] if chosen else [])
        for seat in mine:
            told = self._tried.get((row.pk, seat.learner_id))
            passed = (seat.learner_id, row.unit_id) in self._passes
            work.note(seat.name, told, passed=passed, at=self.now)
        return work

    @cached_property
    def _tried(self) -> dict[tuple[int | None, UUID], Tried]:
        """For each piece of work and learner: what was tried. A try that nobody has touched since
        its time was up is over all the same."""
        over = Q(finished_at=None, closes_at__lt=self.now - TRAVEL)
        rows = Attempt.objects.filter(assignment__classroom=self.classroom).order_by()
        told = rows.values_list("assignment", "learner").annotate(
            done=Min("finished_at"), ran_out=Min("closes_at", filter=over)
        )
        return {
            (work, learner): Tried(min(filter(None, ends), default=None))
            for work, learner, *ends in told
        }

    @cached_property
    def _passes(self) -> set[tuple[UUID, UUID]]:
        """Who would rather not read which text."""
        rows = Pass.objects.filter(learner__enrolments__classroom=self.classroom)
        return set(rows.values_list("learner", "unit"))
