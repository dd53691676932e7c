"""What the database itself refuses, each rule passing and failing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from pytest_django import Settings

from curriculum.models import Unit
from quiz.models import Attempt, Classroom, Enrolment, Mastery, Response
from quiz.models.classroom import JOIN_ALPHABET, JOIN_LENGTH, new_join_code
from tests.factories import (
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess)


def test_an_answer_never_changes(unit: Unit) -> None:
    create_attempt(learner=create_learner(), unit=unit, right=1)
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        Response.objects.update(correct=False)
    assert Response.objects.get().correct


def test_a_question_is_answered_once_per_try(unit: Unit) -> None:
    attempt = create_attempt(learner=create_learner(), unit=unit, right=1)
    given = attempt.responses.get()
    again = Response(
        attempt=attempt,
        version=given.version,
        choice=given.choice,
        correct=True,
        skill=given.skill,
        difficulty=given.difficulty,
        answered_at=timezone.now(),
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
    again.try_number = 2
    again.save()


def test_a_learner_has_one_open_attempt_at_an_edition(unit: Unit) -> None:
    attempt = create_attempt(learner=create_learner(), unit=unit)
    second = Attempt(learner=attempt.learner, edition=attempt.edition)
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()
    attempt.finished_at = timezone.now()
    attempt.save()
    second.save()


def test_an_attempt_ends_after_it_starts(unit: Unit) -> None:
    attempt = create_attempt(learner=create_learner(), unit=unit)
    attempt.finished_at = attempt.started_at - timedelta(seconds=1)
    with pytest.raises(IntegrityError, match="an_attempt_ends_after_it_starts"):
        attempt.save()


def test_a_name_has_one_seat_in_a_class_however_it_is_written(tess: User) -> None:
    classroom = create_classroom(owner=tess)
    seat = create_seat(classroom=classroom, name="Élise")
    with pytest.raises(IntegrityError), transaction.atomic():
        create_seat(classroom=classroom, name="  éLISE ")
    create_seat(classroom=create_classroom(owner=tess, name="8A"), name="Élise")
    seat.removed_at = timezone.now()
    seat.save()
    create_seat(classroom=classroom, name="élise")
    assert classroom.enrolments.present().named("ÉLISE").count() == 1


def test_a_class_and_a_seat_have_names(tess: User) -> None:
    with pytest.raises(IntegrityError, match="a_class_has_a_name"), transaction.atomic():
        Classroom.objects.create(owner=tess, name="")
    with pytest.raises(IntegrityError, match="a_seat_has_a_name"), transaction.atomic():
        Enrolment.objects.create(
            classroom=create_classroom(owner=tess), learner=create_learner(), name="", pin="x"
        )


def test_right_answers_are_among_the_answers(db: None) -> None:
    row = Mastery(
        learner=create_learner(), skill="attr", answers=1, right=2, last_at=timezone.now()
    )
    with pytest.raises(IntegrityError, match="right_answers_are_among_the_answers"):
        row.save()


def test_a_learner_has_one_seat_in_a_class_and_one_mastery_of_a_skill(tess: User) -> None:
    seat = create_seat(classroom=create_classroom(owner=tess), name="Ada")
    other = create_classroom(owner=tess, name="8A")
    with pytest.raises(IntegrityError), transaction.atomic():
        Enrolment.objects.create(
            classroom=seat.classroom, learner=seat.learner, name="Adah", pin="x"
        )
    Enrolment.objects.create(classroom=other, learner=seat.learner, name="Adah", pin="x")
    now = timezone.now()
    Mastery.objects.create(learner=seat.learner, skill="attr", last_at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mastery.objects.create(learner=seat.learner, skill="attr", last_at=now)
    Mastery.objects.create(learner=seat.learner, skill="supp", last_at=now)


def test_a_lesson_is_done_once(unit: Unit) -> None:
    attempt = create_attempt(learner=create_learner(), unit=unit)
    attempt.lessons_done.create(lesson_number=1, done_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        attempt.lessons_done.create(lesson_number=1, done_at=timezone.now())
    attempt.lessons_done.create(lesson_number=2, done_at=timezone.now())


def test_join_codes_have_no_look_alikes() -> None:
    assert not set("0O1IL2Z5S8BUV") & set(JOIN_ALPHABET)
    codes = {new_join_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == JOIN_LENGTH and set(code) <= set(JOIN_ALPHABET) for code in codes)


def test_pins_are_kept_as_hashes_that_a_class_need_not_wait_for(
    tess: User, settings: Settings
) -> None:
    settings.PASSWORD_HASHERS = settings.PASSWORD_HASHERS[1:]  # as outside tests
    seat = create_seat(classroom=create_classroom(owner=tess), name="Ada", pin="2468")
    again = create_seat(classroom=seat.classroom, name="Bo", pin="2468")
    assert "2468" not in seat.pin.split("$")
    assert seat.pin != again.pin, "salted"
    assert int(seat.pin.split("$")[1]) <= 50_000, "rounds"
    assert seat.opens_with("2468")
    assert not seat.opens_with("2469")
