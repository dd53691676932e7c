"""A way through a unit: order, resuming, the summary, and whose it is."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from curriculum.models import Unit
from quiz import taking
from quiz.models import Attempt, Learner, LessonDone, Mastery
from quiz.models.people import LearnerQuerySet
from tests.factories import as_learner, create_attempt, create_learner, create_published_unit
from tests.quiz.judging import MONDAY, create_statements, finish, judge

# Session, attempt · questions, answers, lessons · judgements.
SUMMARY_QUERIES = 6


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess)


@pytest.fixture
def lena(db: None) -> Learner:
    return create_learner()


@pytest.fixture
def as_lena(lena: Learner) -> Client:
    return as_learner(lena)


def place(browser: Client, attempt: Attempt) -> str:
    """Where the attempt leads, from its own address on."""
    return browser.get(attempt.get_absolute_url()).headers["Location"].split(str(attempt.pk))[1]


def test_a_walk_in_goes_through_a_unit_without_javascript(client: Client, unit: Unit) -> None:
    page: Any = client.post(f"/learn/{unit.pk}/attempts/", follow=True)
    visited, answered = [], 0
    while not page.request["PATH_INFO"].endswith("/summary/"):
        address = page.request["PATH_INFO"]
        visited.append(address.split("/", 3)[3])
        if "/lessons/" in address:
            page = client.post(f"{address}completion/", follow=True)
            continue
        wanted = next(x for x in page.context["laid"] if x.choice.is_key == (answered % 2 == 0))
        page = client.post(f"{address}answer/", {"choice": wanted.token}, follow=True)
        assert "Zebra explanation" in page.content.decode()
        answered += 1
        page = client.get(page.context["next_url"])
    assert visited == [
        "lessons/1/",
        "questions/1/",
        "questions/2/",
        "lessons/2/",
        "questions/3/",
        "questions/4/",
    ]
    assert "2 of 4 answers were right" in page.content.decode()
    assert Attempt.objects.get().finished_at
    kept = Mastery.objects.order_by("skill").values_list("skill", "answers", "right")
    assert list(kept) == [("attr", 2, 1), ("supp", 2, 1)]


def test_it_resumes_where_the_learner_stopped(as_lena: Client, lena: Learner, unit: Unit) -> None:
    attempt = create_attempt(learner=lena, unit=unit)
    assert place(as_lena, attempt) == "/lessons/1/"
    taking.complete_lesson(attempt=attempt, number=1)
    assert place(as_lena, attempt) == "/questions/1/"
    create_attempt(learner=lena, unit=unit, right=2)
    assert place(as_lena, attempt) == "/lessons/2/"


def test_questions_answered_out_of_order_are_kept_and_the_rest_is_asked(
    as_lena: Client, lena: Learner, unit: Unit
) -> None:
    attempt = create_attempt(learner=lena, unit=unit)
    address = f"/attempts/{attempt.pk}/questions/3/"
    laid = as_lena.get(address).context["laid"]
    as_lena.post(f"{address}answer/", {"choice": laid[0].token})
    assert attempt.responses.count() == 1
    assert place(as_lena, attempt) == "/lessons/1/"


def test_a_lesson_shows_its_steps_and_lights_its_words(
    as_lena: Client, lena: Learner, unit: Unit
) -> None:
    attempt = create_attempt(learner=lena, unit=unit)
    page = as_lena.get(f"/attempts/{attempt.pk}/lessons/1/").content.decode()
    assert "A <em>name</em> can be asked." in page
    assert '<mark class="pen lit">The kitchen weighed 1,140 plates</mark>' in page
    assert 'href="#evidence-1"' in page
    assert 'id="evidence-1"' in page
    assert page.count('class="furniture"') == 1
    assert "Zebra" not in page


def test_finishing_a_lesson_twice_is_once(as_lena: Client, lena: Learner, unit: Unit) -> None:
    attempt = create_attempt(learner=lena, unit=unit)
    address = f"/attempts/{attempt.pk}/lessons/1/completion/"
    assert as_lena.post(address).headers["Location"].endswith("/questions/1/")
    assert as_lena.post(address).headers["Location"].endswith("/questions/1/")
    assert LessonDone.objects.count() == 1


def test_the_summary_waits_for_the_end(as_lena: Client, lena: Learner, unit: Unit) -> None:
    attempt = create_attempt(learner=lena, unit=unit, right=1)
    page = as_lena.get(f"/attempts/{attempt.pk}/summary/", follow=True)
    assert page.request["PATH_INFO"].endswith("/lessons/1/")
    assert "a little more to do" in page.content.decode()


def test_a_finished_attempt_can_be_looked_back_at(
    as_lena: Client, lena: Learner, unit: Unit
) -> None:
    attempt = create_attempt(learner=lena, unit=unit, right=4)
    for number in (1, 2):
        taking.complete_lesson(attempt=attempt, number=number)
    assert place(as_lena, attempt) == "/summary/"
    page = as_lena.get(f"/attempts/{attempt.pk}/questions/2/")
    assert "Zebra explanation 2" in page.content.decode()
    assert page.context["next_url"].endswith("/questions/3/")
    last = as_lena.get(f"/attempts/{attempt.pk}/questions/4/")
    assert last.context["next_url"].endswith("/summary/")


def summary(browser: Client, attempt: Attempt) -> str:
    """The page at the end, as it is read."""
    page = browser.get(f"/attempts/{attempt.pk}/summary/").content.decode()
    return " ".join(re.sub(r"<[^>]*>", "", page).split())


def test_the_summary_tells_trust_and_doubt_where_a_unit_asks_enough(
    as_lena: Client, lena: Learner, tess: User
) -> None:
    few = create_statements(owner=tess, supported=9, unsupported=11)
    enough = create_statements(owner=tess, supported=10, unsupported=10)
    for each in (few, enough):
        attempt = judge(learner=lena, unit=each, trusted=8, caught=7)
        finish(attempt)
        told = "You caught 7 of 10 statements that name no source, and trusted 8 of 10"
        assert (told in summary(as_lena, attempt)) == (each == enough)


def test_a_habit_is_told_at_the_end_too(as_lena: Client, lena: Learner, tess: User) -> None:
    unit = create_statements(owner=tess, supported=10, unsupported=10)
    attempt = judge(learner=lena, unit=unit, trusted=0, caught=10)
    finish(attempt)
    page = summary(as_lena, attempt)
    assert "You answered the same way each time. You said “no” 20 times of 20" in page
    assert "You caught" not in page


def test_the_summary_tells_nothing_of_a_quick_repeat(
    as_lena: Client, lena: Learner, tess: User
) -> None:
    unit = create_statements(owner=tess, supported=10, unsupported=10)
    finish(judge(learner=lena, unit=unit, trusted=0, caught=10))
    for hours, told in ((1, False), (48, True)):
        at = MONDAY + timedelta(hours=hours)
        attempt = judge(learner=lena, unit=unit, trusted=9, caught=9, at=at)
        finish(attempt, at=at)
        assert ("You caught 9 of 10" in summary(as_lena, attempt)) == told


def test_the_summary_asks_a_fixed_number_of_questions_of_the_database(
    as_lena: Client, lena: Learner, tess: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for each in (10, 20):
        unit = create_statements(owner=tess, supported=each, unsupported=each)
        attempt = judge(learner=lena, unit=unit, trusted=each, caught=each)
        finish(attempt)
        with django_assert_num_queries(SUMMARY_QUERIES):
            as_lena.get(f"/attempts/{attempt.pk}/summary/")


PAGES = ["", "lessons/1/", "questions/1/", "summary/"]
DEEDS = ["lessons/1/completion/", "questions/1/answer/"]


@pytest.mark.parametrize("path", PAGES + DEEDS)
def test_outsiders_get_404(
    client: Client, as_oscar: Client, as_tess: Client, lena: Learner, unit: Unit, path: str
) -> None:
    attempt = create_attempt(learner=lena, unit=unit, right=1)
    address = f"/attempts/{attempt.pk}/{path}"
    for browser in (client, as_oscar, as_tess, as_learner(create_learner())):
        response = browser.post(address) if path in DEEDS else browser.get(address)
        assert response.status_code == 404


@pytest.mark.parametrize("path", DEEDS)
def test_deeds_are_posts(as_lena: Client, lena: Learner, unit: Unit, path: str) -> None:
    attempt = create_attempt(learner=lena, unit=unit)
    assert as_lena.get(f"/attempts/{attempt.pk}/{path}").status_code == 405


@pytest.mark.parametrize("path", ["lessons/9/", "questions/9/"])
def test_what_is_not_there_is_404(as_lena: Client, lena: Learner, unit: Unit, path: str) -> None:
    attempt = create_attempt(learner=lena, unit=unit)
    assert as_lena.get(f"/attempts/{attempt.pk}/{path}").status_code == 404


def test_whoever_is_erased_in_this_very_moment_gets_404(
    as_lena: Client, lena: Learner, unit: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = create_attempt(learner=lena, unit=unit)
    own = attempt.get_absolute_url()
    token = as_lena.get(f"{own}questions/1/").context["laid"][0].token
    hold = LearnerQuerySet.hold

    def hold_too_late(learners: LearnerQuerySet, *pks: Any) -> int:
        Learner.objects.filter(pk__in=pks).delete()  # undone with the deed's transaction
        return hold(learners, *pks)

    monkeypatch.setattr(LearnerQuerySet, "hold", hold_too_late)
    for deed in (f"/learn/{unit.pk}/attempts/", *(f"{own}{path}" for path in DEEDS)):
        assert as_lena.post(deed, {"choice": token}).status_code == 404, deed
