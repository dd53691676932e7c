"""A question of a teacher's own by button: its words chosen, written, checked, saved."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from curriculum.models import Lesson, Question, Unit
from tests.factories import create_unit

PROOF = "Critics say the count was too short"


@pytest.fixture
def unit(tess: User) -> Unit:
    """Tess's drafted unit of three questions."""
    return create_unit(owner=tess)


@pytest.fixture
def question(unit: Unit) -> Question:
    """Its first question."""
    return unit.questions.all()[0]


@pytest.fixture
def lesson(unit: Unit) -> Lesson:
    """Its first lesson."""
    return unit.lessons.all()[0]


def own(**changes: Any) -> dict[str, Any]:
    """A sound question of Tess's own, as the form sends it."""
    return {
        "base": 0,
        "stem": "Who finds that the count did not last long enough?",
        "key": 0,
        "option-0-text": "Some unnamed critics",
        "option-0-rationale": "The word “say” stands beside “critics”.",
        "option-1-text": "The head cook",
        "option-1-rationale": "She gives the figure and does not judge it.",
        "option-1-confusion": "wrong-speaker",
        "option-2-text": "The article itself",
        "option-2-rationale": "The article reports this, and says who thinks so.",
        "option-2-confusion": "own-is-reported",
        "explanation": "Look at paragraph 2. It says “Critics say”. To check: ask who they are.",
        "exact": PROOF,
        **changes,
    }


def test_first_the_words_are_chosen(as_tess: Client, lesson: Lesson) -> None:
    url = reverse("new_question", args=[lesson.pk])
    assert "First choose the words" in as_tess.get(url).content.decode()
    response = as_tess.get(url, {"exact": PROOF, "start": ""})
    words = response.content.decode()
    assert response.status_code == 200
    assert f'<mark class="pen lit" id="evidence-1" tabindex="-1">{PROOF}</mark>' in words
    assert f"Look at paragraph 2. It says “{PROOF}”. To check:" in words


@pytest.mark.parametrize(
    ("exact", "sentence"),
    [
        ("", "Select some words of the text first"),
        ("words nobody wrote", "These words are not in the text."),
        ("e", "times in the text"),
    ],
)
def test_words_that_cannot_be_found_are_refused(
    as_tess: Client, lesson: Lesson, exact: str, sentence: str
) -> None:
    response = as_tess.get(reverse("new_question", args=[lesson.pk]), {"exact": exact})
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_a_question_of_ones_own_waits_for_approval(
    as_tess: Client, unit: Unit, lesson: Lesson
) -> None:
    url = reverse("new_question", args=[lesson.pk])
    response = as_tess.post(url, own())
    as_tess.post(url, own())  # a double tap
    assert unit.questions.count() == 4
    made = list(lesson.questions.whole())[-1]
    assert response.headers["Location"] == made.get_absolute_url()
    assert (made.family, made.skill, made.state, made.practice) == ("own", "attr", "drafted", False)
    assert made.latest is not None
    assert made.latest.anchors.get().exact == PROOF
    assert [choice.confusion for choice in made.latest.choices.all()] == [
        "",
        "wrong-speaker",
        "own-is-reported",
    ]


def test_a_question_can_be_approved_as_it_is_saved_and_be_practice(
    as_tess: Client, lesson: Lesson
) -> None:
    form = own(approved="on", practice="on", **{"option-2-text": ""})
    as_tess.post(reverse("new_question", args=[lesson.pk]), form)
    made = list(lesson.questions.whole())[-1]
    assert (made.state, made.practice) == ("approved", True)
    assert made.latest is not None
    assert made.latest.choices.count() == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"stem": ""}, "Write the question."),
        ({"exact": ""}, "Choose the words in the text that prove the answer."),
        ({"explanation": "Look at paragraph 2. To check:"}, "say how a learner could check it"),
        ({"option-1-text": "", "option-2-text": ""}, "Write at least two options."),
    ],
)
def test_what_a_new_question_lacks_is_said_and_nothing_typed_is_lost(
    as_tess: Client, unit: Unit, lesson: Lesson, changes: dict[str, Any], sentence: str
) -> None:
    form = {**own(), "option-0-rationale": "My own words.", **changes}
    response = as_tess.post(reverse("new_question", args=[lesson.pk]), form)
    assert response.status_code == 422
    words = response.content.decode()
    assert sentence in words
    assert "My own words." in words
    assert unit.questions.count() == 3


def test_checks_run_before_a_new_question_is_saved(
    as_tess: Client, unit: Unit, lesson: Lesson
) -> None:
    form = own(stem="Tell me who finds it short")
    response = as_tess.post(
        reverse("new_findings", args=[lesson.pk]), form, headers={"HX-Request": "true"}
    )
    words = response.content.decode()
    assert "does not end with" in words
    assert "<html" not in words
    assert unit.questions.count() == 3


def test_another_like_this_brings_its_options_along(
    as_tess: Client, question: Question, lesson: Lesson
) -> None:
    url = reverse("new_question", args=[lesson.pk])
    first = as_tess.get(url, {"like": str(question.pk)})
    assert first.status_code == 200
    assert "Write another like this" in first.content.decode()
    words = as_tess.get(url, {"like": str(question.pk), "exact": PROOF}).content.decode()
    for part in ("Who gives the share of vegetables", "Mara Odell", "It says “Critics say"):
        assert part in words
    assert "Look at paragraph 1" not in words


def test_another_like_a_strangers_is_not_there(
    as_oscar: Client, oscar: User, question: Question
) -> None:
    mine = create_unit(owner=oscar).lessons.all()[0]
    url = reverse("new_question", args=[mine.pk])
    assert as_oscar.get(url, {"like": str(question.pk)}).status_code == 404


def test_another_teachers_lesson_is_not_there(as_oscar: Client, lesson: Lesson) -> None:
    for name in ("new_question", "new_findings"):
        assert as_oscar.post(reverse(name, args=[lesson.pk]), own()).status_code == 404
    assert as_oscar.get(reverse("new_question", args=[lesson.pk])).status_code == 404
    assert lesson.questions.count() == 2


def test_getting_findings_is_refused(as_tess: Client, lesson: Lesson) -> None:
    assert as_tess.get(reverse("new_findings", args=[lesson.pk])).status_code == 405
