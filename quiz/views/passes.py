"""What a learner decides on the front page of a unit: to pass on it, to say how sure they are."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from config.http import page
from config.limits import limited
from quiz import access, passing
from quiz.forms import StartForm
from quiz.forms.study import ConfidenceForm
from quiz.models import Learner


@login_not_required  # learners need no account
@require_http_methods(["GET", "HEAD", "POST"])
@limited("start", tries=300, seconds=300)
def unit_pass(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Pass on a text with a content note, after one question back."""
    edition = access.get_edition_for(request, unit_id)
    if not edition.content_note:
        raise Http404
    if request.method != "POST":
        learner = access.learner_of(request)
        context = {
            "edition": edition,
            "learner": learner,
            "form": StartForm(initial={"ticket": access.walk_in_ticket()}),
            "classroom": access.classroom_for(learner, edition.unit),
        }
        return page(request, "quiz/unit_pass.html", context)
    form = StartForm(request.POST)
    ticket = form.cleaned_data["ticket"] if form.is_valid() else ""
    with access.still_here():
        passing.put(learner=access.learner_for_start(request, ticket=ticket), unit=edition.unit)
    messages.success(request, "That is noted. You need not say why.")
    return redirect("learn", unit_id)


@login_not_required  # learners need no account
@require_POST
def unit_pass_removal(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Read it after all."""
    edition = access.get_edition_for(request, unit_id)
    passing.withdraw(learner=access.learner_of(request), unit=edition.unit)
    return redirect("learn", unit_id)


@login_not_required  # learners need no account
@require_POST
@limited("start", tries=300, seconds=300)
def confidence(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Be asked how sure one is from now on, or no more."""
    access.get_edition_for(request, unit_id)
    form = ConfidenceForm(request.POST)
    ask, ticket = form.read()
    learner = access.learner_for_start(request, ticket=ticket)
    Learner.objects.filter(pk=learner.pk).update(asks_confidence=ask)
    if ask:
        messages.success(request, "From now on you are asked how sure you are.")
    else:
        messages.success(request, "You are not asked how sure you are any more.")
    return redirect("learn", unit_id)
