"""Co-teachers: invited by a link that works once, equal in the class but for its ownership."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from curriculum.models import Unit
from quiz import inviting
from quiz.models import Classroom, CoTeacher, Invitation
from tests.factories import (
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)


@pytest.fixture
def room(tess: User) -> Classroom:
    return create_classroom(owner=tess, name="7B")


@pytest.fixture
def link(as_tess: Client, room: Classroom) -> str:
    """The address of a link that Tess made."""
    as_tess.post(f"/classes/{room.pk}/teachers/")
    return Invitation.objects.get().get_absolute_url()


@pytest.fixture
def together(room: Classroom, oscar: User) -> CoTeacher:
    return CoTeacher.objects.create(classroom=room, user=oscar)


def test_a_link_is_shown_to_copy(as_tess: Client, room: Classroom, link: str) -> None:
    response = as_tess.get(f"/classes/{room.pk}/teachers/")
    assert f"http://testserver{link}" in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]


def test_accepting(as_oscar: Client, oscar: User, room: Classroom, link: str) -> None:
    page = as_oscar.get(link).content.decode()
    assert "tess invites you to teach 7B together" in page
    assert not CoTeacher.objects.exists()
    response = as_oscar.post(link, follow=True)
    assert "You teach 7B with tess now" in response.content.decode()
    assert room.teachers() == [room.owner, oscar]
    assert "7B" in as_oscar.get("/classes/").content.decode()


def test_a_link_works_once(as_oscar: Client, link: str) -> None:
    as_oscar.post(link)
    late = User.objects.create_user("late")
    browser = Client()
    browser.force_login(late)
    for response in (browser.get(link), browser.post(link)):
        assert response.status_code == 404
        assert "This link no longer works" in response.content.decode()
    assert CoTeacher.objects.count() == 1


def test_a_link_works_for_seven_days(as_oscar: Client, link: str) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert as_oscar.post(link).status_code == 404
    assert not CoTeacher.objects.exists()


def test_a_link_is_taken_back(
    as_tess: Client, as_oscar: Client, room: Classroom, link: str
) -> None:
    pk = Invitation.objects.get().pk
    address = f"/classes/{room.pk}/invitations/{pk}/end/"
    assert as_oscar.post(address).status_code == 404
    assert as_tess.get(address).status_code == 405
    as_tess.post(address)
    assert as_oscar.post(link).status_code == 404


def test_a_visitor_signs_in_first_and_comes_back(client: Client, link: str) -> None:
    assert client.get(link).headers["Location"] == f"/accounts/login/?next={link}"


def test_whoever_teaches_the_class_does_not_use_the_link_up(as_tess: Client, link: str) -> None:
    assert as_tess.post(link).status_code == 302
    assert Invitation.objects.exists()
    assert not CoTeacher.objects.exists()


def test_there_is_no_heap_of_links(as_tess: Client, room: Classroom) -> None:
    for _ in range(inviting.AT_ONCE + 1):
        page = as_tess.post(f"/classes/{room.pk}/teachers/", follow=True)
    assert "Take one back first" in page.content.decode()
    assert Invitation.objects.count() == inviting.AT_ONCE


def test_a_class_put_away_takes_nobody_in(as_oscar: Client, room: Classroom, link: str) -> None:
    room.archive()
    assert as_oscar.post(link).status_code == 404


def test_a_co_teacher_does_what_the_owner_does(
    as_oscar: Client, room: Classroom, together: CoTeacher
) -> None:
    seat = create_seat(classroom=room, name="Ada")
    assert as_oscar.get(f"/classes/{room.pk}/").status_code == 200
    as_oscar.post(f"/classes/{room.pk}/names/", {"names": "Ben"})
    as_oscar.post(f"/classes/{room.pk}/seats/{seat.pk}/removal/")
    assert [seat.name for seat in room.enrolments.present()] == ["Ben"]
    as_oscar.post(f"/classes/{room.pk}/teachers/")
    assert Invitation.objects.get().made_by == together.user


def test_a_co_teacher_neither_hands_over_nor_takes_others_off(
    as_oscar: Client, room: Classroom, together: CoTeacher
) -> None:
    third = CoTeacher.objects.create(classroom=room, user=User.objects.create_user("third"))
    for each in (together, third):
        address = f"/classes/{room.pk}/teachers/{each.pk}/ownership/"
        assert as_oscar.post(address).status_code == 404
    departure = f"/classes/{room.pk}/teachers/{third.pk}/departure/"
    assert as_oscar.post(departure).status_code == 404
    room.refresh_from_db()
    assert room.owner.username == "tess"
    assert room.co_teachers.count() == 2
    page = as_oscar.get(f"/classes/{room.pk}/teachers/").content.decode()
    assert "Leave this class" in page
    assert "the owner</button>" not in page


def test_a_co_teacher_leaves_and_their_links_go(
    as_oscar: Client, room: Classroom, together: CoTeacher
) -> None:
    inviting.invite(classroom=room, by=together.user)
    as_oscar.post(f"/classes/{room.pk}/teachers/{together.pk}/departure/")
    assert not Invitation.objects.exists()
    assert as_oscar.get(f"/classes/{room.pk}/").status_code == 404


def test_the_owner_takes_a_co_teacher_off(
    as_tess: Client, as_oscar: Client, room: Classroom, together: CoTeacher
) -> None:
    address = f"/classes/{room.pk}/teachers/{together.pk}/departure/"
    assert as_tess.get(address).status_code == 405
    as_tess.post(address)
    assert as_oscar.get(f"/classes/{room.pk}/").status_code == 404


def test_handing_over(
    as_tess: Client, as_oscar: Client, room: Classroom, tess: User, together: CoTeacher
) -> None:
    unit = create_published_unit(owner=tess, visibility=Unit.Visibility.PRIVATE)
    room.assignments.create(unit=unit)
    as_tess.post(f"/classes/{room.pk}/teachers/{together.pk}/ownership/")
    room.refresh_from_db()
    assert room.teachers() == [together.user, tess]
    assert as_tess.get(f"/classes/{room.pk}/").status_code == 200
    assert as_tess.post(f"/classes/{room.pk}/teachers/{together.pk}/ownership/").status_code == 404
    unit.refresh_from_db()
    assert unit.owner == tess
    assert as_oscar.get(unit.get_absolute_url()).status_code == 404


def test_strangers_see_no_teachers(as_oscar: Client, room: Classroom, link: str) -> None:
    assert as_oscar.get(f"/classes/{room.pk}/teachers/").status_code == 404
    assert as_oscar.post(f"/classes/{room.pk}/teachers/").status_code == 404
    assert Invitation.objects.count() == 1


def test_what_a_co_teacher_may_set_and_whose_results_they_see(
    as_oscar: Client, as_tess: Client, tess: User, room: Classroom, together: CoTeacher
) -> None:
    private = Unit.Visibility.PRIVATE
    there = create_published_unit(owner=tess, title="Set there", visibility=private)
    create_published_unit(owner=tess, title="Kept back", visibility=private)
    assert as_oscar.get(f"/units/{there.pk}/results/").status_code == 404
    room.assignments.create(unit=there)
    form = as_oscar.get(f"/classes/{room.pk}/set-work/new/").content.decode()
    assert "Set there" in form
    assert "Kept back" not in form
    pupil = create_seat(classroom=room, name="Ada").learner
    create_attempt(learner=pupil, unit=there, right=1, classroom=room)
    create_attempt(learner=create_learner(), unit=there, right=1)
    address = f"/units/{there.pk}/results/"
    theirs, whole = as_oscar.get(address), as_tess.get(address)
    assert [row.who for row in theirs.context["results"].rows] == ["Ada"]
    assert sorted(row.who for row in whole.context["results"].rows) == ["Ada", "Walk-in"]
    assert "in the classes that you teach" in theirs.content.decode()


def test_a_class_is_not_handed_to_somebody_who_has_just_left(
    tess: User, oscar: User, room: Classroom
) -> None:
    to = CoTeacher.objects.create(classroom=room, user=oscar)
    inviting.part(co_teacher=CoTeacher.objects.get(pk=to.pk))
    assert not inviting.hand_over(classroom=room, to=to, by=tess)
    room.refresh_from_db()
    assert room.owner == tess
