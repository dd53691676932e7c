"""Setting work for a class, changing its rules, and taking it off the list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from config.http import page
from quiz import access, assigning, rules
from quiz.forms import ChangeForm, UnitChoice, WorkForm
from quiz.forms.assignments import RulesForm, ticket
from quiz.models import Assignment, Classroom


@require_http_methods(["GET", "HEAD", "POST"])
def new_assignment(request: HttpRequest, classroom_id: UUID) -> HttpResponse:
    """Set a unit for the class, or for some of it."""
    classroom = access.get_classroom_for(request, classroom_id)
    form = _new(request, classroom)
    if not form.is_valid():
        return _page(request, classroom, form)
    work, first = assigning.set_work(
        classroom=classroom,
        ticket=form.cleaned_data["ticket"],
        seats=form.cleaned_data["seats"],
        unit=form.cleaned_data["unit"],
        edition=form.fixed,
        **form.rules,
    )
    if first:
        messages.success(request, f"“{work.unit}” is set. {rules.summary(work)}")
    return redirect(classroom)


@require_http_methods(["GET", "HEAD", "POST"])
def assignment(request: HttpRequest, classroom_id: UUID, work_id: int) -> HttpResponse:
    """The rules of work that was set: look at them, and change them."""
    work = access.get_work_for(request, classroom_id, work_id)
    form = ChangeForm(_sent(request), work=work, seats=work.classroom.enrolments.present())
    if not form.is_valid():
        return _page(request, work.classroom, form, work=work)
    seats = form.cleaned_data["seats"]
    with access.still_here():
        assigning.change(work=work, seats=seats, edition=form.fixed, **form.rules)
    messages.success(request, f"“{work.unit}” is changed. {rules.summary(work)}")
    return redirect(work.classroom)


@require_POST
def assignment_words(request: HttpRequest, classroom_id: UUID) -> HttpResponse:
    """What learners will meet by the rules as they stand in the form, in a sentence."""
    classroom = access.get_classroom_for(request, classroom_id)
    form = RulesForm(request.POST, seats=classroom.enrolments.present())
    form.fields.pop("edition")
    words = _words(form, classroom) if form.is_valid() else ""
    problems = [each for errors in form.errors.values() for each in errors]
    context = {"words": words, "problems": problems, "classroom": classroom}
    return page(request, "quiz/assignment_words.html", context, partial="words")


@require_POST
def assignment_removal(request: HttpRequest, classroom_id: UUID, work_id: int) -> HttpResponse:
    """Take work off the class's list. Answers stay."""
    work = access.get_work_for(request, classroom_id, work_id)
    assigning.take_off(work=work)
    messages.success(request, f"“{work.unit}” is no longer set. Every answer is kept.")
    return redirect(work.classroom)


def _new(request: HttpRequest, classroom: Classroom) -> WorkForm:
    chosen = UnitChoice(request.GET)
    told = {
        "unit": chosen.cleaned_data["unit"] if chosen.is_valid() else None,
        "ticket": ticket(),
        "late": Assignment.Late.MARKED,
        "feedback": Assignment.Feedback.NOW,
    }
    return WorkForm(
        _sent(request),
        initial=told,
        units=access.settable_units(request, classroom),
        seats=classroom.enrolments.present(),
    )


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _words(form: RulesForm, classroom: Classroom) -> str:
    """The rules in the form as a sentence."""
    return rules.summary(Assignment(classroom=classroom, **form.rules))


def _page(
    request: HttpRequest,
    classroom: Classroom,
    form: WorkForm | ChangeForm,
    *,
    work: Assignment | None = None,
) -> HttpResponse:
    """The page with its form; with 422 where what was sent could not be taken."""
    context: dict[str, Any] = {
        "classroom": classroom,
        "form": form,
        "work": work,
        "words": rules.summary(work or Assignment(classroom=classroom)),
        "begun": work.attempts.values("learner").distinct().count() if work else 0,
    }
    return page(request, "quiz/assignment.html", context, status=422 if form.errors else 200)
