"""Lessons: one for each skill, plain enough for an eleven-year-old, and fair."""

from __future__ import annotations

import re

import pytest

from curriculum.reading import lexicon, read_text
from curriculum.skills import SKILLS
from curriculum.writing import anchors, examples, lessons
from curriculum.writing.types import StepKind
from tests.curriculum.writing import made
from tests.curriculum.writing.readability import AGE_11, grade

SHOWN = {"unfair"}  # what a judgement may call a thing, named and not used


@pytest.mark.parametrize("skill", SKILLS)
def test_the_idea_is_short_plain_and_speaks_to_the_learner(skill: str) -> None:
    idea = lessons.parts(skill)[StepKind.IDEA]
    assert len(idea.split()) <= 120
    assert re.search(r"\byou\b", idea, re.IGNORECASE)
    assert grade(idea) <= AGE_11


@pytest.mark.parametrize("skill", SKILLS)
def test_the_check_leaves_the_page_and_says_what_to_look_for(skill: str) -> None:
    check = lessons.parts(skill)[StepKind.CHECK]
    assert "**What to look for:**" in check
    assert re.search(r"[Ss]earch|[Ff]ind", check)


@pytest.mark.parametrize("skill", SKILLS)
def test_our_own_voice_uses_no_loaded_word(skill: str) -> None:
    words = " ".join(lessons.parts(skill).values())
    plain = re.sub(r"“[^”]*”", "", words)
    tokens = lexicon.tokens(plain, 0, len(plain))
    found = {
        tokens[hit.first].low
        for hit in lexicon.find(tokens, lexicon.load("loaded"))
        if hit.entry.strength == 3
    }
    assert found <= SHOWN, found


@pytest.mark.parametrize("skill", SKILLS)
def test_every_part_reads_easily(skill: str) -> None:
    told = [*lessons.parts(skill).values()]
    told += [lessons.example_of(skill, form) for form in lessons.forms(skill)]
    for part in told:
        assert grade(re.sub(r"\{\w+\}", "it", part)) <= AGE_11, part


@pytest.mark.parametrize(("skill", "form"), [(s, f) for s in SKILLS for f in lessons.forms(s)])
def test_every_form_of_an_example_is_found_somewhere(skill: str, form: str) -> None:
    text = made.TEXT.replace("has ruined", "ruined nothing because it has ruined").replace(
        "The gate is now locked", "Vera Holm wants a lock. The gate is now locked"
    )
    bare = made.reading("A walk\n\nThe path goes up.\n", speeches=(), people=())
    found = [
        example
        for reading in (made.reading(text), bare)
        for example in examples.everything(skill, reading)
        if example.form == form
    ]
    assert found
    filled = lessons.example_of(skill, form).format(**found[0].values)
    assert "{" not in filled


TOWER = """A rope for the tower

“The rope is too short for the bell,” said Piet Lander%s. The bell rings at noon.

The school paid for the rope in May.
"""


def test_an_example_tells_who_a_source_is_where_the_text_does() -> None:
    text = TOWER % ", the keeper of the tower"
    found = examples.find("stand", read_text(text), ())
    assert found is not None
    assert found.values["speaker"] == "Piet Lander"
    assert "“the keeper of the tower”" in found.values["role"]
    assert "the keeper of the tower" in [span.of(text) for span in found.spans]


@pytest.mark.parametrize("after", ["", ". After Lander, the plan was dropped"])
def test_where_the_text_does_not_say_it_the_example_does_not(after: str) -> None:
    found = examples.find("stand", read_text(TOWER % after), ())
    assert found is not None
    assert found.values["role"] == ""


def test_an_example_of_provenance_leaves_the_finding_to_the_learner() -> None:
    found = examples.find("prov", made.reading(), ())
    assert found is not None
    body = lessons.example_of("prov", found.form).format(**found.values)
    assert "a button to share it" in body
    assert "does not show" not in body


@pytest.mark.parametrize("skill", SKILLS)
def test_every_gap_of_an_example_is_filled_and_lit_up(skill: str) -> None:
    reading = made.reading(made.TEXT.replace("has ruined", "ruined nothing because it has ruined"))
    found = examples.find(skill, reading, ())
    assert found is not None
    lesson = lessons.lesson(reading, skill, (), ())
    step = next(step for step in lesson.steps if step.kind is StepKind.EXAMPLE)
    assert "{" not in step.body
    assert step.anchors
    assert all(anchors.resolve(anchor, reading.text) for anchor in step.anchors)
    for quotation in re.findall(r"“([^”…]+)…?”", step.body):
        stands = quotation in " ".join(reading.text.split())
        assert stands or quotation in lessons.parts(skill)[StepKind.EXAMPLE]


def test_an_example_stays_clear_of_what_is_asked() -> None:
    reading = made.reading()
    first = examples.find("attr", reading, ())
    assert first is not None
    second = examples.find("attr", reading, first.spans)
    assert second is not None
    assert not any(one.overlaps(other) for one in first.spans for other in second.spans)


def test_a_lesson_without_an_example_goes_without() -> None:
    lesson = lessons.lesson(made.barren(), "load", (), ())
    kinds = [step.kind for step in lesson.steps]
    assert kinds == [StepKind.IDEA, StepKind.CHECK, StepKind.DISCUSS, StepKind.RECAP]
