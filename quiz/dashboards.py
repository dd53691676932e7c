"""What the answers show, for whoever may see it. Each class asks a fixed number of questions
of the database, however many learners and answers there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from curriculum.skills import SKILLS, Skill
from quiz import certainty, discernment, judgements, mastery, pictures, withheld
from quiz.class_work import ClassWork, UnitWork
from quiz.discernment import Judged
from quiz.itinerary import Asked, Itinerary
from quiz.models import Assignment, Attempt, Classroom, Enrolment, Learner, Mastery, Response
from quiz.standing import Standing, standings

WELL_KNOWN = 0.85  # a share of right answers that needs no reteaching


@dataclass(slots=True)
class Tally:
    """Right answers of all answers, and the questions behind them."""

    skill: Skill
    right: int = 0
    answers: int = 0
    questions: list[tuple[Asked, Response]] = field(default_factory=list)

    @property
    def words(self) -> str:
        """As a learner reads it."""
        return f"{self.right} of {self.answers}"


class Outcome:
    """What one attempt showed, skill by skill."""

    def __init__(self, itinerary: Itinerary) -> None:
        self.itinerary = itinerary

    @cached_property
    def given(self) -> list[tuple[Asked, Response]]:
        """The questions that were answered, in their order, with the answers."""
        told = self.itinerary.responses
        return [
            (a, told[a.version_id]) for a in self.itinerary.asked.values() if a.version_id in told
        ]

    @property
    def questions(self) -> int:
        """How many were asked."""
        return len(self.itinerary.asked)

    @property
    def unanswered(self) -> int:
        """How many were still to come when the time was up."""
        return self.questions - self.answers

    @cached_property
    def by_skill(self) -> list[Tally]:
        """A tally for each skill, in the order in which they were asked. Nothing, as long as what
        was right waits for the due date."""
        tallies: dict[str, Tally] = {}
        for asked, response in self.given if self.itinerary.attempt.disclosed else ():
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
        return len(self.given)

    @cached_property
    def sureness(self) -> certainty.Calibration:
        """How sure the learner said they were, beside how right they were. Nothing, as long as what
        was right waits."""
        given = self.itinerary.responses.values() if self.itinerary.attempt.disclosed else ()
        told = ((each.confidence, each.correct) for each in given if each.confidence)
        return certainty.calibration(told)

    @cached_property
    def judged(self) -> Judged:
        """Trusting and doubting in this attempt, where it asks enough to say something.

        Whether an answer counts depends on earlier attempts: the learner's history is read for it.
        """
        asked = [each.version.question.family for each in self.itinerary.asked.values()]
        if asked.count(discernment.FAMILY) < 2 * discernment.WORDS_AFTER:
            return Judged()
        attempt = self.itinerary.attempt
        told = judgements.counted(withheld.answers(attempt.learner))
        return judgements.judge(each for each in told if each.attempt == attempt.pk)

    @property
    def picture(self) -> pictures.Picture:
        """The same, to look at."""
        return pictures.draw(self.judged)


class LearnerDashboard:
    """What one learner may see of their own work."""

    ENOUGH = mastery.ENOUGH
    ENOUGH_OF_EACH = discernment.WORDS_AFTER

    def __init__(self, learner: Learner) -> None:
        self.learner = learner

    @cached_property
    def seats(self) -> list[Enrolment]:
        """The classes that the learner sits in."""
        seats = self.learner.enrolments.present().filter(classroom__archived_at=None)
        return list(seats.select_related("classroom"))

    @cached_property
    def work(self) -> list[Standing]:
        """What those classes set, and where the learner stands with it."""
        works = Assignment.objects.for_learner(self.learner)
        return standings(self.learner, works.select_related("unit", "edition"))

    @cached_property
    def attempts(self) -> list[Attempt]:
        """Every attempt, newest first, with its answers counted."""
        counted = self.learner.attempts.annotate(
            answered=Count("responses"), right=Count("responses", filter=Q(responses__correct=True))
        )
        return list(counted.select_related("edition__unit", "assignment"))

    @property
    def open(self) -> list[Attempt]:
        """What can be gone on with, beside the work of a class: that stands in its own place."""
        listed = {each.work.pk for each in self.work} if self.seats else set()
        going = [each for each in self.attempts if not each.shut()]
        return [each for each in going if each.assignment_id not in listed]

    @property
    def finished(self) -> list[Attempt]:
        """What can be looked back at."""
        return [each for each in self.attempts if each.shut()]

    @cached_property
    def waits(self) -> bool:
        """Whether answers are left out here until their work is due."""
        return any(not each.disclosed for each in self.attempts)

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
    def judged(self) -> Judged:
        """Trusting and doubting, from every answer that counts."""
        return judgements.judge(judgements.counted(withheld.answers(self.learner)))

    @property
    def picture(self) -> pictures.Picture:
        """The same, to look at."""
        return pictures.draw(self.judged)

    @cached_property
    def _masteries(self) -> list[Mastery]:
        order = list(SKILLS)
        return sorted(withheld.masteries(self.learner), key=lambda row: order.index(row.skill))


def class_list(classrooms: QuerySet[Classroom]) -> QuerySet[Classroom]:
    """Classes with how many seats and how much set work each has; those put away come last."""
    seats = Count("enrolments", filter=Q(enrolments__removed_at=None), distinct=True)
    return classrooms.annotate(seats=seats, units=Count("assignments", distinct=True)).order_by(
        F("archived_at").asc(nulls_first=True), "name"
    )


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One pupil in the table of skills: a mastery or nothing, for each skill of the head."""

    seat: Enrolment
    cells: list[Mastery | None]


@dataclass(frozen=True, slots=True)
class JudgingRow:
    """One pupil's trusting and doubting. The page tells it in words only."""

    seat: Enrolment
    judged: Judged


class ClassDashboard:
    """What a teacher sees of a class: eight queries, whatever its size."""

    ENOUGH = mastery.ENOUGH
    ENOUGH_OF_A_CLASS = 10  # answers at one skill before the class is said to be weak at it

    def __init__(self, classroom: Classroom) -> None:
        self.classroom = classroom

    @cached_property
    def seats(self) -> list[Enrolment]:
        """Who is on the list."""
        return [seat for seat in self._all_seats if seat.removed_at is None]

    @cached_property
    def removed(self) -> list[Enrolment]:
        """Who was taken off it."""
        return [seat for seat in self._all_seats if seat.removed_at]

    @cached_property
    def leavers(self) -> list[Enrolment]:
        """Who asked to be erased, be they on the list or off it."""
        return [seat for seat in self._all_seats if hasattr(seat.learner, "erasure")]

    @cached_property
    def work(self) -> list[UnitWork]:
        """Each piece of set work with its lists of names."""
        return ClassWork(self.classroom, self.seats).rows

    @cached_property
    def skills(self) -> list[Skill]:
        """The skills that anybody in the class practised."""
        return [SKILLS[skill] for skill in SKILLS if skill in {row[1] for row in self._masteries}]

    @cached_property
    def rows(self) -> list[SkillRow]:
        """Pupils by skills."""
        return [
            SkillRow(seat, [self._masteries.get((seat.learner_id, s.id)) for s in self.skills])
            for seat in self.seats
        ]

    @cached_property
    def whole(self) -> list[Tally]:
        """The class as a whole, for each skill of the head."""
        tallies = {skill.id: Tally(skill) for skill in self.skills}
        for row in self._masteries.values():
            tallies[row.skill].right += row.right
            tallies[row.skill].answers += row.answers
        return list(tallies.values())

    @property
    def weakest(self) -> Tally | None:
        """The skill with the smallest share of right answers, once there are enough to say."""
        enough = [tally for tally in self.whole if tally.answers >= self.ENOUGH_OF_A_CLASS]
        lowest = min(enough, key=lambda tally: tally.right / tally.answers, default=None)
        return lowest if lowest and lowest.right / lowest.answers < WELL_KNOWN else None

    @cached_property
    def judging(self) -> list[JudgingRow]:
        """Pupils of whom something can be said, in the order of their names and of nothing else."""
        rows = (
            JudgingRow(seat, self._judged.get(seat.learner_id, Judged())) for seat in self.seats
        )
        return [row for row in rows if row.judged.enough]

    @property
    def unjudged(self) -> list[Enrolment]:
        """Pupils with too few answers to say."""
        told = {row.seat.pk for row in self.judging}
        return [seat for seat in self.seats if seat.pk not in told]

    @cached_property
    def pooled(self) -> judgements.Pooled:
        """The whole class's trusting and doubting."""
        return judgements.pool(self._judged.values())

    @property
    def _sitting(self) -> QuerySet[Enrolment, Any]:
        """Who is on the list, for the queries to ask about."""
        return self.classroom.enrolments.present().values("learner")

    @cached_property
    def _judged(self) -> dict[UUID, Judged]:
        return judgements.by_learner(Response.objects.filter(attempt__learner__in=self._sitting))

    @cached_property
    def _all_seats(self) -> list[Enrolment]:
        seats = self.classroom.enrolments.select_related("learner__erasure")
        return list(seats.order_by("name_key"))

    @cached_property
    def _masteries(self) -> dict[tuple[UUID, str], Mastery]:
        rows = Mastery.objects.filter(learner__in=self._sitting)
        return {(row.learner_id, row.skill): row for row in rows}
