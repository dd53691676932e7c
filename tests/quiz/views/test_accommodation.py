"""What helps one learner: set by the teacher, felt wherever they work, seen by nobody else."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.management import call_command
from django.test import Client

from curriculum.models import Unit
from quiz import accommodating, merging, shuffling
from quiz.models import Accommodation, Classroom, Enrolment, Learner, Response
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, lessons=("attr",), practice_each=1)


@pytest.fixture
def room(tess: User) -> Classroom:
    return create_classroom(owner=tess)


@pytest.fixture
def seat(room: Classroom) -> Enrolment:
    return create_seat(classroom=room, name="Lena")


def helped(seat: Enrolment, **given: bool | int) -> Learner:
    """The seat's learner, as read anew."""
    accommodating.give(learner=seat.learner, **given)
    return Learner.objects.get(pk=seat.learner_id)


def test_a_teacher_sets_it_and_takes_it_back(as_tess: Client, seat: Enrolment) -> None:
    address = f"/classes/{seat.classroom_id}/seats/{seat.pk}/accommodation/"
    as_tess.post(address, {"extra_time": "50", "read_aloud": "on"})
    row = Accommodation.objects.get()
    assert (row.extra_time, row.read_aloud, row.fewer_choices) == (50, True, False)
    assert "checked" in as_tess.get(address).content.decode()
    as_tess.post(address, {})
    row.refresh_from_db()
    assert (row.extra_time, row.read_aloud) == (0, False)
    response = as_tess.post(address, {"extra_time": "1000"})
    assert response.status_code == 422
    assert "Choose one of these four." in response.content.decode()


def test_nobody_sees_it_on_the_class_page(as_tess: Client, seat: Enrolment) -> None:
    before = as_tess.get(f"/classes/{seat.classroom_id}/").content.decode()
    helped(seat, extra_time=100, fewer_choices=True, larger_text=True, read_aloud=True)
    after = as_tess.get(f"/classes/{seat.classroom_id}/").content.decode()
    for word in ("extra time", "larger text", "less to weigh", "aloud"):
        assert (word in after) == (word in before)


def test_letters_and_voice_come_with_the_page(seat: Enrolment, unit: Unit) -> None:
    attempt = create_attempt(learner=seat.learner, unit=unit)
    browser, address = as_learner(seat.learner), f"/attempts/{attempt.pk}/questions/1/"
    plain = browser.get(address).content.decode()
    assert "larger-text" not in plain
    assert "<read-aloud" not in plain
    helped(seat, larger_text=True, read_aloud=True)
    page = browser.get(address).content.decode()
    assert "larger-text" in page
    assert page.count("<read-aloud") == 3
    assert "Switched on for you: larger text" in browser.get(f"/learn/{unit.pk}/").content.decode()


def test_larger_letters_go_along_to_the_library(seat: Enrolment) -> None:
    helped(seat, larger_text=True)
    page = as_learner(seat.learner).get("/").content.decode()
    assert "larger-text" in page
    assert "Teachers: sign in" not in page


def test_one_distractor_is_left_out_and_never_the_key(unit: Unit, seat: Enrolment) -> None:
    version = unit.questions.all()[0].versions.get()
    learners = [create_learner() for _ in range(20)]
    told = [shuffling.lay_out(version, learner=each.pk, fewer=True) for each in learners]
    again = [shuffling.lay_out(version, learner=each.pk, fewer=True) for each in learners]
    assert told == again
    assert {len(laid) for laid in told} == {2}
    assert all(any(each.choice.is_key for each in laid) for laid in told)
    left = {each.choice.position for laid in told for each in laid if not each.choice.is_key}
    assert left == {1, 2}, "either distractor may be the one that stays"


def test_two_choices_stay_two(unit: Unit) -> None:
    version = unit.questions.all()[0].versions.get()
    version.choices.filter(position=2).delete()
    assert len(shuffling.lay_out(version, learner=create_learner().pk, fewer=True)) == 2


def test_fewer_choices_hold_everywhere_and_are_marked_as_they_were_shown(
    unit: Unit, seat: Enrolment
) -> None:
    learner = helped(seat, fewer_choices=True)
    attempt = create_attempt(learner=learner, unit=unit)
    browser = as_learner(learner)
    lesson = browser.get(f"/attempts/{attempt.pk}/lessons/1/")
    assert [len(each.laid) for each in lesson.context["practice"]] == [2]
    address = f"/attempts/{attempt.pk}/questions/1/"
    laid = browser.get(address).context["laid"]
    assert len(laid) == 2
    shown = {each.choice.pk for each in laid}
    everything = shuffling.lay_out(laid[0].choice.version, learner=learner.pk)
    (hidden,) = [each for each in everything if each.choice.pk not in shown]
    response = browser.post(f"{address}answer/", {"choice": hidden.token})
    assert response.status_code == 422
    wrong = next(each for each in laid if not each.choice.is_key)
    browser.post(f"{address}answer/", {"choice": wrong.token})
    given = Response.objects.get()
    assert (given.options, given.correct) == (2, False)
    helped(seat, fewer_choices=False)
    assert {each.choice.pk for each in browser.get(address).context["laid"]} == shown
    assert len(browser.get(f"/attempts/{attempt.pk}/questions/2/").context["laid"]) == 3
    call_command("rebuild_progress", "--check")


def test_it_is_taken_along_merged_and_erased(unit: Unit, seat: Enrolment) -> None:
    learner = helped(seat, extra_time=25)
    told = json.loads(as_learner(learner).get("/progress/data/answers.json").content)
    assert told["what_helps_you"] == ["extra time (a quarter more)"]
    csv = as_learner(learner).get("/progress/data/answers.csv").content.decode()
    assert "what helps you" in csv
    other = create_learner()
    create_attempt(learner=other, unit=unit, right=1)
    accommodating.give(learner=other, larger_text=True)
    assert merging.keep(walk_in_pk=other.pk, user=AnonymousUser(), into=learner)
    row = Accommodation.objects.get(learner=learner)
    assert (row.extra_time, row.larger_text) == (25, True)
    learner.delete()
    assert not Accommodation.objects.filter(learner=learner.pk).exists()
