"""A unit on paper: pages that do not tell, a key that does, and the teacher’s notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.test import Client

from curriculum.models import Question, Unit
from tests.factories import create_unit, draft_question, draft_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """An approved unit of three questions and one to practise on."""
    draft = draft_unit()
    first = replace(draft.lessons[0], practice=(draft_question(stem="Whose count is it?"),))
    made = create_unit(owner=tess, draft=replace(draft, lessons=(first, *draft.lessons[1:])))
    made.questions.update(state=Question.State.APPROVED)
    return made


def words(client: Client, unit: Unit, page: str) -> str:
    """The page of the unit."""
    return client.get(f"/units/{unit.pk}/{page}/").content.decode()


def test_the_pages_have_the_text_the_lessons_and_boxes(as_tess: Client, unit: Unit) -> None:
    page = words(as_tess, unit, "handout")
    assert "The kitchen weighed 1,140 plates" in page
    assert 'aria-label="Paragraph 2"' in page
    assert "Look for a name" in page
    assert page.count('class="box"') == 4 * 3
    assert page.index("Whose count is it?") < page.index("Who weighed the plates")
    assert "<b>3.</b> Who finds the count too short?" in page


def test_the_pages_tell_nothing_of_the_key(as_tess: Client, unit: Unit) -> None:
    page = words(as_tess, unit, "handout")
    for told in ("✓", "joins the figure", "To check:", "is-key"):
        assert told not in page


def test_the_key_tells_everything(as_tess: Client, unit: Unit) -> None:
    page = words(as_tess, unit, "handout/key")
    assert page.count("✓") == 4
    assert "<strong>Mara Odell</strong>" in page
    assert "Nothing joins these words to the figure." in page
    assert "To check: ask the kitchen for its count." in page
    assert "<q>38 percent of vegetables were returned</q> (1)" in page


def test_both_number_the_questions_alike(as_tess: Client, unit: Unit) -> None:
    for page in ("handout", "handout/key"):
        assert "<b>2.</b> Who weighed the plates that came back?" in words(as_tess, unit, page)


def test_what_is_not_approved_is_not_printed(as_tess: Client, unit: Unit) -> None:
    unit.questions.update(state=Question.State.DRAFTED)
    assert "No question is approved yet" in words(as_tess, unit, "handout")
    assert "No question is approved yet" in words(as_tess, unit, "handout/key")


def test_the_notes_bring_the_records(as_tess: Client, unit: Unit) -> None:
    assert "There are no notes yet" in words(as_tess, unit, "notes")
    unit.teacher_notes = "**Aim.** To see who counts."
    unit.sources = [{"id": "S1", "name": "The kitchen’s list", "date": "2026-03-04"}]
    unit.save()
    page = words(as_tess, unit, "notes")
    assert "<strong>Aim.</strong>" in page
    assert "The kitchen’s list, 2026-03-04" in page
    assert "The kitchen’s list" in words(as_tess, unit, "handout/key")


@pytest.mark.parametrize("page", ["handout", "handout/key", "notes"])
def test_they_are_their_teachers_alone(as_oscar: Client, unit: Unit, page: str) -> None:
    assert as_oscar.get(f"/units/{unit.pk}/{page}/").status_code == 404
    assert Client().get(f"/units/{unit.pk}/{page}/").status_code == 302
