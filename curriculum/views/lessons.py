"""Lessons, as their teacher writes them: added, named, put in order, removed and put back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from config.http import page
from curriculum import arranging, composing
from curriculum.access import get_lesson_for, get_removed_lesson_for, get_unit_for
from curriculum.forms.units import LessonForm, NewLessonForm, PlaceForm
from curriculum.models import Step, Unit


@require_http_methods(["GET", "HEAD", "POST"])
def lesson(request: HttpRequest, lesson_id: int) -> HttpResponse:
    """A lesson with its steps and questions; POST saves its title and its module."""
    found = get_lesson_for(request, lesson_id)
    form = LessonForm(request.POST or None, instance=get_lesson_for(request, lesson_id))
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect(found)
    context = {
        "lesson": found,
        "form": form,
        "questions": found.questions.whole(),
        "removed": Step.everything.filter(lesson=found).exclude(removed_at=None),
        "others": found.unit.lessons.exclude(pk=found.pk),
        "modules": _modules(found.unit),
    }
    status = 422 if form.is_bound else 200
    return page(request, "curriculum/lesson.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def new_lesson(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Add a lesson for one of the twelve skills."""
    unit = get_unit_for(request, unit_id)
    form = NewLessonForm(request.POST or None)
    if form.is_valid():
        values = dict(form.cleaned_data)
        filled = values.pop("start") == "ours"
        made = composing.add_lesson(unit=unit, filled=filled, **values)
        messages.success(request, "Added. Learners see it once one of its questions is approved.")
        return redirect(made)
    taught = set(unit.lessons.values_list("skill", flat=True))
    context = {"unit": unit, "form": form, "taught": taught, "modules": _modules(unit)}
    status = 422 if form.is_bound else 200
    return page(request, "curriculum/new_lesson.html", context, status=status)


def _modules(unit: Unit) -> list[str]:
    """The modules that there are, in order."""
    return list(dict.fromkeys(each.module for each in unit.lessons.all() if each.module))


@require_POST
def lesson_place(request: HttpRequest, lesson_id: int) -> HttpResponse:
    """Move a lesson within its unit."""
    found = get_lesson_for(request, lesson_id)
    PlaceForm(request.POST).move(found)
    return redirect(f"{found.unit.get_absolute_url()}#lessons")


@require_POST
def lesson_removal(request: HttpRequest, lesson_id: int) -> HttpResponse:
    """Take a lesson out of its unit, with its steps and questions."""
    found = get_lesson_for(request, lesson_id)
    arranging.remove(found)
    undo = reverse("lesson_restoration", args=[found.pk])
    messages.success(
        request, f"“{found}” is removed, with its questions.", extra_tags=f"undo:{undo}"
    )
    return redirect(f"{found.unit.get_absolute_url()}#lessons")


@require_POST
def lesson_restoration(request: HttpRequest, lesson_id: int) -> HttpResponse:
    """Put a removed lesson back where it was."""
    found = get_removed_lesson_for(request, lesson_id)
    arranging.restore(found)
    messages.success(request, f"“{found}” is back, with its questions.")
    return redirect(f"{found.unit.get_absolute_url()}#lessons")
