"""Loading a bundled unit: from the values of its files to rows, and again when the files change.

A file that changed makes new versions of the questions that it changed, and a new edition. What
learners answered keeps the versions that they were asked. A unit that its owner edited by hand is
theirs from then on: the digest kept at the last loading no longer fits its rows.
"""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Max, Prefetch
from django.utils import timezone

from curriculum import drafting, importing
from curriculum.drafting import Wording
from curriculum.models import Lesson, Question, Source, Step, Unit
from curriculum.units import BundledUnit, checking, states
from curriculum.units.states import LessonState, UnitState
from curriculum.units.values import Item


class Loaded(StrEnum):
    """What came of loading a unit."""

    NEW = "loaded"
    CHANGED = "loaded again, because its files have changed"
    SAME = "there already"
    EDITED = "left as it is, because it was edited by hand"


@transaction.atomic
def load(files: BundledUnit, *, owner: User) -> tuple[Unit, Loaded]:
    """Bring the owner's copy of a unit in line with its files."""
    wanted = states.of_files(files).digest
    unit = Unit.objects.filter(owner=owner, bundle=files.slug).first()
    if unit and unit.bundle_state == wanted:
        return unit, Loaded.SAME
    if unit and unit.bundle_state != state(unit).digest:
        return unit, Loaded.EDITED
    source = _source(files, owner=owner)
    done = Loaded.CHANGED if unit else Loaded.NEW
    unit = unit or Unit(owner=owner, bundle=files.slug)
    unit.source, unit.bundle_state = source, wanted
    for name, value in states.about(files).items():
        setattr(unit, name, value)
    unit.sources = [asdict(record) for record in files.sources]
    unit.save()
    _Writer(unit, files).write()
    return unit, done


def _source(files: BundledUnit, *, owner: User) -> Source:
    origin = Source.Origin.EXCERPTS if files.passage.excerpts else Source.Origin.BUNDLED
    return importing.bring(
        document=files.document, origin=origin, title=files.passage.title, by=owner
    )


def state(unit: Unit) -> UnitState:
    """The state of the rows. What was removed or discarded is not part of it."""
    kept = Question.objects.exclude(state=Question.State.DISCARDED).prefetch_related(
        "versions__choices", "versions__anchors"
    )
    lessons = unit.lessons.prefetch_related("steps", Prefetch("questions", kept))
    return UnitState(
        about={name: str(getattr(unit, name)) for name in _ABOUT},
        sources=unit.sources,
        text=unit.source.text,
        lessons=tuple(map(_lesson_state, lessons)),
    )


_ABOUT = (
    "title", "summary", "content_note", "teacher_notes", "licence", "as_of", "review_by",
)  # fmt: skip


def _lesson_state(lesson: Lesson) -> LessonState:
    latest = [(each, each.latest) for each in lesson.questions.all()]
    return LessonState(
        about=(lesson.title, lesson.skill, lesson.module),
        steps=tuple(
            states.step(each.kind, each.heading, each.body, each.anchors)
            for each in lesson.steps.all()
        ),
        questions=tuple(
            states.question(
                each.item, last.as_draft(), practice=each.practice, review_by=last.review_by
            )
            for each, last in latest
            if last
        ),
    )


class _Writer:
    """Writes lessons, steps and questions, many rows at a time."""

    def __init__(self, unit: Unit, files: BundledUnit) -> None:
        self._unit, self._files = unit, files
        self._laid = checking.spread(files)

    def write(self) -> None:
        """Everything under the unit."""
        lessons = self._lessons()
        self._questions(lessons)

    def _lessons(self) -> list[Lesson]:
        """The lessons in their places; those that the files no longer have are removed."""
        there = list(Lesson.everything.filter(unit=self._unit).order_by("position"))
        wanted = self._files.lessons
        for position in range(len(there) + 1, len(wanted) + 1):
            there.append(Lesson(unit=self._unit, position=position))
        for lesson, file in zip(there, wanted, strict=False):
            lesson.title, lesson.skill, lesson.module = file.title[:200], file.skill, file.module
            lesson.removed_at = None
            lesson.save()
        for lesson in there[len(wanted) :]:
            lesson.removed_at = timezone.now()
            lesson.save()
        Step.everything.filter(lesson__unit=self._unit).delete()
        pairs = zip(there, wanted, strict=False)
        Step.objects.bulk_create(
            step for lesson, file in pairs for step in drafting.steps(lesson, file.steps)
        )
        return there[: len(wanted)]

    def _questions(self, lessons: list[Lesson]) -> None:
        """The questions in their places, each with its words as they are now."""
        self._make_room()
        rows = Question.everything.filter(unit=self._unit)
        known = {
            each.item: each
            for each in rows.prefetch_related("versions__choices", "versions__anchors")
        }
        position = 0
        new: list[Question] = []
        moved: list[Question] = []
        worded: list[tuple[Question, Item]] = []
        for lesson, file in zip(lessons, self._files.lessons, strict=True):
            for item in file.items:
                position += 1
                there = known.pop(item.id, None)
                question = there or Question(unit=self._unit, item=item.id)
                _place(question, lesson, item, position)
                (moved if there else new).append(question)
                worded.append((question, item))
        for gone in known.values():
            position += 1
            gone.position, gone.state = position, Question.State.DISCARDED
            moved.append(gone)
        Question.everything.bulk_update(
            moved, ["lesson", "position", "family", "skill", "practice", "state"]
        )
        Question.everything.bulk_create(new)
        self._word(worded, new={question.pk for question in new})

    def _make_room(self) -> None:
        """Move every question out of the places that are about to be given."""
        rows = Question.everything.filter(unit=self._unit)
        last = rows.aggregate(last=Max("position"))["last"] or 0
        rows.update(position=F("position") + last + len(self._files.items))

    def _word(self, worded: list[tuple[Question, Item]], *, new: set[UUID]) -> None:
        """A further version for every question whose words are new or have changed."""
        drafting.word_all(
            Wording(
                question,
                self._laid.get(item.id, item.question),
                number=1 if question.pk in new else _next(question),
                review_by=item.review_by,
            )
            for question, item in worded
            if question.pk in new or not _same_words(question, item)
        )


def _place(question: Question, lesson: Lesson, item: Item, position: int) -> None:
    """Put a question where the files have it."""
    question.lesson, question.position = lesson, position
    question.family, question.skill = item.question.family, item.question.skill
    question.practice, question.state = item.practice, Question.State.APPROVED


def _same_words(question: Question, item: Item) -> bool:
    last = question.latest
    if last is None:
        return False
    now = states.question(item.id, last.as_draft(), practice=False, review_by=last.review_by)
    return now == states.question(item.id, item.question, practice=False, review_by=item.review_by)


def _next(question: Question) -> int:
    return question.latest.number + 1 if question.latest else 1
