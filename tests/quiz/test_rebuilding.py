"""What is kept of progress equals what the answers say, whatever happened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum.models import Edition, EditionQuestion, QuestionVersion, Unit
from quiz import calibrating, rebuilding, taking
from quiz.models import Attempt, Calibration, Mastery, Response, Review
from tests.factories import create_attempt, create_learner, create_published_unit

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def edition(tess: User) -> Edition:
    unit = create_published_unit(owner=tess, lessons=("attr", "supp"), questions_each=3)
    assert unit.edition
    return unit.edition


def kept() -> list[tuple[object, ...]]:
    """Every mastery and every review as a value."""
    mastery = ("learner", "skill", "rating", "uncertainty", "answers", "right", "last_at")
    review = ("learner", "skill", "step", "last_on", "due_on")
    return sorted(
        [*Mastery.objects.values_list(*mastery), *Review.objects.values_list(*review)], key=str
    )


class Player:
    """A learner who answers in several attempts and in reviews, at whatever time the move says."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.asked = list(edition.asked.order_by("position"))
        self.learner = create_learner()

    def answer(self, *, position: int, right: bool, hours: float, review: bool) -> None:
        """Answer in an open attempt that has not asked this yet: a new one when need be."""
        at = MONDAY + timedelta(hours=hours)
        place = self.asked[position]
        attempt = self._reviewing(place) if review else self._studying(place)
        choice = place.version.choices.filter(is_key=right)[0]
        version = QuestionVersion.objects.select_related("calibration").get(pk=place.version_id)
        place.version = version
        taking.answer(attempt=attempt, asked=place, choice=choice, at=at)

    def again(self, *, position: int, right: bool, hours: float) -> None:
        """A second try within an attempt, as a merge leaves one behind."""
        version = self.asked[position].version
        first = Response.objects.filter(
            attempt__learner=self.learner, version=version, try_number=1
        ).first()
        if first is None or first.attempt.responses.filter(version=version).count() > 1:
            return
        Response.objects.create(
            attempt=first.attempt,
            version=version,
            try_number=2,
            choice=version.choices.filter(is_key=right)[0],
            correct=right,
            skill=first.skill,
            difficulty=first.difficulty,
            answered_at=MONDAY + timedelta(hours=hours),
        )
        rebuilding.rebuild(learner=self.learner)

    def _studying(self, place: EditionQuestion) -> Attempt:
        attempt = taking.start(learner=self.learner, edition=self.edition, at=MONDAY)
        if attempt.responses.filter(version=place.version).exists():
            Attempt.objects.filter(pk=attempt.pk).update(finished_at=MONDAY)
            attempt = taking.start(learner=self.learner, edition=self.edition, at=MONDAY)
        return attempt

    def _reviewing(self, place: EditionQuestion) -> Attempt:
        self.learner.attempts.filter(kind="review").update(finished_at=MONDAY)
        attempt = Attempt.objects.create(learner=self.learner, kind="review", started_at=MONDAY)
        attempt.drawn.create(position=1, version=place.version)
        return attempt


ANSWERS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "position": st.integers(0, 5),
        "right": st.booleans(),
        "hours": st.one_of(st.integers(0, 72), st.floats(0, 1500)),
    }
)
NOTHING: dict[str, Any] = {}
MOVES = st.one_of(
    st.tuples(st.sampled_from(["study", "study", "review", "again"]), ANSWERS),
    st.tuples(st.just("calibrate"), st.just(NOTHING)),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=st.lists(MOVES, min_size=1, max_size=14))
def test_a_rebuild_equals_the_live_state(
    edition: Edition, moves: list[tuple[str, dict[str, Any]]]
) -> None:
    """Whatever the order of time: late arrivals, quick repeats, second tries, several attempts,
    reviews, and calibrations in between."""
    player = Player(edition)
    for kind, given_answer in moves:
        if kind == "calibrate":
            calibrating.calibrate()
        elif kind == "again":
            player.again(**given_answer)
        else:
            player.answer(**given_answer, review=kind == "review")
    assert rebuilding.differences() == []
    live = kept()
    rebuilding.rebuild()
    assert kept() == live


def test_an_answer_keeps_the_difficulty_by_which_it_was_marked(edition: Edition) -> None:
    """Or else a calibration would change the past."""
    player = Player(edition)
    for position, right in enumerate([True, False, True, True, False, True]):
        player.answer(position=position, right=right, hours=position, review=False)
    calibrating.calibrate()
    learned = {row.version_id: row.difficulty for row in Calibration.objects.all()}
    assert len(learned) == 6
    assert any(learned.values())
    player.answer(position=1, right=True, hours=100, review=False)
    given_then, given_now = Response.objects.filter(version=player.asked[1].version)
    assert given_then.difficulty == 0
    assert given_now.difficulty == learned[player.asked[1].version_id] != 0
    assert rebuilding.differences() == []


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
    rebuilding.rebuild()
    Review.objects.filter(skill="attr").update(step=2)
    with pytest.raises(CommandError, match="attr"):
        call_command("rebuild_progress", "--check")
    Mastery.objects.filter(skill="supp").delete()
    with pytest.raises(CommandError, match="supp"):
        call_command("rebuild_progress", "--check")
    said = StringIO()
    call_command("rebuild_progress", stdout=said)
    assert "2 skills" in said.getvalue()
    assert kept() == live
