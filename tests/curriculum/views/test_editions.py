"""Publishing by button, and what differs between editions."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from curriculum import reviewing
from curriculum.models import Edition, Question, Step, Unit
from tests.curriculum.views.responses import said
from tests.factories import create_edition, create_unit, draft_question


@pytest.fixture
def unit(tess: User) -> Unit:
    """Tess's unit, reviewed."""
    made = create_unit(owner=tess)
    made.questions.update(state=Question.State.APPROVED)
    return made


def test_it_works(as_tess: Client, unit: Unit) -> None:
    response = as_tess.post(reverse("editions", args=[unit.pk]))
    assert response.status_code == 302
    assert "Published: edition 1" in said(response)
    assert unit.editions.count() == 1
    words = as_tess.get(unit.get_absolute_url()).content.decode()
    assert "Learners see everything as it is now." in words


def test_a_second_tap_makes_no_second_edition(as_tess: Client, unit: Unit) -> None:
    as_tess.post(reverse("editions", args=[unit.pk]))
    response = as_tess.post(reverse("editions", args=[unit.pk]))
    assert "Nothing has changed since edition 1" in said(response)
    assert unit.editions.count() == 1


def test_an_unreviewed_unit_is_refused_with_the_reason(as_tess: Client, unit: Unit) -> None:
    unit.questions.update(state=Question.State.DRAFTED)
    response = as_tess.post(reverse("editions", args=[unit.pk]))
    assert "Not published yet" in said(response)
    assert not Edition.objects.exists()
    assert "No question is approved yet" in as_tess.get(unit.get_absolute_url()).content.decode()


def test_another_teachers_unit_is_not_there(as_oscar: Client, unit: Unit) -> None:
    assert as_oscar.post(reverse("editions", args=[unit.pk])).status_code == 404
    assert not Edition.objects.exists()


def test_getting_is_refused(as_tess: Client, unit: Unit) -> None:
    assert as_tess.get(reverse("editions", args=[unit.pk])).status_code == 405


def compare(client: Client, unit: Unit, **chosen: str) -> str:
    """The page that lays two states side by side."""
    response = client.get(reverse("comparison", args=[unit.pk]), chosen)
    assert response.status_code == 200
    return response.content.decode()


def test_before_publishing_it_says_what_will_change(as_tess: Client, unit: Unit) -> None:
    assert "Lesson added" in compare(as_tess, unit)
    create_edition(unit=unit)
    assert "Nothing. Learners see everything as it is now." in compare(as_tess, unit)
    first, second, _ = unit.questions.all()
    reviewing.reword(question=first, draft=draft_question(stem="Who told the share?"), base=1)
    Question.objects.filter(pk=second.pk).update(state=Question.State.DISCARDED)
    words = compare(as_tess, unit)
    assert "What will change for learners" in words
    assert "Question reworded" in words
    assert re.search(r"<del>.*gives .*</del>", words)
    assert re.search(r"<ins>.*told .*</ins>", words)
    assert "Question removed" in words


def test_two_editions_are_compared(as_tess: Client, unit: Unit) -> None:
    create_edition(unit=unit)
    unit.lessons.filter(position=1).update(title="Voices", module="Who says")
    Step.objects.filter(lesson__unit=unit, lesson__position=2).update(body="Ask who counted.")
    create_edition(unit=unit)
    words = compare(as_tess, unit, before="1", after="2")
    assert "What changed for learners" in words
    assert "Lesson reworded" in words
    assert "Step reworded" in words
    assert "counted." in words
    assert "what changed" in as_tess.get(unit.get_absolute_url()).content.decode()


@pytest.mark.parametrize("chosen", [{"before": "7", "after": "now"}, {"after": "now"}])
def test_an_edition_that_is_not_there_is_refused(
    as_tess: Client, unit: Unit, chosen: dict[str, str]
) -> None:
    create_edition(unit=unit)
    assert as_tess.get(reverse("comparison", args=[unit.pk]), chosen).status_code == 422


def test_another_teachers_editions_are_not_compared(as_oscar: Client, unit: Unit) -> None:
    assert as_oscar.get(reverse("comparison", args=[unit.pk])).status_code == 404
