"""The rating follows its formula, allows for guessing, and keeps silent on small numbers."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import mastery
from quiz.mastery import NEW, Answer, Estimate

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def answer(*, version: int = 1, hours: float = 0, correct: bool = True) -> Answer:
    """An answer to a middling question of three options."""
    return Answer(version, MONDAY + timedelta(hours=hours), correct, difficulty=0.0, options=3)


def test_somebody_who_knows_nothing_still_guesses() -> None:
    assert mastery.chance(-40, difficulty=0, options=3) == pytest.approx(1 / 3)
    assert mastery.chance(0, difficulty=0, options=2) == pytest.approx(0.75)
    assert mastery.chance(40, difficulty=0, options=3) == pytest.approx(1)


def test_the_first_two_answers_by_hand() -> None:
    one = mastery.after(NEW, correct=True, difficulty=0, options=3)
    assert one.rating == pytest.approx(1 - 2 / 3)
    expected = 1 / 3 + 2 / 3 / (1 + math.exp(0.5 - one.rating))
    two = mastery.after(one, correct=False, difficulty=0.5, options=3)
    assert two.rating == pytest.approx(one.rating - expected / 1.05)
    assert (two.answers, two.right) == (2, 1)


@given(
    rating=st.floats(-6, 6),
    difficulty=st.floats(-4, 4),
    options=st.integers(2, 6),
    answers=st.integers(0, 500),
)
def test_right_raises_wrong_lowers_and_both_make_surer(
    rating: float, difficulty: float, options: int, answers: int
) -> None:
    before = Estimate(rating, 1.0, answers, 0)
    up = mastery.after(before, correct=True, difficulty=difficulty, options=options)
    down = mastery.after(before, correct=False, difficulty=difficulty, options=options)
    assert down.rating < rating < up.rating
    assert up.uncertainty == down.uncertainty < 1.0


def test_a_wrong_answer_to_a_hard_question_costs_less() -> None:
    hard = mastery.after(NEW, correct=False, difficulty=2, options=3)
    easy = mastery.after(NEW, correct=False, difficulty=-2, options=3)
    assert easy.rating < hard.rating < 0


def test_the_same_question_within_a_day_does_not_count() -> None:
    soon = mastery.replay([answer(), answer(hours=23)])
    later = mastery.replay([answer(), answer(hours=24)])
    assert (soon.answers, later.answers) == (1, 2)


def test_an_answer_a_day_after_an_uncounted_repeat_does_not_count_either() -> None:
    assert mastery.replay([answer(), answer(hours=20), answer(hours=40)]).answers == 1


def test_another_question_counts_at_once() -> None:
    assert mastery.replay([answer(), answer(version=2)]).answers == 2


def test_nothing_is_said_before_five_answers() -> None:
    four = mastery.replay([answer(version=n) for n in range(4)])
    five = mastery.replay([answer(version=n) for n in range(5)])
    assert mastery.band(four) == mastery.SILENT
    assert mastery.band(five).words == "mostly right"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("000000", "just starting"),
        ("110110", "getting there"),
        ("111111", "strong"),
    ],
)
def test_bands_in_words(pattern: str, words: str) -> None:
    history = [answer(version=n, correct=mark == "1") for n, mark in enumerate(pattern)]
    assert mastery.band(mastery.replay(history)).words == words
