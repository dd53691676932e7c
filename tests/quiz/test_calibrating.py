"""Difficulty is learned in batches, from the first answers of everybody but who wrote it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from curriculum.models import Edition
from quiz import calibrating, taking
from quiz.models import Attempt, Calibration, Learner
from tests.factories import create_learner, create_published_unit

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def edition(tess: User) -> Edition:
    unit = create_published_unit(owner=tess, lessons=("attr",), questions_each=2)
    assert unit.edition
    return unit.edition


def answer(edition: Edition, learner: Learner, marks: list[bool], *, days: int = 0) -> None:
    """A whole attempt, its questions answered right or wrong in order."""
    at = MONDAY + timedelta(days=days)
    attempt = taking.start(learner=learner, edition=edition, at=at)
    for place, right in zip(edition.asked.order_by("position"), marks, strict=True):
        choice = place.version.choices.filter(is_key=right)[0]
        taking.answer(attempt=attempt, asked=place, choice=choice, at=at)
    Attempt.objects.filter(pk=attempt.pk).update(finished_at=at)


def learned(edition: Edition) -> list[tuple[float, int]]:
    rows = Calibration.objects.filter(version__asked_in__edition=edition)
    return list(rows.order_by("version").values_list("difficulty", "answers"))


def test_what_most_get_wrong_proves_harder(edition: Edition) -> None:
    for number in range(12):
        answer(edition, create_learner(), [number % 4 > 0, number % 4 == 0])
    assert calibrating.calibrate() == 2
    (easy, answers), (hard, _) = learned(edition)
    assert answers == 12
    assert easy < -0.2 < 0.2 < hard


def test_calibrating_twice_keeps_one_row_each_and_comes_to_the_same(edition: Edition) -> None:
    answer(edition, create_learner(), [True, False])
    calibrating.calibrate()
    once = learned(edition)
    calibrating.calibrate()
    assert learned(edition) == once


def test_only_a_learners_first_answer_counts(edition: Edition) -> None:
    learner = create_learner()
    answer(edition, learner, [True, False])
    answer(edition, learner, [True, True], days=3)
    calibrating.calibrate()
    assert [answers for _, answers in learned(edition)] == [1, 1]


def test_whoever_wrote_a_question_does_not_count(edition: Edition, tess: User) -> None:
    answer(edition, create_learner(user=tess), [True, True])
    assert calibrating.calibrate() == 0


def test_the_author_is_believed_until_there_are_answers(edition: Edition) -> None:
    version = edition.asked.all()[0].version
    assert calibrating.in_force(version) == ("attr", version.difficulty)
    Calibration.objects.create(version=version, difficulty=0.8, answers=40, calibrated_at=MONDAY)
    version.refresh_from_db()
    assert calibrating.in_force(version) == ("attr", 0.8)


def test_the_command_says_how_many(edition: Edition) -> None:
    answer(edition, create_learner(), [True, False])
    said = StringIO()
    call_command("calibrate", stdout=said)
    assert said.getvalue() == "2 questions calibrated.\n"
