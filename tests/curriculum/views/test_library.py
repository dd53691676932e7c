"""The front door: open to everybody, and only what is public is on the shelf."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from curriculum.models import Unit
from tests.factories import create_edition, create_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """A published, public unit."""
    made = create_unit(owner=tess)
    create_edition(unit=made)
    Unit.objects.update(visibility=Unit.Visibility.PUBLIC)
    return made


def test_a_visitor_sees_the_public_units(unit: Unit, client: Client) -> None:
    response = client.get(reverse("home"))
    assert response.status_code == 200
    words = response.content.decode()
    for part in (
        "The garden count",
        "Who counted the plates",
        "Who says so?",
        "3 questions",
        "about 3 minutes",
        reverse("learn", args=[unit.pk]),
    ):
        assert part in words


@pytest.mark.parametrize("visibility", [Unit.Visibility.PRIVATE, Unit.Visibility.LINK])
def test_other_units_are_not_on_the_shelf(unit: Unit, client: Client, visibility: str) -> None:
    Unit.objects.update(visibility=visibility)
    response = client.get(reverse("home"))
    assert "The garden count" not in response.content.decode()
    assert "The shelf is empty" in response.content.decode()


def test_an_unpublished_unit_is_not_on_the_shelf(tess: User, client: Client) -> None:
    create_unit(owner=tess)
    Unit.objects.update(visibility=Unit.Visibility.PUBLIC)
    assert "The garden count" not in client.get(reverse("home")).content.decode()


def test_the_shelf_shows_the_edition_and_not_the_work_in_progress(
    unit: Unit, client: Client
) -> None:
    Unit.objects.update(title="Half rewritten")
    words = client.get(reverse("home")).content.decode()
    assert "The garden count" in words
    assert "Half rewritten" not in words


def test_many_units_cost_no_more_queries_than_one(
    unit: Unit, client: Client, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    for name in ("uma", "vera"):
        create_edition(unit=create_unit(owner=User.objects.create_user(name)))
    Unit.objects.update(visibility=Unit.Visibility.PUBLIC)
    with django_assert_num_queries(3):  # type: ignore[operator]
        words = client.get(reverse("home")).content.decode()
    assert words.count("about 3 minutes") == 3


def test_posting_is_refused(client: Client) -> None:
    assert client.post(reverse("home")).status_code == 405
