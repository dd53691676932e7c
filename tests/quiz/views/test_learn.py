"""The front page of a unit, and starting it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from curriculum.models import Edition, Unit
from quiz.models import Attempt, Learner
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)


def test_it_works_for_a_walk_in(client: Client, tess: User) -> None:
    unit = create_published_unit(owner=tess, content_note="It speaks of wasted food.")
    page = client.get(f"/learn/{unit.pk}/").content.decode()
    assert "The garden count" in page
    assert "It speaks of wasted food." in page
    assert "You may choose not to read this text" in page
    assert "2 lessons" in page
    assert "4 questions" in page
    assert Learner.objects.count() == 0  # looking makes nobody


def test_lessons_stand_under_the_heading_of_their_module(client: Client, tess: User) -> None:
    unit = create_published_unit(owner=tess)
    first = unit.editions.get()
    lessons = [{**lesson, "module": "Who speaks"} for lesson in first.lessons]
    second = Edition.objects.create(unit=unit, number=2, title=first.title, lessons=lessons)
    assert second == unit.edition
    page = client.get(f"/learn/{unit.pk}/").content.decode()
    assert page.count("Who speaks") == 1
    assert page.index("Who speaks") < page.index('data-number="1"')


def test_a_teacher_can_make_a_public_unit_theirs(
    as_oscar: Client, as_tess: Client, client: Client, tess: User
) -> None:
    unit = create_published_unit(owner=tess)
    copying = f'action="/units/{unit.pk}/copies/"'
    assert copying in as_oscar.get(f"/learn/{unit.pk}/").content.decode()
    assert copying not in as_tess.get(f"/learn/{unit.pk}/").content.decode()  # hers already
    assert copying not in client.get(f"/learn/{unit.pk}/").content.decode()
    as_oscar.post(f"/units/{unit.pk}/copies/")
    assert Unit.objects.filter(owner__username="oscar", copied_from=unit).exists()


def test_a_unit_by_link_is_open_to_whoever_has_the_link(client: Client, tess: User) -> None:
    unit = create_published_unit(owner=tess, visibility=Unit.Visibility.LINK)
    assert client.get(f"/learn/{unit.pk}/").status_code == 200


def test_a_private_unit_is_its_owner_s_alone(
    client: Client, as_tess: Client, as_oscar: Client, tess: User
) -> None:
    unit = create_published_unit(owner=tess, visibility=Unit.Visibility.PRIVATE)
    address = f"/learn/{unit.pk}/"
    assert [b.get(address).status_code for b in (client, as_oscar, as_tess)] == [404, 404, 200]
    assert client.post(f"{address}attempts/").status_code == 404
    assert "kept apart" in as_tess.get(address).content.decode()


def test_a_private_unit_set_as_work_is_open_to_the_class(tess: User) -> None:
    unit = create_published_unit(owner=tess, visibility=Unit.Visibility.PRIVATE)
    classroom = create_classroom(owner=tess)
    seat = create_seat(classroom=classroom, name="Ada")
    pupil = as_learner(seat.learner)
    assert pupil.get(f"/learn/{unit.pk}/").status_code == 404
    classroom.assignments.create(unit=unit)
    assert pupil.get(f"/learn/{unit.pk}/").status_code == 200
    pupil.post(f"/learn/{unit.pk}/attempts/")
    assert Attempt.objects.get().classroom == classroom


def test_an_unpublished_or_unknown_unit_is_not_found(as_tess: Client, tess: User) -> None:
    unit = create_published_unit(owner=tess)
    unit.editions.all().delete()
    assert as_tess.get(f"/learn/{unit.pk}/").status_code == 404
    assert as_tess.get(f"/learn/{uuid4()}/").status_code == 404


def test_a_start_makes_a_walk_in_and_an_attempt(client: Client, tess: User) -> None:
    unit = create_published_unit(owner=tess)
    ticket = client.get(f"/learn/{unit.pk}/").context["form"].initial["ticket"]
    response = client.post(f"/learn/{unit.pk}/attempts/", {"ticket": ticket})
    attempt = Attempt.objects.get()
    assert response.headers["Location"] == f"/attempts/{attempt.pk}/"
    assert str(attempt.learner) == "Walk-in"
    client.post(f"/learn/{unit.pk}/attempts/", {"ticket": ticket})
    assert Attempt.objects.count() == Learner.objects.count() == 1


@pytest.mark.parametrize("ticket", ["", "forged", "6f1c2b7e-0000-4000-8000-000000000000"])
def test_a_forged_ticket_opens_nobody_else_s_work(client: Client, tess: User, ticket: str) -> None:
    unit = create_published_unit(owner=tess)
    victim = create_attempt(learner=create_learner(), unit=unit)
    given = ticket or str(victim.learner_id)
    client.post(f"/learn/{unit.pk}/attempts/", {"ticket": given})
    assert client.get(f"/attempts/{victim.pk}/").status_code == 404


def test_a_used_ticket_does_not_bring_the_next_child_to_the_last_one_s_work(
    client: Client, tess: User
) -> None:
    unit = create_published_unit(owner=tess)
    ticket = client.get(f"/learn/{unit.pk}/").context["form"].initial["ticket"]
    client.post(f"/learn/{unit.pk}/attempts/", {"ticket": ticket})
    client.post("/progress/departure/")
    Learner.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    client.post(f"/learn/{unit.pk}/attempts/", {"ticket": ticket})  # Back, and Start
    assert Attempt.objects.count() == Learner.objects.count() == 2


def test_the_learner_s_id_is_never_printed(tess: User) -> None:
    unit = create_published_unit(owner=tess)
    learner = create_learner()
    attempt = create_attempt(learner=learner, unit=unit, right=1)
    browser = as_learner(learner)
    for address in (
        f"/learn/{unit.pk}/",
        f"/attempts/{attempt.pk}/questions/1/",
        f"/attempts/{attempt.pk}/questions/2/",
        f"/attempts/{attempt.pk}/lessons/1/",
        "/progress/",
        "/join/",
    ):
        assert str(learner.pk) not in browser.get(address).content.decode()


def test_a_teacher_learns_as_themselves(as_tess: Client, tess: User) -> None:
    unit = create_published_unit(owner=tess)
    as_tess.post(f"/learn/{unit.pk}/attempts/")
    as_tess.post(f"/learn/{unit.pk}/attempts/")
    assert Learner.objects.get().user == tess


def test_starting_is_a_post(client: Client, tess: User) -> None:
    unit = create_published_unit(owner=tess)
    assert client.get(f"/learn/{unit.pk}/attempts/").status_code == 405
    assert client.post(f"/learn/{unit.pk}/").status_code == 405


def test_a_ticket_whose_learner_became_an_account_makes_somebody_new(
    client: Client, tess: User, oscar: User
) -> None:
    unit = create_published_unit(owner=tess)
    ticket = client.get(f"/learn/{unit.pk}/").context["form"].initial["ticket"]
    client.post(f"/learn/{unit.pk}/attempts/", {"ticket": ticket})
    Learner.objects.update(user=oscar)
    assert Client().post(f"/learn/{unit.pk}/attempts/", {"ticket": ticket}).status_code == 302
    assert Learner.objects.filter(user=None).count() == 1
