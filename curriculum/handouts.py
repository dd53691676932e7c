"""A unit on paper: the text with numbered paragraphs, the lessons, the questions, and their key.

What is printed is what would be published now: the approved questions and the lessons that ask
them. The pages for learners and the key come from the same values, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from curriculum import passages, publishing
from curriculum.models import Choice, Lesson, Question, QuestionVersion, Step, Unit
from curriculum.writing.types import LETTERS


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of the text that settle a question, and the paragraph to look in (0: the page)."""

    paragraph: int
    words: str


@dataclass(frozen=True, slots=True)
class PrintedQuestion:
    """A question with its number on paper."""

    number: int
    version: QuestionVersion
    proof: tuple[Proof, ...]

    @property
    def choices(self) -> list[tuple[str, Choice]]:
        """The options in the order of the teacher’s page, with their letters."""
        return list(zip(LETTERS, self.version.choices.all(), strict=False))

    @property
    def key(self) -> str:
        """The letter of the right option."""
        return next((letter for letter, choice in self.choices if choice.is_key), "")


@dataclass(frozen=True, slots=True)
class PrintedLesson:
    """A lesson with its steps, those before practice and those after it, and its questions."""

    lesson: Lesson
    shown: list[Step]
    practice: list[PrintedQuestion]
    rest: list[Step]
    questions: list[PrintedQuestion]


class Handout:
    """Everything on the pages of a unit."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.source = unit.source

    @cached_property
    def paragraphs(self) -> tuple[passages.Paragraph, ...]:
        """The text, block by block."""
        return passages.paragraphs(self.source.text, self.source.blocks)

    @cached_property
    def lessons(self) -> list[PrintedLesson]:
        """The lessons that ask something, their questions numbered right through."""
        numbers = count(1)
        kept = [each for each in publishing.kept(self.unit) if publishing.asked(each)]
        return [self._lesson(lesson, numbers) for lesson in kept]

    def _lesson(self, lesson: Lesson, numbers: Iterable[int]) -> PrintedLesson:
        steps = list(lesson.steps.all())
        first = [step for step in steps if step.kind in (Step.Kind.IDEA, Step.Kind.EXAMPLE)]
        return PrintedLesson(
            lesson,
            first,
            self._numbered(publishing.practised(lesson), count(1)),
            [step for step in steps if step not in first],
            self._numbered(publishing.asked(lesson), numbers),
        )

    def _numbered(
        self, questions: Iterable[Question], numbers: Iterable[int]
    ) -> list[PrintedQuestion]:
        versions = [question.latest for question in questions]
        known = [version for version in versions if version]
        return [
            PrintedQuestion(number, version, self._proof(version))
            for version, number in zip(known, numbers, strict=False)
        ]

    def _proof(self, version: QuestionVersion) -> tuple[Proof, ...]:
        text, blocks = self.source.text, self.source.blocks
        lights = passages.resolve(text, [anchor.as_draft() for anchor in version.anchors.all()])
        return tuple(
            Proof(
                passages.number_at(blocks, light.start),
                " ".join(text[light.start : light.end].split()),
            )
            for light in lights
        )
