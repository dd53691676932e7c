"""What an edition asks, and in which words: kept in each process, since neither ever changes.

Editions, their places, and a question's versions with their choices and anchors are written once;
triggers refuse every update, so nothing kept here grows old. What is deleted may stay here until
the cache is full, and does no harm: an attempt goes with its edition, nobody answers without an
attempt, and the foreign keys of an answer refuse what is gone. What can change (who owns a unit,
under which skill a question is filed, how hard it proved) is never kept here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from config.prepared import Prepared
from curriculum.models import Edition, EditionQuestion, QuestionVersion
from quiz.models import Attempt, Response


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands in what is asked."""

    position: int
    lesson_number: int
    version_id: int


Values = tuple[tuple[str, ...], tuple[Any, ...]]  # of a row: its columns, and what is in them


def _answered(attempt: UUID) -> QuerySet[Response, int]:
    given = Response.objects.filter(attempt=attempt, try_number=1).order_by()
    return given.values_list("version_id", flat=True)


answered_in = Prepared(_answered, UUID)  # the versions that were answered in an attempt


def of(attempt: Attempt) -> list[Place]:
    """What an attempt asks, in order, without what was stale on the day that it began."""
    if attempt.edition_id is None:
        drawn = attempt.drawn.order_by("position").values_list("position", "version_id")
        return [Place(position, 0, version) for position, version in drawn]
    day = attempt.day
    kept = _of_edition(attempt.edition_id)
    return [place for place, review_by in kept if review_by is None or review_by >= day]


def edition(pk: int) -> Edition:
    """An edition, as a row of one's own."""
    return Edition.from_db("default", *_edition(pk))


def asked(attempt: Attempt, place: Place) -> EditionQuestion:
    """The question at a place of an edition, with its words; its choices and anchors are shared."""
    kept: Any = _version(place.version_id)
    version: Any = QuestionVersion.from_db("default", *_row(kept))
    version._prefetched_objects_cache = kept._prefetched_objects_cache
    return EditionQuestion(
        edition=attempt.edition,
        version=version,
        lesson_number=place.lesson_number,
        position=place.position,
    )


def forget() -> None:
    """Let go of everything: for tests, in which keys come back."""
    for each in (_of_edition, _edition, _version):
        each.cache_clear()


@lru_cache(maxsize=512)
def _of_edition(pk: int) -> tuple[tuple[Place, date | None], ...]:
    rows = EditionQuestion.objects.filter(edition=pk).order_by("position")
    plain = rows.values_list("position", "lesson_number", "version_id", "version__review_by")
    return tuple((Place(*row[:3]), row[3]) for row in plain)


@lru_cache(maxsize=128)
def _edition(pk: int) -> Values:
    return _row(Edition.objects.get(pk=pk))


@lru_cache(maxsize=2048)
def _version(pk: int) -> QuestionVersion:
    return QuestionVersion.objects.prefetch_related("choices", "anchors").get(pk=pk)


def _row(instance: Edition | QuestionVersion) -> Values:
    names = tuple(field.attname for field in instance._meta.concrete_fields)
    return names, tuple(getattr(instance, name) for name in names)
