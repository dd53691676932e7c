"""The invariants of assignments, reviews, flags and feeds, held by the database: both ways."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Model
from django.utils import timezone

from curriculum.models import Unit
from quiz.models import (
    Accommodation,
    Assignment,
    Attempt,
    CalendarFeed,
    Calibration,
    Classroom,
    CoTeacher,
    Drawn,
    Flag,
    Pass,
    Response,
    Review,
)
from tests.factories import (
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess)


def refused(row: Model) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_an_assignment_is_set_once_per_ticket(unit: Unit, tess: User) -> None:
    room, ticket = create_classroom(owner=tess), uuid4()
    Assignment.objects.create(classroom=room, unit=unit, ticket=ticket)
    refused(Assignment(classroom=room, unit=unit, ticket=ticket))
    Assignment.objects.create(classroom=room, unit=unit, ticket=uuid4())


@pytest.mark.parametrize(
    ("wrong", "fine"),
    [
        ({"opens_at": NOW, "due_at": NOW}, {"opens_at": NOW, "due_at": NOW + timedelta(hours=1)}),
        ({"feedback": "after_due"}, {"feedback": "after_due", "due_at": NOW}),
        ({"tries": 0}, {"tries": 1}),
        ({"minutes": 0}, {"minutes": 1}),
    ],
)
def test_the_rules_of_an_assignment_go_together(
    unit: Unit, tess: User, wrong: dict[str, Any], fine: dict[str, Any]
) -> None:
    room = create_classroom(owner=tess)
    refused(Assignment(classroom=room, unit=unit, **wrong))
    assert Assignment.objects.create(classroom=room, unit=unit, **fine).pk


def test_one_attempt_at_an_assignment_is_open_beside_one_of_ones_own(
    unit: Unit, tess: User
) -> None:
    own = create_attempt(learner=create_learner(), unit=unit)
    work = Assignment.objects.create(classroom=create_classroom(owner=tess), unit=unit)
    again = {"learner": own.learner, "edition": own.edition}
    set_work = Attempt.objects.create(**again, assignment=work)
    refused(Attempt(**again))
    refused(Attempt(**again, assignment=work))
    set_work.finished_at = timezone.now()
    set_work.save()
    Attempt.objects.create(**again, assignment=work)


def test_a_review_has_no_edition_and_one_is_open(unit: Unit) -> None:
    study = create_attempt(learner=create_learner(), unit=unit)
    refused(Attempt(learner=study.learner))
    refused(Attempt(learner=study.learner, edition=study.edition, kind=Attempt.Kind.REVIEW))
    review = Attempt.objects.create(learner=study.learner, kind=Attempt.Kind.REVIEW)
    refused(Attempt(learner=study.learner, kind=Attempt.Kind.REVIEW))
    version = study.asked[0].version
    Drawn.objects.create(attempt=review, position=1, version=version)
    refused(Drawn(attempt=review, position=2, version=version))
    refused(Drawn(attempt=review, position=1, version=study.asked[1].version))
    Drawn.objects.create(attempt=review, position=2, version=study.asked[1].version)


def test_confidence_has_three_levels(unit: Unit) -> None:
    given = create_attempt(learner=create_learner(), unit=unit, right=1).responses.get()
    same: dict[str, Any] = {"attempt": given.attempt, "version": given.version}
    same |= {"choice": given.choice, "correct": True, "skill": given.skill}
    same |= {"difficulty": 0.0, "answered_at": NOW}
    refused(Response(**same, try_number=2, confidence=4))
    Response.objects.create(**same, try_number=2, confidence=3)


def test_answers_still_never_change(unit: Unit) -> None:
    create_attempt(learner=create_learner(), unit=unit, right=1)
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        Response.objects.update(difficulty=3.0)


def test_a_question_is_flagged_once_by_a_learner(unit: Unit) -> None:
    given = create_attempt(learner=create_learner(), unit=unit, right=1).responses.get()
    same = {"learner": given.attempt.learner, "version": given.version, "attempt": given.attempt}
    flag = Flag.objects.create(**same, reason="unfair")
    refused(Flag(**same, reason="unclear"))
    flag.outcome = Flag.Outcome.KEPT
    refused(flag)
    flag.settled_at = timezone.now()
    flag.save()


def test_one_of_each_for_a_learner(unit: Unit) -> None:
    learner = create_learner()
    for model in (Accommodation, CalendarFeed):
        model.objects.create(learner=learner)
        refused(model(learner=learner))
    Pass.objects.create(learner=learner, unit=unit)
    refused(Pass(learner=learner, unit=unit))
    today = date(2030, 1, 2)
    refused(Review(learner=learner, skill="attr", last_on=today, due_on=today))
    Review.objects.create(learner=learner, skill="attr", last_on=date(2030, 1, 1), due_on=today)
    refused(Review(learner=learner, skill="attr", last_on=date(2030, 1, 1), due_on=today))


def test_a_question_has_one_calibration(unit: Unit) -> None:
    version = create_attempt(learner=create_learner(), unit=unit).asked[0].version
    same = {"version": version, "difficulty": 0.2, "answers": 40, "calibrated_at": NOW}
    Calibration.objects.create(**same)
    refused(Calibration(**same))


def test_a_colleague_joins_once_and_sees_the_class(tess: User, oscar: User) -> None:
    room = create_classroom(owner=tess)
    assert not Classroom.objects.for_teacher(oscar)
    CoTeacher.objects.create(classroom=room, user=oscar)
    refused(CoTeacher(classroom=room, user=oscar))
    assert Classroom.objects.for_teacher(oscar).get() == room
    assert create_seat(classroom=room, name="Ada").classroom == room


def test_what_was_right_stays_hidden_until_the_work_is_due(unit: Unit, tess: User) -> None:
    attempt = create_attempt(learner=create_learner(), unit=unit, right=1)
    assert Response.objects.disclosed().count() == 1
    room, due = create_classroom(owner=tess), timezone.now() + timedelta(days=1)
    work = Assignment.objects.create(classroom=room, unit=unit, due_at=due, feedback="after_due")
    attempt.assignment = work
    attempt.save()
    assert not attempt.disclosed
    assert Response.objects.disclosed().count() == 0
    assert Response.objects.disclosed(due).count() == 1
    assert work.discloses(due)
    Assignment.objects.update(feedback=Assignment.Feedback.NOW)
    assert Response.objects.disclosed().count() == 1
