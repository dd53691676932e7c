"""What the answers show, for whoever may see it. Each class asks a fixed number of questions
of the database, however many learners and answers there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, Q

from curriculum.models import EditionQuestion
from curriculum.skills import SKILLS, Skill
from quiz import mastery
from quiz.itinerary import Itinerary
from quiz.models import Attempt, ClassroomUnit, Enrolment, Learner, Mastery, Response


@dataclass(slots=True)
class Tally:
    """Right answers of all answers, and the questions behind them."""

    skill: Skill
    right: int = 0
    answers: int = 0
    questions: list[tuple[EditionQuestion, Response]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """As a learner reads it."""
        return f"{self.right} of {self.answers}"


class Outcome:
    """What one attempt showed, skill by skill."""

    def __init__(self, itinerary: Itinerary) -> None:
        self.itinerary = itinerary

    @cached_property
    def by_skill(self) -> list[Tally]:
        """A tally for each skill, in the order in which they were asked."""
        tallies: dict[str, Tally] = {}
        for asked in self.itinerary.asked.values():
            response = self.itinerary.responses.get(asked.version_id)
            if response is None:
                continue
            tally = tallies.setdefault(response.skill, Tally(SKILLS[response.skill]))
            tally.answers += 1
            tally.right += response.correct
            tally.questions.append((asked, response))
        return list(tallies.values())

    @property
    def right(self) -> int:
        """How many were right."""
        return sum(tally.right for tally in self.by_skill)

    @property
    def answers(self) -> int:
        """How many were answered."""
        return sum(tally.answers for tally in self.by_skill)


@dataclass(frozen=True, slots=True)
class SetWork:
    """A unit that a class was set, as one learner stands with it."""

    row: ClassroomUnit
    finished: bool
    attempt: Attempt | None  # the newest

    @property
    def state(self) -> str:
        """In words."""
        if self.finished:
            return "done"
        return "started" if self.attempt else "not started"


class LearnerDashboard:
    """What one learner may see of their own work."""

    ENOUGH = mastery.ENOUGH

    def __init__(self, learner: Learner) -> None:
        self.learner = learner

    @cached_property
    def seats(self) -> list[Enrolment]:
        """The classes that the learner sits in."""
        seats = self.learner.enrolments.present().filter(classroom__archived_at=None)
        return list(seats.select_related("classroom"))

    @cached_property
    def work(self) -> list[SetWork]:
        """The units that those classes were set, and how far the learner has come."""
        rooms = [seat.classroom_id for seat in self.seats]
        rows = ClassroomUnit.objects.filter(classroom__in=rooms).select_related("unit")
        state = {each.edition.unit_id: each for each in reversed(self.attempts)}
        finished = {each.edition.unit_id for each in self.attempts if each.finished_at}
        return [SetWork(row, row.unit_id in finished, state.get(row.unit_id)) for row in rows]

    @cached_property
    def attempts(self) -> list[Attempt]:
        """Every attempt, newest first, with its answers counted."""
        counted = self.learner.attempts.annotate(
            answered=Count("responses"), right=Count("responses", filter=Q(responses__correct=True))
        )
        return list(counted.select_related("edition__unit"))

    @property
    def open(self) -> list[Attempt]:
        """What can be gone on with."""
        return [each for each in self.attempts if each.finished_at is None]

    @property
    def finished(self) -> list[Attempt]:
        """What can be looked back at."""
        return [each for each in self.attempts if each.finished_at]

    @cached_property
    def known(self) -> list[Mastery]:
        """The skills of which enough was seen to say something, in the order of the skills."""
        return [row for row in self._masteries if row.band.level]

    @cached_property
    def unknown(self) -> list[Mastery]:
        """The skills that were practised, but not often enough to say anything."""
        return [row for row in self._masteries if not row.band.level]

    @property
    def answers(self) -> int:
        """How many answers count."""
        return sum(row.answers for row in self._masteries)

    @cached_property
    def _masteries(self) -> list[Mastery]:
        order = list(SKILLS)
        return sorted(self.learner.masteries.all(), key=lambda row: order.index(row.skill))
