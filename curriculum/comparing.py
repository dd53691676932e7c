"""What differs between two states of a unit, in words a teacher can read. Pure.

Questions are known by their identity, so a reworded one is never told as removed and added.
Lessons have no identity in an edition: they are matched by the questions they share, then by
title and skill; steps by their kind and heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from curriculum.writing.types import LETTERS

SAME, INSERTED, DELETED = "same", "inserted", "deleted"
ADDED, REMOVED, CHANGED, MOVED = "added", "removed", "changed", "moved"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, came, or went."""

    how: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A step or a question: what it is called by, and its words field by field."""

    id: str  # "" for a step
    title: str
    fields: tuple[tuple[str, str], ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class LessonState:
    """A lesson as it was or is."""

    title: str
    skill: str
    module: str
    steps: tuple[Part, ...]
    questions: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A unit as it was or is."""

    fields: tuple[tuple[str, str], ...]
    lessons: tuple[LessonState, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different: how, what, and the words, field by field."""

    how: str
    what: str  # "Step", "Question", "Lesson"
    title: str
    fields: tuple[tuple[str, tuple[Piece, ...]], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What changed in one lesson; in the unit itself, under an empty title."""

    title: str
    changes: tuple[Change, ...]


def compare(before: State, after: State) -> tuple[Group, ...]:
    """Every change from ``before`` to ``after``, lesson by lesson; nothing when they are alike."""
    pairs = _lessons(before.lessons, after.lessons)
    home = {part.id: lesson.title for lesson in before.lessons for part in lesson.questions}
    stay = {part.id for lesson in after.lessons for part in lesson.questions}
    old = {part.id: part for lesson in before.lessons for part in lesson.questions}
    groups = [Group("", tuple(_of_fields("Unit", "", before.fields, after.fields)))]
    moved = _moved([index for index, _ in pairs if index is not None])
    for index, lesson in pairs:
        was = None if index is None else before.lessons[index]
        changes = [*_of_lesson(was, lesson, moved=index in moved)]
        changes += _of_steps(was.steps if was else (), lesson.steps)
        changes += _of_questions(was, lesson, old, home, stay)
        groups.append(Group(lesson.title, tuple(changes)))
    kept = {index for index, _ in pairs}
    for index, lesson in enumerate(before.lessons):
        if index not in kept:
            groups.append(Group(lesson.title, tuple(_gone(lesson, stay))))
    return tuple(group for group in groups if group.changes)


def words(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as one, word by word: what stayed, what went, what came."""
    old, new = _split(before), _split(after)
    found: list[Piece] = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(Piece(SAME, "".join(old[a:b])))
            continue
        if a < b:
            found.append(Piece(DELETED, "".join(old[a:b])))
        if c < d:
            found.append(Piece(INSERTED, "".join(new[c:d])))
    return tuple(found)


def _split(text: str) -> list[str]:
    """Words with the space after them, so that a change is told in whole words."""
    return re.findall(r"\S+\s*|\s+", text)


def _lessons(
    before: Sequence[LessonState], after: Sequence[LessonState]
) -> list[tuple[int | None, LessonState]]:
    """Each lesson of ``after`` with the place of the one that it was, if it was there."""
    free = set(range(len(before)))
    pairs: list[tuple[int | None, LessonState]] = []
    for lesson in after:
        best = max(free, key=lambda place: (_alike(before[place], lesson), -place), default=None)
        if best is not None and any(_alike(before[best], lesson)):
            free.remove(best)
            pairs.append((best, lesson))
        else:
            pairs.append((None, lesson))
    return pairs


def _alike(one: LessonState, other: LessonState) -> tuple[int, bool]:
    shared = {part.id for part in one.questions} & {part.id for part in other.questions}
    return len(shared), one.skill == other.skill and one.title == other.title


def _moved(order: Sequence[int]) -> set[int]:
    """The fewest places that must have moved for ``order``: those outside its longest rise."""
    tails: list[int] = []
    chains: list[list[int]] = []
    for place in order:
        at = bisect_left(tails, place)
        chain = [*(chains[at - 1] if at else ()), place]
        tails[at : at + 1] = [place]
        chains[at : at + 1] = [chain]
    return set(order) - set(chains[-1] if chains else ())


def _of_fields(
    what: str, title: str, before: Iterable[tuple[str, str]], after: Iterable[tuple[str, str]]
) -> Iterator[Change]:
    """One change, if any field reads differently."""
    was, now = dict(before), dict(after)
    labels = dict.fromkeys((*now, *was))
    changed = tuple(
        (label, words(was.get(label, ""), now.get(label, "")))
        for label in labels
        if was.get(label, "") != now.get(label, "")
    )
    if changed:
        yield Change(CHANGED, what, title, changed)


def _of_lesson(was: LessonState | None, now: LessonState, *, moved: bool) -> Iterator[Change]:
    if was is None:
        yield Change(ADDED, "Lesson", now.title)
        return
    if moved:
        yield Change(MOVED, "Lesson", now.title)
    yield from _of_fields(
        "Lesson",
        now.title,
        (("Title", was.title), ("Module", was.module)),
        (("Title", now.title), ("Module", now.module)),
    )


def _of_steps(was: Sequence[Part], now: Sequence[Part]) -> Iterator[Change]:
    matched = _steps(was, now)
    moved = _moved([place for place in matched if place is not None])
    for place, part in zip(matched, now, strict=True):
        if place is None:
            yield _whole(ADDED, "Step", part)
            continue
        if place in moved:
            yield Change(MOVED, "Step", part.title)
        yield from _of_fields("Step", part.title, was[place].fields, part.fields)
    for place, part in enumerate(was):
        if place not in matched:
            yield _whole(REMOVED, "Step", part)


def _steps(was: Sequence[Part], now: Sequence[Part]) -> list[int | None]:
    """For each step, the place of the one that it was: of the same kind, best by its heading."""
    free = set(range(len(was)))
    found: list[int | None] = [None] * len(now)
    for by_title in (True, False):
        for index, part in enumerate(now):
            like = (
                place
                for place in sorted(free)
                if was[place].kind == part.kind and (not by_title or was[place].title == part.title)
            )
            place = next(like, None) if found[index] is None else None
            if place is not None:
                free.remove(place)
                found[index] = place
    return found


def _of_questions(
    was: LessonState | None,
    now: LessonState,
    old: dict[str, Part],
    home: dict[str, str],
    stay: set[str],
) -> Iterator[Change]:
    before = [part.id for part in was.questions] if was else []
    here = [part.id for part in now.questions]
    moved = _moved([before.index(each) for each in here if each in before])
    for part in now.questions:
        if part.id not in old:
            yield _whole(ADDED, "Question", part)
            continue
        if part.id not in before:
            note = f"It was in the lesson “{home[part.id]}”."
            yield Change(MOVED, "Question", part.title, note=note)
        elif before.index(part.id) in moved:
            yield Change(MOVED, "Question", part.title)
        yield from _of_fields("Question", part.title, old[part.id].fields, part.fields)
    for part in was.questions if was else ():
        if part.id not in stay:
            yield _whole(REMOVED, "Question", part)


def _gone(lesson: LessonState, stay: set[str]) -> Iterator[Change]:
    yield Change(REMOVED, "Lesson", lesson.title)
    for part in lesson.questions:
        if part.id not in stay:
            yield _whole(REMOVED, "Question", part)


def _whole(how: str, what: str, part: Part) -> Change:
    """Something that came or went, with all its words."""
    came = how == ADDED
    fields = (
        (label, words("" if came else text, text if came else "")) for label, text in part.fields
    )
    return Change(how, what, part.title, tuple(fields))


def options(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Options as fields, under their letters."""
    return tuple((f"Option {letter}", text) for letter, text in zip(LETTERS, texts, strict=False))
