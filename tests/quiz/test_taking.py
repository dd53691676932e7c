"""Taking is safe to repeat: nothing counts twice, nothing is lost, and times are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User

from curriculum.models import Choice, EditionQuestion, Unit
from quiz import mastery, taking
from quiz.models import Attempt, Learner, Mastery, Response, Review
from tests.factories import create_attempt, create_learner, create_published_unit, publish

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, lessons=("attr", "supp"), questions_each=2)


@pytest.fixture
def lena(db: None) -> Learner:
    return create_learner(name="Lena")


def first_of(attempt: Attempt) -> tuple[EditionQuestion, Choice, Choice]:
    """The first question of an attempt, its key, and a distractor."""
    asked = attempt.studied.asked.order_by("position")[0]
    key = asked.version.choices.get(is_key=True)
    wrong = asked.version.choices.filter(is_key=False)[0]
    return asked, key, wrong


def test_starting_twice_is_one_attempt(unit: Unit, lena: Learner) -> None:
    one = create_attempt(learner=lena, unit=unit)
    assert create_attempt(learner=lena, unit=unit) == one


def test_an_answer_is_marked_and_moves_mastery(unit: Unit, lena: Learner) -> None:
    attempt = create_attempt(learner=lena, unit=unit)
    asked, key, _ = first_of(attempt)
    answered = taking.answer(attempt=attempt, asked=asked, choice=key, at=MONDAY)
    assert answered.first
    assert answered.response.correct
    assert answered.response.answered_at == MONDAY
    row = Mastery.objects.get(learner=lena)
    assert (row.skill, row.answers, row.right) == ("attr", 1, 1)
    assert row.estimate == mastery.after(mastery.NEW, correct=True, difficulty=0, options=3)
    due = Review.objects.get(learner=lena)
    assert (due.skill, due.step, due.last_on, due.due_on) == (
        "attr", 0, MONDAY.date(), MONDAY.date() + timedelta(days=1)
    )  # fmt: skip


def test_the_first_answer_stands(unit: Unit, lena: Learner) -> None:
    attempt = create_attempt(learner=lena, unit=unit)
    asked, key, wrong = first_of(attempt)
    taking.answer(attempt=attempt, asked=asked, choice=wrong)
    again = taking.answer(attempt=attempt, asked=asked, choice=key)
    assert not again.first
    assert again.response.choice == wrong
    assert Response.objects.count() == 1
    assert Mastery.objects.get().answers == 1


def test_an_attempt_ends_with_its_last_lesson_and_its_last_question(
    unit: Unit, lena: Learner
) -> None:
    attempt = create_attempt(learner=lena, unit=unit, right=4)
    taking.complete_lesson(attempt=attempt, number=1)
    assert Attempt.objects.get().finished_at is None
    taking.complete_lesson(attempt=attempt, number=2, at=attempt.started_at + timedelta(hours=1))
    assert Attempt.objects.get().finished_at == attempt.started_at + timedelta(hours=1)


def test_after_the_end_a_new_start_is_a_new_attempt(unit: Unit, lena: Learner) -> None:
    attempt = create_attempt(learner=lena, unit=unit, right=4)
    for number in (1, 2):
        taking.complete_lesson(attempt=attempt, number=number)
    again = create_attempt(learner=lena, unit=unit, right=4)
    assert again != attempt
    assert Response.objects.count() == 8
    # Repeats within a day are kept as answers, and do not move what is known.
    assert sum(Mastery.objects.values_list("answers", flat=True)) == 4


def test_a_repeat_after_a_day_counts(unit: Unit, lena: Learner) -> None:
    attempt = create_attempt(learner=lena, unit=unit, right=4, at=MONDAY)
    for number in (1, 2):
        taking.complete_lesson(attempt=attempt, number=number, at=MONDAY)
    create_attempt(learner=lena, unit=unit, right=4, at=MONDAY + timedelta(days=1))
    assert sum(Mastery.objects.values_list("answers", flat=True)) == 8


def test_an_open_attempt_keeps_its_edition_when_a_new_one_is_published(
    unit: Unit, lena: Learner
) -> None:
    attempt = create_attempt(learner=lena, unit=unit)
    publish(unit=unit, lessons=("attr",), questions_each=1)
    attempt.refresh_from_db()
    assert attempt.studied.number == 1
    assert attempt.studied.asked.count() == 4


def test_refiling_a_question_changes_no_history(unit: Unit, lena: Learner) -> None:
    create_attempt(learner=lena, unit=unit, right=1)
    unit.questions.update(skill="load")
    assert Response.objects.get().skill == "attr"
