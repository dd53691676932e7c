"""The state of a unit as one value, the same from its files as from its rows.

Two states that are equal have equal digests. So a digest kept when the files were loaded tells
later whether somebody has edited the rows since, and whether the files have changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from curriculum.units.values import BundledUnit, Item
from curriculum.writing.types import Anchor, QuestionDraft


@dataclass(frozen=True, slots=True)
class LessonState:
    """A lesson, its steps and its questions, each as plain values."""

    about: tuple[str, str, str]  # title, skill, module
    steps: tuple[Any, ...]
    questions: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class UnitState:
    """Everything about a unit that its files decide."""

    about: dict[str, str]
    sources: list[dict[str, str]]
    text: str
    lessons: tuple[LessonState, ...]

    @property
    def digest(self) -> str:
        """What tells two states apart."""
        plain = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()


def about(unit: BundledUnit) -> dict[str, Any]:
    """The fields of a unit's row."""
    return {
        "title": unit.title[:300],
        "summary": unit.summary,
        "content_note": unit.content_note,
        "teacher_notes": unit.teacher_notes,
        "licence": unit.licence[:80],
        "as_of": unit.as_of,
        "review_by": unit.review_by,
    }


def of_files(unit: BundledUnit) -> UnitState:
    """The state that the files ask for."""
    return UnitState(
        about={name: str(value) for name, value in about(unit).items()},
        sources=[asdict(record) for record in unit.sources],
        text=unit.document.text,
        lessons=tuple(
            LessonState(
                about=(lesson.title, lesson.skill, lesson.module),
                steps=tuple(
                    step(each.kind, each.heading, each.body, [asdict(a) for a in each.anchors])
                    for each in lesson.steps
                ),
                questions=tuple(map(_of_item, lesson.items)),
            )
            for lesson in unit.lessons
        ),
    )


def step(kind: str, heading: str, body: str, anchors: list[dict[str, Any]]) -> tuple[Any, ...]:
    """A step as plain values."""
    return str(kind), heading, body, anchors


def _of_item(item: Item) -> tuple[Any, ...]:
    return question(item.id, item.question, practice=item.practice, review_by=item.review_by)


def question(
    id_: str, draft: QuestionDraft, *, practice: bool, review_by: date | None
) -> tuple[Any, ...]:
    """A question as plain values. Where its options may be shuffled, their order says nothing."""
    choices = [(each.text, each.key, each.rationale, each.confusion) for each in draft.choices]
    return (
        id_, practice, draft.family, draft.skill, draft.stem, draft.explanation, draft.ordinal,
        draft.difficulty, choices if draft.ordinal else sorted(choices), _places(draft.anchors),
        str(review_by),
    )  # fmt: skip


def _places(anchors: Iterable[Anchor]) -> list[tuple[str, int, int]]:
    return sorted((anchor.exact, anchor.start, anchor.end) for anchor in anchors)
