"""A skill comes back after 1, 7 and 21 days, sooner after a mistake, and once a day at most."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import simulate_review
from quiz import spacing
from quiz.spacing import GAPS, Due

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def gaps(*answers: tuple[int, bool]) -> list[int]:
    """After each answer (day, right or not): how many days until it is due."""
    found, due = [], None
    for number, right in answers:
        due = spacing.after(due, on=day(number), right=right)
        found.append((due.due_on - due.last_on).days)
    return found


def test_right_when_due_goes_on_and_stays_at_the_last() -> None:
    assert gaps((0, True), (1, True), (8, True), (29, True), (50, True)) == [1, 7, 21, 21, 21]


def test_the_first_day_is_the_first_step_right_or_wrong() -> None:
    assert gaps((0, False)) == gaps((0, True)) == [1]


def test_late_is_as_good_as_on_the_day() -> None:
    assert gaps((0, True), (5, True), (40, True)) == [1, 7, 21]


def test_wrong_goes_one_step_back() -> None:
    assert gaps((0, True), (1, True), (8, True), (29, False), (36, False), (37, False)) == [
        1, 7, 21, 7, 1, 1,
    ]  # fmt: skip


def test_early_and_right_is_the_same_step_from_that_day() -> None:
    assert gaps((0, True), (1, True), (4, True)) == [1, 7, 7]
    assert spacing.replay([(day(0), True), (day(1), True), (day(4), True)]) == Due(
        1, day(4), day(11)
    )


def test_early_and_wrong_goes_back() -> None:
    assert gaps((0, True), (1, True), (4, False)) == [1, 7, 1]


def test_only_the_first_answer_of_a_day_moves_it() -> None:
    assert gaps((0, True), (1, True), (1, False), (1, False)) == [1, 7, 7, 7]
    assert gaps((0, True), (1, False), (1, True)) == [1, 1, 1]


def test_no_answers_no_review() -> None:
    assert spacing.replay([]) is None


@given(st.lists(st.tuples(st.integers(0, 200), st.booleans()), min_size=1))
def test_it_is_due_after_it_was_met_and_never_later_than_the_last_gap(
    answers: list[tuple[int, bool]],
) -> None:
    answers.sort(key=lambda answer: answer[0])
    due = spacing.replay((day(number), right) for number, right in answers)
    assert due
    assert due.last_on == day(answers[-1][0])
    assert (due.due_on - due.last_on).days == GAPS[due.step]


@given(st.lists(st.booleans(), max_size=8), st.booleans())
def test_a_right_answer_is_never_worse_than_a_wrong_one(before: list[bool], early: bool) -> None:
    due, on = None, MONDAY
    for right in before:
        due = spacing.after(due, on=on, right=right)
        on = due.due_on
    on = max(on - timedelta(days=1), due.last_on if due else on) if early else on
    better, worse = (spacing.after(due, on=on, right=mark) for mark in (True, False))
    assert better.due_on >= worse.due_on


@pytest.mark.parametrize("name", ["1, 7, 21 (ours)", "FSRS 0.90", "every 7"])
def test_the_simulation_reviews_and_reviewing_helps(name: str) -> None:
    for world in simulate_review.WORLDS:
        with_it = simulate_review.learn(random.Random(3), world, name)
        without = simulate_review.learn(random.Random(3), world, "no review")
        assert with_it.minutes > without.minutes == 0
        assert with_it.kept > without.kept
