"""Joining a class: a seat for whoever has the code, and a way back for whoever has the PIN."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from quiz import enrolling
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
    assert "You are signed in as tess" in as_tess.get("/join/").content.decode()
    as_tess.post("/join/", joining(room, "Ada"))
    assert Enrolment.objects.count() == 0


def test_the_code_comes_first_and_a_card_brings_it_along(client: Client, room: Classroom) -> None:
    assert 'name="code"' in client.get("/join/").content.decode()
    page = client.get("/join/", {"code": room.join_code.lower()}).content.decode()
    assert "Who are you?" in page
    assert "7B" in page
    miss = client.get("/join/", {"code": "AAAAAA"})
    assert miss.status_code == 422
    assert "No class has that code" in miss.content.decode()


def test_codes_cannot_be_tried_in_the_address_either(client: Client, room: Classroom) -> None:
    for _ in range(40):
        assert client.get("/join/", {"code": "AAAAAA"}).status_code == 422
    assert client.get("/join/", {"code": "AAAAAA"}).status_code == 429


def test_the_address_of_a_card_shows_no_name(client: Client, room: Classroom) -> None:
    create_seat(classroom=room, name="Zebedee")
    assert "Zebedee" not in client.get("/join/", {"code": room.join_code}).content.decode()
    assert "Zebedee" not in client.post("/join/", joining(room, "Ada")).content.decode()


def test_a_name_is_found_without_its_accents_and_points(client: Client, room: Classroom) -> None:
    create_seat(classroom=room, name="Élise K.", pin="2468")
    response = client.post("/join/", joining(room, "elise k", pin="2468"))
    assert response.headers["Location"] == "/progress/"
    assert room.enrolments.count() == 1


def test_a_name_that_comes_near_is_asked_about(client: Client, room: Classroom) -> None:
    seat = create_seat(classroom=room, name="Ada K.", pin="2468")
    page = client.post("/join/", joining(room, "Ada")).content.decode()
    assert 'value="Ada K."' in page
    assert room.enrolments.count() == 1
    picked = client.post("/join/", joining(room, "Ada", picked="Ada K."))
    assert "Is that you, Ada K.?" in picked.content.decode()
    client.post("/join/", joining(room, "Ada K.", pin="2468"))
    assert client.session["learner"] == str(seat.learner_id)
    Client().post("/join/", joining(room, "Ada", fresh="on"))
    assert sorted(seat.name for seat in room.enrolments.all()) == ["Ada", "Ada K."]


@pytest.fixture
def pictured(tess: User) -> Classroom:
    room = create_classroom(owner=tess, name="3A")
    room.sign_in = Classroom.SignIn.PICTURES
    room.save()
    return room


def rows(*pictures: str) -> dict[str, str]:
    """What a pupil picks, row by row."""
    return {f"picture_{number}": name for number, name in enumerate(pictures, 1)}


def test_pictures_are_given_and_lead_back(client: Client, pictured: Classroom) -> None:
    page = client.post("/join/", joining(pictured, "Ada")).content.decode()
    given = re.findall(r"<span>(\w+)</span>", page[page.index("row-of-pictures") :])[:3]
    assert pictured.enrolments.get().opens_with(" ".join(given).lower())
    tablet = Client()
    asked = tablet.post("/join/", joining(pictured, "ada"))
    assert asked.status_code == 422
    assert "choose your three pictures" in asked.content.decode()
    assert asked.content.decode().count('type="radio"') == 36
    back = tablet.post("/join/", joining(pictured, "ada", **rows(*map(str.lower, given))))
    assert back.headers["Location"] == "/progress/"


@pytest.mark.parametrize(
    ("picked", "sentence"),
    [
        (("fish", "key", "sun"), "These pictures do not open this name"),
        (("sun", "key"), "choose your three pictures"),
        (("sun", "key", "goat"), "These pictures do not open this name"),
    ],
)
def test_other_pictures_or_another_order_open_nothing(
    client: Client, pictured: Classroom, picked: tuple[str, ...], sentence: str
) -> None:
    create_seat(classroom=pictured, name="Ada", pin="sun key fish")
    response = client.post("/join/", joining(pictured, "Ada", **rows(*picked)))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert "learner" not in client.session


def test_pictures_cannot_be_tried_one_after_another(client: Client, pictured: Classroom) -> None:
    create_seat(classroom=pictured, name="Ada", pin="sun key fish")
    for _ in range(10):
        client.post("/join/", joining(pictured, "Ada", **rows("sun", "key", "bell")))
    response = client.post("/join/", joining(pictured, "Ada", **rows("sun", "key", "fish")))
    assert "Too many wrong pictures" in response.content.decode()


def test_a_seat_of_an_account_is_opened_by_the_account(
    client: Client, room: Classroom, oscar: User
) -> None:
    seat = create_seat(classroom=room, name="Ada", pin="2468")
    Learner.objects.filter(pk=seat.learner_id).update(user=oscar)
    response = client.post("/join/", joining(room, "Ada", pin="2468"))
    assert response.status_code == 422
    assert "Sign in with your account" in response.content.decode()
    assert "learner" not in client.session


def test_a_walk_in_who_is_erased_while_joining_begins_afresh(
    room: Classroom,
) -> None:
    walk_in = create_learner()
    gone = Learner(pk=walk_in.pk)
    walk_in.delete()
    seated = enrolling.take_seat(classroom=room, name="Ada", learner=gone)
    assert isinstance(seated, enrolling.Seated)
    assert seated.enrolment.learner_id != gone.pk
    assert room.enrolments.get() == seated.enrolment


def test_a_pupil_who_comes_is_noted(client: Client, room: Classroom) -> None:
    seat = create_seat(classroom=room, name="Ada", pin="2468")
    assert seat.came_at is None
    client.post("/join/", joining(room, "Ada", pin="2468"))
    seat.refresh_from_db()
    assert seat.came_at
