"""The files that a learner takes along: whole, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from curriculum.models import Unit
from quiz import taking
from quiz.exporting import BOM, COLUMNS, LearnerData, harmless
from quiz.models import Learner, LessonDone
from tests.factories import (
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, title="=1+1, or the garden count")


@pytest.fixture
def lena(unit: Unit, tess: User) -> Learner:
    """A pupil with two answers and a lesson, beside another who must not be seen."""
    room = create_classroom(owner=tess, pupils=("Otto",))
    learner = create_seat(classroom=room, name="Lena").learner
    attempt = create_attempt(learner=learner, unit=unit, right=1, wrong=1, at=MONDAY)
    LessonDone.objects.create(attempt=attempt, lesson_number=1, done_at=MONDAY)
    create_attempt(learner=create_learner(name="Otto"), unit=unit, right=4)
    return learner


def lines(text: str) -> list[dict[str, str]]:
    """The records of a CSV file."""
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


def test_json_holds_everything_of_theirs(lena: Learner) -> None:
    told = json.loads(LearnerData(lena).as_json())
    assert told["learner"]["name"] == "Lena"
    assert [each["name_of_the_class"] for each in told["classes"]] == ["7B"]
    assert [each["title"] for each in told["lessons"]] == ["On attr"]
    assert [each["answers_that_count"] for each in told["skills"]] == [2]
    wrong, right = told["answers"]
    assert right["chosen"] == right["key"] == "The head cook"
    assert (right["right"], wrong["right"], wrong["chosen"]) == (True, False, "The critics")
    assert right["when"] == "2026-03-02T09:00:00+00:00"
    assert sorted(each[:3] for each in right["options"]) == ["A. ", "B. ", "C. "]
    assert "Otto" not in json.dumps(told)


def test_csv_holds_everything_of_theirs(lena: Learner) -> None:
    told = lines(LearnerData(lena).as_csv())
    kinds = [line["record"] for line in told]
    assert kinds == ["answer", "answer", "lesson", "attempt", "skill", "class", "reviews to come"]
    assert tuple(told[0]) == COLUMNS
    assert told[1]["key"] == "The head cook"
    assert told[1]["options"].count(" | ") == 2
    assert "title: On attr" in told[2]["details"]
    assert told[4]["skill"] == "Attribution"
    assert "your name there: Lena" in told[5]["details"]


def test_no_cell_of_the_csv_is_a_formula(lena: Learner) -> None:
    told = lines(LearnerData(lena).as_csv())
    assert told[0]["unit"] == "'=1+1, or the garden count"
    assert not [cell for line in told for cell in line.values() if cell[:1] in set("=+-@")]


@pytest.mark.parametrize("words", ["=A1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "＝1"])
def test_what_looks_like_a_formula_becomes_words(words: str) -> None:
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("words", ["Ada", "1 + 1 = 2", "“-”", "", "3"])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert harmless(words) == words


def test_queries_do_not_grow_with_answers(
    unit: Unit, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for count in (1, 4):
        learner = create_learner()
        create_attempt(learner=learner, unit=unit, right=count)
        with django_assert_max_num_queries(14):
            LearnerData(learner).as_json()


def test_how_sure_and_how_long_are_told(unit: Unit) -> None:
    learner = create_learner()
    attempt = create_attempt(learner=learner, unit=unit, right=1)
    asked = attempt.asked.get(position=2)
    choice = asked.version.choices.all()[0]
    taking.answer(attempt=attempt, asked=asked, choice=choice, confidence=2, seconds=41)
    told = json.loads(LearnerData(learner).as_json())["answers"]
    assert {(each["how_sure"], each["seconds"]) for each in told} == {
        ("Fairly sure", 41),
        (None, None),
    }
    details = {row["details"] for row in lines(LearnerData(learner).as_csv())}
    assert "fairly sure; after 41 seconds" in details
