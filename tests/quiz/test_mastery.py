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


def believed(history: list[tuple[bool, float]], *, options: int) -> tuple[float, float]:
    """Mean and deviation of a skill that stands still, by brute force over a fine grid."""
    grid = [n / 200 for n in range(-1600, 1601)]
    weights = []
    for skill in grid:
        weight = math.exp(-(skill**2) / (2 * NEW.uncertainty**2))
        for correct, difficulty in history:
            right = 1 / options + (1 - 1 / options) / (1 + math.exp(difficulty - skill))
            weight *= right if correct else 1 - right
        weights.append(weight)
    mass = sum(weights)
    mean = sum(w * skill for w, skill in zip(weights, grid, strict=True)) / mass
    spread = sum(w * (skill - mean) ** 2 for w, skill in zip(weights, grid, strict=True)) / mass
    return mean, math.sqrt(spread)


@pytest.mark.parametrize("correct", [True, False])
def test_one_answer_moves_the_belief_as_bayes_says(correct: bool) -> None:
    one = mastery.after(NEW, correct=correct, difficulty=0.5, options=3)
    mean, spread = believed([(correct, 0.5)], options=3)
    assert one.rating == pytest.approx(mean, abs=0.005)  # the drift is all the difference
    assert one.uncertainty == pytest.approx(spread, abs=0.005)
    assert (one.answers, one.right) == (1, int(correct))


@given(st.lists(st.tuples(st.booleans(), st.floats(-2, 2)), min_size=2, max_size=12))
def test_many_answers_come_near_to_what_bayes_says(history: list[tuple[bool, float]]) -> None:
    estimate = NEW
    for correct, difficulty in history:
        estimate = mastery.after(estimate, correct=correct, difficulty=difficulty, options=3)
    mean, spread = believed(history, options=3)
    assert estimate.rating == pytest.approx(mean, abs=0.25)
    assert estimate.uncertainty == pytest.approx(spread, abs=0.15)


@given(
    rating=st.floats(-6, 6),
    difficulty=st.floats(-4, 4),
    options=st.integers(2, 6),
    uncertainty=st.floats(0.1, 2),
)
def test_right_raises_wrong_lowers(
    rating: float, difficulty: float, options: int, uncertainty: float
) -> None:
    before = Estimate(rating, uncertainty, 7, 3)
    up = mastery.after(before, correct=True, difficulty=difficulty, options=options)
    down = mastery.after(before, correct=False, difficulty=difficulty, options=options)
    assert down.rating < rating < up.rating
    assert (up.answers, up.right, down.answers, down.right) == (8, 4, 8, 3)


def test_answers_make_surer_up_to_what_drift_allows() -> None:
    few = mastery.replay([answer(version=n, correct=n % 3 > 0) for n in range(10)])
    many = mastery.replay([answer(version=n, correct=n % 3 > 0) for n in range(300)])
    more = mastery.replay([answer(version=n, correct=n % 3 > 0) for n in range(600)])
    assert NEW.uncertainty > few.uncertainty > many.uncertainty > 0.3
    assert more.uncertainty == pytest.approx(many.uncertainty, abs=0.01)


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


def test_the_trace_holds_what_was_believed_before_each_answer_that_counts() -> None:
    history = [answer(), answer(hours=2), answer(version=2, hours=3, correct=False)]
    (first, before), (second, between) = mastery.trace(history)
    assert (first, before) == (history[0], NEW)
    assert second == history[2]
    assert between == mastery.after(NEW, correct=True, difficulty=0, options=3)


def said(rating: float, uncertainty: float, answers: int = 20) -> str:
    return mastery.band(Estimate(rating, uncertainty, answers, 0)).words


def test_nothing_is_said_before_five_answers() -> None:
    assert said(0, 0.1, answers=4) == mastery.SILENT.words
    assert said(0, 0.1, answers=5) == "getting there or mostly right"
    assert said(0, 0.1, answers=19) == "getting there or mostly right"
    assert said(0, 0.1, answers=20) == "getting there"


@pytest.mark.parametrize(
    ("rating", "uncertainty", "words"),
    [
        (-1.5, 0.5, "just starting"),
        (0.0, 0.25, "getting there"),
        (0.8, 0.25, "mostly right"),
        (2.0, 0.5, "strong"),
        (-0.6, 0.7, "just starting or getting there"),
        (0.4, 0.5, "getting there or mostly right"),
        (1.3, 0.6, "mostly right or strong"),
        (0.2, 0.8, "on the way"),
        (0.7, 0.9, "getting there or better"),
        (0.3, 2.5, "not enough answers yet"),
    ],
)
def test_the_surer_the_narrower(rating: float, uncertainty: float, words: str) -> None:
    assert said(rating, uncertainty) == words


@given(rating=st.floats(-4, 4), uncertainty=st.floats(0.05, 2))
def test_what_is_said_is_probable_and_nothing_narrower_is(
    rating: float, uncertainty: float
) -> None:
    estimate = Estimate(rating, uncertainty, 20, 0)
    each = mastery.probabilities(estimate)
    band = mastery.band(estimate)
    assert sum(each) == pytest.approx(1)
    if band != mastery.SILENT:
        assert sum(each[band.low - 1 : band.high]) >= mastery.SURE
    width = band.high - band.low if band.level else mastery.STEPS - 1
    for low in range(mastery.STEPS - width + 1):
        assert sum(each[low : low + width]) < mastery.SURE


def test_bands_as_dots() -> None:
    dots = {band.words: band.dots for band in (mastery.SILENT, *mastery.BANDS.values())}
    assert dots["not enough answers yet"] == "○○○○"
    assert dots["mostly right"] == "●●●○"
    assert dots["getting there or better"] == "●●◐◐"
