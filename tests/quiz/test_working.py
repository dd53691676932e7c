"""Working on what was set: its dates, its tries, its clock, and what changes while it runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from curriculum.models import Unit
from curriculum.reading.types import Problem
from quiz import access, accommodating, assigning, enrolling, taking, working
from quiz.class_work import ClassWork
from quiz.models import Assignment, Attempt, Classroom, Enrolment, Learner
from quiz.models.assignment import TRAVEL
from tests.factories import (
    create_attempt,
    create_classroom,
    create_published_unit,
    create_seat,
    create_try,
    create_work,
    publish,
)

NOON = datetime(2030, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, lessons=("attr",), questions_each=2)


@pytest.fixture
def room(tess: User) -> Classroom:
    return create_classroom(owner=tess)


@pytest.fixture
def seat(room: Classroom) -> Enrolment:
    return create_seat(classroom=room, name="Lena")


@pytest.fixture
def lena(seat: Enrolment) -> Learner:
    return seat.learner


def give(attempt: Attempt, position: int, at: datetime) -> taking.Answered:
    """The first option, given then."""
    asked = attempt.asked.get(position=position)
    return taking.answer(attempt=attempt, asked=asked, choice=asked.version.choices.all()[0], at=at)


def refused(learner: Learner, work: Assignment, at: datetime) -> str:
    """Why the work cannot be begun."""
    problem = working.start(learner=learner, work=work, at=at)
    assert isinstance(problem, Problem)
    return problem.code


def test_work_opens_when_it_says(room: Classroom, unit: Unit, lena: Learner) -> None:
    work = create_work(classroom=room, unit=unit, opens_at=NOON)
    assert refused(lena, work, NOON - MINUTE) == "not-open"
    assert create_try(learner=lena, work=work, at=NOON).assignment == work


def test_late_work_is_taken_and_marked_or_not_taken(
    room: Classroom, unit: Unit, lena: Learner
) -> None:
    work = create_work(classroom=room, unit=unit, due_at=NOON)
    attempt = create_try(learner=lena, work=work, at=NOON - HOUR)
    assert not give(attempt, 1, NOON + TRAVEL).response.late, "it was sent in time"
    assert give(attempt, 2, NOON + TRAVEL + MINUTE).response.late
    closing = create_work(classroom=room, unit=unit, due_at=NOON, late="closed")
    other = create_try(learner=lena, work=closing, at=NOON - HOUR)
    assert other.closes_at == NOON
    assert give(other, 1, NOON + TRAVEL).first
    with pytest.raises(working.Shut):
        give(other, 2, NOON + TRAVEL + MINUTE)
    assert other.responses.count() == 1
    assert refused(lena, closing, NOON + HOUR) == "closed"


def test_tries_are_counted(room: Classroom, unit: Unit, lena: Learner) -> None:
    work = create_work(classroom=room, unit=unit, tries=1)
    attempt = create_try(learner=lena, work=work)
    assert create_try(learner=lena, work=work) == attempt, "it is gone on with"
    for position in (1, 2):
        give(attempt, position, timezone.now())
    taking.complete_lesson(attempt=attempt, number=1)
    assert refused(lena, work, timezone.now()) == "no-tries"
    Assignment.objects.update(tries=2)
    assert create_try(learner=lena, work=work) != attempt


def test_the_clock_is_the_servers_and_knows_extra_time(
    room: Classroom, unit: Unit, lena: Learner
) -> None:
    accommodating.give(learner=lena, extra_time=50)
    work = create_work(classroom=room, unit=unit, minutes=20)
    attempt = create_try(learner=lena, work=work, at=NOON)
    assert attempt.closes_at == NOON + 30 * MINUTE
    assert give(attempt, 1, NOON + 30 * MINUTE + TRAVEL).first
    with pytest.raises(working.Shut):
        give(attempt, 2, NOON + 31 * MINUTE)
    working.end_if_due(attempt, at=NOON + HOUR)
    attempt.refresh_from_db()
    assert attempt.finished_at == NOON + 30 * MINUTE, "it ended when its time was up"
    other = create_seat(classroom=room, name="Otto").learner
    assert create_try(learner=other, work=work, at=NOON).closes_at == NOON + 20 * MINUTE


def test_extra_time_given_meanwhile_moves_a_clock_that_runs(
    room: Classroom, unit: Unit, lena: Learner
) -> None:
    work = create_work(classroom=room, unit=unit, minutes=20)
    attempt = create_try(learner=lena, work=work)
    accommodating.give(learner=lena, extra_time=100)
    attempt.refresh_from_db()
    assert attempt.closes_at == attempt.started_at + 40 * MINUTE


def test_changed_dates_move_the_end_and_open_what_the_clock_had_ended(
    room: Classroom, unit: Unit, lena: Learner
) -> None:
    past = timezone.now() - HOUR
    work = create_work(classroom=room, unit=unit, due_at=past, late="closed", tries=1)
    attempt = create_try(learner=lena, work=work, at=past - HOUR)
    give(attempt, 1, past - MINUTE)
    working.end_if_due(attempt)
    assert attempt.finished_at == past
    later = timezone.now() + HOUR
    assigning.change(work=work, seats=[], due_at=later)
    again = Attempt.objects.get()
    assert again.finished_at is None
    assert again.closes_at == later
    assert again.responses.count() == 1
    assert create_try(learner=lena, work=work) == attempt


def test_changed_dates_leave_what_was_finished_alone(
    room: Classroom, unit: Unit, lena: Learner
) -> None:
    work = create_work(classroom=room, unit=unit, due_at=timezone.now() + HOUR, late="closed")
    attempt = create_attempt(learner=lena, unit=unit, right=2)
    taking.complete_lesson(attempt=attempt, number=1)
    assigning.change(work=work, seats=[], due_at=timezone.now() + 2 * HOUR)
    attempt.refresh_from_db()
    assert attempt.finished_at


def test_two_taps_set_it_once(room: Classroom, unit: Unit) -> None:
    ticket = uuid4()
    one, first = assigning.set_work(classroom=room, ticket=ticket, seats=[], unit=unit)
    two, again = assigning.set_work(classroom=room, ticket=ticket, seats=[], unit=unit)
    assert (one, first, again) == (two, True, False)


def test_work_for_some_is_nobody_elses_and_goes_with_its_last_seat(
    room: Classroom, unit: Unit, seat: Enrolment
) -> None:
    other = create_seat(classroom=room, name="Otto")
    work = create_work(classroom=room, unit=unit)
    work.seats.set([seat])
    assert work in Assignment.objects.for_learner(seat.learner)
    assert work not in Assignment.objects.for_learner(other.learner)
    seat.learner.delete()
    assert not Assignment.objects.exists(), "it never becomes work for the whole class"


def test_a_fixed_edition_stays_and_the_newest_moves_on(
    room: Classroom, unit: Unit, lena: Learner
) -> None:
    first = unit.edition
    fixed = create_work(classroom=room, unit=unit, edition=first)
    moving = create_work(classroom=room, unit=unit)
    newest = publish(unit=unit, lessons=("attr",), questions_each=1)
    assert create_try(learner=lena, work=fixed).edition == first
    assert create_try(learner=lena, work=moving).edition == newest


def test_what_was_begun_before_it_was_set_becomes_the_work(
    room: Classroom, unit: Unit, lena: Learner
) -> None:
    own = create_attempt(learner=lena, unit=unit, right=1)
    assert create_try(learner=lena, work=create_work(classroom=room, unit=unit)) == own
    other = create_seat(classroom=room, name="Otto").learner
    begun = create_attempt(learner=other, unit=unit)
    assert begun.assignment_id, "it is set by now"
    test = create_work(classroom=room, unit=unit, minutes=5)
    assert create_try(learner=other, work=test) != begun, "a clock begins afresh"


def test_removed_work_leaves_its_tries_to_finish(
    room: Classroom, unit: Unit, lena: Learner
) -> None:
    kept = create_work(classroom=room, unit=unit, minutes=5)
    twin = create_work(classroom=room, unit=unit)
    first = create_try(learner=lena, work=kept)
    second = create_try(learner=lena, work=twin)
    room.delete()
    for attempt in (first, second):
        attempt.refresh_from_db()
        assert attempt.assignment is None
        assert attempt.finished_at or attempt.closes_at is None
    assert [bool(first.finished_at), bool(second.finished_at)].count(False) == 1


def test_the_class_counts_what_nobody_touched_since_its_time_was_up(
    room: Classroom, unit: Unit, seat: Enrolment
) -> None:
    create_seat(classroom=room, name="Otto")
    due = timezone.now() - HOUR
    work = create_work(classroom=room, unit=unit, due_at=due, late="closed")
    create_try(learner=seat.learner, work=work, at=due - HOUR)
    (row,) = ClassWork(room, room.enrolments.present()).rows
    assert (row.done, row.working, row.not_started) == (["Lena"], [], ["Otto"])
    assert row.late == ["Otto"]


def test_new_rules_lock_the_tries_and_not_the_learners(
    room: Classroom, unit: Unit, lena: Learner
) -> None:
    work = create_work(classroom=room, unit=unit, minutes=5)
    create_try(learner=lena, work=work)
    with CaptureQueriesContext(connection) as asked:
        assigning.retime(work)
    tries = [each["sql"] for each in asked if each["sql"].startswith('SELECT "quiz_attempt"')]
    assert tries
    assert not [sql for sql in tries if "quiz_learner" in sql], "a learner is locked before work"


def test_rules_of_work_that_a_colleague_took_off_are_not_found(
    room: Classroom, unit: Unit, lena: Learner
) -> None:
    work = create_work(classroom=room, unit=unit)
    stale = Assignment.objects.get(pk=work.pk)
    assigning.take_off(work=work)
    with pytest.raises(Http404), access.still_here():
        assigning.change(work=stale, seats=(), minutes=10)
    assert not Assignment.objects.exists()


def test_whoever_left_the_class_goes_on_with_one_of_its_tries(
    room: Classroom, unit: Unit, seat: Enrolment, lena: Learner
) -> None:
    edition = unit.edition
    assert edition
    works = [create_work(classroom=room, unit=unit, minutes=5) for _ in range(2)]
    tries = [create_try(learner=lena, work=work, at=NOON) for work in works]
    enrolling.remove(enrolment=seat)
    assert taking.start(learner=lena, edition=edition, at=NOON + MINUTE) in tries
    own = taking.start(learner=lena, edition=edition, at=NOON + HOUR)
    assert own.assignment is None, "no clock of theirs runs any more"
    assert taking.start(learner=lena, edition=edition, at=NOON + MINUTE) == own
