"""Sign-in cards: new secrets for the chosen, shown once; and how a class signs in."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from quiz import enrolling, seat_secrets
from quiz.models import Classroom, Enrolment
from tests.factories import create_classroom, create_learner, create_seat


@pytest.fixture
def room(tess: User) -> Classroom:
    return create_classroom(owner=tess, name="7B")


@pytest.fixture
def ada(room: Classroom) -> Enrolment:
    return create_seat(classroom=room, name="Ada", pin="2468")


def now(seat: Enrolment) -> Enrolment:
    """The seat as it is kept now."""
    return Enrolment.objects.get(pk=seat.pk)


def test_a_card_says_what_it_ends_before_it_is_made(
    as_tess: Client, room: Classroom, ada: Enrolment
) -> None:
    page = as_tess.get(f"/classes/{room.pk}/cards/").content.decode()
    assert "can no longer use the old" in page
    assert now(ada).opens_with("2468")


def test_cards_for_everybody(as_tess: Client, room: Classroom, ada: Enrolment) -> None:
    create_seat(classroom=room, name="Ben")
    response = as_tess.post(f"/classes/{room.pk}/cards/", {"who": "all"})
    page = response.content.decode()
    made = response.context["seated"]
    assert [each.enrolment.name for each in made] == ["Ada", "Ben"]
    for each in made:
        assert now(each.enrolment).opens_with(each.secret)
        assert each.secret in page
    assert page.count('<svg viewBox="0 0') >= 2
    assert room.join_code in page
    assert "style=" not in page
    assert "no-store" in response.headers["Cache-Control"]


def test_cards_for_those_who_have_not_come(
    as_tess: Client, room: Classroom, ada: Enrolment
) -> None:
    Client().post("/join/", {"code": room.join_code, "name": "Ben"})  # took a seat themselves
    Client().post("/join/", {"code": room.join_code, "name": "Ada", "pin": "2468"})
    cleo = create_seat(classroom=room, name="Cleo")
    made = as_tess.post(f"/classes/{room.pk}/cards/", {"who": "new"}).context["seated"]
    assert [each.enrolment for each in made] == [cleo]
    assert now(ada).opens_with("2468")


def test_cards_for_some(as_tess: Client, room: Classroom, ada: Enrolment) -> None:
    ben = create_seat(classroom=room, name="Ben")
    data = {"who": "some", "ticked": [str(ben.pk)]}
    made = as_tess.post(f"/classes/{room.pk}/cards/", data).context["seated"]
    assert [each.enrolment for each in made] == [ben]
    assert now(ada).opens_with("2468")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Choose who gets a card"),
        ({"who": "friends"}, "Choose who gets a card"),
        ({"who": "some"}, "That is nobody"),
        ({"who": "some", "ticked": ["0"]}, "off the list now"),
    ],
)
def test_cards_for_nobody_are_refused(
    as_tess: Client, room: Classroom, ada: Enrolment, data: dict[str, str], sentence: str
) -> None:
    response = as_tess.post(f"/classes/{room.pk}/cards/", data)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert now(ada).opens_with("2468")


def test_a_seat_of_an_account_gets_no_card(as_tess: Client, room: Classroom, oscar: User) -> None:
    learner = create_learner(user=oscar)
    enrolling.add_learner(classroom=room, name="Oscar", learner=learner, pin="2468")
    page = as_tess.get(f"/classes/{room.pk}/cards/").content.decode()
    assert "Nobody needs a card" in page
    assert "sign in with an account of their own: Oscar" in page
    assert as_tess.post(f"/classes/{room.pk}/cards/", {"who": "all"}).status_code == 422


def test_nine_cards_take_two_sheets(as_tess: Client, room: Classroom) -> None:
    names = "\n".join(f"Pupil {number}" for number in range(9))
    page = as_tess.post(f"/classes/{room.pk}/names/", {"names": names}).content.decode()
    assert [sheet.count("sign-in-card") for sheet in page.split("card-sheet")[1:]] == [8, 1]


def test_one_card_in_one_click(as_tess: Client, room: Classroom, ada: Enrolment) -> None:
    response = as_tess.post(f"/classes/{room.pk}/seats/{ada.pk}/card/")
    (new,) = response.context["seated"]
    assert now(ada).opens_with(new.secret)
    assert new.secret == "2468" or not now(ada).opens_with("2468")
    assert "no-store" in response.headers["Cache-Control"]


def test_pictures_instead_of_a_pin(as_tess: Client, room: Classroom, ada: Enrolment) -> None:
    gone = create_seat(classroom=room, name="Gus", pin="1357")
    enrolling.remove(enrolment=gone)
    address = f"/classes/{room.pk}/sign-in/"
    assert "all 1 pupil a new card" in as_tess.get(address).content.decode()
    response = as_tess.post(address, {"sign_in": "pictures", "sure": "on"})
    (made,) = response.context["seated"]
    assert len({each.id for each in made.pictures}) == 3
    page = response.content.decode()
    for picture in made.pictures:
        assert f"<span>{picture.name}</span>" in page
    assert now(ada).opens_with(" ".join(each.id for each in made.pictures))
    assert not now(ada).opens_with("2468")
    assert not now(gone).opens_with("1357")
    (again,) = as_tess.post(f"/classes/{room.pk}/seats/{ada.pk}/card/").context["seated"]
    assert len(again.pictures) == 3


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"sign_in": "pictures"}, "Tick this box"),
        ({"sign_in": "pin", "sure": "on"}, "in this way already"),
        ({"sign_in": "faces", "sure": "on"}, "Choose one of the two"),
    ],
)
def test_a_change_by_halves_is_refused(
    as_tess: Client, room: Classroom, ada: Enrolment, data: dict[str, str], sentence: str
) -> None:
    response = as_tess.post(f"/classes/{room.pk}/sign-in/", data)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    room.refresh_from_db()
    assert room.sign_in == "pin"
    assert now(ada).opens_with("2468")


def test_an_empty_class_changes_without_a_word(as_tess: Client, room: Classroom) -> None:
    response = as_tess.post(f"/classes/{room.pk}/sign-in/", {"sign_in": "pictures"})
    assert response.headers["Location"] == room.get_absolute_url()
    room.refresh_from_db()
    assert room.sign_in == "pictures"


@pytest.mark.parametrize("path", ["cards/", "sign-in/", "seats/{seat}/card/"])
def test_another_teacher_gets_404(
    as_oscar: Client, room: Classroom, ada: Enrolment, path: str
) -> None:
    address = f"/classes/{room.pk}/{path.format(seat=ada.pk)}"
    data = {"who": "all", "sign_in": "pictures", "sure": "on"}
    assert as_oscar.post(address, data).status_code == 404
    assert now(ada).opens_with("2468")


def test_the_twelve_have_a_drawing_each_without_any_style() -> None:
    from django.template.loader import render_to_string

    drawn = {name: render_to_string(each.drawing) for name, each in seat_secrets.PICTURES.items()}
    assert len(set(drawn.values())) == 12
    for svg in drawn.values():
        assert not re.search(r"style|script|<text", svg)
