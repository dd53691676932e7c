"""Practice from a draft to an edition: reviewed like any question, and never part of the quiz."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth.models import User

from curriculum import publishing, reviewing
from curriculum.models import Edition, Question, QuestionVersion, Unit
from tests.factories import create_unit, draft_question, draft_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """A drafted unit whose first lesson has two questions to practise on."""
    draft = draft_unit()
    practice = (
        draft_question(stem="Whose count is it, going by paragraph 1?"),
        draft_question(stem="Who counted what came back?"),
    )
    first = replace(draft.lessons[0], practice=practice)
    return create_unit(owner=tess, draft=replace(draft, lessons=(first, *draft.lessons[1:])))


def published(unit: Unit) -> Edition:
    """The edition that publishing makes now."""
    assert unit.owner is not None
    made = publishing.publish(unit=unit, by=unit.owner)
    assert isinstance(made, Edition), made
    return made


def approve(unit: Unit, *, practice: bool) -> None:
    """Approve the questions of one kind."""
    unit.questions.filter(practice=practice).update(state=Question.State.APPROVED)


def test_practice_is_drafted_and_reviewed_like_any_question(unit: Unit) -> None:
    assert [question.practice for question in unit.questions.all()] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert reviewing.progress(unit).to_review == 5
    assert sorted(unit.questions.values_list("position", flat=True)) == [1, 2, 3, 4, 5]


def test_it_is_published_inside_its_lesson_and_not_asked(unit: Unit) -> None:
    approve(unit, practice=True)
    approve(unit, practice=False)
    edition = published(unit)
    stems = [
        QuestionVersion.objects.get(pk=version).stem for version in edition.lessons[0]["practice"]
    ]
    assert stems == ["Whose count is it, going by paragraph 1?", "Who counted what came back?"]
    assert edition.lessons[1]["practice"] == []
    assert edition.asked.count() == 3
    assert not edition.asked.filter(version__question__practice=True).exists()


def test_what_is_not_approved_stays_out(unit: Unit) -> None:
    approve(unit, practice=False)
    assert published(unit).lessons[0]["practice"] == []


def test_practice_alone_makes_no_quiz(unit: Unit) -> None:
    approve(unit, practice=True)
    codes = {each.code for each in publishing.problems(unit) if each.blocks}
    assert codes == {"nothing-approved"}


def test_a_fault_in_a_practice_question_blocks_too(unit: Unit) -> None:
    approve(unit, practice=True)
    approve(unit, practice=False)
    question = unit.questions.filter(practice=True)[0]
    reviewing.reword(question=question, draft=draft_question(proof="gone for good"), base=1)
    assert "anchor-lost" in {each.code for each in publishing.problems(unit) if each.blocks}


def test_counts_of_the_quiz_leave_practice_out(unit: Unit) -> None:
    approve(unit, practice=True)
    lesson = unit.lessons.counted()[0]
    assert (lesson.asked, lesson.approved) == (2, 0)  # type: ignore[attr-defined]
    counted = Unit.objects.counted().get(pk=unit.pk)
    assert (counted.drafted, counted.approved) == (3, 0)  # type: ignore[attr-defined]


def test_the_heading_of_a_module_is_published(unit: Unit) -> None:
    approve(unit, practice=False)
    unit.lessons.update(module="Who says")
    assert [lesson["module"] for lesson in published(unit).lessons] == ["Who says", "Who says"]


def test_practice_takes_its_time(unit: Unit) -> None:
    approve(unit, practice=False)
    before = published(unit).minutes
    approve(unit, practice=True)
    assert published(unit).minutes > before
