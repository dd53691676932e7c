"""A teacher's classes: seats, set work, and what the class can do."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.http import page
from quiz import access, enrolling
from quiz.dashboards import ClassDashboard, class_list
from quiz.forms import ClassroomForm, NamesForm
from quiz.models import Classroom
from quiz.views import cards


@require_http_methods(["GET", "HEAD", "POST"])
def classrooms(request: HttpRequest) -> HttpResponse:
    """Every class of this teacher; a new one."""
    assert request.user.is_authenticated  # LoginRequiredMiddleware saw to it
    form = ClassroomForm(request.POST or None)
    mine = Classroom.objects.for_teacher(request.user)
    if form.is_valid():
        return redirect(mine.create(owner=request.user, name=form.cleaned_data["name"]))
    context = {"form": form, "classrooms": class_list(mine)}
    return page(request, "quiz/classrooms.html", context, status=422 if form.errors else 200)


@require_safe
def classroom(request: HttpRequest, classroom_id: UUID) -> HttpResponse:
    """One class: the code, the work that was set, the skills, the seats."""
    return _page(request, access.get_classroom_for(request, classroom_id))


@never_cache  # PINs or pictures are on the page
@require_POST
def classroom_names(request: HttpRequest, classroom_id: UUID) -> HttpResponse:
    """Seats for a pasted list of names, with their cards to print."""
    classroom = access.get_classroom_for(request, classroom_id)
    form = NamesForm(request.POST)
    if not form.is_valid():
        return _page(request, classroom, names_form=form)
    seated, there = enrolling.add_names(classroom=classroom, names=form.cleaned_data["names"])
    return cards.show(request, classroom, seated, there)


@require_POST
def classroom_archive(request: HttpRequest, classroom_id: UUID) -> HttpResponse:
    """Put a class away: its code stops working, its figures stay."""
    classroom = access.get_classroom_for(request, classroom_id)
    classroom.archive()
    undo = reverse("classroom_reopening", args=[classroom.pk])
    messages.success(request, f"{classroom} is put away.", extra_tags=f"undo:{undo}")
    return redirect("classrooms")


@require_POST
def classroom_reopening(request: HttpRequest, classroom_id: UUID) -> HttpResponse:
    """Take a class up again."""
    classroom = access.get_classroom_for(request, classroom_id)
    classroom.reopen()
    return redirect(classroom)


@require_POST
def seat_removal(request: HttpRequest, classroom_id: UUID, seat_id: int) -> HttpResponse:
    """Take a pupil off the list."""
    seat = access.get_seat_for(request, classroom_id, seat_id)
    enrolling.remove(enrolment=seat)
    undo = reverse("seat_return", args=[classroom_id, seat_id])
    messages.success(request, f"{seat} is off the list.", extra_tags=f"undo:{undo}")
    return redirect(seat.classroom)


@require_POST
def seat_return(request: HttpRequest, classroom_id: UUID, seat_id: int) -> HttpResponse:
    """Put a pupil back on the list."""
    seat = access.get_seat_for(request, classroom_id, seat_id)
    if problem := enrolling.put_back(enrolment=seat):
        messages.error(request, problem.message)
    else:
        messages.success(request, f"{seat} is back.")
    return redirect(seat.classroom)


def _page(request: HttpRequest, classroom: Classroom, **forms: Any) -> HttpResponse:
    """The class page, with the form that could not be accepted, if there is one."""
    context = {
        "classroom": classroom,
        "dashboard": ClassDashboard(classroom),
        "names_form": NamesForm(),
        "may_set": access.settable_units(request, classroom).exists(),
    }
    status = 422 if forms else 200
    return page(request, "quiz/classroom.html", context | forms, status=status)
