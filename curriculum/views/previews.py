"""A whole unit as a learner would go through it, for its teacher to try. Nothing is recorded."""

from __future__ import annotations

import random
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.http import page
from curriculum import passages
from curriculum.access import get_unit_for
from curriculum.models import Choice, Lesson, Question, QuestionVersion, Step
from curriculum.writing.types import LETTERS


@dataclass(frozen=True, slots=True)
class Tried:
    """A question to try: its words, and its options under the letters they get here."""

    question: Question
    version: QuestionVersion
    choices: list[tuple[str, Choice]]


@require_safe
def unit_preview(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """The lessons and questions as they are now, published or not, on one page."""
    found = get_unit_for(request, unit_id)
    kept = Question.objects.exclude(state=Question.State.DISCARDED).whole()
    lessons = found.lessons.prefetch_related("steps", Prefetch("questions", kept))
    context = {
        "unit": found,
        "lessons": [(lesson, *_tried_in(lesson)) for lesson in lessons],
        "passage": passages.paragraphs(found.source.text, found.source.blocks),
    }
    return page(request, "curriculum/unit_preview.html", context)


def _tried_in(lesson: Lesson) -> tuple[list[Tried], list[Tried]]:
    """What comes after the lesson's example, and what comes at its end."""
    tried = [_tried(each, each.latest) for each in lesson.questions.all()]
    practised = [each for each in tried if each.question.practice]
    asked = [each for each in tried if not each.question.practice]
    if any(step.kind == Step.Kind.EXAMPLE for step in lesson.steps.all()):
        return practised, asked
    return [], [*practised, *asked]


def _tried(question: Question, version: QuestionVersion | None) -> Tried:
    """The options in an order of their own, as learners get them, the same at every visit."""
    assert version is not None
    choices = list(version.choices.all())
    if not version.ordinal:
        random.Random(str(question.pk)).shuffle(choices)
    return Tried(question, version, list(zip(LETTERS, choices, strict=False)))
