"""What the files of a bundled unit say, as plain frozen values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from curriculum.reading.types import Document
from curriculum.writing.types import LessonDraft, QuestionDraft, Severity, StepDraft, UnitDraft


class Finds(StrEnum):
    """What an item comes to: that the text holds up here, a weakness, or neither."""

    HOLDS = "holds"
    FLAW = "flaw"
    NEITHER = "neither"


class Favours(StrEnum):
    """Whom the right answer favours in a dispute. Kept in files, and never beside an answer."""

    CRITIC = "critic"
    DEFENDER = "defender"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in a file to mend: where it stands, and what to do about it."""

    file: str  # in the unit's folder: "questions/01-attr.yaml"
    message: str
    item: str = ""  # the id of the item, where it is about one
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}, {self.item}" if self.item else self.file
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class BundledText:
    """A text to read closely, and what its front matter says of it."""

    slug: str
    title: str
    date: str  # ISO
    kind: str  # in a teacher's words: "a local news report"
    as_of: str  # ISO: the day for which its statements hold
    licence: str
    note: str
    text: str  # Markdown
    excerpts: bool = False  # short quotations from a text that is not ours to print


@dataclass(frozen=True, slots=True)
class Record:
    """A source that explanations lean on."""

    id: str
    name: str
    address: str
    date: str  # ISO, or only a year
    used_for: str


@dataclass(frozen=True, slots=True)
class Item:
    """A question with what only its file knows of it."""

    id: str
    question: QuestionDraft
    practice: bool
    finds: Finds
    favours: Favours
    sources: tuple[str, ...] = ()
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class BundledLesson:
    """A lesson, and its items in the order of their file."""

    name: str  # of its file, without the ending: "01-attr"
    title: str
    skill: str
    module: str
    steps: tuple[StepDraft, ...]
    items: tuple[Item, ...]

    @property
    def file(self) -> str:
        """Where its words stand."""
        return f"lessons/{self.name}.md"

    @property
    def questions_file(self) -> str:
        """Where its items stand."""
        return f"questions/{self.name}.yaml"


@dataclass(frozen=True, slots=True)
class BundledUnit:
    """A whole unit, as its folder tells it."""

    slug: str
    title: str
    summary: str
    content_note: str
    kind: str
    licence: str
    as_of: date
    review_by: date
    reading_age: int
    sources: tuple[Record, ...]
    passage: BundledText
    document: Document
    teacher_notes: str
    lessons: tuple[BundledLesson, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in lesson order."""
        return tuple(item for lesson in self.lessons for item in lesson.items)

    @property
    def quiz(self) -> tuple[Item, ...]:
        """The items whose answers are recorded."""
        return tuple(item for item in self.items if not item.practice)

    def placed(self) -> Iterator[tuple[BundledLesson, Item]]:
        """Every item with its lesson."""
        return ((lesson, item) for lesson in self.lessons for item in lesson.items)

    @property
    def draft(self) -> UnitDraft:
        """The same in the writer's terms: the quiz alone."""
        return UnitDraft(
            title=self.title,
            summary=self.summary,
            content_note=self.content_note,
            teacher_notes=self.teacher_notes,
            lessons=tuple(
                LessonDraft(
                    each.skill,
                    each.title,
                    each.steps,
                    tuple(item.question for item in each.items if not item.practice),
                )
                for each in self.lessons
            ),
        )


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of a folder: the unit as far as it can be read, and what is wrong."""

    slug: str
    unit: BundledUnit | None
    mistakes: tuple[Mistake, ...]
