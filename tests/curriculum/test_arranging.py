"""Arranging: put in order, move elsewhere, remove, put back."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from curriculum import arranging, publishing
from curriculum.models import Lesson, Question, Step, Unit
from tests.factories import create_edition, create_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """A unit of two lessons: two questions, then one."""
    return create_unit(owner=tess)


@pytest.fixture
def modules(unit: Unit) -> Unit:
    """A unit of four lessons in two modules: a, b in One; c, d in Two."""
    unit.lessons.all().delete()
    for number, (title, module) in enumerate(
        (("a", "One"), ("b", "One"), ("c", "Two"), ("d", "Two")), start=1
    ):
        Lesson.objects.create(unit=unit, position=number, skill="attr", title=title, module=module)
    return unit


def places(unit: Unit) -> list[str]:
    """The skills and places of the questions, in order."""
    return [f"{question.skill}{question.position}" for question in unit.questions.all()]


def row(unit: Unit) -> str:
    """The lessons in order, by title and module."""
    return " ".join(f"{each.title}{each.module[:1]}" for each in unit.lessons.all())


def test_a_question_moves_within_its_lesson_and_no_further(unit: Unit) -> None:
    first, second, third = unit.questions.all()
    arranging.shift(first, up=False)
    assert list(unit.questions.all()) == [second, first, third]
    first.refresh_from_db()
    arranging.shift(first, up=False)
    second.refresh_from_db()
    arranging.shift(second, up=True)
    assert list(unit.questions.all()) == [second, first, third]
    assert places(unit) == ["attr1", "attr2", "supp3"]


def test_a_lesson_moves_with_its_questions(unit: Unit) -> None:
    one, two = unit.lessons.all()
    arranging.shift(two, up=True)
    assert list(unit.lessons.all()) == [two, one]
    assert [question.skill for question in unit.questions.all()] == ["supp", "attr", "attr"]
    arranging.shift(two, up=True)
    assert list(unit.lessons.all()) == [two, one]


@pytest.mark.parametrize(
    ("at", "order"),
    [(0, "1 0 2 3"), (1, "0 1 2 3"), (3, "0 2 3 1"), (99, "0 2 3 1"), (-5, "1 0 2 3")],
)
def test_a_step_is_put_at_a_place(unit: Unit, at: int, order: str) -> None:
    lesson = unit.lessons.all()[0]
    lesson.steps.all().delete()
    for number in range(4):
        Step.objects.create(lesson=lesson, position=number + 1, kind="idea", heading=str(number))
    arranging.place(lesson.steps.all()[1], at=at)
    assert " ".join(step.heading for step in lesson.steps.all()) == order
    assert [step.position for step in lesson.steps.all()] == [1, 2, 3, 4]


def test_a_lesson_joins_the_next_module_before_it_moves_into_it(modules: Unit) -> None:
    b = modules.lessons.get(title="b")
    arranging.shift(b, up=False)
    assert row(modules) == "aO bT cT dT"
    arranging.shift(b, up=False)
    assert row(modules) == "aO cT bT dT"


@pytest.mark.parametrize(
    ("title", "at", "after"),
    [
        ("a", 2, "bO cT aT dT"),  # between two of one module
        ("a", 1, "bO aO cT dT"),  # at the border, where its own module still is
        ("d", 0, "dO aO bO cT"),  # at the head of another
        ("a", 3, "bO cT dT aT"),
    ],
)
def test_a_lesson_dropped_in_a_module_joins_it(
    modules: Unit, title: str, at: int, after: str
) -> None:
    arranging.place(modules.lessons.get(title=title), at=at)
    assert row(modules) == after


def test_a_question_moves_to_the_end_of_another_lesson(unit: Unit) -> None:
    first, *_ = unit.questions.all()
    one, two = unit.lessons.all()
    arranging.rehome(first, lesson=two)
    assert [question.lesson for question in unit.questions.all()] == [one, two, two]
    assert list(unit.questions.all())[-1] == first
    arranging.rehome(first, lesson=two)
    assert places(unit) == ["attr2", "supp3", "attr4"]


def test_a_removed_lesson_takes_everything_along_and_brings_it_back(unit: Unit) -> None:
    unit.questions.update(state=Question.State.APPROVED)
    before = places(unit)
    one = unit.lessons.all()[0]
    arranging.remove(one)
    assert places(unit) == ["supp3"]
    assert [lesson.title for lesson in publishing.kept(unit)] == ["What backs it up"]
    assert [getattr(each, "approved") for each in Unit.objects.counted()] == [1]  # noqa: B009
    arranging.restore(one)
    assert places(unit) == before


def test_a_removed_lesson_keeps_its_place_from_others(unit: Unit) -> None:
    one, two = unit.lessons.all()
    arranging.remove(two)
    assert arranging.free_place(Lesson.everything.filter(unit=unit)) == 3
    arranging.shift(one, up=False)
    arranging.restore(two)
    assert list(unit.lessons.all()) == [one, two]


def test_a_published_lesson_can_be_removed_and_its_edition_stays(unit: Unit) -> None:
    edition = create_edition(unit=unit)
    arranging.remove(unit.lessons.all()[0])
    assert edition.asked.count() == 3
    assert [asked.version.question.unit for asked in edition.asked.all()] == [unit] * 3
    assert publishing.changed(unit)


def test_a_removed_step_is_not_published_and_comes_back(unit: Unit) -> None:
    step = Step.objects.filter(lesson__unit=unit)[0]
    arranging.remove(step)
    assert step.lesson.steps.count() == 0
    arranging.restore(step)
    assert list(step.lesson.steps.all()) == [step]
