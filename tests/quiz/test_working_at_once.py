"""Work that changes while pupils start it, and a calendar asked for twice, in real transactions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from quiz import assigning, working
from quiz.models import Attempt, CalendarFeed
from tests.at_once import REAL, TAPS, at_once, in_a_thread, threads, together
from tests.factories import (
    as_learner,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
    create_try,
    create_work,
)

pytestmark = REAL
__all__ = ["threads"]


def test_taps_at_once_on_a_new_address_leave_one_calendar(threads: Callable[[], None]) -> None:
    client = as_learner(create_learner())
    threads()

    def tap() -> int:
        browser = Client()
        browser.cookies = client.cookies
        return browser.post("/progress/along/calendar/").status_code

    assert at_once(tap) == [302] * TAPS
    assert in_a_thread(CalendarFeed.objects.count) == 1


def test_work_taken_off_while_pupils_start_it_refuses_or_lets_go(
    tess: User, threads: Callable[[], None]
) -> None:
    room, unit = create_classroom(owner=tess), create_published_unit(owner=tess)
    work = create_work(classroom=room, unit=unit)
    pupils = [create_seat(classroom=room, name=f"Mara {number}").learner for number in range(TAPS)]
    threads()
    starts: list[Callable[[], Any]] = [
        partial(working.start, learner=each, work=work) for each in pupils
    ]
    together(*starts, partial(assigning.take_off, work=work))
    assert in_a_thread(lambda: Attempt.objects.exclude(assignment=None).count()) == 0


def test_rules_changed_while_pupils_start_shut_nobody_out(
    tess: User, threads: Callable[[], None]
) -> None:
    room, unit = create_classroom(owner=tess), create_published_unit(owner=tess)
    work = create_work(classroom=room, unit=unit, minutes=5)
    pupils = [create_seat(classroom=room, name=f"Mara {number}").learner for number in range(TAPS)]
    for each in pupils[:4]:
        create_try(learner=each, work=work)
    threads()
    starts: list[Callable[[], Any]] = [
        partial(working.start, learner=each, work=work) for each in pupils
    ]
    together(*starts, partial(assigning.change, work=work, seats=(), minutes=10))
    assert in_a_thread(lambda: Attempt.objects.filter(finished_at=None).count()) == TAPS
    ends = in_a_thread(lambda: list(Attempt.objects.values_list("started_at", "closes_at")))
    assert {closes and closes - started for started, closes in ends} == {timedelta(minutes=10)}
