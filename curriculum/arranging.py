"""Where lessons, steps and questions stand: put in order, moved elsewhere, removed, put back."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils import timezone

from curriculum.models import Lesson, Question, Step, Unit

Placed = Lesson | Step | Question


@transaction.atomic
def shift(moved: Placed, *, up: bool) -> None:
    """Change places with the neighbour; at the end of the row nothing happens.

    A lesson beside another module joins that module first: the next step takes it further in.
    """
    _lock(moved)
    row = list(_row(moved))
    at = next(index for index, each in enumerate(row) if each.pk == moved.pk)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(row):
        return
    if isinstance(moved, Lesson) and row[to].module != moved.module:
        _join(moved, row[to].module)
    else:
        place(moved, at=to)


@transaction.atomic
def place(moved: Placed, *, at: int) -> None:
    """Stand at place ``at`` of the row, from 0; a place past the end is the end."""
    _lock(moved)
    row = list(_row(moved))
    order = [each for each in row if each.pk != moved.pk]
    order.insert(min(max(at, 0), len(order)), moved)
    places = [each.position for each in row]
    changed = []
    for each, position in zip(order, places, strict=True):
        if each.position != position:
            each.position = position
            changed.append(each)
    if changed:
        _move(changed, _table(moved))
    if isinstance(moved, Lesson):
        _settle(moved, order)


def _settle(moved: Lesson, order: list[Lesson]) -> None:
    """Join the module that it landed in, so that no module is ever in two pieces."""
    at = next(index for index, each in enumerate(order) if each.pk == moved.pk)
    beside = [each.module for each in (*order[max(0, at - 1) : at], *order[at + 1 : at + 2])]
    inside = len(beside) == 2 and beside[0] == beside[1]
    if beside and (inside or moved.module not in beside):
        _join(moved, beside[0])


def _join(moved: Lesson, module: str) -> None:
    Lesson.objects.filter(pk=moved.pk).update(module=module)
    moved.module = module


def free_place(row: QuerySet[Any]) -> int:
    """The first place after all that are taken; the removed keep theirs, to come back to."""
    taken: int | None = row.aggregate(last=Max("position"))["last"]
    return (taken or 0) + 1


@transaction.atomic
def rehome(question: Question, *, lesson: Lesson) -> None:
    """Move a question to the end of another lesson of its unit."""
    Unit.objects.select_for_update().get(pk=question.unit_id)
    if question.lesson_id == lesson.pk:
        return
    last = free_place(Question.everything.filter(unit=question.unit_id))
    Question.objects.filter(pk=question.pk).update(lesson=lesson, position=last)
    question.lesson, question.position = lesson, last


def remove(gone: Lesson | Step) -> None:
    """Take it out of sight. A lesson takes its steps and questions along; all can come back."""
    type(gone)._default_manager.filter(pk=gone.pk).update(removed_at=timezone.now())


def restore(back: Lesson | Step) -> None:
    """Put it back where it was, with everything that went along."""
    type(back).everything.filter(pk=back.pk).update(removed_at=None)


def _row(moved: Placed) -> QuerySet[Any]:
    """What stands in one row with it, in order."""
    if isinstance(moved, Lesson):
        return Lesson.objects.filter(unit=moved.unit_id)
    return type(moved)._default_manager.filter(lesson=moved.lesson_id)


def _table(moved: Placed) -> QuerySet[Any]:
    """Everything that shares its places, removed or not."""
    if isinstance(moved, Step):
        return Step.everything.filter(lesson=moved.lesson_id)
    return type(moved).everything.filter(unit=moved.unit_id)


def _lock(moved: Placed) -> None:
    unit = moved.lesson.unit_id if isinstance(moved, Step) else moved.unit_id
    Unit.objects.select_for_update().get(pk=unit)


def _move(changed: list[Any], table: QuerySet[Any]) -> None:
    """By way of free places: no two may share a place, even for a moment."""
    rows = table.filter(pk__in=[each.pk for each in changed])
    rows.update(position=F("position") + free_place(table))
    type(changed[0])._base_manager.bulk_update(changed, ["position"])
