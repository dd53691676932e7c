"""Setting work by its rules, and what the learner and the teacher see of it, before and after."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from curriculum.models import Unit
from quiz import taking
from quiz.models import Assignment, Attempt, Classroom, Enrolment, Response
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_published_unit,
    create_seat,
    create_try,
    create_work,
)

HOUR = timedelta(hours=1)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(
        owner=tess, lessons=("attr",), questions_each=6, visibility=Unit.Visibility.PRIVATE
    )


@pytest.fixture
def room(tess: User) -> Classroom:
    return create_classroom(owner=tess)


@pytest.fixture
def seat(room: Classroom) -> Enrolment:
    return create_seat(classroom=room, name="Lena")


@pytest.fixture
def as_lena(seat: Enrolment) -> Client:
    return as_learner(seat.learner)


def typed(at: datetime) -> str:
    """A time as the browser's own field sends it."""
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def read(response: Any) -> str:
    """A page as words."""
    return " ".join(re.sub(r"<[^>]*>", " ", response.content.decode()).split())


def test_a_unit_and_a_button_are_enough(as_tess: Client, room: Classroom, unit: Unit) -> None:
    address = f"/classes/{room.pk}/set-work/new/"
    page = as_tess.get(address)
    assert "Open now, no date by which it is due, as many tries as they like" in read(page)
    ticket = page.context["form"]["ticket"].value()
    for _ in range(2):
        response = as_tess.post(address, {"unit": str(unit.pk), "ticket": ticket})
        assert response.headers["Location"] == room.get_absolute_url()
    work = room.assignments.get()
    assert (work.due_at, work.tries, work.late, work.feedback) == (None, None, "marked", "now")


def test_every_rule_is_set_and_changed(
    as_tess: Client, room: Classroom, unit: Unit, seat: Enrolment
) -> None:
    due = timezone.now().replace(second=0, microsecond=0) + 48 * HOUR
    rules = {
        "unit": str(unit.pk),
        "due_at": typed(due),
        "late": "closed",
        "feedback": "after_due",
        "tries": "1",
        "minutes": "20",
        "shuffled": "on",
        "edition": "today",
        "seats": [seat.pk],
    }
    page = as_tess.post(f"/classes/{room.pk}/set-work/new/", rules, follow=True)
    work = room.assignments.get()
    assert (work.due_at, work.tries, work.minutes, work.shuffled) == (due, 1, 20, True)
    assert (work.edition, list(work.seats.all())) == (unit.edition, [seat])
    assert "closed after that, one try, 20 minutes for a try" in read(page)
    address = f"/classes/{room.pk}/set-work/{work.pk}/"
    assert typed(due) in as_tess.get(address).content.decode()
    as_tess.post(address, {"due_at": typed(due + HOUR), "tries": "2"})
    work.refresh_from_db()
    assert (work.due_at, work.tries, work.minutes, work.edition) == (due + HOUR, 2, None, None)


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"unit": ""}, "Choose a unit first."),
        ({"due_at": "soon"}, "Give a day and a time"),
        ({"due_at": "2020-01-01T10:00"}, "That moment is past."),
        ({"opens_at": "2090-01-02T10:00", "due_at": "2090-01-01T10:00"}, "due after it opens"),
        ({"feedback": "after_due"}, "Say when the work is due, or show"),
        ({"late": "closed"}, "so that it can close then"),
        ({"tries": "0"}, "at least one try"),
        ({"minutes": "many"}, "a whole number of minutes"),
        ({"seats": "999999"}, "not in the class any more"),
        ({"edition": "seventh"}, "That edition is not there"),
    ],
)
def test_rules_that_cannot_be_are_refused_with_a_reason(
    as_tess: Client, room: Classroom, unit: Unit, seat: Enrolment, rules: Any, sentence: str
) -> None:
    response = as_tess.post(f"/classes/{room.pk}/set-work/new/", {"unit": str(unit.pk)} | rules)
    assert response.status_code == 422
    assert sentence in read(response)
    assert not room.assignments.exists()


def test_the_rules_are_said_in_a_sentence_before_they_are_set(
    as_tess: Client, room: Classroom
) -> None:
    address = f"/classes/{room.pk}/set-work/words/"
    page = as_tess.post(address, {"tries": "3"}, headers={"HX-Request": "true"})
    assert "3 tries" in read(page)
    assert "<html" not in page.content.decode()
    assert "Say when the work is due" in read(as_tess.post(address, {"late": "closed"}))


def test_work_that_is_not_open_shows_nothing_but_its_date(
    as_lena: Client, room: Classroom, unit: Unit
) -> None:
    work = create_work(classroom=room, unit=unit, opens_at=timezone.now() + HOUR)
    page = read(as_lena.get(f"/learn/{unit.pk}/"))
    assert "This work opens on" in page
    assert "Start" not in page
    assert as_lena.post(f"/learn/{unit.pk}/attempts/").status_code == 422
    assert not Attempt.objects.exists()
    assert "not open yet" in read(as_lena.get("/progress/"))
    work.opens_at = timezone.now() - HOUR
    work.save()
    assert as_lena.post(f"/learn/{unit.pk}/attempts/").status_code == 302


def test_the_rules_are_said_before_the_clock_starts(
    as_lena: Client, room: Classroom, unit: Unit
) -> None:
    create_work(classroom=room, unit=unit, minutes=20, tries=1)
    page = read(as_lena.get(f"/learn/{unit.pk}/"))
    assert "You have one try." in page
    assert "Once you start you have 20 minutes." in page
    assert "work-clock" in as_lena.post(f"/learn/{unit.pk}/attempts/", follow=True).content.decode()


def test_an_old_page_is_refused_once_the_time_is_up(
    as_lena: Client, room: Classroom, unit: Unit, seat: Enrolment
) -> None:
    work = create_work(classroom=room, unit=unit, minutes=20, tries=1)
    attempt = create_attempt(learner=seat.learner, unit=unit, right=1)
    address = f"/attempts/{attempt.pk}/questions/2/"
    token = as_lena.get(address).context["laid"][0].token
    Attempt.objects.update(closes_at=timezone.now() - HOUR, started_at=timezone.now() - 2 * HOUR)
    for headers in ({}, {"HX-Request": "true"}):
        as_lena.post(f"{address}answer/", {"choice": token}, headers=headers)
    assert Response.objects.count() == 1
    attempt.refresh_from_db()
    assert attempt.finished_at == attempt.closes_at
    assert "The time is up" in read(as_lena.get(address))
    page = read(as_lena.get(attempt.get_absolute_url(), follow=True))
    assert "1 of 6 questions answered, and saved" in page
    page = read(as_lena.get(f"/learn/{unit.pk}/?work={work.pk}"))
    assert "You have had one try at this work." in page
    assert "Everything that you answered is saved." in page


KEY = ("Zebra explanation", "Walrus rationale", "Yes, that is it", "Not this time")


def test_what_was_right_stays_away_until_the_work_is_due(
    as_lena: Client, room: Classroom, unit: Unit, seat: Enrolment
) -> None:
    due = timezone.now() + HOUR
    create_work(classroom=room, unit=unit, due_at=due, feedback="after_due")
    attempt = create_attempt(learner=seat.learner, unit=unit, right=5, wrong=1)
    taking.complete_lesson(attempt=attempt, number=1)
    address = f"/attempts/{attempt.pk}/"
    answered, summary = as_lena.get(f"{address}questions/1/"), as_lena.get(f"{address}summary/")
    assert "Your answer is saved" in read(answered)
    assert "quotations" not in answered.context
    assert "confusion" not in answered.context
    assert "You will see what was right on" in read(summary)
    pages = [answered, summary, as_lena.get("/progress/"), as_lena.get("/progress/data/")]
    pages += [as_lena.get("/progress/data/answers.csv"), as_lena.get(f"/learn/{unit.pk}/")]
    for page in pages:
        words = read(page)
        assert not [word for word in (*KEY, "is-right", "5 of 6", "of them right") if word in words]
        assert "is-right" not in page.content.decode()
    told = json.loads(as_lena.get("/progress/data/answers.json").content)
    assert {(each["key"], each["right"]) for each in told["answers"]} == {(None, None)}
    assert told["skills"] == []
    Assignment.objects.update(due_at=timezone.now())
    assert "Zebra explanation" in read(as_lena.get(f"{address}questions/1/"))
    assert "5 of 6 answers were right" in read(as_lena.get(f"{address}summary/"))
    assert "6 answers, 5 of them right" in read(as_lena.get("/progress/"))


def test_a_unit_set_twice_keeps_two_ways_apart(
    as_lena: Client, room: Classroom, unit: Unit, seat: Enrolment
) -> None:
    first, second = (create_work(classroom=room, unit=unit, tries=1) for _ in range(2))
    attempt = create_try(learner=seat.learner, work=first)
    as_lena.post(f"/learn/{unit.pk}/attempts/", {"work": second.pk})
    assert second.attempts.exclude(pk=attempt.pk).count() == 1


def test_questions_come_in_an_order_of_ones_own_and_stay_in_it(
    room: Classroom, unit: Unit, seat: Enrolment
) -> None:
    create_work(classroom=room, unit=unit, shuffled=True)
    orders = []
    for name in ("Ada", "Ben", "Chidi", "Dora"):
        learner = create_seat(classroom=room, name=name).learner
        attempt = create_attempt(learner=learner, unit=unit)
        taking.complete_lesson(attempt=attempt, number=1)
        browser, visited = as_learner(learner), []
        for _ in range(6):
            page: Any = browser.get(attempt.get_absolute_url(), follow=True)
            assert (
                page.request["PATH_INFO"]
                == (browser.get(attempt.get_absolute_url(), follow=True).request["PATH_INFO"])
            )
            visited.append(page.context["asked"].position)
            token = page.context["laid"][0].token
            browser.post(f"{page.request['PATH_INFO']}answer/", {"choice": token})
        assert sorted(visited) == [1, 2, 3, 4, 5, 6]
        orders.append(visited)
    assert len({tuple(order) for order in orders}) > 1


def test_taking_work_off_the_list_keeps_every_answer(
    as_tess: Client, room: Classroom, unit: Unit, seat: Enrolment
) -> None:
    work = create_work(classroom=room, unit=unit)
    create_attempt(learner=seat.learner, unit=unit, right=2)
    page = as_tess.post(f"/classes/{room.pk}/set-work/{work.pk}/removal/", follow=True)
    assert "Every answer is kept" in read(page)
    assert Response.objects.count() == 2


def test_an_outsider_learns_nothing(
    as_oscar: Client, room: Classroom, unit: Unit, seat: Enrolment
) -> None:
    work = create_work(classroom=room, unit=unit)
    base = f"/classes/{room.pk}/"
    for path in ("set-work/new/", f"set-work/{work.pk}/", f"seats/{seat.pk}/accommodation/"):
        assert as_oscar.get(base + path).status_code == 404
        assert as_oscar.post(base + path, {"tries": "1"}).status_code == 404
    stranger = as_learner(
        create_seat(classroom=create_classroom(owner=room.owner), name="X").learner
    )
    assert stranger.get(f"/learn/{unit.pk}/?work={work.pk}").status_code == 404
    assert Client().get(f"/learn/{unit.pk}/").status_code == 404
