"""Where a learner stands in an attempt: the screens in order, which are done, which is next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from config.prepared import Prepared
from curriculum.models import EditionQuestion
from quiz import places, shuffling
from quiz.models import Attempt, Drawn, LessonDone, Response
from quiz.places import Place

Asked = EditionQuestion | Drawn  # by an edition, or by a review


def _read(attempt: UUID) -> QuerySet[LessonDone, int]:
    return LessonDone.objects.filter(attempt=attempt).values_list("lesson_number", flat=True)


def _response(attempt: UUID, version: int) -> QuerySet[Response, Response]:
    given = Response.objects.filter(attempt=attempt, version=version, try_number=1)
    return given.select_related("choice").order_by()


read_in = Prepared(_read, UUID)
response_in = Prepared(_response, UUID, int)


@dataclass(frozen=True, slots=True)
class Screen:
    """One thing to do: read a lesson, or answer a question."""

    attempt: UUID
    lesson: int
    position: int | None  # of a question; None is the lesson itself
    done: bool

    @property
    def url(self) -> str:
        """Where it is done."""
        if self.position is None:
            return reverse("attempt_lesson", args=[self.attempt, self.lesson])
        return reverse("attempt_question", args=[self.attempt, self.position])


class Itinerary:
    """The way through an attempt, derived from its answers and the lessons that were read."""

    def __init__(self, attempt: Attempt) -> None:
        self.attempt = attempt
        self._heard: dict[int, Response] = {}

    @cached_property
    def lessons(self) -> dict[int, dict[str, Any]]:
        """The edition's lessons by number, in order."""
        plain = sorted(self.attempt.lessons, key=lambda lesson: int(lesson["number"]))
        return {int(lesson["number"]): lesson for lesson in plain}

    @cached_property
    def places(self) -> list[Place]:
        """Where its questions stand, in the learner's order; one that was left out is missing."""
        found = places.of(self.attempt)
        if self.attempt.assignment and self.attempt.assignment.shuffled:
            who = self.attempt.learner_id
            found.sort(key=lambda each: shuffling.turn(each.version_id, learner=who))
            found.sort(key=lambda each: each.lesson_number)
        return found

    @cached_property
    def asked(self) -> dict[int, Asked]:
        """The questions by position, in the order of the places, with their skills."""
        rows = self.attempt.places.select_related("version__question")
        found: dict[int, Asked] = {row.position: row for row in rows}
        return {place.position: found[place.position] for place in self.places}

    def asked_at(self, position: int) -> Asked | None:
        """The question at a place, if there is one."""
        place = next((each for each in self.places if each.position == position), None)
        if place is None or self.attempt.edition_id is None:
            return self.asked.get(position)
        return places.asked(self.attempt, place)

    @cached_property
    def responses(self) -> dict[int, Response]:
        """The answers by question version."""
        rows = self.attempt.responses.select_related("choice")
        return {row.version_id: row for row in rows.filter(try_number=1)}

    @cached_property
    def answered(self) -> set[int]:
        """The question versions that were answered."""
        return set(places.answered_in(self.attempt.pk))

    def response_to(self, asked: Asked) -> Response | None:
        """The answer to one question, if it was given."""
        heard = self._heard.get(asked.version_id)
        return heard or response_in.first(self.attempt.pk, asked.version_id)

    def hear(self, response: Response) -> None:
        """Take note of an answer that was kept a moment ago."""
        self._heard[response.version_id] = response

    @cached_property
    def read(self) -> set[int]:
        """The numbers of the lessons that were read to their end."""
        return set(read_in(self.attempt.pk))

    @cached_property
    def screens(self) -> list[Screen]:
        """Each lesson, then its questions."""
        numbers = sorted({*self.lessons, *(place.lesson_number for place in self.places)})
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
        positions = [place.position for place in self.places]
        further = next(iter(positions[positions.index(asked.position) + 1 :]), None)
        if self.next or further is None:
            return self.next_url
        return reverse("attempt_question", args=[self.attempt.pk, further])

    def questions_of(self, lesson_number: int) -> list[Place]:
        """Where the questions that follow a lesson stand."""
        return [place for place in self.places if place.lesson_number == lesson_number]

    def _of_lesson(self, number: int) -> list[Screen]:
        screens = []
        if self.lessons.get(number, {}).get("steps"):
            screens.append(Screen(self.attempt.pk, number, None, number in self.read))
        for place in self.questions_of(number):
            done = place.version_id in self.answered
            screens.append(Screen(self.attempt.pk, number, place.position, done))
        return screens
