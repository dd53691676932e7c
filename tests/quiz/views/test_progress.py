"""My progress: words, guarded small numbers, and leaving a shared computer."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import Client

from quiz.models import Response
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)


def test_it_is_empty_before_anything_was_done(client: Client, db: None) -> None:
    assert "Nothing here yet" in client.get("/progress/").content.decode()


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
    assert "Attribution: strong" in page
    assert "6 answers, 6 of them right" in page


def test_trust_and_doubt_are_told_side_by_side(tess: User) -> None:
    learner = create_learner()
    unit = create_published_unit(owner=tess, lessons=("supp",), questions_each=20)
    unit.questions.update(family="traceable")
    # The key stands first, so a right answer says yes and a wrong one no: all are "supported".
    create_attempt(learner=learner, unit=unit, right=15, wrong=5)
    dashboard = as_learner(learner).get("/progress/").context["dashboard"]
    assert (dashboard.judged.supported, dashboard.judged.trusted) == (20, 15)
    assert "Trusting and doubting" not in as_learner(learner).get("/progress/").content.decode()


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
    classroom.work.create(unit=unit)
    assert ">not started<" in pupil.get("/progress/").content.decode()
    create_attempt(learner=seat.learner, unit=unit, right=1)
    assert ">started<" in pupil.get("/progress/").content.decode()


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
