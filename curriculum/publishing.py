"""From a reviewed unit to an edition: what stands in the way, and the snapshot learners see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Prefetch

from curriculum import checking
from curriculum.models import Edition, EditionQuestion, Lesson, Question, QuestionVersion, Unit
from curriculum.writing import anchors
from curriculum.writing.types import Anchor, Finding, Severity


@dataclass(frozen=True, slots=True)
class Obstacle(Finding):
    """A finding, with the page where a teacher mends it."""

    about: str = ""  # the title of the lesson or the stem of the question
    url: str = ""

    @classmethod
    def of(cls, finding: Finding, *, url: str, about: str = "") -> Obstacle:
        """What lint found, with its page."""
        return cls(finding.code, finding.severity, finding.message, finding.where, about, url)

    @property
    def blocks(self) -> bool:
        """Whether it stands in the way of publication."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class _Content:
    """What an edition would hold, if it were made now."""

    title: str
    content_note: str
    lessons: list[dict[str, Any]]
    asked: list[tuple[int, int]]  # (lesson number, version id), in order


def kept(unit: Unit) -> list[Lesson]:
    """The lessons with their steps, and with only their approved questions."""
    approved = Question.objects.approved().whole()
    return list(unit.lessons.prefetch_related("steps", Prefetch("questions", approved)))


def asked(lesson: Lesson) -> list[Question]:
    """The lesson's share of the quiz, among the questions that were fetched with it."""
    return [question for question in lesson.questions.all() if not question.practice]


def practised(lesson: Lesson) -> list[Question]:
    """The questions inside the lesson, which nobody counts."""
    return [question for question in lesson.questions.all() if question.practice]


def problems(unit: Unit, lessons: list[Lesson] | None = None) -> tuple[Obstacle, ...]:
    """Everything worth mending before publication; errors stand in its way, warnings do not.

    ``lessons`` are those of ``kept``, where the caller has them already.
    """
    lessons = kept(unit) if lessons is None else lessons
    found = [*_of_unit(unit, lessons)]
    if any(asked(lesson) for lesson in lessons):
        found += [problem for lesson in lessons for problem in _of_lesson(unit, lesson)]
        found += _of_set(unit, lessons)
    return tuple(sorted(found, key=lambda each: not each.blocks))


@transaction.atomic
def publish(*, unit: Unit, by: User) -> Edition | tuple[Obstacle, ...]:
    """Make the next edition, or say what stands in the way.

    With nothing changed since the last edition, that edition is the answer: a double tap finds
    what the first tap made, because the lock on the unit lets them in one after the other.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk, owner=by)
    lessons = kept(unit)
    in_the_way = tuple(each for each in problems(unit, lessons) if each.blocks)
    if in_the_way:
        return in_the_way
    content, last = _content(unit, lessons), unit.edition
    if last and content == _published(last):
        return last
    edition = Edition.objects.create(
        unit=unit,
        number=last.number + 1 if last else 1,
        title=content.title,
        content_note=content.content_note,
        lessons=content.lessons,
    )
    EditionQuestion.objects.bulk_create(
        EditionQuestion(
            edition=edition, version_id=version, lesson_number=number, position=position
        )
        for position, (number, version) in enumerate(content.asked, start=1)
    )
    return edition


def changed(unit: Unit, lessons: list[Lesson] | None = None) -> bool:
    """Whether learners do not yet see the unit as it is now; ``lessons`` as in ``problems``."""
    last = unit.edition
    return last is None or _content(unit, kept(unit) if lessons is None else lessons) != _published(
        last
    )


def _content(unit: Unit, lessons: list[Lesson]) -> _Content:
    """What learners would see: lessons with an approved question, and those questions."""
    asking = [lesson for lesson in lessons if asked(lesson)]
    return _Content(
        title=unit.title,
        content_note=unit.content_note,
        lessons=[_lesson(lesson, number) for number, lesson in enumerate(asking, start=1)],
        asked=[
            (number, question.latest.pk)
            for number, lesson in enumerate(asking, start=1)
            for question in asked(lesson)
            if question.latest
        ],
    )


def _published(edition: Edition) -> _Content:
    return _Content(
        title=edition.title,
        content_note=edition.content_note,
        lessons=edition.lessons,
        asked=list(edition.asked.values_list("lesson_number", "version")),
    )


def _lesson(lesson: Lesson, number: int) -> dict[str, Any]:
    return {
        "number": number,
        **about(lesson),
        "practice": [each.latest.pk for each in practised(lesson) if each.latest],
        "steps": steps(lesson),
    }


def about(lesson: Lesson) -> dict[str, Any]:
    """What a lesson is, as an edition keeps it."""
    return {"title": lesson.title, "skill": lesson.skill, "module": lesson.module}


def steps(lesson: Lesson) -> list[dict[str, Any]]:
    """The steps of a lesson, as an edition keeps them."""
    names = ("kind", "heading", "body", "anchors")
    return [{name: getattr(step, name) for name in names} for step in lesson.steps.all()]


def lessons_of(
    edition: Edition,
) -> Iterator[tuple[dict[str, Any], list[tuple[QuestionVersion, bool]]]]:
    """The lessons as an edition keeps them, each with its questions and whether they are practice.

    Practice comes first, as it does for learners.
    """
    quiz: dict[int, list[int]] = {}
    rows = edition.asked.order_by("position").values_list("lesson_number", "version_id")
    for number, version in rows:
        quiz.setdefault(number, []).append(version)
    practice = {pk for lesson in edition.lessons for pk in lesson.get("practice", ())}
    wanted = practice.union(*quiz.values())
    worded = QuestionVersion.objects.select_related("question")
    found = worded.prefetch_related("choices", "anchors").in_bulk(wanted)
    for lesson in edition.lessons:
        here = [*lesson.get("practice", ()), *quiz.get(lesson["number"], ())]
        yield lesson, [(found[pk], pk in practice) for pk in here if pk in found]


def _of_unit(unit: Unit, lessons: list[Lesson]) -> Iterator[Obstacle]:
    if not unit.title.strip():
        yield Obstacle(
            "no-title",
            Severity.ERROR,
            "The unit has no title. Give it one under Details.",
            url=f"{unit.get_absolute_url()}#details",
        )
    for finding in checking.of_dates(unit):
        yield Obstacle.of(finding, url=f"{unit.get_absolute_url()}#details")
    if not any(asked(lesson) for lesson in lessons):
        yield Obstacle(
            "nothing-approved",
            Severity.ERROR,
            "No question is approved yet. Review the drafted questions and approve the good ones.",
            url=unit.get_review_url(),
        )


def _of_set(unit: Unit, lessons: list[Lesson]) -> Iterator[Obstacle]:
    quiz = [question for lesson in lessons for question in asked(lesson)]
    for finding in checking.of_set(quiz):
        yield Obstacle.of(finding, url=f"{unit.get_absolute_url()}#lessons")


def _of_lesson(unit: Unit, lesson: Lesson) -> Iterator[Obstacle]:
    about, url = lesson.title, lesson.get_absolute_url()
    if not asked(lesson):
        yield Obstacle(
            "lesson-left-out",
            Severity.WARNING,
            "None of this lesson’s questions is approved, so learners will not see the lesson.",
            about=about,
            url=url,
        )
        return
    if not any(step.body.strip() for step in lesson.steps.all()):
        yield Obstacle(
            "lesson-empty",
            Severity.ERROR,
            "This lesson asks questions before it teaches anything: write at least one step.",
            about=about,
            url=url,
        )
    yield from _of_steps(unit, lesson)
    for question in lesson.questions.all():
        for finding in checking.of_question(question):
            yield Obstacle.of(finding, url=question.get_wording_url(), about=str(question))


def _of_steps(unit: Unit, lesson: Lesson) -> Iterator[Obstacle]:
    for step in lesson.steps.all():
        if any(anchors.resolve(Anchor(**each), unit.source.text) is None for each in step.anchors):
            yield Obstacle(
                "step-anchor-lost",
                Severity.ERROR,
                "The words that this step lights up are not in the text. Choose them again.",
                where=step.heading,
                about=lesson.title,
                url=step.get_absolute_url(),
            )
