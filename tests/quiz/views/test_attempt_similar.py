"""One more question like the one that went wrong: elsewhere, explained, and never kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from curriculum.models import Question, Unit
from quiz.models import Assignment, Attempt, Learner, Mastery, Pass, Response
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)

HTMX = {"HX-Request": "true"}


@pytest.fixture
def lena(db: None) -> Learner:
    return create_learner()


@pytest.fixture
def as_lena(lena: Learner) -> Client:
    return as_learner(lena)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, lessons=("attr",), title="The first count")


@pytest.fixture
def attempt(lena: Learner, unit: Unit) -> Attempt:
    return create_attempt(learner=lena, unit=unit, wrong=1)


@pytest.fixture
def address(attempt: Attempt) -> str:
    return f"/attempts/{attempt.pk}/questions/1/similar/"


def drawn(browser: Client, address: str) -> Question | None:
    """The question that is given to try."""
    found = browser.get(address).context["similar"]
    return found.question.version.question if found else None


def test_only_a_mistake_offers_it(as_lena: Client, attempt: Attempt, address: str) -> None:
    page = as_lena.get(f"/attempts/{attempt.pk}/questions/1/").content.decode()
    assert f'href="{address}"' in page
    other = f"/attempts/{attempt.pk}/questions/2/"
    laid: Any = as_lena.get(other).context["laid"]
    assert as_lena.get(f"{other}similar/").status_code == 302, "it is not answered yet"
    as_lena.post(f"{other}answer/", {"choice": next(x.token for x in laid if x.choice.is_key)})
    assert "Try a similar one" not in as_lena.get(other).content.decode()


def test_it_draws_from_another_unit_and_keeps_nothing(
    as_lena: Client, address: str, tess: User
) -> None:
    other = create_published_unit(owner=tess, lessons=("supp", "attr"), title="The second count")
    page: Any = as_lena.get(address)
    question = drawn(as_lena, address)
    assert question is not None
    assert (question.unit, question.skill) == (other, "attr")
    assert "Zebra" not in page.content.decode()
    before = (Response.objects.count(), Mastery.objects.get().answers)
    for key, said in ((False, "Not this time"), (True, "Yes, that is it")):
        laid = page.context["similar"].question.laid
        token = next(each.token for each in laid if each.choice.is_key == key)
        told = as_lena.post(address, {"choice": token}, headers=HTMX).content.decode()
        assert said in told
        assert "Zebra explanation" in told
        assert '<mark class="pen lit">' in told
        assert "<html" not in told
    assert (Response.objects.count(), Mastery.objects.get().answers) == before


def test_practice_goes_before_what_is_asked_and_the_family_before_both(
    as_lena: Client, address: str, tess: User
) -> None:
    create_published_unit(owner=tess, lessons=("attr",))
    tried = create_published_unit(owner=tess, lessons=("attr",), practice_each=1)
    question = drawn(as_lena, address)
    assert question is not None
    assert (question.unit, question.practice) == (tried, True)
    Question.objects.filter(unit=tried).update(family="another-family")
    question = drawn(as_lena, address)
    assert question is not None
    assert not question.practice


def test_the_unit_s_own_practice_serves_too(as_lena: Client, lena: Learner, tess: User) -> None:
    own = create_published_unit(owner=tess, lessons=("attr",), practice_each=1)
    attempt = create_attempt(learner=lena, unit=own, wrong=1)
    question = drawn(as_lena, f"/attempts/{attempt.pk}/questions/1/similar/")
    assert question is not None
    assert question.practice
    assert question.unit == own


def test_it_is_the_same_one_on_every_visit(as_lena: Client, address: str, tess: User) -> None:
    for _ in range(3):
        create_published_unit(owner=tess, lessons=("attr",), questions_each=4)
    assert len({drawn(as_lena, address) for _ in range(4)}) == 1


def test_without_one_it_says_so(as_lena: Client, address: str) -> None:
    page = as_lena.get(address)
    assert page.status_code == 200
    assert "no other question like this one yet" in page.content.decode()
    assert as_lena.post(address, {"choice": "x"}).status_code == 200


def test_texts_that_the_learner_may_not_or_would_rather_not_see_are_left_out(
    as_lena: Client, lena: Learner, address: str, tess: User
) -> None:
    for visibility in (Unit.Visibility.PRIVATE, Unit.Visibility.LINK):
        create_published_unit(owner=tess, lessons=("attr",), visibility=visibility)
    create_published_unit(owner=tess, lessons=("attr",), content_note="It speaks of a war.")
    passed = create_published_unit(owner=tess, lessons=("attr",))
    Pass.objects.create(learner=lena, unit=passed)
    assert drawn(as_lena, address) is None


def test_nothing_is_given_away_that_is_still_to_be_asked(tess: User, unit: Unit) -> None:
    begun = create_published_unit(owner=tess, lessons=("attr",))
    work = create_published_unit(owner=tess, lessons=("attr",))
    room = create_classroom(owner=tess)
    pupil = create_seat(classroom=room, name="Ada").learner
    Assignment.objects.create(classroom=room, unit=work)
    create_attempt(learner=pupil, unit=begun)
    attempt = create_attempt(learner=pupil, unit=unit, wrong=1)
    address = f"/attempts/{attempt.pk}/questions/1/similar/"
    assert drawn(as_learner(pupil), address) is None


def test_no_answer_is_asked_for_again(as_lena: Client, address: str, tess: User) -> None:
    create_published_unit(owner=tess, lessons=("attr",))
    page = as_lena.post(address, {})
    assert page.status_code == 422
    assert 'role="alert"' in page.content.decode()
    assert "Zebra" not in page.content.decode()


def test_outsiders_get_404(client: Client, as_tess: Client, address: str) -> None:
    for browser in (client, as_tess):
        assert browser.get(address).status_code == 404
        assert browser.post(address).status_code == 404
