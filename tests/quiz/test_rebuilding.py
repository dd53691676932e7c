"""What is kept of progress equals what the answers say, whatever happened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum.models import Edition, Unit
from quiz import rebuilding, taking
from quiz.models import Learner, Mastery
from tests.factories import create_attempt, create_learner, create_published_unit

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def edition(tess: User) -> Edition:
    unit = create_published_unit(owner=tess, lessons=("attr", "supp"), questions_each=3)
    assert unit.edition
    return unit.edition


def kept() -> list[tuple[object, ...]]:
    """Every mastery as a value."""
    fields = ("learner", "skill", "rating", "uncertainty", "answers", "right", "last_at")
    return sorted(Mastery.objects.values_list(*fields), key=str)


def play(edition: Edition, learner: Learner, moves: list[tuple[int, bool, int]]) -> None:
    """Answer questions (position, right or not, hours after Monday), starting anew when needed."""
    asked = list(edition.asked.order_by("position"))
    for position, right, hours in moves:
        at = MONDAY + timedelta(hours=hours)
        attempt = taking.start(learner=learner, edition=edition, at=MONDAY)
        question = asked[position]
        if attempt.responses.filter(version=question.version).exists():
            attempt.finished_at = MONDAY
            attempt.save()
            attempt = taking.start(learner=learner, edition=edition, at=MONDAY)
        choice = question.version.choices.filter(is_key=right)[0]
        taking.answer(attempt=attempt, asked=question, choice=choice, at=at)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    moves=st.lists(
        st.tuples(st.integers(0, 5), st.booleans(), st.integers(0, 72)), min_size=1, max_size=12
    )
)
def test_a_rebuild_equals_the_live_state(
    edition: Edition, moves: list[tuple[int, bool, int]]
) -> None:
    """In any order of time, late arrivals and quick repeats included."""
    play(edition, create_learner(), moves)
    assert rebuilding.differences() == []
    live = kept()
    rebuilding.rebuild()
    assert kept() == live


def test_the_command_checks_and_mends(tess: User) -> None:
    unit: Unit = create_published_unit(owner=tess)
    create_attempt(learner=create_learner(), unit=unit, right=2, wrong=1)
    live = kept()
    call_command("rebuild_progress", "--check", stdout=StringIO())
    Mastery.objects.filter(skill="attr").update(rating=9)
    Mastery.objects.filter(skill="supp").delete()
    with pytest.raises(CommandError, match="supp"):
        call_command("rebuild_progress", "--check")
    assert Mastery.objects.get().rating == 9  # checking wrote nothing
    said = StringIO()
    call_command("rebuild_progress", stdout=said)
    assert "2 masteries" in said.getvalue()
    assert kept() == live
