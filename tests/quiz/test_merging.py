"""Merging a walk-in's answers: none lost, none doubled, and progress equal to its source."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum.models import Unit
from quiz import enrolling, leaving, merging, rebuilding, taking
from quiz.models import Attempt, Flag, Learner, LessonDone, Pass, Response
from tests.factories import (
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
    publish,
)

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
NOBODY = AnonymousUser()


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess)


def given_answers() -> list[tuple[object, ...]]:
    """Every answer that there is, without whose it is."""
    return sorted(Response.objects.values_list("version", "choice", "correct", "answered_at"))


def merge(walk_in: Learner, into: Learner) -> bool:
    """As a pupil at their seat says yes."""
    return merging.keep(walk_in_pk=walk_in.pk, user=NOBODY, into=into)


def test_attempts_move_with_their_answers(unit: Unit) -> None:
    walk_in, pupil = create_learner(), create_learner(name="Lena")
    attempt = create_attempt(learner=walk_in, unit=unit, right=2, wrong=1)
    before = given_answers()
    assert merge(walk_in, pupil) is True
    attempt.refresh_from_db()
    assert attempt.learner == pupil
    assert given_answers() == before
    assert not Learner.objects.filter(pk=walk_in.pk).exists()
    assert rebuilding.differences() == []


def test_flags_and_passes_go_along_and_none_is_lost_with_a_poured_attempt(unit: Unit) -> None:
    walk_in, pupil = create_learner(), create_learner(name="Lena")
    for learner, places, words in ((walk_in, (0, 1), "theirs"), (pupil, (1,), "own")):
        attempt = create_attempt(learner=learner, unit=unit, right=1)
        rows = list(attempt.asked.order_by("position"))
        for place in places:
            Flag.objects.create(
                learner=learner,
                version=rows[place].version,
                attempt=attempt,
                reason="wrong",
                words=words,
            )
        Pass.objects.create(learner=learner, unit=unit)
    merge(walk_in, pupil)
    assert Attempt.objects.count() == 1
    assert sorted(Flag.objects.values_list("learner", "words")) == [
        (pupil.pk, "own"),
        (pupil.pk, "theirs"),
    ]
    assert Pass.objects.get().learner == pupil


def test_two_open_attempts_become_one_and_the_earlier_answer_stands(unit: Unit) -> None:
    walk_in, pupil = create_learner(), create_learner(name="Lena")
    theirs = create_attempt(learner=walk_in, unit=unit, wrong=1, at=MONDAY)
    own = create_attempt(learner=pupil, unit=unit, right=3, at=MONDAY + HOUR)
    for attempt, lesson in ((theirs, 1), (own, 1), (theirs, 2)):
        LessonDone.objects.create(attempt=attempt, lesson_number=lesson, done_at=MONDAY)
    before = given_answers()
    merge(walk_in, pupil)
    assert given_answers() == before
    attempt = Attempt.objects.get()
    assert (attempt.pk, attempt.started_at) == (own.pk, MONDAY)
    first = attempt.responses.filter(version=attempt.asked.order_by("position")[0].version)
    tries = [(each.try_number, each.correct) for each in first.order_by("try_number")]
    assert tries == [(1, False), (2, True)]
    assert [each.lesson_number for each in attempt.lessons_done.all()] == [1, 2]
    assert attempt.finished_at is None  # one of four questions is still to do
    assert rebuilding.differences() == []


def test_what_is_whole_after_a_merge_is_finished(unit: Unit) -> None:
    walk_in, pupil = create_learner(), create_learner(name="Lena")
    theirs = create_attempt(learner=walk_in, unit=unit, right=2, at=MONDAY)
    own = create_attempt(learner=pupil, unit=unit, at=MONDAY + HOUR)
    for asked in own.asked.order_by("position")[2:]:
        key = asked.version.choices.get(is_key=True)
        taking.answer(attempt=own, asked=asked, choice=key, at=MONDAY + HOUR)
    for lesson in (1, 2):
        LessonDone.objects.create(attempt=theirs, lesson_number=lesson, done_at=MONDAY)
    merge(walk_in, pupil)
    assert Attempt.objects.get().finished_at == MONDAY + HOUR
    assert Response.objects.count() == 4


def test_a_second_try_does_not_count_as_another_question(unit: Unit) -> None:
    walk_in, pupil = create_learner(), create_learner(name="Lena")
    create_attempt(learner=walk_in, unit=unit, right=2)
    own = create_attempt(learner=pupil, unit=unit, right=2)
    merge(walk_in, pupil)
    for lesson in (1, 2):
        taking.complete_lesson(attempt=own, number=lesson)
    own.refresh_from_db()
    assert Response.objects.count() == 4
    assert own.finished_at is None


def test_a_finished_attempt_stands_beside_an_open_one(unit: Unit) -> None:
    walk_in, pupil = create_learner(), create_learner(name="Lena")
    theirs = create_attempt(learner=walk_in, unit=unit, right=4)
    Attempt.objects.filter(pk=theirs.pk).update(finished_at=timezone.now())
    create_attempt(learner=pupil, unit=unit, right=1)
    merge(walk_in, pupil)
    assert pupil.attempts.count() == 2
    assert pupil.attempts.filter(finished_at=None).count() == 1
    assert rebuilding.differences() == []


def test_an_account_that_never_learned_takes_the_walk_in_over(unit: Unit, oscar: User) -> None:
    walk_in = create_learner()
    create_attempt(learner=walk_in, unit=unit, right=1)
    assert merging.keep(walk_in_pk=walk_in.pk, user=oscar, into=None) is True
    assert Learner.objects.get(user=oscar) == walk_in
    assert merging.keep(walk_in_pk=walk_in.pk, user=oscar, into=walk_in) is False
    assert rebuilding.differences() == []


def test_a_second_tap_merges_nothing_more(unit: Unit) -> None:
    walk_in, pupil = create_learner(), create_learner(name="Lena")
    create_attempt(learner=walk_in, unit=unit, right=2)
    assert merge(walk_in, pupil) is True
    assert merge(walk_in, pupil) is False
    assert Response.objects.count() == 2


def test_only_a_walk_in_with_answers_is_offered(unit: Unit, tess: User, oscar: User) -> None:
    seat = create_seat(classroom=create_classroom(owner=tess), name="Lena")
    leaver, owner, idle, free = create_learner(), create_learner(user=oscar), *walk_ins(2)
    for learner in (seat.learner, leaver, owner, free):
        create_attempt(learner=learner, unit=unit, right=1)
    leaving.ask(learner=leaver)
    for learner in (seat.learner, leaver, owner, idle):
        assert merging.walk_in(learner.pk) is None
        assert merge(learner, free) is False
    assert merging.walk_in(str(free.pk)) == free
    assert merging.walk_in(None) is None


def test_two_seats_in_one_class_become_the_one_on_the_list(unit: Unit, tess: User) -> None:
    account = User.objects.create_user("lena")
    room = create_classroom(owner=tess)
    own = create_seat(classroom=room, name="Lena")
    Learner.objects.filter(pk=own.learner_id).update(user=account)
    enrolling.remove(enrolment=own)
    again = create_seat(classroom=room, name="Lena")
    work = room.assignments.create(unit=unit)
    work.seats.add(own)
    into = Learner.objects.get(user=account)
    assert merging.keep(walk_in_pk=again.learner_id, user=account, into=into)
    seat = room.enrolments.get()
    assert (seat.pk, seat.learner, list(work.seats.all())) == (again.pk, into, [seat])


def test_work_begun_in_two_editions_ends_as_it_stands(unit: Unit, tess: User) -> None:
    account = User.objects.create_user("lena")
    room = create_classroom(owner=tess)
    work = room.assignments.create(unit=unit)
    pupil, into = create_seat(classroom=room, name="Lena").learner, create_learner(user=account)
    theirs = create_attempt(learner=pupil, unit=unit, right=2)
    publish(unit=unit, lessons=("attr", "supp"), questions_each=2)
    own = create_attempt(learner=into, unit=Unit.objects.get(pk=unit.pk), right=1)
    Attempt.objects.filter(pk__in=[theirs.pk, own.pk]).update(assignment=work)
    assert theirs.edition != own.edition
    assert merging.keep(walk_in_pk=pupil.pk, user=account, into=into)
    theirs.refresh_from_db()
    assert theirs.learner == into
    assert theirs.finished_at
    assert into.attempts.filter(finished_at=None).get() == own
    assert rebuilding.differences() == []


def test_nobody_is_merged_into_somebody_who_was_erased(unit: Unit) -> None:
    walk_in, gone = walk_ins(2)
    create_attempt(learner=walk_in, unit=unit, right=1)
    Learner.objects.filter(pk=gone.pk).delete()
    assert merge(walk_in, gone) is False
    assert walk_in.attempts.exists()


def walk_ins(count: int) -> list[Learner]:
    """So many."""
    return [create_learner() for _ in range(count)]


MOVES = st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.integers(0, 72)), max_size=6)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(theirs=MOVES, own=MOVES)
def test_whatever_was_answered_a_merge_equals_a_rebuild(
    unit: Unit, theirs: list[tuple[int, bool, int]], own: list[tuple[int, bool, int]]
) -> None:
    walk_in, pupil = walk_ins(2)
    assert unit.edition
    asked = list(unit.edition.asked.order_by("position"))
    for learner, moves in ((walk_in, theirs), (pupil, own)):
        attempt = taking.start(learner=learner, edition=unit.edition, at=MONDAY)
        for position, right, hours in moves:
            choice = asked[position].version.choices.filter(is_key=right)[0]
            at = MONDAY + hours * HOUR
            taking.answer(attempt=attempt, asked=asked[position], choice=choice, at=at)
    before = given_answers()
    merge(walk_in, pupil)
    assert given_answers() == before
    assert rebuilding.differences() == []
