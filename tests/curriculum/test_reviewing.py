"""Reviewing: decide, reword, put in order."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from curriculum import reviewing
from curriculum.models import Question, QuestionVersion, Unit
from curriculum.reading.types import Problem
from tests.factories import create_unit, draft_question, draft_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """A drafted unit of three sound questions."""
    return create_unit(owner=tess)


def test_the_next_question_is_the_next_undecided_going_round_once(unit: Unit) -> None:
    first, second, third = unit.questions.all()
    assert reviewing.following(first) == second
    reviewing.decide(question=second, state=Question.State.APPROVED)
    assert reviewing.following(first) == third
    assert reviewing.following(third) == first
    reviewing.decide(question=first, state=Question.State.DISCARDED)
    assert reviewing.following(third) is None


def test_progress_counts_what_is_decided(unit: Unit) -> None:
    first, second, _ = unit.questions.all()
    reviewing.decide(question=first, state=Question.State.APPROVED)
    reviewing.decide(question=second, state=Question.State.DISCARDED)
    found = reviewing.progress(unit)
    assert (found.total, found.approved, found.discarded, found.to_review) == (3, 1, 1, 1)
    assert found.words == "2 of 3"


def test_approving_the_sound_ones_leaves_those_with_findings(tess: User) -> None:
    unsound = draft_question(stem="Tell me who gives the share")
    unit = create_unit(owner=tess, draft=draft_unit(questions=(draft_question(), unsound)))
    assert len(reviewing.approve_sound(unit=unit)) == 2
    assert [str(question) for question in unit.questions.to_review()] == [unsound.stem]
    assert reviewing.approve_sound(unit=unit) == []


def test_approving_the_sound_ones_brings_nothing_back(unit: Unit) -> None:
    unit.questions.update(state=Question.State.DISCARDED)
    assert reviewing.approve_sound(unit=unit) == []


def test_decisions_are_taken_back(unit: Unit) -> None:
    made = reviewing.approve_sound(unit=unit)
    assert reviewing.take_back(unit=unit, decisions=made) == 3
    assert [question.state for question in unit.questions.all()] == ["drafted"] * 3


def test_what_was_decided_differently_since_stays(unit: Unit) -> None:
    first = unit.questions.all()[0]
    made = reviewing.decide(question=first, state=Question.State.APPROVED)
    reviewing.decide(question=first, state=Question.State.DISCARDED)
    assert reviewing.take_back(unit=unit, decisions=[made]) == 0
    assert unit.questions.all()[0].state == "discarded"


def test_the_next_question_of_a_filter(unit: Unit) -> None:
    first, second, third = unit.questions.all()
    reviewing.decide(question=third, state=Question.State.DISCARDED)
    assert reviewing.following(first, state="discarded") == third
    assert reviewing.following(first, state="approved") is None
    assert reviewing.following(first) == second


def test_new_words_make_a_new_version(unit: Unit) -> None:
    question = unit.questions.all()[0]
    made = reviewing.reword(question=question, draft=draft_question(stem="Who counted?"), base=1)
    assert isinstance(made, QuestionVersion)
    assert (made.number, made.stem) == (2, "Who counted?")
    assert list(question.versions.values_list("stem", flat=True)) == [
        "Who gives the share of vegetables that came back?",
        "Who counted?",
    ]


def test_the_same_words_make_no_version(unit: Unit) -> None:
    question = unit.questions.all()[0]
    draft = draft_question(stem="Who counted?")
    first = reviewing.reword(question=question, draft=draft, base=1)
    assert reviewing.reword(question=question, draft=draft, base=1) == first
    assert question.versions.count() == 2


def test_words_written_over_a_version_unseen_are_handed_back(unit: Unit) -> None:
    question = unit.questions.all()[0]
    reviewing.reword(question=question, draft=draft_question(stem="Who counted?"), base=1)
    found = reviewing.reword(question=question, draft=draft_question(stem="Who cooked?"), base=1)
    assert isinstance(found, Problem)
    assert found.code == "changed-elsewhere"
    assert question.versions.count() == 2
