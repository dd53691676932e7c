"""Trust and doubt are told apart, by formulas that keep their laws; and a habit is not praised."""

from __future__ import annotations

import math
from random import Random
from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import simulate_discernment
from quiz import discernment
from quiz.discernment import DOUBTING, NEITHER, TRUSTING, Judged, judge


@st.composite
def judged(draw: st.DrawFn, most: int = 60) -> Judged:
    """Any counts that can come about."""
    supported, unsupported = (draw(st.integers(0, most)) for _ in range(2))
    return Judged(
        supported, draw(st.integers(0, supported)), unsupported, draw(st.integers(0, unsupported))
    )


def swapped(each: Judged) -> Judged:
    """The same answers, with yes for no and statements with a source for those without."""
    return Judged(each.unsupported, each.caught, each.supported, each.trusted)


def test_counts_both_kinds() -> None:
    answers = [(True, True)] * 9 + [(False, False)] + [(False, True)] * 8 + [(True, False)] * 2
    assert judge(answers) == Judged(supported=10, trusted=9, unsupported=10, caught=8)
    assert judge(answers).said_yes == 11
    assert judge(answers).said_no == 9
    assert not judge(answers).same_way


def test_the_formulas_by_hand() -> None:
    nine_and_eight = Judged(10, 9, 10, 8)
    assert discernment.rates(nine_and_eight) == (9.5 / 11, 2.5 / 11)
    assert nine_and_eight.d_prime.value == pytest.approx(1.0968 + 0.7479, abs=0.0005)
    assert nine_and_eight.c.value == pytest.approx(-(1.0968 - 0.7479) / 2, abs=0.0005)
    assert nine_and_eight.d_prime.error == pytest.approx(math.sqrt(0.2465 + 0.1930), abs=0.0005)
    assert nine_and_eight.c.error == pytest.approx(math.sqrt(0.2465 + 0.1930) / 2, abs=0.0005)


@given(judged())
def test_swapping_yes_and_no_turns_the_leaning_and_keeps_the_telling(each: Judged) -> None:
    other = swapped(each)
    assert other.d_prime.value == pytest.approx(each.d_prime.value, abs=1e-9)
    assert other.c.value == pytest.approx(-each.c.value, abs=1e-9)
    if each.supported and each.unsupported:
        assert other.same_way == each.same_way
        assert other.d_prime.error == pytest.approx(each.d_prime.error)


@given(judged())
def test_one_more_right_answer_never_lowers_the_telling(each: Judged) -> None:
    if each.trusted < each.supported:
        more = Judged(each.supported, each.trusted + 1, each.unsupported, each.caught)
        assert more.d_prime.value > each.d_prime.value
        assert more.c.value < each.c.value, "one more yes leans less to doubting"
    if each.caught < each.unsupported:
        more = Judged(each.supported, each.trusted, each.unsupported, each.caught + 1)
        assert more.d_prime.value > each.d_prime.value
        assert more.c.value > each.c.value, "one more no leans less to trusting"


@given(judged())
def test_nothing_is_infinite(each: Judged) -> None:
    both = Judged(each.supported, each.supported, each.unsupported, each.unsupported)
    doubts = Judged(each.supported, 0, each.unsupported, each.unsupported)
    assert abs(each.d_prime.value) <= both.d_prime.value + 1e-9 < math.inf
    assert abs(each.c.value) <= doubts.c.value + 1e-9 < math.inf
    assert each.d_prime.error > 0


@given(st.integers(0, 200))
def test_one_answer_to_everything_tells_nothing_apart(count: int) -> None:
    for yes in (True, False):
        trusted, caught = (count, 0) if yes else (0, count)
        each = Judged(count, trusted, count, caught)
        assert each.d_prime.value == pytest.approx(0)
        assert (each.c.value <= 0) == (yes or not count)


@given(st.integers(10, 200), st.integers(10, 200))
def test_uneven_kinds_move_it_no_further_than_the_correction(few: int, many: int) -> None:
    doubts = Judged(few, 0, many, many)
    bound = abs(discernment.criterion(Judged(few, 0, few, few)).value)
    bound -= abs(discernment.criterion(Judged(many, 0, many, many)).value)
    assert abs(doubts.d_prime.value) == pytest.approx(abs(bound), abs=1e-9)
    assert doubts.same_way


@pytest.mark.parametrize("says_yes", [True, False])
def test_the_same_answer_each_time_is_called_so(says_yes: bool) -> None:
    always = judge([(says_yes, says_yes)] * 10 + [(says_yes, not says_yes)] * 10)
    assert always.same_way
    assert always.each_time
    assert always.lean == (TRUSTING if says_yes else DOUBTING)


def test_nearly_the_same_is_a_habit_too_but_not_each_time() -> None:
    nearly = Judged(supported=10, trusted=2, unsupported=10, caught=10)
    assert nearly.same_way
    assert not nearly.each_time


def test_being_right_about_few_and_many_is_no_habit() -> None:
    assert not Judged(supported=10, trusted=10, unsupported=100, caught=100).same_way
    assert not Judged(supported=100, trusted=100, unsupported=10, caught=10).same_way


@pytest.mark.parametrize(
    ("each", "enough", "numbers"),
    [
        (Judged(30, 30, 9, 9), False, False),
        (Judged(10, 9, 10, 8), True, False),
        (Judged(40, 40, 19, 19), True, False),
        (Judged(20, 15, 20, 15), True, True),
    ],
)
def test_words_after_ten_of_each_numbers_after_twenty(
    each: Judged, enough: bool, numbers: bool
) -> None:
    assert (each.enough, each.enough_for_numbers) == (enough, numbers)


@pytest.mark.parametrize(
    ("each", "telling", "lean"),
    [
        (Judged(20, 10, 20, 10), "not yet", NEITHER),
        (Judged(20, 15, 20, 15), "often", NEITHER),
        (Judged(20, 18, 20, 18), "mostly", NEITHER),
        (Judged(20, 8, 20, 19), "often", DOUBTING),
        (Judged(20, 19, 20, 8), "often", TRUSTING),
    ],
)
def test_the_words(each: Judged, telling: str, lean: discernment.Band) -> None:
    assert each.telling.they == telling
    assert each.lean == lean


def test_together_each_answer_weighs_alike() -> None:
    assert Judged(10, 9, 10, 8) + Judged(2, 0, 1, 1) == Judged(12, 9, 11, 9)


@pytest.mark.parametrize(("each", "of_d", "of_c"), [(10, 0.57, 0.28), (20, 0.42, 0.21)])
def test_the_noise_is_what_was_simulated_before(each: int, of_d: float, of_c: float) -> None:
    assert simulate_discernment.exactly(each) == pytest.approx((of_d, of_c), abs=0.01)


@pytest.mark.parametrize("each", [10, 20])
def test_the_simulation_repeats_itself_and_agrees_with_every_outcome_weighed(each: int) -> None:
    runs = [simulate_discernment.alike(Random(7), learners=2000, each=each) for _ in range(2)]
    assert runs[0] == runs[1]
    of_d, of_c = simulate_discernment.exactly(each)
    assert pstdev(one.d_prime.value for one in runs[0]) == pytest.approx(of_d, rel=0.06)
    assert pstdev(one.c.value for one in runs[0]) == pytest.approx(of_c, rel=0.06)
    assert fmean(one.d_prime.error for one in runs[0]) == pytest.approx(of_d, rel=0.1)


def test_who_tosses_a_coin_is_hardly_ever_praised() -> None:
    coins = simulate_discernment.alike(Random(7), learners=2000, each=10, d_prime=0.0)
    assert fmean(one.telling.they == "not yet" for one in coins) > 0.9
    assert fmean(one.telling.they == "mostly" for one in coins) < 0.01


def test_doubting_everything_on_ten_of_each() -> None:
    doubts = Judged(10, 0, 10, 10)
    assert (doubts.d_prime.value, round(doubts.c.value, 2)) == (0, 1.69)
