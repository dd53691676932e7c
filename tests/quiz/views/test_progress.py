"""My progress: words, guarded small numbers, and leaving a shared computer."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from quiz.models import Response
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)
from tests.quiz.judging import create_statements, judge

# Session, learner · what waits, mastery · seats, work, tries · judgements · portrait · review (2).
PROGRESS_QUERIES = 15


def test_it_is_empty_before_anything_was_done(client: Client, db: None) -> None:
    assert "Nothing here yet" in client.get("/progress/").content.decode()


def test_a_teacher_finds_theirs_from_any_page(as_tess: Client) -> None:
    assert '<a href="/progress/">My progress</a>' in as_tess.get("/classes/").content.decode()
    assert as_tess.get("/progress/").status_code == 200


def test_small_numbers_are_guarded(tess: User) -> None:
    learner = create_learner()
    create_attempt(learner=learner, unit=create_published_unit(owner=tess), right=2)
    page = as_learner(learner).get("/progress/").content.decode()
    assert "not enough answers yet to say" in page
    assert "2 of 2 right · 3 more to go" in page
    assert "<meter" not in page
    assert "Go on where you stopped" in page


def test_enough_answers_are_told_in_words(tess: User) -> None:
    learner = create_learner()
    unit = create_published_unit(owner=tess, lessons=("attr",), questions_each=6)
    create_attempt(learner=learner, unit=unit, right=6)
    page = as_learner(learner).get("/progress/").content.decode()
    assert "Attribution: getting there or better" in page
    assert "6 answers, 6 of them right" in page


def judging(tess: User, *, each: int, trusted: int, caught: int) -> str:
    """The page of a learner who judged so many statements of each kind."""
    learner = create_learner()
    unit = create_statements(owner=tess, supported=each, unsupported=each)
    judge(learner=learner, unit=unit, trusted=trusted, caught=caught)
    return words(as_learner(learner).get("/progress/").content.decode())


def words(html: str) -> str:
    """A page as it is read."""
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def test_nothing_is_said_of_trust_before_ten_of_each(tess: User) -> None:
    page = judging(tess, each=9, trusted=9, caught=9)
    assert "So far you have judged 9 and 9." in page
    assert "You caught" not in page
    assert "You tell" not in page


def test_trust_and_doubt_are_told_in_words_after_ten_of_each(tess: User) -> None:
    page = judging(tess, each=10, trusted=9, caught=8)
    assert "You caught 8 of 10 statements that name no source, and trusted 9 of 10" in page
    assert "You tell the two apart most of the time." in page
    assert "You lean neither to doubting nor to trusting." in page
    assert "This rests on 20 answers" in page
    assert "d′" not in page


def test_trust_and_doubt_are_told_in_numbers_after_twenty_of_each(tess: User) -> None:
    page = judging(tess, each=20, trusted=10, caught=18)
    assert "You often tell the two apart. You lean to doubting" in page
    assert "d′ = 1.2, give or take 0.5" in page
    assert "c = 0.6, give or take 0.2" in page


def test_trust_and_doubt_are_drawn(tess: User) -> None:
    learner = create_learner()
    unit = create_statements(owner=tess, supported=10, unsupported=10)
    judge(learner=learner, unit=unit, trusted=9, caught=8)
    page = as_learner(learner).get("/progress/").content.decode()
    (svg,) = re.findall(r'<svg[^>]*role="img"[^>]*judged-title.*?</svg>', page, re.DOTALL)
    assert (svg.count('class="full"'), svg.count('class="hollow"')) == (17, 3)
    assert "<title" in svg
    assert "Of 10 statements that name no source, 8 are filled" in words(svg)


@pytest.mark.parametrize(("trusted", "caught", "said"), [(0, 20, "no"), (20, 0, "yes")])
def test_a_habit_is_told_and_never_praised(
    tess: User, trusted: int, caught: int, said: str
) -> None:
    page = judging(tess, each=20, trusted=trusted, caught=caught)
    assert "You answered the same way each time." in page
    assert f"You said “{said}” 40 times of 40, but 20 of these statements name a source" in page
    assert "d′ = 0.0" in page
    for praise in ("You caught", "You tell", "trusted 20", "most of the time"):
        assert praise not in page


def test_nearly_a_habit_is_told_as_that(tess: User) -> None:
    page = judging(tess, each=10, trusted=1, caught=10)
    assert "You answered the same way nearly each time. You said “no” 19 times of 20" in page


def test_the_page_asks_as_many_questions_however_much_was_answered(
    tess: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for each in (1, 12):
        learner = create_learner()
        for _ in range(each):
            unit = create_statements(owner=tess, supported=each, unsupported=each)
            judge(learner=learner, unit=unit, trusted=each, caught=0)
        browser = as_learner(learner)
        with django_assert_num_queries(PROGRESS_QUERIES):
            browser.get("/progress/")


def test_nobody_else_s_progress_is_shown(client: Client, as_oscar: Client, tess: User) -> None:
    create_attempt(learner=create_learner(), unit=create_published_unit(owner=tess), right=1)
    for browser in (client, as_oscar):
        assert "Nothing here yet" in browser.get("/progress/").content.decode()


def test_set_work_is_shown_with_its_state(tess: User) -> None:
    classroom = create_classroom(owner=tess)
    seat = create_seat(classroom=classroom, name="Ada")
    pupil = as_learner(seat.learner)
    assert "has not set anything yet" in pupil.get("/progress/").content.decode()
    unit = create_published_unit(owner=tess)
    classroom.assignments.create(unit=unit)
    assert ">not started<" in pupil.get("/progress/").content.decode()
    create_attempt(learner=seat.learner, unit=unit, right=1)
    assert "started" in pupil.get("/progress/").content.decode()


def test_leaving_a_shared_computer_leaves_the_answers(tess: User) -> None:
    learner = create_learner()
    attempt = create_attempt(learner=learner, unit=create_published_unit(owner=tess), right=1)
    browser = as_learner(learner)
    page = browser.post("/progress/departure/", follow=True).content.decode()
    assert "The next person starts afresh" in page
    assert browser.get(attempt.get_absolute_url()).status_code == 404
    assert Response.objects.count() == 1


def test_leaving_is_a_post(client: Client, db: None) -> None:
    assert client.get("/progress/departure/").status_code == 405
