"""Where a learner stands in an attempt: the screens in order, which are done, which is next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from curriculum.models import EditionQuestion
from quiz import shuffling
from quiz.models import Attempt, Drawn, Response

Asked = EditionQuestion | Drawn  # by an edition, or by a review


@dataclass(frozen=True)
class Screen:
    """One thing to do: read a lesson, or answer a question."""

    url: str
    done: bool


class Itinerary:
    """The way through an attempt, derived from its answers and the lessons that were read."""

    def __init__(self, attempt: Attempt) -> None:
        self.attempt = attempt

    @cached_property
    def lessons(self) -> dict[int, dict[str, Any]]:
        """The edition's lessons by number, in order."""
        plain = sorted(self.attempt.lessons, key=lambda lesson: int(lesson["number"]))
        return {int(lesson["number"]): lesson for lesson in plain}

    @cached_property
    def asked(self) -> dict[int, Asked]:
        """The questions by position, in order; where one was left out, its number is missing."""
        rows = self.attempt.places.select_related("version__question", "version__calibration")
        asked: list[Asked] = list(rows.order_by("position"))
        if self.attempt.assignment and self.attempt.assignment.shuffled:
            who = self.attempt.learner_id
            asked.sort(key=lambda row: shuffling.turn(row.version_id, learner=who))
            asked.sort(key=lambda row: row.lesson_number)
        return {row.position: row for row in asked}

    @cached_property
    def responses(self) -> dict[int, Response]:
        """The answers by question version."""
        rows = self.attempt.responses.select_related("choice")
        return {row.version_id: row for row in rows.filter(try_number=1)}

    @cached_property
    def read(self) -> set[int]:
        """The numbers of the lessons that were read to their end."""
        return set(self.attempt.lessons_done.values_list("lesson_number", flat=True))

    @cached_property
    def screens(self) -> list[Screen]:
        """Each lesson, then its questions."""
        numbers = sorted(self.lessons | {row.lesson_number: {} for row in self.asked.values()})
        return [screen for number in numbers for screen in self._of_lesson(number)]

    @property
    def next(self) -> Screen | None:
        """The first thing that is still to do; in an attempt that has ended, nothing is."""
        if self.attempt.finished_at:
            return None
        return next((screen for screen in self.screens if not screen.done), None)

    @property
    def done(self) -> int:
        """How many of the screens are behind the learner."""
        return sum(screen.done for screen in self.screens)

    @property
    def total(self) -> int:
        """How many screens there are."""
        return len(self.screens)

    @property
    def next_url(self) -> str:
        """Where to go on: what is still to do, or else the summary."""
        return self.next.url if self.next else self.summary_url

    @property
    def summary_url(self) -> str:
        """What the learner knows now."""
        return reverse("attempt_summary", args=[self.attempt.pk])

    def after(self, asked: Asked) -> str:
        """Where Next leads: to what is still to do; looking back, to the question that follows."""
        places = list(self.asked)
        further = next(iter(places[places.index(asked.position) + 1 :]), None)
        if self.next or further is None:
            return self.next_url
        return reverse("attempt_question", args=[self.attempt.pk, further])

    def questions_of(self, lesson_number: int) -> list[Asked]:
        """The questions that follow a lesson."""
        return [row for row in self.asked.values() if row.lesson_number == lesson_number]

    def _of_lesson(self, number: int) -> list[Screen]:
        screens = []
        if self.lessons.get(number, {}).get("steps"):
            url = reverse("attempt_lesson", args=[self.attempt.pk, number])
            screens.append(Screen(url, number in self.read))
        for row in self.questions_of(number):
            url = reverse("attempt_question", args=[self.attempt.pk, row.position])
            screens.append(Screen(url, row.version_id in self.responses))
        return screens
