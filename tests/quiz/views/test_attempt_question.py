"""A question before its answer tells nothing of the key; after it, everything."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from curriculum.models import Unit
from quiz.models import Attempt, Learner, Mastery, Response
from quiz.views.attempts import AGAIN
from tests.factories import as_learner, create_attempt, create_learner, create_published_unit

HTMX = {"HX-Request": "true"}
# For the first learner who answers a question: thirteen as for
# everybody (test_answer_queries.py), a savepoint and its end for the test, the edition, the text
# and the words in it that prove the key.
QUERIES = 19


@pytest.fixture
def lena(db: None) -> Learner:
    return create_learner()


@pytest.fixture
def as_lena(lena: Learner) -> Client:
    return as_learner(lena)


@pytest.fixture
def attempt(tess: User, lena: Learner) -> Attempt:
    return create_attempt(learner=lena, unit=create_published_unit(owner=tess))


@pytest.fixture
def address(attempt: Attempt) -> str:
    return f"/attempts/{attempt.pk}/questions/1/"


def laid(browser: Client, address: str, *, key: bool) -> Any:
    """A choice of the page: the key, or the first distractor."""
    return next(x for x in browser.get(address).context["laid"] if x.choice.is_key == key)


def assert_tells_nothing(html: str) -> None:
    assert "Walrus" not in html, "a rationale"
    assert "Zebra" not in html, "an explanation"
    assert "is-right" not in html
    assert 'class="pen lit"' not in html, "the evidence"
    assert "evidence-" not in html
    assert "quoted-is-endorsed" not in html, "a confusion"


def test_the_page_tells_nothing_of_the_key(as_lena: Client, address: str) -> None:
    page = as_lena.get(address)
    html = page.content.decode()
    assert_tells_nothing(html)
    unnumbered = re.sub(r' data-number="\d+"', "", html)  # paragraphs, not choices
    bare = []
    for each in page.context["laid"]:
        (label,) = re.findall(rf"<label[^>]*>(?:(?!</label>).)*{each.token}.*?</label>", html, re.S)
        for own in (each.token, each.choice.text, f">{each.letter}<", f'"{each.letter}"'):
            label = label.replace(own, "")
        bare.append(" ".join(label.split()))
        assert not re.search(rf'(?:value|id|name|data-\w+)="{each.choice.pk}"', unnumbered)
    assert len(bare) == 3
    assert len(set(bare)) == 1, "one choice is marked up differently"


def test_a_refused_answer_tells_nothing_either(as_lena: Client, address: str) -> None:
    for headers in ({}, HTMX):
        for data in ({}, {"choice": "B"}, {"choice": "1"}):
            response = as_lena.post(f"{address}answer/", data, headers=headers)
            assert response.status_code == 422
            assert_tells_nothing(response.content.decode())
    assert "Pick an answer first." in as_lena.post(f"{address}answer/").content.decode()
    assert Response.objects.count() == 0


def test_learners_find_the_choices_under_different_names(
    as_lena: Client, attempt: Attempt, address: str
) -> None:
    other = create_learner()
    unit = attempt.studied.unit
    theirs = create_attempt(learner=other, unit=unit)
    page = as_learner(other).get(f"/attempts/{theirs.pk}/questions/1/")
    tokens = {each.token for each in page.context["laid"]}
    assert not tokens & {each.token for each in as_lena.get(address).context["laid"]}


@pytest.mark.parametrize("key", [True, False])
def test_after_the_answer_it_explains_itself(as_lena: Client, address: str, key: bool) -> None:
    chosen = laid(as_lena, address, key=key)
    page = as_lena.post(f"{address}answer/", {"choice": chosen.token}, follow=True)
    html = page.content.decode()
    assert page.request["PATH_INFO"] == address
    assert ("Yes, that is it" in html) == key
    assert ("Not this time" in html) != key
    assert html.count("is-right") == 1
    assert html.count("is-wrong") == (not key)
    assert "Zebra explanation 1" in html
    assert all(f"Walrus rationale {n}." in html for n in range(3))
    assert '<mark class="pen lit">38 percent of vegetables were returned</mark>' in html
    assert 'id="evidence-1"' in html


def test_htmx_gets_the_feedback_alone(as_lena: Client, address: str) -> None:
    chosen = laid(as_lena, address, key=True)
    response = as_lena.post(f"{address}answer/", {"choice": chosen.token}, headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 200
    assert "Zebra explanation 1" in html
    assert "<html" not in html
    assert response.headers["Vary"].count("HX-Request") == 1


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_the_first_answer_stands_and_the_page_says_so(
    as_lena: Client, address: str, headers: dict[str, str]
) -> None:
    wrong, key = laid(as_lena, address, key=False), laid(as_lena, address, key=True)
    as_lena.post(f"{address}answer/", {"choice": wrong.token}, headers=headers)
    again = as_lena.post(f"{address}answer/", {"choice": key.token}, headers=headers, follow=True)
    html = again.content.decode()
    assert AGAIN in html
    assert "Not this time" in html
    assert Response.objects.get().choice == wrong.choice
    assert Mastery.objects.get().answers == 1
    assert AGAIN not in as_lena.get(address).content.decode()  # a reload says it no more


def test_answering_asks_a_fixed_small_number_of_questions_of_the_database(
    tess: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for each in (2, 12):
        unit: Unit = create_published_unit(owner=tess, questions_each=each)
        learner = create_learner()
        attempt = create_attempt(learner=learner, unit=unit, right=each)
        browser = as_learner(learner)
        address = f"/attempts/{attempt.pk}/questions/{each + 1}/"
        chosen = laid(browser, address, key=True)
        with django_assert_max_num_queries(QUERIES):
            response = browser.post(f"{address}answer/", {"choice": chosen.token}, headers=HTMX)
        assert "Zebra" in response.content.decode()
