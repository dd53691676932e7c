"""The steps of a lesson: written, lit up in the text, put in order, removed and put back."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from config.http import page
from curriculum import arranging, composing, passages
from curriculum.access import get_lesson_for, get_removed_step_for, get_step_for
from curriculum.forms.units import PlaceForm, StepForm
from curriculum.models import Lesson, Step
from curriculum.writing.types import Anchor


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where a step is written: the step, and the addresses of its two buttons."""

    step: Step
    save_url: str
    preview_url: str


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, step_id: int) -> HttpResponse:
    """Write a step: GET shows the form with its preview, POST saves."""
    found = get_step_for(request, step_id)
    form = StepForm(request.POST or None, instance=get_step_for(request, step_id))
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect(f"{found.lesson.get_absolute_url()}#step-{found.pk}")
    return _step_page(request, _desk(found), form, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def new_step(request: HttpRequest, lesson_id: int) -> HttpResponse:
    """Add a step to the end of a lesson."""
    lesson = get_lesson_for(request, lesson_id)
    form = StepForm(request.POST or None, instance=_unwritten(lesson))
    if form.is_valid():
        values = form.cleaned_data
        made = composing.add_step(
            lesson=lesson,
            kind=values["kind"],
            heading=values["heading"],
            body=values["body"],
            anchors=[Anchor(**each) for each in values["anchors"]],
        )
        messages.success(request, "Added.")
        return redirect(f"{lesson.get_absolute_url()}#step-{made.pk}")
    return _step_page(request, _new_desk(lesson), form, status=422 if form.is_bound else 200)


def _unwritten(lesson: Lesson) -> Step:
    """A step before it has words, of the first kind that the lesson has not."""
    there = set(lesson.steps.values_list("kind", flat=True))
    kind = next((kind for kind in Step.Kind.values if kind not in there), Step.Kind.IDEA)
    return Step(lesson=lesson, kind=kind, anchors=[])


@require_POST
def preview(request: HttpRequest, step_id: int) -> HttpResponse:
    """How the step would look, before it is saved."""
    found = get_step_for(request, step_id)
    return _step_page(request, _desk(found), StepForm(request.POST, instance=found))


@require_POST
def new_preview(request: HttpRequest, lesson_id: int) -> HttpResponse:
    """How a step that is not there yet would look."""
    lesson = get_lesson_for(request, lesson_id)
    return _step_page(
        request, _new_desk(lesson), StepForm(request.POST, instance=_unwritten(lesson))
    )


def _desk(found: Step) -> _Desk:
    return _Desk(found, found.get_absolute_url(), reverse("preview", args=[found.pk]))


def _new_desk(lesson: Lesson) -> _Desk:
    urls = (reverse(name, args=[lesson.pk]) for name in ("new_step", "new_preview"))
    return _Desk(_unwritten(lesson), *urls)


def _step_page(
    request: HttpRequest, desk: _Desk, form: StepForm, *, status: int = 200
) -> HttpResponse:
    if form.is_bound:
        form.is_valid()  # puts the words to light up on the instance
    source = desk.step.lesson.unit.source
    lit = [Anchor(**each) for each in form.instance.anchors]
    context = {
        "desk": desk,
        "step": desk.step,
        "unit": desk.step.lesson.unit,
        "form": form,
        "body": form["body"].value() or "",
        "lit": lit,
        "passage": passages.paragraphs(
            source.text, source.blocks, passages.resolve(source.text, lit)
        ),
    }
    return page(request, "curriculum/step.html", context, partial="preview", status=status)


@require_POST
def step_place(request: HttpRequest, step_id: int) -> HttpResponse:
    """Move a step within its lesson."""
    found = get_step_for(request, step_id)
    PlaceForm(request.POST).move(found)
    return redirect(f"{found.lesson.get_absolute_url()}#steps")


@require_POST
def step_removal(request: HttpRequest, step_id: int) -> HttpResponse:
    """Take a step out of its lesson."""
    found = get_step_for(request, step_id)
    arranging.remove(found)
    undo = reverse("step_restoration", args=[found.pk])
    messages.success(request, f"“{found}” is removed.", extra_tags=f"undo:{undo}")
    return redirect(f"{found.lesson.get_absolute_url()}#steps")


@require_POST
def step_restoration(request: HttpRequest, step_id: int) -> HttpResponse:
    """Put a removed step back where it was."""
    found = get_removed_step_for(request, step_id)
    arranging.restore(found)
    messages.success(request, f"“{found}” is back.")
    return redirect(f"{found.lesson.get_absolute_url()}#steps")
