"""Difficulty is learned from answers, held by the author's estimate, and the scale stays put."""

from __future__ import annotations

import math
import random
from statistics import correlation, fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import difficulty
from quiz.difficulty import AUTHORS_ERROR, Item, Seen


def answers(right: int, wrong: int, *, rating: float = 0.0, uncertainty: float = 0.0) -> list[Seen]:
    """First answers of learners who are all alike."""
    marks = [True] * right + [False] * wrong
    return [Seen(rating, uncertainty, 3, mark) for mark in marks]


def log_posterior(item: Item, at: float) -> float:
    """By the book, for learners whose skill is known exactly."""
    total = -((at - item.author) ** 2) / (2 * AUTHORS_ERROR**2)
    for each in item.seen:
        right = 1 / 3 + 2 / 3 / (1 + math.exp(at - each.rating))
        total += math.log(right if each.correct else 1 - right)
    return total


def test_without_answers_the_author_is_believed() -> None:
    assert difficulty.learn([Item(0.7, []), Item(-1.2, [])]) == [0.7, -1.2]
    assert difficulty.learn([]) == []


def test_a_single_question_stays_where_its_author_put_it() -> None:
    """Nothing tells it from learners who are weaker than they are taken to be."""
    assert difficulty.learn([Item(0.4, answers(10, 90))]) == [pytest.approx(0.4, abs=0.2)]


def test_two_questions_move_apart_and_their_middle_stays() -> None:
    harder, easier = difficulty.learn([Item(0.0, answers(40, 60)), Item(0.0, answers(95, 5))])
    assert harder > 0.8 > -0.8 > easier
    assert abs(harder + easier) < 0.35


def test_few_answers_move_little_and_many_much() -> None:
    def apart(times: int) -> float:
        items = [Item(0.0, answers(5 * times, 5 * times)), Item(0.0, answers(9 * times, times))]
        harder, easier = difficulty.learn(items)
        return harder - easier

    # By guessing alone a third is right: half right is σ = ¼, nine in ten σ = 0.85.
    truth = math.log(3) + math.log(0.85 / 0.15)
    assert 0 < apart(1) < apart(10) < apart(100) == pytest.approx(truth, abs=0.15)


@given(right=st.integers(0, 30), wrong=st.integers(0, 30), author=st.floats(-1.5, 1.5))
def test_the_mode_is_the_mode(right: int, wrong: int, author: float) -> None:
    """Beside a question without answers there is no common shift, so the mode shows itself."""
    item = Item(author, answers(right, wrong))
    found, weight = difficulty._mode(item, author)
    assert 0 <= weight < 1
    best = log_posterior(item, found)
    for near in (found - 0.01, found + 0.01):
        assert log_posterior(item, near) <= best + 1e-9


def test_answers_of_learners_who_are_hardly_known_count_less() -> None:
    items = [
        [Item(0.0, answers(5, 15, uncertainty=u)), Item(0.0, answers(15, 5, uncertainty=u))]
        for u in (0.3, 2.0)
    ]
    (known, _), (unknown, _) = map(difficulty.learn, items)
    assert 0 < unknown < known + 0.2


def test_it_comes_nearer_to_the_truth_than_the_author() -> None:
    draw = random.Random(3)
    truth = [draw.gauss(0, 0.7) for _ in range(40)]
    authors = [each + draw.gauss(0, AUTHORS_ERROR) for each in truth]
    seen: list[list[Seen]] = [[] for _ in truth]
    for _ in range(200):
        skill = draw.gauss(0.8, 1)  # learners stronger than is believed of them, by 0.8
        for number, hard in enumerate(truth):
            right = draw.random() < 1 / 3 + 2 / 3 / (1 + math.exp(hard - skill))
            seen[number].append(Seen(skill - 0.8 + draw.gauss(0, 0.4), 0.4, 3, right))
    items = [Item(author, each) for author, each in zip(authors, seen, strict=True)]
    learned = difficulty.learn(items)
    assert correlation(learned, truth) > 0.95 > correlation(authors, truth)
    assert abs(fmean(learned) - fmean(authors)) < 0.05  # the shift of 0.8 is not taken for hardness
