"""The results of a unit: walk-ins included, names only of one's own pupils, owner only."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from curriculum.models import Unit
from tests.factories import (
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)
from tests.quiz.judging import create_statements, judge


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess)


def test_a_walk_in_s_answers_are_there(client: Client, as_tess: Client, unit: Unit) -> None:
    page = client.post(f"/learn/{unit.pk}/attempts/", follow=True)
    attempt = page.context["attempt"]
    address = f"/attempts/{attempt.pk}/questions/1/"
    key = next(x for x in client.get(address).context["laid"] if x.choice.is_key)
    client.post(f"{address}answer/", {"choice": key.token})
    results = as_tess.get(f"/units/{unit.pk}/results/")
    assert "Walk-in" in results.content.decode()
    assert [tally.words for tally in results.context["results"].by_skill] == ["1 of 1"]


def test_it_adds_up(as_tess: Client, unit: Unit) -> None:
    create_attempt(learner=create_learner(), unit=unit, right=3)
    create_attempt(learner=create_learner(), unit=unit, right=1, wrong=2)
    results = as_tess.get(f"/units/{unit.pk}/results/").context["results"]
    assert [(t.skill.id, t.words) for t in results.by_skill] == [
        ("attr", "3 of 4"),
        ("supp", "1 of 2"),
    ]
    assert [(row.right, row.answers) for row in results.rows] == [(1, 3), (3, 3)]


def test_names_are_shown_to_their_own_teacher_only(
    as_tess: Client, tess: User, oscar: User, unit: Unit
) -> None:
    own, other = create_classroom(owner=tess), create_classroom(owner=oscar, name="The Otter class")
    for room, name in ((own, "Ada"), (other, "Zoe Outsider")):
        learner = create_seat(classroom=room, name=name).learner
        create_attempt(learner=learner, unit=unit, right=1, classroom=room)
    page = as_tess.get(f"/units/{unit.pk}/results/").content.decode()
    assert "Ada" in page
    assert "Zoe Outsider" not in page
    assert "The Otter class" not in page
    assert "Pupil of another class" in page


def test_the_owner_s_own_tries_are_left_out(as_tess: Client, tess: User, unit: Unit) -> None:
    create_attempt(learner=create_learner(user=tess), unit=unit, right=2)
    page = as_tess.get(f"/units/{unit.pk}/results/")
    assert page.context["results"].count == 0
    assert "No answers yet" in page.content.decode()


def test_queries_do_not_grow_with_attempts(
    as_tess: Client, unit: Unit, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(12):
        create_attempt(learner=create_learner(), unit=unit, right=2, wrong=1)
        with django_assert_max_num_queries(10):
            as_tess.get(f"/units/{unit.pk}/results/")


def test_trust_and_doubt_are_pooled_once_there_are_enough(as_tess: Client, tess: User) -> None:
    unit = create_statements(owner=tess, supported=5, unsupported=5)
    judge(learner=create_learner(user=tess), unit=unit, trusted=5, caught=5)
    for number in range(3):
        page = as_tess.get(f"/units/{unit.pk}/results/").content.decode()
        assert "(hits)" not in page
        assert ("Not enough answers yet" in page) == (number > 0)
        judge(learner=create_learner(), unit=unit, trusted=4, caught=3)
    page = as_tess.get(f"/units/{unit.pk}/results/").content.decode()
    assert "12 of 15 (80%)" in page
    assert "6 of 15 (40%)" in page


@pytest.mark.parametrize("number", ["0", "-1", "x", "99"])
def test_an_odd_page_number_shows_a_page(as_tess: Client, unit: Unit, number: str) -> None:
    create_attempt(learner=create_learner(), unit=unit)
    assert as_tess.get(f"/units/{unit.pk}/results/?page={number}").status_code == 200


def test_outsiders_get_404_and_visitors_sign_in(
    client: Client, as_oscar: Client, unit: Unit
) -> None:
    assert as_oscar.get(f"/units/{unit.pk}/results/").status_code == 404
    assert client.get(f"/units/{unit.pk}/results/").status_code == 302
