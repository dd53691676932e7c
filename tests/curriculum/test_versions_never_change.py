"""What was asked or published never changes: the database itself refuses, both ways tested."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Model, RestrictedError

from curriculum.models import (
    Anchor,
    Choice,
    Edition,
    EditionQuestion,
    Lesson,
    Question,
    QuestionVersion,
    Step,
    Unit,
)
from tests.factories import create_edition, create_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """A published unit."""
    made = create_unit(owner=tess)
    create_edition(unit=made)
    return made


@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        (QuestionVersion, "stem", "Other words?"),
        (Choice, "text", "Other words"),
        (Anchor, "exact", "Other words"),
        (Edition, "title", "Other words"),
        (EditionQuestion, "position", 99),
    ],
)
def test_the_database_refuses_to_change(
    unit: Unit, model: type[Model], field: str, value: Any
) -> None:
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        model._default_manager.update(**{field: value})
    row = model._default_manager.first()
    assert row is not None
    setattr(row, field, value)
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        row.save()
    row.refresh_from_db()
    assert getattr(row, field) != value


def test_what_is_still_being_written_may_change(unit: Unit) -> None:
    assert Unit.objects.update(title="Another title") == 1
    assert Step.objects.update(body="Other words") == 2
    assert Lesson.objects.update(title="Another lesson") == 2
    assert Question.objects.update(state=Question.State.DISCARDED) == 3


def _second_key(unit: Unit) -> None:
    Choice.objects.create(version=_version(unit), position=9, text="Also right", is_key=True)


def _same_place(unit: Unit) -> None:
    Choice.objects.create(version=_version(unit), position=1, text="In the same place")


def _confused_key(unit: Unit) -> None:
    version = QuestionVersion.objects.create(
        question=unit.questions.all()[0], number=7, stem="Who?", explanation="Them."
    )
    Choice.objects.create(
        version=version, position=1, text="Right", is_key=True, confusion="wrong-speaker"
    )


def _same_number(unit: Unit) -> None:
    QuestionVersion.objects.create(
        question=unit.questions.all()[0], number=1, stem="Who?", explanation="Them."
    )


def _wordless_anchor(unit: Unit) -> None:
    Anchor.objects.create(version=_version(unit), exact="", start=4, end=4)


def _question_on_question(unit: Unit) -> None:
    Question.objects.filter(position=2).update(position=1)


def _lesson_on_lesson(unit: Unit) -> None:
    Lesson.objects.filter(position=2).update(position=1)


def _edition_number_twice(unit: Unit) -> None:
    Edition.objects.create(unit=unit, number=1, title="Again", lessons=[])


def _version_asked_twice(unit: Unit) -> None:
    edition = unit.editions.get()
    EditionQuestion.objects.create(
        edition=edition, version=_version(unit), lesson_number=1, position=9
    )


def _version(unit: Unit) -> QuestionVersion:
    version = unit.questions.all()[0].latest
    assert version is not None
    return version


@pytest.mark.parametrize(
    ("breach", "rule"),
    [
        (_second_key, "a_version_has_one_key|curriculum_choice.version_id"),
        (_same_place, "one_choice_in_each_place|curriculum_choice.position"),
        (_confused_key, "a_key_tempts_no_confusion"),
        (_same_number, "numbered_once|curriculum_questionversion.number"),
        (_wordless_anchor, "an_anchor_has_words"),
        (_question_on_question, "one_question_in_each_place|curriculum_question.position"),
        (_lesson_on_lesson, "one_lesson_in_each_place|curriculum_lesson.position"),
        (_edition_number_twice, "numbered_once|curriculum_edition.number"),
        (_version_asked_twice, "asks_a_version_once|curriculum_editionquestion.version_id"),
    ],
)
def test_each_rule_is_kept_by_the_database(
    unit: Unit, breach: Callable[[Unit], None], rule: str
) -> None:
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        breach(unit)


def test_a_version_may_have_many_wrong_options_and_a_question_many_versions(unit: Unit) -> None:
    version = QuestionVersion.objects.create(
        question=unit.questions.all()[0], number=2, stem="Who?", explanation="Them."
    )
    for position, is_key in enumerate((True, False, False), start=1):
        Choice.objects.create(version=version, position=position, text="Words", is_key=is_key)
    assert version.choices.count() == 3


def test_a_published_question_cannot_be_deleted_on_its_own(unit: Unit) -> None:
    with pytest.raises(RestrictedError):
        unit.questions.all()[0].delete()
    assert unit.questions.count() == 3


def test_a_unit_goes_with_all_it_holds(unit: Unit) -> None:
    unit.delete()
    assert not Edition.objects.exists()
    assert not QuestionVersion.objects.exists()
