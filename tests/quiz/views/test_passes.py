"""The right to pass on a text with a content note, and to say how sure one is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from curriculum.models import Unit
from quiz import taking
from quiz.models import Assignment, Attempt, Learner, Pass, Response
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
    return create_published_unit(owner=tess, content_note="It speaks of wasted food.")


def test_a_walk_in_passes_and_changes_their_mind(client: Client, unit: Unit) -> None:
    front = f"/learn/{unit.pk}/"
    assert f'href="{front}pass/"' in client.get(front).content.decode()
    asked = client.get(f"{front}pass/")
    assert "It speaks of wasted food." in asked.content.decode()
    assert not Learner.objects.exists(), "looking makes nobody"
    words = client.post(f"{front}pass/", follow=True).content.decode()
    assert Pass.objects.get().unit == unit
    assert "You chose not to read this one" in words
    assert ">Start<" not in words
    words = client.post(f"{front}pass/removal/", follow=True).content.decode()
    assert not Pass.objects.exists()
    assert ">Start<" in words


def test_two_taps_are_one_pass(client: Client, unit: Unit) -> None:
    ticket = client.get(f"/learn/{unit.pk}/pass/").context["form"].initial["ticket"]
    for _ in range(2):
        client.post(f"/learn/{unit.pk}/pass/", {"ticket": ticket})
    assert Pass.objects.count() == Learner.objects.count() == 1


def test_starting_is_a_change_of_mind(unit: Unit) -> None:
    lena = create_learner()
    Pass.objects.create(learner=lena, unit=unit)
    as_learner(lena).post(f"/learn/{unit.pk}/attempts/")
    assert not Pass.objects.exists()
    assert lena.attempts.count() == 1


def test_a_text_without_a_note_is_not_passed_on(client: Client, tess: User) -> None:
    plain = create_published_unit(owner=tess)
    assert client.get(f"/learn/{plain.pk}/pass/").status_code == 404
    assert client.post(f"/learn/{plain.pk}/pass/").status_code == 404
    assert "rather not read" not in client.get(f"/learn/{plain.pk}/").content.decode()


def test_the_class_page_counts_a_pass_as_a_pass(as_tess: Client, tess: User, unit: Unit) -> None:
    room = create_classroom(owner=tess, pupils=("Ada", "Bilal"))
    Assignment.objects.create(classroom=room, unit=unit)
    ada = room.enrolments.get(name="Ada").learner
    Pass.objects.create(learner=ada, unit=unit)
    (work,) = as_tess.get(f"/classes/{room.pk}/").context["dashboard"].work
    assert (work.passed, work.not_started) == (["Ada"], ["Bilal"])


def test_a_private_unit_is_404_to_outsiders(client: Client, unit: Unit) -> None:
    Unit.objects.update(visibility=Unit.Visibility.PRIVATE)
    for path in ("pass/", "pass/removal/", "confidence/"):
        assert client.post(f"/learn/{unit.pk}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["pass/removal/", "confidence/"])
def test_deeds_are_posts(client: Client, unit: Unit, path: str) -> None:
    assert client.get(f"/learn/{unit.pk}/{path}").status_code == 405


def answer(browser: Client, address: str, **more: object) -> None:
    """Pick the key of a question."""
    page: Any = browser.get(address)
    token = next(each.token for each in page.context["laid"] if each.choice.is_key)
    shown = page.context["form"].initial["shown"]
    data = {"choice": token, "shown": shown, **more}
    assert browser.post(f"{address}answer/", data, follow=True).status_code == 200


def test_whoever_wants_is_asked_how_sure_they_are(client: Client, unit: Unit) -> None:
    front = f"/learn/{unit.pk}/"
    client.post(f"{front}confidence/", {"ask": "on"})
    assert Learner.objects.get().asks_confidence
    page = client.post(f"{front}attempts/", follow=True)
    attempt = page.context["attempt"]
    address = f"/attempts/{attempt.pk}/questions/1/"
    assert "How sure are you?" in client.get(address).content.decode()
    answer(client, address, confidence=3)
    given = Response.objects.get()
    assert given.confidence == Response.Confidence.CERTAIN
    assert given.seconds is not None
    answer(client, f"/attempts/{attempt.pk}/questions/2/")  # it need not be said
    client.post(f"{front}confidence/")
    assert not Learner.objects.get().asks_confidence


def test_nobody_is_asked_unless_they_wish(client: Client, unit: Unit) -> None:
    page = client.post(f"/learn/{unit.pk}/attempts/", follow=True)
    address = f"/attempts/{page.context['attempt'].pk}/questions/1/"
    assert "How sure are you?" not in client.get(address).content.decode()
    answer(client, address, confidence=3)
    assert Response.objects.get().confidence is None


def test_set_work_never_asks(tess: User, unit: Unit) -> None:
    room = create_classroom(owner=tess)
    Assignment.objects.create(classroom=room, unit=unit)
    pupil = create_seat(classroom=room, name="Ada").learner
    Learner.objects.update(asks_confidence=True)
    browser = as_learner(pupil)
    assert "Ask me how sure" not in browser.get(f"/learn/{unit.pk}/").content.decode()
    page = browser.post(f"/learn/{unit.pk}/attempts/", follow=True)
    attempt = page.context["attempt"]
    assert attempt.assignment is not None
    address = f"/attempts/{attempt.pk}/questions/1/"
    assert "How sure are you?" not in browser.get(address).content.decode()
    answer(browser, address, confidence=3)
    assert Response.objects.get().confidence is None


def test_the_summary_says_how_well_sureness_fitted(unit: Unit) -> None:
    lena = create_learner()
    attempt = create_attempt(learner=lena, unit=unit)
    for asked, level, key in zip(
        attempt.asked.order_by("position"), (3, 3, 1, None), (True, False, True, True), strict=True
    ):
        choice = asked.version.choices.filter(is_key=key)[0]
        taking.answer(attempt=attempt, asked=asked, choice=choice, confidence=level)
    for number in (1, 2):
        taking.complete_lesson(attempt=attempt, number=number)
    words = as_learner(lena).get(f"/attempts/{attempt.pk}/summary/").content.decode()
    assert "When you were certain, you were right <b" in words
    assert "1 time of 2" in words
    assert "1 time of 1" in words
    assert "fairly sure, you were" not in words
    assert '<span class="numbers">−2</span> of <span class="numbers">9</span>' in words


def test_sureness_says_nothing_while_what_was_right_waits(tess: User, unit: Unit) -> None:
    room = create_classroom(owner=tess)
    pupil = create_seat(classroom=room, name="Ada").learner
    attempt = create_attempt(learner=pupil, unit=unit)
    for asked in attempt.asked:
        choice = asked.version.choices.filter(is_key=True)[0]
        taking.answer(attempt=attempt, asked=asked, choice=choice, confidence=3)
    for number in (1, 2):
        taking.complete_lesson(attempt=attempt, number=number)
    address, told = f"/attempts/{attempt.pk}/summary/", "How sure, and how right"
    assert told in as_learner(pupil).get(address).content.decode()
    due = timezone.now() + timedelta(days=1)
    work = Assignment.objects.create(classroom=room, unit=unit, due_at=due, feedback="after_due")
    Attempt.objects.update(assignment=work)
    assert told not in as_learner(pupil).get(address).content.decode()
