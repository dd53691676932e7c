"""Which answers count as judgements, and what those of many people come to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from curriculum.models import Question
from quiz import judgements, mastery
from quiz.discernment import Judged
from quiz.models import Learner, Response
from tests.factories import as_learner, create_attempt, create_learner, create_published_unit
from tests.quiz.judging import MONDAY, create_statements, finish, judge


@pytest.fixture
def lena(db: None) -> Learner:
    return create_learner()


def told(learner: Learner) -> Judged:
    """What the learner's whole history comes to."""
    history = Response.objects.filter(attempt__learner=learner)
    return judgements.judge(judgements.counted(history))


def test_yes_and_no_are_told_from_right_and_wrong(tess: User, lena: Learner) -> None:
    unit = create_statements(owner=tess, supported=5, unsupported=4)
    judge(learner=lena, unit=unit, trusted=3, caught=1)
    assert told(lena) == Judged(supported=5, trusted=3, unsupported=4, caught=1)


def test_questions_of_another_kind_do_not_enter(tess: User, lena: Learner) -> None:
    create_attempt(learner=lena, unit=create_published_unit(owner=tess), right=4)
    judge(
        learner=lena,
        unit=create_statements(owner=tess, supported=2, unsupported=2, options=3),
        trusted=2,
        caught=2,
    )
    assert told(lena) == Judged()


@pytest.mark.parametrize(
    ("later", "counts"),
    [
        (timedelta(hours=1), False),
        (mastery.RESTS - timedelta(seconds=1), False),
        (mastery.RESTS, True),
    ],
)
def test_a_quick_repeat_does_not_count(
    tess: User, lena: Learner, later: timedelta, counts: bool
) -> None:
    unit = create_statements(owner=tess, supported=2, unsupported=2)
    finish(judge(learner=lena, unit=unit, trusted=0, caught=0))
    judge(learner=lena, unit=unit, trusted=2, caught=2, at=MONDAY + later)
    again = Judged(2, 2, 2, 2) if counts else Judged()
    assert told(lena) == Judged(2, 0, 2, 0) + again


def test_as_many_count_here_as_for_mastery(tess: User, lena: Learner) -> None:
    unit = create_statements(owner=tess, supported=3, unsupported=3)
    for hours in (0, 5, 28, 60):  # the third is 23 hours after the second, so it rests anew
        at = MONDAY + timedelta(hours=hours)
        finish(judge(learner=lena, unit=unit, trusted=2, caught=2, at=at), at=at)
    assert told(lena).answers == lena.masteries.get().answers == 12


def test_practice_never_enters(tess: User, lena: Learner) -> None:
    unit = create_published_unit(owner=tess, practice_each=2)
    Question.objects.filter(practice=True).update(family="traceable")
    attempt = create_attempt(learner=lena, unit=unit)
    browser, address = as_learner(lena), f"/attempts/{attempt.pk}/lessons/1/"
    page: Any = browser.get(address)
    token = page.context["practice"][0].laid[0].token
    assert browser.post(f"{address}practice/1/", {"choice": token}).status_code == 200
    assert told(lena) == Judged()


def test_each_learner_has_their_own_and_their_own_day_of_rest(tess: User) -> None:
    unit = create_statements(owner=tess, supported=2, unsupported=2)
    ada, ben = create_learner(), create_learner()
    judge(learner=ada, unit=unit, trusted=2, caught=2)
    judge(learner=ben, unit=unit, trusted=0, caught=2, at=MONDAY + timedelta(hours=1))
    each = judgements.by_learner(Response.objects.all())
    assert each == {ada.pk: Judged(2, 2, 2, 2), ben.pk: Judged(2, 0, 2, 2)}


def test_it_is_one_query(
    tess: User, lena: Learner, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    unit = create_statements(owner=tess, supported=6, unsupported=6)
    judge(learner=lena, unit=unit, trusted=4, caught=4)
    judge(learner=create_learner(), unit=unit, trusted=4, caught=4)
    with django_assert_num_queries(1):
        assert len(judgements.by_learner(Response.objects.all())) == 2


@pytest.mark.parametrize(
    ("each", "enough"),
    [
        ([Judged(40, 30, 40, 30)] * 2, False),
        ([Judged(3, 2, 3, 2)] * 3, False),
        ([Judged(4, 2, 4, 2)] * 3, True),
    ],
)
def test_a_pool_keeps_silent_on_small_numbers(each: list[Judged], enough: bool) -> None:
    assert judgements.pool(each).enough == enough


def test_a_pool_tells_hits_and_false_alarms_apart() -> None:
    pooled = judgements.pool([Judged(10, 9, 10, 8), Judged(10, 10, 10, 0), Judged(20, 11, 20, 20)])
    assert pooled.judged == Judged(40, 30, 40, 28)
    assert (pooled.hits, pooled.false_alarms) == ("30 of 40 (75%)", "12 of 40 (30%)")
