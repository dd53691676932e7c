"""Publishing by button."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from curriculum.models import Edition, Question, Unit
from tests.curriculum.views.responses import said
from tests.factories import create_unit


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
