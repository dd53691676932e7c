"""What the answers to one unit came to: by skill, and attempt by attempt, walk-ins included."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.contrib.auth.models import User
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from curriculum.models import Unit
from curriculum.skills import SKILLS
from quiz import judgements
from quiz.dashboards import Tally
from quiz.models import Attempt, Classroom, Response

RIGHT = Count("pk", filter=Q(correct=True))
A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One attempt in the table."""

    attempt: Attempt
    who: str
    room: str  # the class, where they teach it
    tallies: list[Tally]  # one for each skill of the page, empty ones too

    @property
    def right(self) -> int:
        """How many answers were right."""
        return sum(tally.right for tally in self.tallies)

    @property
    def answers(self) -> int:
        """How many there are."""
        return sum(tally.answers for tally in self.tallies)


class UnitResults:
    """The results of a unit: all of them for its owner, but for the owner's own tries; for whoever
    teaches a class that it is set in, those of their classes."""

    def __init__(self, unit: Unit, *, viewer: User, page: int = 1) -> None:
        self.unit = unit
        self.whole = unit.owner_id == viewer.pk
        self.taught = Classroom.objects.for_teacher(viewer)
        self.number = page

    @cached_property
    def page(self) -> Page[Attempt]:
        """The attempts to show, newest first."""
        attempts = self._attempts.select_related("learner", "classroom")
        return Paginator(attempts.order_by("-started_at", "pk"), A_PAGE).get_page(self.number)

    @property
    def count(self) -> int:
        """How many attempts there are in all."""
        return self.page.paginator.count

    @cached_property
    def by_skill(self) -> list[Tally]:
        """Everybody's answers, skill by skill."""
        rows = Response.objects.filter(attempt__in=self._attempts).order_by()
        told = rows.values_list("skill").annotate(answers=Count("pk"), right=RIGHT)
        tallies = {skill: _tally(skill, right, answers) for skill, answers, right in told}
        return [tallies[skill] for skill in SKILLS if skill in tallies]

    @cached_property
    def pooled(self) -> judgements.Pooled:
        """Everybody's trusting and doubting, taken together."""
        told = judgements.by_learner(Response.objects.filter(attempt__in=self._attempts))
        return judgements.pool(told.values())

    @cached_property
    def rows(self) -> list[Row]:
        """The page's attempts with their tallies."""
        return [self._row(attempt) for attempt in self.page]

    @property
    def _attempts(self) -> QuerySet[Attempt]:
        attempts = Attempt.objects.filter(edition__unit=self.unit)
        if not self.whole:
            return attempts.filter(classroom__in=self.taught)
        return attempts.exclude(learner__user=self.unit.owner_id)

    @cached_property
    def _rooms(self) -> set[UUID]:
        return set(self.taught.values_list("pk", flat=True))

    @cached_property
    def _told(self) -> dict[tuple[object, str], Tally]:
        shown = [attempt.pk for attempt in self.page]
        rows = Response.objects.filter(attempt__in=shown).order_by()
        told = rows.values_list("attempt", "skill").annotate(answers=Count("pk"), right=RIGHT)
        return {(who, skill): _tally(skill, right, answers) for who, skill, answers, right in told}

    def _row(self, attempt: Attempt) -> Row:
        skills = [tally.skill.id for tally in self.by_skill]
        tallies = [self._told.get((attempt.pk, skill), _tally(skill, 0, 0)) for skill in skills]
        own = attempt.classroom_id in self._rooms
        room = str(attempt.classroom) if own else ""
        return Row(attempt, self._who(attempt, own=own), room, tallies)

    def _who(self, attempt: Attempt, *, own: bool) -> str:
        """A name only for pupils of this teacher's own classes; nobody else's names are theirs."""
        if own:
            return str(attempt.learner)
        if attempt.classroom_id:
            return "Pupil of another class"
        return "Somebody with an account" if attempt.learner.user_id else "Walk-in"


def _tally(skill: str, right: int, answers: int) -> Tally:
    return Tally(SKILLS[skill], right, answers)
