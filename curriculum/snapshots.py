"""A unit as an edition has it, and as it is now, in a form that can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from curriculum import publishing
from curriculum.comparing import LessonState, Part, State, options
from curriculum.models import Edition, QuestionVersion, Unit


def of_edition(edition: Edition) -> State:
    """What learners see or saw."""
    lessons = [
        _lesson(lesson, lesson["steps"], [_question(each, practice=p) for each, p in questions])
        for lesson, questions in publishing.lessons_of(edition)
    ]
    return State(_fields(edition), tuple(lessons))


def of_draft(unit: Unit) -> State:
    """What learners would see, if the unit were published now."""
    lessons = []
    for lesson in publishing.kept(unit):
        asked, practised = publishing.asked(lesson), publishing.practised(lesson)
        if not asked:
            continue
        questions = [
            _question(each.latest, practice=each.practice)
            for each in (*practised, *asked)
            if each.latest
        ]
        lessons.append(_lesson(publishing.about(lesson), publishing.steps(lesson), questions))
    return State(_fields(unit), tuple(lessons))


def nothing() -> State:
    """What learners see before anything is published."""
    return State((), ())


def _fields(about: Unit | Edition) -> tuple[tuple[str, str], ...]:
    return (("Title", about.title), ("Note before learners begin", about.content_note))


def _lesson(
    about: dict[str, Any], steps: Iterable[dict[str, Any]], questions: Iterable[Part]
) -> LessonState:
    return LessonState(
        title=about["title"],
        skill=about["skill"],
        module=about.get("module", ""),
        steps=tuple(_step(step) for step in steps),
        questions=tuple(questions),
    )


def _step(step: dict[str, Any]) -> Part:
    lit = " … ".join(anchor["exact"] for anchor in step["anchors"])
    fields = (
        ("Heading", step["heading"]),
        ("What it says", step["body"]),
        ("Lit up in the text", lit),
    )
    return Part("", step["heading"], _written(fields), step["kind"])


def _question(version: QuestionVersion, *, practice: bool) -> Part:
    choices = list(version.choices.all())
    key = next((choice.text for choice in choices if choice.is_key), "")
    proof = " … ".join(anchor.exact for anchor in version.anchors.all())
    fields = (
        ("Question", version.stem),
        *options([choice.text for choice in choices]),
        ("Right answer", key),
        ("Why each is right or wrong", "\n".join(choice.rationale for choice in choices)),
        ("Explanation", version.explanation),
        ("Words that prove it", proof),
        ("How it is asked", "practice, never counted" if practice else "in the quiz, counted"),
    )
    return Part(str(version.question_id), version.stem, _written(fields))


def _written(fields: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, text in fields if text)
