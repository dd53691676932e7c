"""Leaving: asked for, taken back, carried out once; and what is old goes, or is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from curriculum.models import Unit
from quiz import leaving, rebuilding
from quiz.models import (
    Attempt,
    Classroom,
    Enrolment,
    Erasure,
    Learner,
    LessonDone,
    Mastery,
    Response,
)
from tests.factories import (
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)

LONG_AGO = datetime(2020, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess)


def make_due(erasure: Erasure | None) -> Erasure:
    """The week is past."""
    assert erasure
    Erasure.objects.filter(pk=erasure.pk).update(due_at=timezone.now())
    return Erasure.objects.get(pk=erasure.pk)


def age(*learners: Learner) -> None:
    """As if they had come long ago."""
    Learner.objects.filter(pk__in=[each.pk for each in learners]).update(created_at=LONG_AGO)


def erase_due(*options: str) -> str:
    """What the command says."""
    said = StringIO()
    call_command("erase_due", *options, stdout=said)
    return said.getvalue()


def test_nothing_goes_before_its_day(unit: Unit) -> None:
    learner = create_learner()
    create_attempt(learner=learner, unit=unit, right=2)
    erasure = leaving.ask(learner=learner)
    assert erasure
    assert erasure.due_at - erasure.asked_at == timedelta(days=7)
    assert leaving.carry_out(erasure) is False
    assert erase_due() == ""
    assert Response.objects.count() == 2


def test_asking_twice_is_asking_once(db: None) -> None:
    learner = create_learner()
    assert leaving.ask(learner=learner) == leaving.ask(learner=learner)
    assert Erasure.objects.count() == 1


def test_on_the_day_everything_of_theirs_goes_and_nothing_else(unit: Unit, tess: User) -> None:
    room = create_classroom(owner=tess)
    lena, otto = (create_seat(classroom=room, name=name).learner for name in ("Lena", "Otto"))
    for learner in (lena, otto):
        attempt = create_attempt(learner=learner, unit=unit, right=2, wrong=1)
        LessonDone.objects.create(attempt=attempt, lesson_number=1, done_at=timezone.now())
    erasure = make_due(leaving.ask(learner=lena))
    assert leaving.carry_out(erasure) is True
    for model in (Attempt, Enrolment, Learner, LessonDone):
        assert model._default_manager.count() == 1
    assert (Response.objects.count(), Mastery.objects.count()) == (3, 2)
    assert Enrolment.objects.get().name == "Otto"
    assert rebuilding.differences() == []
    erasure.refresh_from_db()
    assert erasure.done_at
    assert erasure.learner is None


def test_carrying_it_out_twice_keeps_the_first_date(db: None) -> None:
    erasure = make_due(leaving.ask(learner=create_learner()))
    assert leaving.carry_out(erasure)
    done = Erasure.objects.get().done_at
    assert leaving.carry_out(erasure) is False
    assert Erasure.objects.get().done_at == done


def test_what_was_taken_back_is_not_carried_out(db: None) -> None:
    learner = create_learner()
    erasure = make_due(leaving.ask(learner=learner))
    assert leaving.take_back(learner=learner) is True
    assert leaving.take_back(learner=learner) is False
    assert leaving.carry_out(erasure) is False
    assert Learner.objects.exists()


def test_the_command_does_what_is_due_once(unit: Unit) -> None:
    learner = create_learner()
    create_attempt(learner=learner, unit=unit, right=1)
    erasure = make_due(leaving.ask(learner=learner))
    assert f"Would erase: Asked for, receipt {erasure}" in erase_due("--dry-run")
    assert Response.objects.exists()
    assert f"Erased: Asked for, receipt {erasure}" in erase_due()
    assert not Response.objects.exists()
    assert erase_due() == ""
    call_command("rebuild_progress", "--check", stdout=StringIO())


def test_a_learner_who_went_otherwise_gets_the_receipt_finished(db: None) -> None:
    learner = create_learner()
    make_due(leaving.ask(learner=learner))
    learner.delete()
    erase_due()
    assert Erasure.objects.get().done_at


def test_old_walk_ins_go_and_others_stay(unit: Unit, tess: User, oscar: User) -> None:
    room = create_classroom(owner=tess)
    pupil = create_seat(classroom=room, name="Lena").learner
    old, silent, fresh, busy = (create_learner() for _ in range(4))
    owner = create_learner(user=oscar)
    for learner in (pupil, old, busy, owner):
        create_attempt(learner=learner, unit=unit, right=1, at=LONG_AGO)
    create_attempt(learner=fresh, unit=unit, right=1)
    create_attempt(learner=busy, unit=unit, right=1, wrong=1)
    age(pupil, old, silent, busy, owner)
    listed = erase_due("--dry-run")
    assert listed.count("Would erase") == 2
    assert "who came on 2 March 2020; answers: 1, the last on 2 March 2020." in listed
    assert "and answered nothing" in listed
    assert Learner.objects.count() == 6
    assert erase_due().count("Erased") == 2
    assert set(Learner.objects.all()) == {pupil, fresh, busy, owner}
    assert rebuilding.differences() == []


def test_the_age_is_a_setting(settings: Settings, db: None) -> None:
    learner = create_learner()
    Learner.objects.update(created_at=timezone.now() - timedelta(days=10))
    settings.WALK_IN_DAYS = 0
    assert not leaving.old_walk_ins().exists()
    settings.WALK_IN_DAYS = 11
    assert leaving.let_go(learner.pk) is False
    settings.WALK_IN_DAYS = 9
    assert leaving.let_go(learner.pk) is True
    assert leaving.let_go(learner.pk) is False


def test_old_classes_are_named_and_kept(unit: Unit, tess: User) -> None:
    quiet, lively = (create_classroom(owner=tess, name=name) for name in ("7B", "8C"))
    for room, at in ((quiet, LONG_AGO), (lively, None)):
        seat = create_seat(classroom=room, name="Lena")
        create_attempt(learner=seat.learner, unit=unit, right=1, at=at)
    Classroom.objects.update(created_at=LONG_AGO)
    said = erase_due()
    assert "kept until you decide: the class 7B of tess, seats: 1, last answer on 2 March" in said
    assert "8C" not in said
    assert Classroom.objects.count() == 2
    assert Response.objects.count() == 2


def test_deleting_one_attempt_leaves_what_the_others_showed(unit: Unit) -> None:
    learner = create_learner()
    attempt = create_attempt(learner=learner, unit=unit, right=2)
    attempt.finished_at = timezone.now()
    attempt.save()
    create_attempt(learner=learner, unit=unit, wrong=1)
    attempt.delete()
    assert Mastery.objects.get().answers == 1
    assert rebuilding.differences() == []


def test_a_teachers_own_tries_go_with_the_unit(unit: Unit, tess: User) -> None:
    other = create_published_unit(owner=tess, title="Another", lessons=("attr",))
    teacher = create_learner(user=tess)
    create_attempt(learner=teacher, unit=unit, right=3)
    create_attempt(learner=teacher, unit=other, right=1)
    unit.delete()
    assert Attempt.objects.get().studied.unit == other
    assert rebuilding.differences() == []


def test_a_learner_s_answers_keep_the_unit_and_the_teachers_tries(
    unit: Unit, tess: User, as_tess: Client
) -> None:
    create_attempt(learner=create_learner(user=tess), unit=unit, right=1)
    create_attempt(learner=create_learner(), unit=unit, right=1)
    page = as_tess.post(f"/units/{unit.pk}/deletion/", follow=True).content.decode()
    assert "Learners have answered questions of this unit, so it stays" in page
    assert Response.objects.count() == 2
    Learner.objects.filter(user=None).delete()
    as_tess.post(f"/units/{unit.pk}/deletion/")
    assert not Unit.objects.exists()
    assert not Mastery.objects.exists()


@pytest.mark.parametrize("owned", [True, False])
def test_a_learner_with_an_account_keeps_the_unit_too(unit: Unit, oscar: User, owned: bool) -> None:
    if not owned:
        Unit.objects.update(owner=None)
        unit.refresh_from_db()
    create_attempt(learner=create_learner(user=oscar), unit=unit, right=1)
    with pytest.raises(ProtectedError):
        unit.delete()
    assert Response.objects.count() == 1
