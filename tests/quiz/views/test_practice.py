"""Practice inside a lesson: tried, explained, and never kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from curriculum.models import Choice, QuestionVersion, Unit
from quiz.models import Attempt, Learner, Mastery, Response
from tests.factories import as_learner, create_attempt, create_learner, create_published_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, practice_each=2)


@pytest.fixture
def lena(db: None) -> Learner:
    return create_learner()


@pytest.fixture
def as_lena(lena: Learner) -> Client:
    return as_learner(lena)


@pytest.fixture
def attempt(unit: Unit, lena: Learner) -> Attempt:
    return create_attempt(learner=lena, unit=unit)


def lesson_of(attempt: Attempt) -> str:
    """The address of the first lesson."""
    return f"/attempts/{attempt.pk}/lessons/1/"


def token(page: Any, *, key: bool, place: int = 1) -> str:
    """What the form sends for the right option, or for a wrong one."""
    laid = page.context["practice"][place - 1].laid
    return str(next(each.token for each in laid if each.choice.is_key is key))


def test_the_lesson_asks_its_practice_after_the_example(as_lena: Client, attempt: Attempt) -> None:
    page = as_lena.get(lesson_of(attempt))
    words = page.content.decode()
    assert len(page.context["practice"]) == 2
    assert words.index("Somebody counted.") < words.index("Now you try")
    assert words.index("Now you try") < words.index("/completion/")


def test_nothing_of_the_key_is_on_the_page_before_the_answer(
    as_lena: Client, attempt: Attempt
) -> None:
    words = as_lena.get(lesson_of(attempt)).content.decode()
    for secret in ("Zebra explanation", "Walrus rationale", "quoted-is-endorsed", "is-right"):
        assert secret not in words
    for choice in Choice.objects.all():
        assert f'value="{choice.pk}"' not in words


@pytest.mark.parametrize(("key", "said"), [(True, "Yes, that is it"), (False, "Not this time")])
def test_an_answer_is_explained_without_javascript(
    as_lena: Client, attempt: Attempt, key: bool, said: str
) -> None:
    before = as_lena.get(lesson_of(attempt))
    page = as_lena.post(f"{lesson_of(attempt)}practice/1/", {"choice": token(before, key=key)})
    words = page.content.decode()
    assert page.status_code == 200
    assert said in words
    assert words.count("Zebra explanation") == 1, "the other one stays unanswered"
    assert {f"Walrus rationale {n}." for n in range(3)} <= {
        part.split("<")[0] for part in words.split("<dd>")
    }
    assert '<mark class="pen lit">38 percent of vegetables were returned</mark>' in words
    assert "Try it again" in words
    assert "On supp" not in words, "it is the page of the lesson"


def test_a_wrong_answer_leads_to_the_card_of_its_mix_up(as_lena: Client, attempt: Attempt) -> None:
    before = as_lena.get(lesson_of(attempt))
    address = f"{lesson_of(attempt)}practice/1/"
    wrong = as_lena.post(address, {"choice": token(before, key=False)}).content.decode()
    assert "More about this mix-up: quoted is endorsed" in wrong
    assert 'href="/confusions/quoted-is-endorsed/"' in wrong
    right = as_lena.post(address, {"choice": token(before, key=True)}).content.decode()
    assert "More about this mix-up" not in right


def test_htmx_gets_the_question_alone(as_lena: Client, attempt: Attempt) -> None:
    before = as_lena.get(lesson_of(attempt))
    page = as_lena.post(
        f"{lesson_of(attempt)}practice/2/",
        {"choice": token(before, key=True, place=2)},
        headers={"HX-Request": "true"},
    )
    words = page.content.decode()
    assert 'id="practice-2"' in words
    assert "<html" not in words
    assert 'id="practice-1"' not in words


def test_nothing_is_kept(as_lena: Client, attempt: Attempt) -> None:
    before = as_lena.get(lesson_of(attempt))
    for key in (True, False, True):
        as_lena.post(f"{lesson_of(attempt)}practice/1/", {"choice": token(before, key=key)})
    assert not Response.objects.exists()
    assert not Mastery.objects.exists()
    assert as_lena.get(lesson_of(attempt)).content.decode().count("Zebra") == 0


def test_practice_is_no_question_of_the_quiz(as_lena: Client, attempt: Attempt, unit: Unit) -> None:
    page = as_lena.get(lesson_of(attempt))
    assert len(page.context["questions"]) == 2
    front = as_lena.get(f"/learn/{unit.pk}/").content.decode()
    assert "4 questions" in front
    asked = attempt.studied.asked.values_list("version", flat=True)
    practised = {each.version.pk for each in page.context["practice"]}
    assert practised.isdisjoint(asked)
    assert QuestionVersion.objects.filter(pk__in=practised, question__practice=True).count() == 2


@pytest.mark.parametrize("data", [{}, {"choice": "made-up"}])
def test_no_answer_is_asked_for_again(
    as_lena: Client, attempt: Attempt, data: dict[str, str]
) -> None:
    page = as_lena.post(f"{lesson_of(attempt)}practice/1/", data)
    assert page.status_code == 422
    assert "Zebra" not in page.content.decode()
    assert 'role="alert"' in page.content.decode()


@pytest.mark.parametrize("path", ["lessons/1/practice/3/", "lessons/9/practice/1/"])
def test_what_is_not_there_is_not_found(as_lena: Client, attempt: Attempt, path: str) -> None:
    assert as_lena.post(f"/attempts/{attempt.pk}/{path}").status_code == 404


def test_an_outsider_and_a_get_are_refused(as_lena: Client, attempt: Attempt) -> None:
    address = f"{lesson_of(attempt)}practice/1/"
    assert Client().post(address).status_code == 404
    assert as_lena.get(address).status_code == 405


def test_an_edition_of_before_has_no_practice(as_lena: Client, tess: User, lena: Learner) -> None:
    plain = create_attempt(learner=lena, unit=create_published_unit(owner=tess))
    page = as_lena.get(lesson_of(plain))
    assert page.context["practice"] == []
    assert "Now you try" not in page.content.decode()
