"""From a text to a unit: the bundled texts give whole, clean, balanced units."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from curriculum.reading import read
from curriculum.reading.extract import extract
from curriculum.reading.types import Document, Reading
from curriculum.units import BundledText, bundled
from curriculum.writing import anchors, build, lint, serial
from curriculum.writing.types import StepKind
from tests.curriculum.writing import made


def reading_of(text: BundledText) -> Reading:
    """The reading of a bundled text, through the same door as an upload."""
    document = extract(text.text.encode(), filename="text.md")
    assert isinstance(document, Document)
    return read(document)


@pytest.mark.parametrize("text", bundled(), ids=lambda each: each.slug)
def test_a_bundled_text_gives_a_full_unit(text: BundledText) -> None:
    reading = reading_of(text)
    draft = build(reading)
    assert 12 <= len(draft.questions) <= 16
    assert len(draft.lessons) <= 7
    assert len({question.family for question in draft.questions}) >= 7
    assert len({question.stem for question in draft.questions}) == len(draft.questions)
    assert lint.bank(draft.questions) == ()
    for question in draft.questions:
        assert lint.item(question, text=reading.text) == ()
        for anchor in question.anchors:
            found = anchors.resolve(anchor, reading.text)
            assert found is not None
            assert (found.start, found.end) == (anchor.start, anchor.end)


@pytest.mark.parametrize("text", bundled(), ids=lambda each: each.slug)
def test_the_same_text_gives_the_same_unit(text: BundledText) -> None:
    assert build(reading_of(text)) == build(reading_of(text))


def test_every_lesson_teaches_before_it_asks() -> None:
    draft = build(made.reading())
    assert draft.lessons
    for lesson in draft.lessons:
        assert lesson.steps[0].kind is StepKind.IDEA
        assert lesson.steps[-1].kind is StepKind.RECAP
        assert lesson.questions
        assert {question.skill for question in lesson.questions} == {lesson.skill}


def test_a_barren_text_gives_an_empty_unit() -> None:
    draft = build(made.barren())
    assert draft.lessons == ()
    assert draft.summary == ""
    assert draft.teacher_notes == ""


def test_a_text_in_another_language_gives_an_empty_unit() -> None:
    assert build(replace(made.reading(), language="other")).questions == ()


def test_the_content_note_names_the_subject_and_judges_nobody() -> None:
    text = made.TEXT.replace("A bell", "A war memorial").replace("new bell", "bell from the war")
    note = build(made.reading(text)).content_note
    assert note.startswith("This text is about war or fighting.")
    assert "pass" in note
    assert build(made.reading()).content_note == ""


def test_the_draft_as_json() -> None:
    plain = json.loads(json.dumps(serial.dump(build(made.reading()))))
    assert {"title", "summary", "content_note", "teacher_notes", "lessons"} <= set(plain)
    assert len(plain["questions"]) == sum(len(lesson["questions"]) for lesson in plain["lessons"])
    question = plain["questions"][0]
    assert {"family", "skill", "stem", "explanation", "lint"} <= set(question)
    assert set(question["choices"][0]) == {"text", "key", "confusion", "rationale"}
    assert set(question["anchors"][0]) == {"exact", "prefix", "suffix", "start", "end"}


def test_lessons_bring_practice_that_is_not_in_the_quiz() -> None:
    draft = build(reading_of(bundled()[0]))
    practice = [question for lesson in draft.lessons for question in lesson.practice]
    assert practice
    assert not set(practice) & set(draft.questions)
    for lesson in draft.lessons:
        assert {question.skill for question in lesson.practice} <= {lesson.skill}
    plain = serial.dump(draft)
    assert sum(len(lesson["practice"]) for lesson in plain["lessons"]) == len(practice)
