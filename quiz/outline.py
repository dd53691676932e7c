"""What an edition holds, told before anybody begins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from curriculum.models import Edition
from curriculum.skills import SKILLS, Skill

WORDS_A_MINUTE = 180  # reading to learn, at eleven
MINUTES_A_QUESTION = 0.75  # read, look back at the text, choose, read the explanation


@dataclass(frozen=True, slots=True)
class OutlineLesson:
    """One lesson in the list."""

    number: int
    title: str
    skill: Skill | None
    questions: int


class Outline:
    """The lessons of an edition, its questions, and about how long they take."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    @cached_property
    def lessons(self) -> list[OutlineLesson]:
        """The lessons in order."""
        return [
            OutlineLesson(
                number=int(lesson["number"]),
                title=lesson["title"],
                skill=SKILLS.get(lesson.get("skill", "")),
                questions=self._asked[int(lesson["number"])],
            )
            for lesson in self.edition.lessons
        ]

    @property
    def questions(self) -> int:
        """How many questions the edition asks."""
        return self._asked.total()

    @cached_property
    def minutes(self) -> int:
        """About how long it takes, with one reading of the text; at least five minutes."""
        steps = [step["body"] for lesson in self.edition.lessons for step in lesson["steps"]]
        words = sum(len(body.split()) for body in steps) + self.edition.unit.source.words
        return max(5, round(words / WORDS_A_MINUTE + self.questions * MINUTES_A_QUESTION))

    @cached_property
    def _asked(self) -> Counter[int]:
        return Counter(self.edition.asked.values_list("lesson_number", flat=True))
