"""What an edition holds, told before anybody begins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from curriculum.models import Edition
from curriculum.skills import SKILLS, Skill


@dataclass(frozen=True, slots=True)
class OutlineLesson:
    """One lesson in the list."""

    number: int
    title: str
    module: str
    skill: Skill | None
    questions: int


class Outline:
    """The lessons of an edition, and how many questions each asks."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    @cached_property
    def lessons(self) -> list[OutlineLesson]:
        """The lessons in order."""
        return [
            OutlineLesson(
                number=int(lesson["number"]),
                title=lesson["title"],
                module=lesson.get("module", ""),
                skill=SKILLS.get(lesson.get("skill", "")),
                questions=self._asked[int(lesson["number"])],
            )
            for lesson in self.edition.lessons
        ]

    @property
    def questions(self) -> int:
        """How many questions the edition asks of somebody who begins today."""
        return self._asked.total()

    @cached_property
    def _asked(self) -> Counter[int]:
        asked = self.edition.asked.fresh_on(timezone.localdate())
        return Counter(asked.values_list("lesson_number", flat=True))
