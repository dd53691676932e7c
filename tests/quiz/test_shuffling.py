"""The order of choices is steady for a learner, differs between learners, and hides the key."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

import pytest
from django.contrib.auth.models import User

from curriculum.models import QuestionVersion
from quiz.shuffling import lay_out
from tests.factories import create_published_unit


@pytest.fixture
def version(tess: User) -> QuestionVersion:
    create_published_unit(owner=tess)
    return QuestionVersion.objects.order_by("pk")[0]


def test_a_learner_finds_the_same_order_again(version: QuestionVersion) -> None:
    assert lay_out(version, learner=UUID(int=1)) == lay_out(version, learner=UUID(int=1))


def test_the_key_stands_in_each_place_about_as_often(version: QuestionVersion) -> None:
    places = Counter(
        next(each.letter for each in lay_out(version, learner=UUID(int=n)) if each.choice.is_key)
        for n in range(600)
    )
    assert set(places) == {"A", "B", "C"}
    assert min(places.values()) > 150  # 200 expected; 150 is more than four deviations away


def test_a_scale_keeps_its_order(version: QuestionVersion) -> None:
    version.ordinal = True
    laid = lay_out(version, learner=UUID(int=3))
    assert [each.choice.position for each in laid] == [0, 1, 2]
