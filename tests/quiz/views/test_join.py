"""Joining a class: a seat for whoever has the code, and a way back for whoever has the PIN."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from quiz.models import Classroom, Enrolment, Learner
from quiz.models.classroom import KEY_LENGTH
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)


@pytest.fixture
def room(tess: User) -> Classroom:
    return create_classroom(owner=tess, name="7B")


def joining(room: Classroom, name: str, **more: str) -> dict[str, str]:
    """What a pupil types."""
    return {"code": room.join_code, "name": name, **more}


def test_it_works(client: Client, room: Classroom) -> None:
    page = client.post("/join/", joining(room, "Ada  K.")).content.decode()
    seat = Enrolment.objects.get()
    assert seat.name == seat.learner.name == "Ada K."
    assert "You are in, Ada K." in page
    (pin,) = re.findall(r'class="figure pin">(\d{4})<', page)
    assert seat.opens_with(pin)
    assert "Ada K." in client.get("/progress/").content.decode()


def test_the_code_may_be_typed_loosely(client: Client, room: Classroom) -> None:
    loose = f" {room.join_code[:3].lower()}-{room.join_code[3:].lower()} "
    client.post("/join/", {"code": loose, "name": "Ada"})
    assert room.enrolments.count() == 1


def test_a_page_with_a_pin_is_not_stored(client: Client, room: Classroom) -> None:
    response = client.post("/join/", joining(room, "Ada"))
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u202eAda\u202c", "Ada"),
        ("A\u200bda\tK", "Ada K"),
        ("\U0001f469\u200d\U0001f680 Ada", "\U0001f469\u200d\U0001f680 Ada"),
    ],
)
def test_a_name_is_what_can_be_seen_of_it(
    client: Client, room: Classroom, typed: str, kept: str
) -> None:
    client.post("/join/", joining(room, typed))
    assert Enrolment.objects.get().name == kept


def test_a_name_that_unfolds_to_a_long_one_gets_its_seat(client: Client, room: Classroom) -> None:
    name = "\ufdfa" * 40  # each is eighteen letters once it is spelled out
    assert client.post("/join/", joining(room, name)).status_code == 200
    assert len(Enrolment.objects.get().name_key) == KEY_LENGTH


@pytest.mark.parametrize("name", ["\u200b", "\u200d \u200d", "\u202e"])
def test_a_name_that_nobody_can_see_is_none(client: Client, room: Classroom, name: str) -> None:
    response = client.post("/join/", joining(room, name))
    assert response.status_code == 422
    assert "Type your name" in response.content.decode()
    assert Learner.objects.count() == 0


def test_a_whole_year_joins_from_one_address(client: Client, room: Classroom) -> None:
    answers = {Client().post("/join/", joining(room, f"Pupil {n}")).status_code for n in range(70)}
    assert answers == {200}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"code": "AAAAAA", "name": "Ada"}, "No class has that code"),
        ({"code": "", "name": "Ada"}, "Type the code"),
    ],
)
def test_a_bad_code_is_refused(
    client: Client, room: Classroom, data: dict[str, str], sentence: str
) -> None:
    response = client.post("/join/", data)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert Learner.objects.count() == 0


def test_an_archived_class_lets_nobody_in(client: Client, room: Classroom) -> None:
    Classroom.objects.update(archived_at=timezone.now())
    assert client.post("/join/", joining(room, "Ada")).status_code == 422


def test_a_taken_name_needs_its_pin(client: Client, room: Classroom) -> None:
    create_seat(classroom=room, name="Ada", pin="2468")
    without = client.post("/join/", joining(room, "ADA"))
    wrong = client.post("/join/", joining(room, "ada", pin="1111"))
    assert (without.status_code, wrong.status_code) == (422, 422)
    assert "If it is you, type your PIN" in without.content.decode()
    assert "does not open this name" in wrong.content.decode()
    assert "Nothing here yet" in client.get("/progress/").content.decode()


def test_the_pin_leads_back_to_the_seat_on_another_device(tess: User, room: Classroom) -> None:
    seat = create_seat(classroom=room, name="Ada", pin="2468")
    attempt = create_attempt(learner=seat.learner, unit=create_published_unit(owner=tess), right=1)
    tablet = Client()
    page = tablet.post("/join/", joining(room, "ada", pin="2468"), follow=True)
    assert "Welcome back to 7B, Ada." in page.content.decode()
    assert tablet.get(attempt.get_absolute_url()).status_code == 302
    assert Enrolment.objects.count() == 1


def test_pins_cannot_be_tried_one_after_another(client: Client, room: Classroom) -> None:
    create_seat(classroom=room, name="Ada", pin="2468")
    for _ in range(10):
        client.post("/join/", joining(room, "Ada", pin="0000"))
    response = client.post("/join/", joining(room, "Ada", pin="2468"))
    assert response.status_code == 422
    assert "Too many wrong PINs" in response.content.decode()


def test_codes_cannot_be_tried_one_after_another(client: Client, room: Classroom) -> None:
    for _ in range(40):
        assert client.post("/join/", {"code": "AAAAAA", "name": "x"}).status_code == 422
    assert client.post("/join/", {"code": "AAAAAA", "name": "x"}).status_code == 429
    assert client.post("/join/", joining(room, "Ada")).status_code == 200  # the class goes on


def test_joining_again_in_the_same_browser_is_no_second_seat(
    client: Client, room: Classroom
) -> None:
    client.post("/join/", joining(room, "Ada"))
    again = client.post("/join/", joining(room, "Ada"))
    assert again.headers["Location"] == "/progress/"
    assert Enrolment.objects.count() == 1


@pytest.mark.parametrize("keep", [True, False])
def test_a_walk_in_may_keep_what_they_did(tess: User, room: Classroom, keep: bool) -> None:
    walk_in = create_learner()
    create_attempt(learner=walk_in, unit=create_published_unit(owner=tess), right=1)
    browser = as_learner(walk_in)
    browser.post("/join/", joining(room, "Ada", **({"keep": "on"} if keep else {})))
    assert (Enrolment.objects.get().learner == walk_in) == keep


def test_the_session_gets_a_new_id_with_a_new_person(client: Client, room: Classroom) -> None:
    browser = as_learner(create_learner())
    before = browser.cookies["sessionid"].value
    browser.post("/join/", joining(room, "Ada"))
    assert browser.cookies["sessionid"].value != before


def test_a_removed_pupil_may_begin_again(tess: User, room: Classroom) -> None:
    seat = create_seat(classroom=room, name="Ada")
    seat.removed_at = timezone.now()
    seat.save()
    as_learner(seat.learner).post("/join/", joining(room, "Ada", keep="on"))
    assert room.enrolments.present().get().learner != seat.learner


def test_a_teacher_is_told_that_pupils_need_no_account(as_tess: Client, room: Classroom) -> None:
    assert "signed in as a teacher" in as_tess.get("/join/").content.decode()
    as_tess.post("/join/", joining(room, "Ada"))
    assert Enrolment.objects.count() == 0
