"""Lessons by button: add, name, move, remove and put back."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from curriculum.models import Lesson, Unit
from curriculum.skills import SKILLS
from tests.factories import create_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """Tess's drafted unit of two lessons."""
    return create_unit(owner=tess)


@pytest.fixture
def lesson(unit: Unit) -> Lesson:
    """Its first lesson."""
    return unit.lessons.all()[0]


def test_a_lesson_shows_its_steps_as_learners_see_them(as_tess: Client, lesson: Lesson) -> None:
    words = as_tess.get(lesson.get_absolute_url()).content.decode()
    assert "<em>name</em>" in words
    assert "Who weighed the plates that came back?" in words


def test_a_lesson_is_renamed(as_tess: Client, lesson: Lesson) -> None:
    as_tess.post(lesson.get_absolute_url(), {"title": "Voices"})
    lesson.refresh_from_db()
    assert lesson.title == "Voices"


def test_a_lesson_needs_a_title(as_tess: Client, lesson: Lesson) -> None:
    response = as_tess.post(lesson.get_absolute_url(), {"title": ""})
    assert response.status_code == 422
    assert "Give the lesson a title." in response.content.decode()


def test_a_lesson_moves(as_tess: Client, unit: Unit, lesson: Lesson) -> None:
    as_tess.post(reverse("lesson_place", args=[lesson.pk]), {"to": "down"})
    assert list(unit.lessons.all())[1] == lesson
    words = as_tess.get(unit.get_absolute_url()).content.decode()
    assert words.index("What backs it up") < words.index("Who says so")


def test_a_lesson_is_dragged_to_a_place(as_tess: Client, unit: Unit, lesson: Lesson) -> None:
    as_tess.post(reverse("lesson_place", args=[lesson.pk]), {"at": "1"})
    assert list(unit.lessons.all())[1] == lesson


@pytest.mark.parametrize("form", [{}, {"to": "sideways"}, {"at": "-1"}, {"at": "far"}])
def test_a_move_that_makes_no_sense_changes_nothing(
    as_tess: Client, unit: Unit, lesson: Lesson, form: dict[str, str]
) -> None:
    before = list(unit.lessons.all())
    assert as_tess.post(reverse("lesson_place", args=[lesson.pk]), form).status_code == 302
    assert list(unit.lessons.all()) == before


def test_a_lesson_changes_its_module(as_tess: Client, unit: Unit, lesson: Lesson) -> None:
    as_tess.post(lesson.get_absolute_url(), {"title": "Voices", "module": "Who says"})
    words = as_tess.get(unit.get_absolute_url()).content.decode()
    assert "<h3>Who says</h3>" in words
    assert "In no module" in words


def test_a_title_saved_in_another_tab_is_not_lost_unseen(as_tess: Client, lesson: Lesson) -> None:
    url = lesson.get_absolute_url()
    stamp = as_tess.get(url).context["form"]["base"].value()
    as_tess.post(url, {"title": "From the second tab", "module": "", "base": stamp})
    mine = {"title": "From the first tab", "module": "", "base": stamp}
    response = as_tess.post(url, mine)
    assert response.status_code == 422
    words = response.content.decode()
    assert "changed in another tab" in words
    assert "From the first tab" in words
    assert "From the second tab" in words
    again = response.context["form"]["base"].value()
    assert as_tess.post(url, {**mine, "base": again}).status_code == 302
    lesson.refresh_from_db()
    assert lesson.title == "From the first tab"


def test_saving_twice_is_no_conflict(as_tess: Client, lesson: Lesson) -> None:
    url = lesson.get_absolute_url()
    stamp = as_tess.get(url).context["form"]["base"].value()
    for _ in range(2):
        response = as_tess.post(url, {"title": "Voices", "module": "", "base": stamp})
        assert response.status_code == 302


@pytest.mark.parametrize("skill", SKILLS)
def test_a_lesson_of_every_skill_can_be_added(as_tess: Client, unit: Unit, skill: str) -> None:
    url = reverse("new_lesson", args=[unit.pk])
    form = {"skill": skill, "start": "ours", "title": "", "module": "More"}
    response = as_tess.post(url, form)
    made = unit.lessons.last()
    assert made is not None
    assert response.headers["Location"] == made.get_absolute_url()
    assert (made.title, made.module) == (SKILLS[skill].name, "More")
    assert {step.kind for step in made.steps.all()} >= {"idea", "check", "discuss", "recap"}


def test_a_lesson_can_begin_empty(as_tess: Client, unit: Unit) -> None:
    url = reverse("new_lesson", args=[unit.pk])
    assert "Add a lesson" in as_tess.get(url).content.decode()
    as_tess.post(url, {"skill": "ctx", "start": "empty", "title": "Who is not asked?"})
    made = unit.lessons.last()
    assert made is not None
    assert (made.title, made.steps.count()) == ("Who is not asked?", 0)


def test_a_new_lesson_needs_a_skill(as_tess: Client, unit: Unit) -> None:
    response = as_tess.post(reverse("new_lesson", args=[unit.pk]), {"title": "Typed words"})
    assert response.status_code == 422
    words = response.content.decode()
    assert "Choose the skill that the lesson teaches." in words
    assert "Typed words" in words
    assert unit.lessons.count() == 2


def test_a_lesson_is_removed_and_the_removal_undone(
    as_tess: Client, unit: Unit, lesson: Lesson
) -> None:
    response = as_tess.post(reverse("lesson_removal", args=[lesson.pk]))
    assert unit.questions.count() == 1
    assert as_tess.get(lesson.get_absolute_url()).status_code == 404
    words = as_tess.get(unit.get_absolute_url()).content.decode()
    assert "1 removed lesson" in words
    [message] = get_messages(response.wsgi_request)
    as_tess.post(message.extra_tags.removeprefix("undo:"))
    assert unit.questions.count() == 3
    assert as_tess.get(lesson.get_absolute_url()).status_code == 200


POSTS = ("lesson_place", "lesson_removal", "lesson_restoration")


def test_another_teachers_lessons_are_not_there(
    as_oscar: Client, unit: Unit, lesson: Lesson
) -> None:
    form = {"title": "Mine", "to": "down", "skill": "attr", "start": "empty"}
    for name in ("lesson", *POSTS):
        assert as_oscar.post(reverse(name, args=[lesson.pk]), form).status_code == 404
    assert as_oscar.post(reverse("new_lesson", args=[unit.pk]), form).status_code == 404
    assert as_oscar.get(reverse("new_lesson", args=[unit.pk])).status_code == 404
    assert as_oscar.get(lesson.get_absolute_url()).status_code == 404
    lesson.refresh_from_db()
    assert (lesson.title, lesson.position, lesson.removed_at) == ("Who says so", 1, None)
    assert unit.lessons.count() == 2


@pytest.mark.parametrize("name", POSTS)
def test_getting_is_refused(as_tess: Client, lesson: Lesson, name: str) -> None:
    assert as_tess.get(reverse(name, args=[lesson.pk])).status_code == 405
