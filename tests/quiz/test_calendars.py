"""The calendar feed: what is due, for whoever has the address, until it is taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone
from icalendar import Calendar

from curriculum.models import Unit
from quiz import calendars, leaving
from quiz.models import CalendarFeed, Enrolment, Erasure, Learner, Review
from tests.factories import as_learner, create_classroom, create_published_unit, create_seat

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2030, 5, 3, 14, tzinfo=UTC)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, title="The goat; and, the ferry")


@pytest.fixture
def seat(tess: User, unit: Unit) -> Enrolment:
    room = create_classroom(owner=tess)
    room.assignments.create(unit=unit, due_at=FRIDAY)
    return create_seat(classroom=room, name="Lena")


def told(client: Client) -> list[dict[str, str]]:
    """The events behind the address that the page shows."""
    address = client.get("/progress/along/").context["address"]
    answer = Client().get(address.removeprefix("http://testserver"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"Lena" not in answer.content
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    return [{"what": str(e["summary"]), "when": str(e.decoded("dtstart"))} for e in events]


def test_due_work_and_reviews_are_told(seat: Enrolment) -> None:
    client, today = as_learner(seat.learner), timezone.localdate()
    for skill in ("attr", "supp"):
        Review.objects.create(
            learner=seat.learner, skill=skill, last_on=today, due_on=today + timedelta(days=7)
        )
    client.post("/progress/along/calendar/")
    assert told(client) == [
        {"what": "Due: The goat; and, the ferry", "when": str(FRIDAY)},
        {
            "what": "Review: 2 skills, about five minutes",
            "when": str(today + timedelta(days=7)),
        },
    ]


def test_only_ones_own_work_is_told(seat: Enrolment, unit: Unit, tess: User) -> None:
    room, now = seat.classroom, timezone.now()
    other = create_seat(classroom=room, name="Otto")
    room.assignments.create(unit=unit, due_at=FRIDAY + timedelta(days=1)).seats.add(other)
    room.assignments.create(unit=unit)  # no due date
    create_classroom(owner=tess, name="8C").assignments.create(unit=unit, due_at=FRIDAY)
    assert [work.due_at for work in calendars.due_work(seat.learner, after=now)] == [FRIDAY]
    assert len(calendars.due_work(other.learner, after=now)) == 2
    room.archive()
    assert calendars.due_work(seat.learner, after=now) == []


def test_an_address_that_was_replaced_or_taken_back_is_gone(seat: Enrolment) -> None:
    client = as_learner(seat.learner)
    client.post("/progress/along/calendar/")
    first = CalendarFeed.objects.get().get_absolute_url()
    client.post("/progress/along/calendar/")
    second = CalendarFeed.objects.get().get_absolute_url()
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
    client.post("/progress/along/calendar/removal/")
    assert Client().get(second).status_code == 404


def test_whoever_wished_to_go_is_not_told_of(seat: Enrolment) -> None:
    feed = calendars.renew(seat.learner)
    leaving.ask(learner=seat.learner)
    assert Client().get(feed.get_absolute_url()).status_code == 200
    Erasure.objects.update(due_at=timezone.now())
    assert Client().get(feed.get_absolute_url()).status_code == 404


def test_a_visitor_has_no_calendar() -> None:
    Client().post("/progress/along/calendar/")
    assert not CalendarFeed.objects.exists()


def test_whoever_was_erased_meanwhile_gets_no_calendar(seat: Enrolment) -> None:
    learner = Learner.objects.get(pk=seat.learner_id)
    seat.learner.delete()
    with pytest.raises(Learner.DoesNotExist):
        calendars.renew(learner)


def test_an_address_that_no_secret_can_have_leads_nowhere() -> None:
    for path in ("/calendars/a\x00b.ics", "/invitations/a\x00b/"):
        with pytest.raises(Resolver404):  # PostgreSQL takes no such character
            resolve(path)
