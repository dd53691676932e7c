"""The portrait: said of enough answers, in a fixed number of queries, and never too early."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from curriculum.models import Unit
from quiz import taking
from quiz.models import Assignment, Learner, Review
from quiz.portrait import AHEAD, Portrait
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
)

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, lessons=("attr",), questions_each=12)


def learner_with(unit: Unit, *, right: int, wrong: int) -> Learner:
    learner = create_learner()
    create_attempt(learner=learner, unit=unit, right=right, wrong=wrong, at=MONDAY)
    return learner


def test_a_trend_compares_five_with_the_five_before(unit: Unit) -> None:
    (trend,) = Portrait(learner_with(unit, right=7, wrong=3)).trends
    assert trend.words == "2 of your last 5 right; 5 of the 5 before"
    heights = [float(point.split(",")[1]) for point in trend.line.split()]
    assert len(heights) == 10
    assert heights[6] == min(heights), "the line is highest after the last right answer"
    assert heights[9] > heights[6]


def test_nine_answers_make_no_trend(unit: Unit) -> None:
    assert Portrait(learner_with(unit, right=9, wrong=0)).trends == []


def test_a_mix_up_is_looked_out_for_until_it_is_left_behind(unit: Unit) -> None:
    learner = learner_with(unit, right=2, wrong=1)
    (still,) = Portrait(learner).still
    assert (still.confusion.id, still.met.chosen) == ("quoted-is-endorsed", 1)
    attempt = learner.attempts.get()
    for asked in attempt.asked.order_by("position")[3:6]:
        taking.answer(
            attempt=attempt,
            asked=asked,
            choice=asked.version.choices.get(is_key=True),
            at=MONDAY + timedelta(hours=1),
        )
    portrait = Portrait(learner)
    assert portrait.still == []
    assert [each.confusion.id for each in portrait.behind] == ["quoted-is-endorsed"]


def test_how_sure_is_held_against_how_right(unit: Unit) -> None:
    learner = learner_with(unit, right=0, wrong=0)
    attempt = learner.attempts.get()
    for asked, sure in zip(attempt.studied.asked.order_by("position"), (3, 3, 1), strict=False):
        choice = asked.version.choices.get(is_key=True)
        attempt.responses.create(
            version=asked.version,
            choice=choice,
            correct=True,
            skill="attr",
            difficulty=0.0,
            confidence=sure,
            answered_at=MONDAY,
        )
    sureness = Portrait(learner).sureness
    assert [(level.level, level.right, level.answers) for level in sureness.given] == [
        (3, 2, 2),
        (1, 1, 1),
    ]


def test_the_forecast_counts_what_is_overdue_for_today(unit: Unit) -> None:
    learner, today = create_learner(), timezone.localdate()
    for skill, days in (("attr", -3), ("supp", 0), ("type", 7), ("stand", AHEAD.days + 1)):
        on = today + timedelta(days=days)
        Review.objects.create(
            learner=learner, skill=skill, last_on=on - timedelta(days=1), due_on=on
        )
    told = [(day.on, len(day.skills)) for day in Portrait(learner).forecast]
    assert told == [(today, 2), (today + timedelta(days=7), 1)]


def test_nothing_is_shown_before_it_may_be_known(unit: Unit, tess: User) -> None:
    learner = learner_with(unit, right=7, wrong=5)
    attempt = learner.attempts.get()
    attempt.assignment = Assignment.objects.create(
        classroom=create_classroom(owner=tess),
        unit=unit,
        due_at=timezone.now() + timedelta(days=1),
        feedback=Assignment.Feedback.AFTER_DUE,
    )
    attempt.save()
    portrait = Portrait(learner)
    assert (portrait.trends, portrait.mix_ups) == ([], [])


def test_the_portrait_asks_a_fixed_number_of_questions(
    unit: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for learner in (learner_with(unit, right=1, wrong=1), learner_with(unit, right=6, wrong=6)):
        portrait = Portrait(learner)
        with django_assert_num_queries(6):
            _ = (portrait.trends, portrait.mix_ups, portrait.sureness.answers, portrait.forecast)


def test_the_page_shows_it(unit: Unit) -> None:
    page = as_learner(learner_with(unit, right=7, wrong=3)).get("/progress/").content.decode()
    assert "2 of your last 5 right; 5 of the 5 before" in page
    assert "Look out for these" in page
    assert "<polyline" in page


def test_a_day_of_review_tells_nothing_of_an_answer_that_waits(unit: Unit, tess: User) -> None:
    learner = learner_with(unit, right=1, wrong=0)
    assert len(Portrait(learner).forecast) == 1
    attempt = learner.attempts.get()
    attempt.assignment = Assignment.objects.create(
        classroom=create_classroom(owner=tess),
        unit=unit,
        due_at=timezone.now() + timedelta(days=1),
        feedback=Assignment.Feedback.AFTER_DUE,
    )
    attempt.save()
    assert Portrait(learner).forecast == []
    Assignment.objects.update(feedback=Assignment.Feedback.NOW)
    assert len(Portrait(learner).forecast) == 1
