"""Queries that are put together once give what Django gives, and say so where they cannot."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import QuerySet

from config import prepared
from config.prepared import Prepared
from quiz.models import Attempt, Learner, Mastery
from tests.factories import create_attempt, create_learner, create_published_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def learners(tess: User) -> list[Learner]:
    unit = create_published_unit(owner=tess)
    found = [create_learner(name=name) for name in ("Ada", "Bo")]
    for learner in found:
        create_attempt(learner=learner, unit=unit, right=1)
    return found


def test_models_come_with_what_they_refer_to(learners: list[Learner]) -> None:
    attempts = Prepared(
        lambda pk: Attempt.objects.select_related("learner").filter(learner=pk), UUID
    )
    for learner in learners:  # the second call fills the holes of the first
        (attempt,) = attempts(learner.pk)
        assert attempt == learner.attempts.get()
        with connection.execute_wrapper(_refuse):
            assert attempt.learner.name == learner.name
        assert attempt.started_at == learner.attempts.get().started_at


def test_values_come_as_django_gives_them(learners: list[Learner]) -> None:
    def build(name: str, skill: str) -> QuerySet[Mastery, tuple[Any, ...]]:
        rows = Mastery.objects.filter(learner__name=name, skill=skill)
        return rows.values_list("learner", "last_at")

    rows = Prepared(build, str, str)
    assert rows("Ada", "attr") == list(build("Ada", "attr"))
    assert rows("Bo", "attr") == list(build("Bo", "attr"))
    assert rows.first("Cy", "attr") is None


def test_a_value_that_the_query_forgets_is_refused() -> None:
    forgetful = Prepared(lambda name, other: Learner.objects.filter(name=name), str, str)
    with pytest.raises(TypeError, match="no place"):
        forgetful("Ada", "Bo")


def test_a_row_is_written_whole_and_written_again(learners: list[Learner]) -> None:
    kept = learners[0].masteries.get()
    row = Mastery(learner=learners[0], skill="supp", rating=0.5, last_at=kept.last_at)
    prepared.insert(row)
    assert Mastery.objects.get(pk=row.pk).rating == 0.5
    row.rating, row.answers = 0.75, 3
    prepared.update(row)
    again = Mastery.objects.get(pk=row.pk)
    assert (again.rating, again.answers, again.last_at) == (0.75, 3, kept.last_at)
    assert Mastery.objects.get(pk=kept.pk).rating == kept.rating


def _refuse(*_: object) -> None:
    raise AssertionError("a query was made")
