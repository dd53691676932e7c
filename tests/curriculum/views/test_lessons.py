"""Lessons and steps by button: write, preview, move."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from curriculum.models import Lesson, Step, Unit
from tests.factories import create_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """Tess's drafted unit of two lessons."""
    return create_unit(owner=tess)


@pytest.fixture
def lesson(unit: Unit) -> Lesson:
    """Its first lesson."""
    return unit.lessons.all()[0]


@pytest.fixture
def step(lesson: Lesson) -> Step:
    """The lesson's step."""
    return lesson.steps.get()


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


def test_a_step_is_rewritten(as_tess: Client, step: Step) -> None:
    response = as_tess.post(step.get_absolute_url(), {"heading": "Names", "body": "One\r\ntwo"})
    assert response.headers["Location"] == step.lesson.get_absolute_url()
    step.refresh_from_db()
    assert (step.heading, step.body) == ("Names", "One\ntwo")


def test_a_step_needs_words_and_keeps_what_was_typed(as_tess: Client, step: Step) -> None:
    response = as_tess.post(step.get_absolute_url(), {"heading": "Typed heading", "body": " "})
    assert response.status_code == 422
    words = response.content.decode()
    assert "Write what the step says." in words
    assert "Typed heading" in words


def test_a_preview_saves_nothing(as_tess: Client, step: Step) -> None:
    response = as_tess.post(
        reverse("preview", args=[step.pk]),
        {"heading": "Names", "body": "**Bold** <script>x()</script>"},
        headers={"HX-Request": "true"},
    )
    words = response.content.decode()
    assert "<strong>Bold</strong>" in words
    assert "<script" not in words
    step.refresh_from_db()
    assert step.body == "A *name* can be asked."


def test_a_preview_works_without_htmx(as_tess: Client, step: Step) -> None:
    words = as_tess.post(
        reverse("preview", args=[step.pk]), {"heading": "Names", "body": "**Bold**"}
    ).content.decode()
    assert "<html" in words
    assert "<strong>Bold</strong>" in words
    assert "**Bold**" in words


def test_another_teachers_lessons_are_not_there(
    as_oscar: Client, lesson: Lesson, step: Step
) -> None:
    form = {"title": "Mine", "heading": "Mine", "body": "Mine", "to": "down"}
    for name, pk in (
        ("lesson", lesson.pk),
        ("lesson_place", lesson.pk),
        ("step", step.pk),
        ("preview", step.pk),
    ):
        assert as_oscar.post(reverse(name, args=[pk]), form).status_code == 404
    assert as_oscar.get(lesson.get_absolute_url()).status_code == 404
    assert as_oscar.get(step.get_absolute_url()).status_code == 404
    lesson.refresh_from_db()
    assert (lesson.title, lesson.position) == ("Who says so", 1)


def test_getting_is_refused(as_tess: Client, lesson: Lesson, step: Step) -> None:
    assert as_tess.get(reverse("lesson_place", args=[lesson.pk])).status_code == 405
    assert as_tess.get(reverse("preview", args=[step.pk])).status_code == 405
