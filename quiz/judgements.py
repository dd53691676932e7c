"""Answers to statements that were trusted or doubted: the ones that count, out of the river.

What counts is what counts for mastery: not an answer to a question that the same learner answered
within a day before, since its explanation was read. Practice never enters, because it is never
recorded. One query, whoever's answers are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db.models import Count, Min, QuerySet

from quiz import discernment, mastery
from quiz.discernment import Judged
from quiz.models import Response


@dataclass(frozen=True, slots=True)
class Judgement:
    """One answer that counts."""

    learner: UUID
    attempt: UUID
    yes: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Pooled:
    """Everybody's judgements taken together."""

    ENOUGH_OF_EACH: ClassVar[int] = discernment.WORDS_AFTER
    ENOUGH_LEARNERS: ClassVar[int] = 3  # fewer, and a figure of all would be a figure of one

    judged: Judged
    learners: int

    @property
    def enough(self) -> bool:
        """Whether there are enough answers, of enough people, to say something of them all."""
        return self.judged.enough and self.learners >= self.ENOUGH_LEARNERS

    @property
    def hits(self) -> str:
        """The share of supported statements that were trusted, as a teacher reads it."""
        return _share(self.judged.trusted, self.judged.supported)

    @property
    def false_alarms(self) -> str:
        """The same of the unsupported ones."""
        return _share(self.judged.false_alarms, self.judged.unsupported)


def counted(responses: QuerySet[Response]) -> Iterator[Judgement]:
    """The judgements among whole histories of answers. "Yes" stands first of the two options."""
    rows = responses.filter(version__question__family=discernment.FAMILY, try_number=1).annotate(
        offered=Count("version__choices"), yes=Min("version__choices__position")
    )
    told = (
        rows.filter(offered=2)
        .order_by("answered_at", "pk")
        .values_list(
            "attempt__learner",
            "attempt",
            "version",
            "answered_at",
            "choice__position",
            "yes",
            "correct",
        )
    )
    seen: dict[tuple[UUID, int], datetime] = {}
    for learner, attempt, version, at, place, yes, right in told:
        if mastery.counts(at=at, seen_before=seen.get((learner, version))):
            yield Judgement(learner, attempt, place == yes, right)
        seen[learner, version] = at


def judge(judgements: Iterable[Judgement]) -> Judged:
    """What they come to."""
    return discernment.judge((each.yes, each.right) for each in judgements)


def by_learner(responses: QuerySet[Response]) -> dict[UUID, Judged]:
    """What each learner's judgements come to."""
    told: dict[UUID, list[Judgement]] = {}
    for each in counted(responses):
        told.setdefault(each.learner, []).append(each)
    return {learner: judge(judgements) for learner, judgements in told.items()}


def pool(told: Iterable[Judged]) -> Pooled:
    """All of them together: each answer weighs alike."""
    each = list(told)
    return Pooled(sum(each, Judged()), len(each))


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.0%})"
