"""Every table that points at a learner is merged, taken along and erased: none is forgotten.

The list of tables comes from the models. A new one fails here until it has a maker below, and what
the maker makes is then looked for after a merge, in the file, and after an erasure.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.utils import timezone

from curriculum.models import QuestionVersion, Unit
from quiz import leaving, merging
from quiz.exporting import LearnerData
from quiz.models import (
    Accommodation,
    Attempt,
    CalendarFeed,
    Drawn,
    Enrolment,
    Erasure,
    Flag,
    Learner,
    LessonDone,
    Mastery,
    Pass,
    Response,
    Review,
)
from tests.factories import create_attempt, create_classroom, create_learner, create_published_unit

Maker = Callable[[Learner, Unit], Any]


def attempt_of(learner: Learner, unit: Unit) -> Attempt:
    """Their attempt, with one answer, a mastery and a review."""
    return learner.attempts.filter(kind="study").first() or create_attempt(
        learner=learner, unit=unit, right=1
    )


def review_of(learner: Learner) -> Attempt:
    return learner.attempts.filter(kind="review").first() or Attempt.objects.create(
        learner=learner, kind=Attempt.Kind.REVIEW
    )


def version_of(unit: Unit) -> QuestionVersion:
    edition = unit.edition
    assert edition
    return edition.asked.order_by("position")[0].version


def seat_of(learner: Learner, unit: Unit) -> Enrolment:
    assert unit.owner
    room = create_classroom(owner=unit.owner)
    return Enrolment.objects.create(classroom=room, learner=learner, name="Lena", pin="!")


MAKERS: dict[type[Model], Maker] = {
    Accommodation: lambda who, unit: Accommodation.objects.create(learner=who, larger_text=True),
    Attempt: attempt_of,
    CalendarFeed: lambda who, unit: CalendarFeed.objects.create(learner=who),
    Drawn: lambda who, unit: Drawn.objects.create(
        attempt=review_of(who), position=1, version=version_of(unit)
    ),
    Enrolment: seat_of,
    Erasure: lambda who, unit: Erasure.objects.create(
        learner=who, due_at=timezone.now() + timedelta(days=7)
    ),
    Flag: lambda who, unit: Flag.objects.create(
        learner=who,
        attempt=attempt_of(who, unit),
        version=version_of(unit),
        reason=Flag.Reason.UNCLEAR,
    ),
    LessonDone: lambda who, unit: LessonDone.objects.create(
        attempt=attempt_of(who, unit), lesson_number=1, done_at=timezone.now()
    ),
    Mastery: attempt_of,
    Pass: lambda who, unit: Pass.objects.create(learner=who, unit=unit),
    Response: attempt_of,
    Review: attempt_of,
}
# Where the file tells of each.
KEYS: dict[type[Model], str] = {
    Accommodation: "what_helps_you",
    Attempt: "attempts",
    CalendarFeed: "beside.calendar_addresses",
    Drawn: "beside.drawn_for_review",
    Enrolment: "classes",
    Erasure: "beside.wishes_to_leave",
    Flag: "beside.flags",
    LessonDone: "lessons",
    Mastery: "skills",
    Pass: "beside.texts_passed_on",
    Response: "answers",
    Review: "beside.reviews_to_come",
}


def tables() -> set[type[Model]]:
    """Every model that points at a learner, or at something that does."""
    found: set[type[Model]] = set()
    for model in (Learner, Attempt):
        found |= {each.related_model for each in model._meta.related_objects}
    return found


def rows(model: type[Model], learner: Learner) -> int:
    """How many rows of the table are this learner's."""
    fields = {field.name for field in model._meta.get_fields()}
    through = "learner" if "learner" in fields else "attempt__learner"
    return model._default_manager.filter(**{through: learner}).count()


KINDS: list[type[Model]] = sorted(MAKERS, key=lambda each: each.__name__)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess)


def test_every_table_has_a_maker_and_a_place_in_the_file() -> None:
    assert tables() == set(MAKERS) == set(KEYS)


@pytest.mark.parametrize("model", [each for each in KINDS if each is not Erasure])
def test_a_merge_takes_it_along(model: type[Model], unit: Unit, oscar: User) -> None:
    giver, into = create_learner(), create_learner(user=oscar)
    attempt_of(giver, unit)  # a walk-in without an answer is not offered
    MAKERS[model](giver, unit)
    assert rows(model, giver) == 1
    assert merging.keep(walk_in_pk=giver.pk, user=oscar, into=into)
    assert rows(model, into) == 1
    assert not Learner.objects.filter(pk=giver.pk).exists()


def test_whoever_asked_to_leave_is_not_merged(unit: Unit, oscar: User) -> None:
    giver, into = create_learner(), create_learner(user=oscar)
    MAKERS[Erasure](giver, unit)
    attempt_of(giver, unit)
    assert not merging.keep(walk_in_pk=giver.pk, user=oscar, into=into)


@pytest.mark.parametrize("model", KINDS)
def test_the_file_tells_of_it(model: type[Model], unit: Unit) -> None:
    learner = create_learner(name="Lena")
    MAKERS[model](learner, unit)
    told = json.loads(LearnerData(learner).as_json())
    for part in KEYS[model].split("."):
        told = told[part]
    assert len(told) == 1
    kind = KEYS[model].split(".")[-1].replace("_", " ")
    assert f"\n{kind[:4]}" in LearnerData(learner).as_csv()


@pytest.mark.parametrize("model", [each for each in KINDS if each is not Erasure])
def test_an_erasure_leaves_nothing_of_it(model: type[Model], unit: Unit) -> None:
    learner = create_learner()
    MAKERS[model](learner, unit)
    assert model._default_manager.exists()
    leaving.ask(learner=learner, at_once=True)
    assert not model._default_manager.exists()


def test_a_receipt_stays_and_knows_nobody(unit: Unit) -> None:
    learner = create_learner()
    receipt = leaving.ask(learner=learner, at_once=True)
    assert receipt
    receipt.refresh_from_db()
    assert receipt.learner is None
