"""Lessons and their steps, as their teacher writes them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from config.http import page
from curriculum import reviewing
from curriculum.access import get_lesson_for, get_step_for
from curriculum.forms.units import LessonForm, PlaceForm, StepForm
from curriculum.models import Step


@require_http_methods(["GET", "HEAD", "POST"])
def lesson(request: HttpRequest, lesson_id: int) -> HttpResponse:
    """A lesson with its steps and questions; POST saves its title."""
    found = get_lesson_for(request, lesson_id)
    form = LessonForm(request.POST or None, instance=get_lesson_for(request, lesson_id))
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect(found)
    context = {"lesson": found, "form": form, "questions": found.questions.whole()}
    status = 422 if form.is_bound else 200
    return page(request, "curriculum/lesson.html", context, status=status)


@require_POST
def lesson_place(request: HttpRequest, lesson_id: int) -> HttpResponse:
    """Move a lesson up or down within its unit."""
    found = get_lesson_for(request, lesson_id)
    form = PlaceForm(request.POST)
    if form.is_valid():
        reviewing.move_lesson(lesson=found, up=form.up)
    return redirect(f"{found.unit.get_absolute_url()}#lessons")


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, step_id: int) -> HttpResponse:
    """Write a step: GET shows the form with its preview, POST saves."""
    found = get_step_for(request, step_id)
    form = StepForm(request.POST or None, instance=get_step_for(request, step_id))
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect(found.lesson)
    return _step_page(request, found, form, status=422 if form.is_bound else 200)


@require_POST
def preview(request: HttpRequest, step_id: int) -> HttpResponse:
    """How the step would look, before it is saved."""
    found = get_step_for(request, step_id)
    return _step_page(request, found, StepForm(request.POST, instance=found))


def _step_page(
    request: HttpRequest, found: Step, form: StepForm, *, status: int = 200
) -> HttpResponse:
    context = {"step": found, "form": form, "body": form["body"].value() or ""}
    return page(request, "curriculum/step.html", context, partial="preview", status=status)
