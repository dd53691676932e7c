"""Drawing: which question a review asks of each skill that is due.

A question that the learner never answered goes before one that they did, and another text than the
last one of that skill before the same; of those answered before, the one that was answered longest
ago. Then a text that was drawn already is preferred, and one that serves many skills, because
each has to be read. What is drawn from:

- units that anybody may walk into, that an open class of the learner was set, or that the learner
  studied before; the newest edition of each, without what is stale or was discarded;
- no text that the learner passed on, and none with a content note that they have not met before;
- of a unit that is under way or set and not done, only what was answered already, so that nothing
  is given away; and nothing of one whose answers wait for a date.

A fixed number of queries, however long the history.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from curriculum.models import EditionQuestion, Question, Unit
from curriculum.models.unit import UnitQuerySet
from quiz import mastery
from quiz.models import Assignment, Learner, Response

EVER = datetime.min.replace(tzinfo=timezone.get_fixed_timezone(0))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be asked."""

    version: int
    question: UUID
    skill: str
    unit: UUID


@dataclass
class Met:
    """What the learner answered before at the skills that are due."""

    questions: dict[UUID, datetime] = field(default_factory=dict)  # when last
    units: dict[str, UUID] = field(default_factory=dict)  # where last, by skill

    @classmethod
    def by(cls, learner: Learner, skills: Sequence[str]) -> Met:
        """Read the learner's history of these skills."""
        met = cls()
        rows = Response.objects.filter(attempt__learner=learner, skill__in=skills)
        plain = rows.order_by("answered_at", "pk").values_list(
            "skill", "version__question", "version__question__unit", "answered_at"
        )
        for skill, question, unit, at in plain:
            met.questions[question] = at
            met.units[skill] = unit
        return met


def draw(learner: Learner, *, skills: Sequence[str], at: datetime) -> list[int]:
    """A question version for each skill, where there is one; those of one text stand together."""
    day = timezone.localdate(at)
    met = Met.by(learner, skills)
    rested = [
        each
        for each in _candidates(learner, skills, at, met)
        if at - met.questions.get(each.question, EVER) >= mastery.RESTS
    ]
    serves = Counter(unit for unit, _ in {(each.unit, each.skill) for each in rested})
    drawn: list[Candidate] = []
    for skill in skills:
        of_skill = [each for each in rested if each.skill == skill]
        worth = serves | {each.unit: len(skills) + 1 for each in drawn}
        if of_skill:
            drawn.append(min(of_skill, key=lambda each: _rank(each, met, worth, learner, day)))
    first = [each.unit for each in drawn]
    return [each.version for each in sorted(drawn, key=lambda each: first.index(each.unit))]


def _rank(
    each: Candidate, met: Met, worth: Mapping[UUID, int], learner: Learner, day: date
) -> tuple[bool, bool, datetime, int, bytes]:
    digest = hashlib.blake2b(f"{learner.pk}:{day}:{each.version}".encode(), digest_size=8)
    return (
        each.question in met.questions,
        each.unit == met.units.get(each.skill),
        met.questions.get(each.question, EVER),
        -worth[each.unit],
        digest.digest(),
    )


def _candidates(
    learner: Learner, skills: Sequence[str], at: datetime, met: Met
) -> Iterable[Candidate]:
    set_now = Assignment.objects.for_learner(learner)
    waiting = set_now.filter(feedback=Assignment.Feedback.AFTER_DUE, due_at__gt=at)
    units = _units(learner, set_now).exclude(pk__in=waiting.values("unit"))
    busy = set(_under_way(learner, set_now).values_list("pk", flat=True))
    rows = EditionQuestion.objects.filter(
        edition__in=units.newest_editions(),
        version__question__skill__in=skills,
        version__question__lesson__removed_at=None,
    ).exclude(version__question__state=Question.State.DISCARDED)
    for plain in rows.fresh_on(timezone.localdate(at)).values_list(
        "version", "version__question", "version__question__skill", "edition__unit"
    ):
        each = Candidate(*plain)
        if each.unit not in busy or each.question in met.questions:
            yield each


def _units(learner: Learner, set_now: QuerySet[Assignment]) -> UnitQuerySet:
    """The published units whose texts may be shown."""
    studied = Q(pk__in=learner.attempts.exclude(edition=None).values("edition__unit"))
    free = Q(visibility=Unit.Visibility.PUBLIC) | Q(pk__in=set_now.values("unit"))
    return (
        Unit.objects.published()
        .filter(studied | (free & Q(content_note="")))
        .exclude(passes__learner=learner)
    )


def _under_way(learner: Learner, set_now: QuerySet[Assignment]) -> QuerySet[Unit]:
    """The units that the learner is in the middle of, or is still to do for a class."""
    studies = learner.attempts.exclude(edition=None)
    ended = studies.exclude(finished_at=None)
    to_do = Q(pk__in=set_now.values("unit")) & ~Q(pk__in=ended.values("edition__unit"))
    begun = studies.filter(finished_at=None)
    return Unit.objects.filter(to_do | Q(pk__in=begun.values("edition__unit")))
