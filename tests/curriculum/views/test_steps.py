"""Steps by button: add, write, light up words, preview, move, remove and put back."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from curriculum.models import Lesson, Step
from tests.factories import SAID, TEXT, create_unit


@pytest.fixture
def lesson(tess: User) -> Lesson:
    """The first lesson of Tess's drafted unit."""
    return create_unit(owner=tess).lessons.all()[0]


@pytest.fixture
def step(lesson: Lesson) -> Step:
    """The lesson's only step."""
    return lesson.steps.get()


def written(**changes: Any) -> dict[str, Any]:
    """The form, filled in."""
    return {"kind": "idea", "heading": "Names", "body": "One\r\ntwo", "exact": "", **changes}


def test_a_step_is_rewritten(as_tess: Client, step: Step) -> None:
    response = as_tess.post(step.get_absolute_url(), written(kind="recap"))
    assert response.headers["Location"] == f"{step.lesson.get_absolute_url()}#step-{step.pk}"
    step.refresh_from_db()
    assert (step.kind, step.heading, step.body) == ("recap", "Names", "One\ntwo")


def test_a_step_needs_words_and_keeps_what_was_typed(as_tess: Client, step: Step) -> None:
    response = as_tess.post(step.get_absolute_url(), written(heading="Typed heading", body=" "))
    assert response.status_code == 422
    words = response.content.decode()
    assert "Write what the step says." in words
    assert "Typed heading" in words


def test_words_of_the_text_are_lit_and_put_out_again(as_tess: Client, step: Step) -> None:
    as_tess.post(step.get_absolute_url(), written(exact=SAID))
    step.refresh_from_db()
    [anchor] = step.anchors
    assert TEXT[anchor["start"] : anchor["end"]] == anchor["exact"] == SAID
    assert f'<mark class="pen lit">{SAID}' in as_tess.get(step.get_absolute_url()).content.decode()
    as_tess.post(step.get_absolute_url(), written(keep=["0"], exact="1,140 plates"))
    step.refresh_from_db()
    assert [each["exact"] for each in step.anchors] == ["1,140 plates", SAID]
    as_tess.post(step.get_absolute_url(), written(keep=["0"]))
    step.refresh_from_db()
    assert [each["exact"] for each in step.anchors] == ["1,140 plates"]


def test_words_that_are_not_in_the_text_are_refused(as_tess: Client, step: Step) -> None:
    response = as_tess.post(step.get_absolute_url(), written(exact="words nobody wrote"))
    assert response.status_code == 422
    assert "These words are not in the text." in response.content.decode()
    step.refresh_from_db()
    assert step.anchors == []


def test_a_step_saved_in_another_tab_is_not_lost_unseen(as_tess: Client, step: Step) -> None:
    url = step.get_absolute_url()
    stamp = as_tess.get(url).context["form"]["base"].value()
    as_tess.post(url, written(body="From the second tab", base=stamp))
    response = as_tess.post(url, written(body="From the first tab", base=stamp))
    assert response.status_code == 422
    words = response.content.decode()
    assert "changed in another tab" in words
    assert "From the first tab" in words
    assert "From the second tab" in words
    step.refresh_from_db()
    assert step.body == "From the second tab"


@pytest.mark.parametrize("kind", Step.Kind.values)
def test_a_step_of_any_kind_is_added(as_tess: Client, lesson: Lesson, kind: str) -> None:
    url = reverse("new_step", args=[lesson.pk])
    form = written(kind=kind, exact=SAID)
    as_tess.post(url, form)
    as_tess.post(url, form)  # a double tap
    one, two = lesson.steps.all()
    assert (two.kind, two.heading, two.anchors[0]["exact"]) == (kind, "Names", SAID)
    assert one.position < two.position


def test_a_new_step_begins_with_a_kind_that_is_missing(as_tess: Client, lesson: Lesson) -> None:
    page = as_tess.get(reverse("new_step", args=[lesson.pk])).content.decode()
    assert '<option value="example" selected>' in page


def test_a_new_step_needs_words(as_tess: Client, lesson: Lesson) -> None:
    response = as_tess.post(reverse("new_step", args=[lesson.pk]), written(heading=""))
    assert response.status_code == 422
    assert "Give the step a heading." in response.content.decode()
    assert lesson.steps.count() == 1


@pytest.mark.parametrize("name", ["preview", "new_preview"])
def test_a_preview_saves_nothing(as_tess: Client, step: Step, name: str) -> None:
    url = reverse(name, args=[step.pk if name == "preview" else step.lesson_id])
    form = written(body="**Bold** <script>x()</script>", exact=SAID)
    words = as_tess.post(url, form, headers={"HX-Request": "true"}).content.decode()
    assert "<strong>Bold</strong>" in words
    assert f'<mark class="pen lit">{SAID}</mark>' in words
    assert "<script" not in words
    assert "<html" not in words
    whole = as_tess.post(url, form).content.decode()
    assert "<html" in whole
    assert "**Bold**" in whole
    assert [(each.body, each.anchors) for each in step.lesson.steps.all()] == [
        ("A *name* can be asked.", [])
    ]


def test_steps_move(as_tess: Client, lesson: Lesson, step: Step) -> None:
    other = Step.objects.create(lesson=lesson, position=2, kind="recap", heading="H", body="B")
    response = as_tess.post(reverse("step_place", args=[step.pk]), {"to": "down"})
    assert response.headers["Location"] == f"{lesson.get_absolute_url()}#steps"
    assert list(lesson.steps.all()) == [other, step]
    as_tess.post(reverse("step_place", args=[step.pk]), {"at": "0"})
    assert list(lesson.steps.all()) == [step, other]


def test_a_step_is_removed_and_the_removal_undone(
    as_tess: Client, lesson: Lesson, step: Step
) -> None:
    response = as_tess.post(reverse("step_removal", args=[step.pk]))
    assert not lesson.steps.exists()
    assert as_tess.get(step.get_absolute_url()).status_code == 404
    assert "1 removed step" in as_tess.get(lesson.get_absolute_url()).content.decode()
    [message] = get_messages(response.wsgi_request)
    as_tess.post(message.extra_tags.removeprefix("undo:"))
    assert lesson.steps.get() == step


POSTS = ("preview", "step_place", "step_removal", "step_restoration")


def test_another_teachers_steps_are_not_there(as_oscar: Client, step: Step) -> None:
    for name in ("step", *POSTS):
        assert as_oscar.post(reverse(name, args=[step.pk]), written(to="down")).status_code == 404
    for name in ("new_step", "new_preview"):
        assert as_oscar.post(reverse(name, args=[step.lesson_id]), written()).status_code == 404
    assert as_oscar.get(step.get_absolute_url()).status_code == 404
    assert as_oscar.get(reverse("new_step", args=[step.lesson_id])).status_code == 404
    assert step.lesson.steps.get() == step


def test_getting_is_refused(as_tess: Client, step: Step) -> None:
    for name in POSTS:
        assert as_tess.get(reverse(name, args=[step.pk])).status_code == 405
    assert as_tess.get(reverse("new_preview", args=[step.lesson_id])).status_code == 405
