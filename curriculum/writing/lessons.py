"""Lessons: for each skill an idea, an example lit up in this text, a check, a talk, a recap.

The words stand in ``texts/<skill>.md``; the example is filled from the reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from curriculum.reading.types import Reading, Span
from curriculum.skills import SKILLS
from curriculum.writing import anchors, examples
from curriculum.writing.examples import Example
from curriculum.writing.types import LessonDraft, QuestionDraft, StepDraft, StepKind

_FOLDER = Path(__file__).parent / "texts"
_HEADINGS = {
    StepKind.EXAMPLE: "See it in this text",
    StepKind.CHECK: "Leave the page",
    StepKind.DISCUSS: "Talk about it",
    StepKind.RECAP: "In one minute",
}


def lesson(
    reading: Reading,
    skill: str,
    questions: Sequence[QuestionDraft],
    asked: Sequence[QuestionDraft],
) -> LessonDraft:
    """The lesson for one skill; its example stays clear of the words that are ``asked`` about."""
    example = _example(reading, skill, asked) or _example(reading, skill, questions)
    steps = [_step(reading, skill, kind, example) for kind in StepKind]
    return LessonDraft(
        skill, SKILLS[skill].name, tuple(step for step in steps if step), tuple(questions)
    )


def _example(reading: Reading, skill: str, asked: Sequence[QuestionDraft]) -> Example | None:
    taken = [Span(a.start, a.end) for question in asked for a in question.anchors]
    return examples.find(skill, reading, taken)


def _step(
    reading: Reading, skill: str, kind: StepKind, example: Example | None
) -> StepDraft | None:
    heading = _HEADINGS.get(kind, SKILLS[skill].question)
    if kind is not StepKind.EXAMPLE:
        return StepDraft(kind, heading, parts(skill)[kind])
    if example is None:
        return None
    filled = example_of(skill, example.form).format(**example.values)
    body = "\n".join(line.rstrip() for line in filled.splitlines())  # an empty gap leaves a space
    found = tuple(anchors.at(reading.text, span) for span in example.spans)
    return StepDraft(kind, heading, body, found)


def parts(skill: str) -> dict[StepKind, str]:
    """The words of a lesson by kind of step; of its examples the first."""
    return {kind: _sections(skill)[kind.value] for kind in StepKind}


def example_of(skill: str, form: str) -> str:
    """The words of one of a lesson's examples, with gaps to fill."""
    return _sections(skill)[f"{StepKind.EXAMPLE}, {form}" if form else StepKind.EXAMPLE.value]


def forms(skill: str) -> list[str]:
    """What the examples of a lesson are called; the first has no name."""
    named = (name.partition(", ") for name in _sections(skill))
    return [form for kind, _, form in named if kind == StepKind.EXAMPLE]


@cache
def _sections(skill: str) -> dict[str, str]:
    """The file, by its headings."""
    text = (_FOLDER / f"{skill}.md").read_text(encoding="utf-8")
    sections = (part.split("\n", 1) for part in text.split("\n## ")[1:])
    return {name.strip(): words.strip() for name, words in sections}
