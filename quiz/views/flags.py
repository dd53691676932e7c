"""Flags: a learner says what is wrong with a question, and the unit's teacher answers."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from config.http import page
from config.limits import limited
from quiz import access, flagging, screens
from quiz.forms.study import FlagForm, SettlementForm
from quiz.itinerary import Itinerary
from quiz.models import Flag
from quiz.unit_results import UnitResults

LATE = "Somebody has answered that already. Their answer stands."


@login_not_required  # the lookup lets only this browser's learner in
@require_POST
@limited("flag", tries=120, seconds=300)
def attempt_flag(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """Say what is wrong with a question."""
    itinerary = Itinerary(access.get_attempt_for(request, attempt_id))
    asked = screens.asked_at(itinerary, position)
    form = FlagForm(request.POST)
    if not form.is_valid():
        context = screens.question(itinerary, asked) | screens.flag(itinerary, asked)
        context |= {"flag_form": form}
        return page(request, "quiz/question.html", context, partial="flag", status=422)
    with access.still_here():
        flagging.put(attempt=itinerary.attempt, version=asked.version, **form.cleaned_data)
    return _back(request, itinerary, position)


@login_not_required  # the lookup lets only this browser's learner in
@require_POST
def attempt_flag_removal(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """Take it back."""
    itinerary = Itinerary(access.get_attempt_for(request, attempt_id))
    asked = screens.asked_at(itinerary, position)
    flagging.withdraw(attempt=itinerary.attempt, version=asked.version)
    return _back(request, itinerary, position)


def _back(request: HttpRequest, itinerary: Itinerary, position: int) -> HttpResponse:
    """To the question; or with htmx, only what stands of the flag."""
    asked = screens.asked_at(itinerary, position)
    if getattr(request, "htmx", False):
        context = screens.flag(itinerary, asked) | {"flag_moved": True}
        return page(request, "quiz/question.html", context, partial="flag")
    return redirect(reverse("attempt_question", args=[itinerary.attempt.pk, position]) + "#flag")


@require_POST
def flag_settlement(request: HttpRequest, unit_id: UUID, flag_id: int) -> HttpResponse:
    """Say what became of a flagged question."""
    assert request.user.is_authenticated  # LoginRequiredMiddleware saw to it
    unit = access.get_owned_unit_for(request, unit_id)
    flag = get_object_or_404(Flag.objects.filter(version__question__unit=unit), pk=flag_id)
    form = SettlementForm(request.POST)
    if not form.is_valid():
        context = {
            "unit": unit,
            "results": UnitResults(unit, viewer=request.user),
            "flags": flagging.UnitFlags(unit),
            "settlement": SettlementForm(),
            "refused": flag.pk,
            "refused_form": form,
        }
        return page(request, "quiz/results.html", context, status=422)
    if flagging.settle(flag=flag, by=request.user, **form.cleaned_data):
        messages.success(request, "Answered. The learner sees it with the question.")
    else:
        messages.info(request, LATE)
    return redirect(reverse("results", args=[unit.pk]) + "#flags")
