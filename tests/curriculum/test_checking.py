"""What lint says of rows: the swap test beside the real text, and the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from curriculum import checking, drafting, publishing, reviewing
from curriculum.models import Question, Unit
from tests.factories import create_unit, draft_question


@pytest.fixture
def unit(tess: User) -> Unit:
    """A drafted unit, all approved."""
    made = create_unit(owner=tess)
    made.questions.update(state=Question.State.APPROVED)
    return made


def codes(unit: Unit) -> set[str]:
    """What publishing says of the unit."""
    return {each.code for each in publishing.problems(unit)}


def test_a_sound_question_passes_the_swap_test_too(unit: Unit) -> None:
    for question in unit.questions.whole():
        assert checking.of_question(question) == ()


def test_a_reason_that_leans_on_a_country_cannot_be_published(unit: Unit) -> None:
    source = unit.source
    source.text = source.text.replace("Critics say", "American critics say")
    draft = draft_question()
    key, first, second = draft.choices
    leaning = replace(
        draft,
        choices=(replace(key, rationale="It counts because an American said so."), first, second),
    )
    source.reading_json["text"] = source.text
    found = checking.of_draft(leaning, source=source)
    assert [finding.code for finding in found] == ["swap-leans"]


def test_a_question_past_its_day_is_a_warning_until_it_gets_a_new_one(unit: Unit) -> None:
    question = unit.questions.all()[0]
    past = timezone.localdate() - timedelta(days=1)
    drafting.word(question=question, draft=draft_question(), number=2, review_by=past)
    assert "review-overdue" in codes(unit)
    drafting.word(
        question=question, draft=draft_question(), number=3, review_by=past + timedelta(days=90)
    )
    assert "review-overdue" not in codes(unit)


def test_a_unit_that_cites_records_says_when_it_was_checked(unit: Unit) -> None:
    unit.sources = [{"id": "S1", "name": "The kitchen’s list"}]
    assert "undated" in codes(unit)
    unit.as_of, unit.review_by = date(2026, 1, 2), timezone.localdate()
    assert "undated" not in codes(unit)
    assert "review-overdue" not in codes(unit)
    unit.review_by = timezone.localdate() - timedelta(days=1)
    assert "review-overdue" in codes(unit)
    assert not [each for each in publishing.problems(unit) if each.blocks]


def test_sound_questions_are_still_approved_at_once(tess: User) -> None:
    assert len(reviewing.approve_sound(unit=create_unit(owner=tess))) == 3
