"""One more question like the one that went wrong: the same skill, from another place.

It is practice: explained, and never kept. It comes from the questions to try of the unit itself,
or from another published unit that the learner may walk into. A text with a content note is not
sprung on anybody, and a question that the learner is still to be asked is not given away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Q, QuerySet, Value, When
from django.utils import timezone

from curriculum.models import Edition, Question, QuestionVersion, Source, Unit
from curriculum.models.unit import UnitQuerySet
from quiz import practising
from quiz.models import Attempt, Enrolment, Learner
from quiz.practising import Practice

LOOKED_AT = 40  # candidates of each kind; more would not make a better one


@dataclass(frozen=True, slots=True)
class Similar:
    """The question, laid out for the learner, and the text that it is about."""

    question: Practice
    source: Source
    elsewhere: bool  # another text than the one at hand


def draw(*, asked: QuestionVersion, attempt: Attempt) -> Similar | None:
    """The question to try, the same one whenever this learner asks again; none, if there is none.

    The same family goes before any other, and what is meant for practice before what is asked.
    """
    likes = [*_practice(asked, attempt), *_asked_elsewhere(asked, attempt)]
    best = min(likes, key=lambda like: _rank(like, asked, attempt.learner_id), default=None)
    if best is None:
        return None
    unit = best.question.unit
    return Similar(
        practising.laid_out(best, place=1, learner=attempt.learner),
        unit.source,
        elsewhere=unit.pk != attempt.studied.unit_id,
    )


def _rank(like: QuestionVersion, asked: QuestionVersion, learner: UUID) -> tuple[bool, bool, bytes]:
    digest = hashlib.blake2b(f"{learner}:{asked.pk}:{like.pk}".encode(), digest_size=8)
    question = like.question
    return question.family != asked.question.family, not question.practice, digest.digest()


def _practice(asked: QuestionVersion, attempt: Attempt) -> list[QuestionVersion]:
    """What is meant to be tried: in this edition, and in the newest edition of other units."""
    unit = attempt.studied.unit
    elsewhere = _units(attempt.learner).values("pk")
    wanted = Q(question__unit=unit) | Q(question__unit__in=elsewhere)
    found = list(_like(asked).filter(wanted, question__practice=True)[:LOOKED_AT])
    others = {like.question.unit_id for like in found} - {unit.pk}
    shown = _practised([attempt.studied, *Unit.objects.filter(pk__in=others).newest_editions()])
    return [like for like in found if like.pk in shown]


def _asked_elsewhere(asked: QuestionVersion, attempt: Attempt) -> Iterable[QuestionVersion]:
    """What other units ask, but for those that the learner has as work or has under way."""
    learner = attempt.learner
    busy = Q(assignments__classroom__enrolments__learner=learner)
    busy |= Q(editions__attempts__learner=learner, editions__attempts__finished_at=None)
    mine = Unit.objects.filter(busy).values("pk")
    units = _units(learner).exclude(pk=attempt.studied.unit_id).exclude(pk__in=mine)
    return _like(asked).filter(asked_in__edition__in=units.newest_editions())[:LOOKED_AT]


def _like(asked: QuestionVersion) -> QuerySet[QuestionVersion]:
    """Wordings of other questions about the same skill that may be asked today."""
    own = asked.question
    fresh = Q(review_by=None) | Q(review_by__gte=timezone.localdate())
    rows = QuestionVersion.objects.filter(
        fresh, question__skill=own.skill, question__lesson__removed_at=None
    ).exclude(question=own.pk)
    rows = rows.exclude(question__state=Question.State.DISCARDED)
    other = Case(When(question__family=own.family, then=Value(0)), default=Value(1))
    whole = rows.select_related("question__unit__source").prefetch_related("choices", "anchors")
    return whole.order_by(other, "pk")


def _units(learner: Learner) -> UnitQuerySet:
    """What the learner may walk into without being warned: public, their own, or their class's."""
    seats = Enrolment.objects.present().filter(learner=learner)
    set_for = Unit.objects.filter(
        assignments__classroom__enrolments__in=seats, assignments__classroom__archived_at=None
    )
    may = Q(visibility=Unit.Visibility.PUBLIC) | Q(pk__in=set_for.values("pk"))
    if learner.user_id:
        may |= Q(owner=learner.user_id)
    return Unit.objects.published().filter(may, content_note="").exclude(passes__learner=learner)


def _practised(editions: Iterable[Edition]) -> set[int]:
    """The wordings that these editions give to try."""
    lessons = (lesson for edition in editions for lesson in edition.lessons)
    return {pk for lesson in lessons for pk in lesson.get("practice", ())}
