"""Closing an account: what goes, what stays, and who may."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from curriculum.models import Source, Unit
from quiz import closing
from quiz.models import Classroom, CoTeacher, Learner, Response
from tests.factories import (
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
    create_unit,
)

PAGE = "/accounts/deletion/"
YES = {"proof": "a-long-enough-password", "sure": "on"}


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess)


@pytest.fixture
def room(tess: User, unit: Unit) -> Classroom:
    """A class whose one pupil answered two questions of the unit."""
    room = create_classroom(owner=tess)
    lena = create_seat(classroom=room, name="Lena").learner
    create_attempt(learner=lena, unit=unit, right=1, wrong=1, classroom=room)
    return room


def text(client: Client) -> str:
    """What the page says, spaces apart."""
    return " ".join(client.get(PAGE).content.decode().split())


def test_the_page_counts_what_goes(as_tess: Client, room: Classroom) -> None:
    page = text(as_tess)
    assert "1 class, with 1 pupil and 2 of their answers" in page
    assert "1 unit with its lessons" in page
    assert "What stays" not in page


def test_it_goes_with_everything_that_hangs_on_it_alone(
    as_tess: Client, tess: User, room: Classroom
) -> None:
    create_attempt(learner=create_learner(user=tess), unit=Unit.objects.get(), right=1)
    response = as_tess.post(PAGE, YES)
    assert response.headers["Location"] == "/"
    for model in (User, Unit, Source, Classroom, Learner, Response):
        assert not model.objects.exists(), model
    assert as_tess.get("/accounts/").status_code == 302


def test_what_others_answered_stays_without_a_name(
    as_tess: Client, tess: User, unit: Unit, room: Classroom
) -> None:
    stranger = create_attempt(learner=create_learner(), unit=unit, right=2)
    assert "1 unit that other people have answered" in text(as_tess)
    as_tess.post(PAGE, YES)
    assert not User.objects.exists()
    unit.refresh_from_db()
    assert unit.owner is None
    assert unit.source.owner is None
    assert stranger.responses.count() == 2
    assert Learner.objects.get() == stranger.learner
    assert Client().get(f"/learn/{unit.pk}/").status_code == 200


def test_a_class_passes_to_the_colleague(
    as_tess: Client, oscar: User, unit: Unit, room: Classroom
) -> None:
    CoTeacher.objects.create(classroom=room, user=oscar)
    assert "1 class that a colleague teaches too: it passes" in text(as_tess)
    as_tess.post(PAGE, YES)
    room.refresh_from_db()
    assert room.owner == oscar
    assert not room.co_teachers.exists()
    assert Response.objects.count() == 2


def test_a_pupil_with_a_seat_elsewhere_stays(
    as_tess: Client, tess: User, oscar: User, room: Classroom
) -> None:
    lena = room.enrolments.get().learner
    other = create_classroom(owner=oscar, name="8C")
    other.enrolments.create(learner=lena, name="Lena", pin="x")
    closing.close(tess)
    assert Learner.objects.get() == lena
    assert Response.objects.count() == 2


def test_others_things_are_not_touched(as_tess: Client, tess: User, oscar: User) -> None:
    theirs = create_unit(owner=oscar)
    closing.close(tess)
    theirs.refresh_from_db()
    assert theirs.owner == oscar


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"proof": "wrong", "sure": "on"}, "That is not your password"),
        ({"proof": "a-long-enough-password"}, "Tick the box if you are sure"),
        ({}, "Tick the box"),
    ],
)
def test_half_a_yes_is_refused(
    as_tess: Client, tess: User, given: dict[str, str], sentence: str
) -> None:
    response = as_tess.post(PAGE, given)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert User.objects.filter(pk=tess.pk).exists()


def test_an_account_without_a_password_types_its_name(as_tess: Client, tess: User) -> None:
    tess.set_unusable_password()
    tess.save()
    as_tess.force_login(tess)
    assert as_tess.post(PAGE, {"proof": "oscar", "sure": "on"}).status_code == 422
    assert as_tess.post(PAGE, {"proof": "tess", "sure": "on"}).status_code == 302
    assert not User.objects.exists()


def test_the_last_admin_stays(as_tess: Client, tess: User) -> None:
    User.objects.filter(pk=tess.pk).update(is_superuser=True)
    assert "Nobody else runs this site" in text(as_tess)
    assert as_tess.post(PAGE, YES).status_code == 422
    User.objects.create_superuser("sam", password="a-long-enough-password")
    assert as_tess.post(PAGE, YES).status_code == 302


def test_guessing_the_password_there_is_counted(as_tess: Client, tess: User) -> None:
    for n in range(20):
        as_tess.post(PAGE, {"proof": f"guess-{n}", "sure": "on"})
    assert as_tess.post(PAGE, YES).status_code == 429
    assert User.objects.exists()


def test_outsiders_are_sent_to_sign_in(client: Client, db: None) -> None:
    assert client.get(PAGE).headers["Location"].startswith("/accounts/login/")
    assert client.post(PAGE, YES).headers["Location"].startswith("/accounts/login/")
