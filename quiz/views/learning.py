"""The front page of a unit: what it is about, by which rules, and the way in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from config.http import page
from config.limits import limited
from curriculum.models import Edition
from curriculum.reading.types import Problem
from quiz import access, accommodating, passing, rules, taking, working
from quiz.forms import StartForm, WhichForm
from quiz.models import Attempt, Learner
from quiz.outline import Outline
from quiz.standing import Standing


@login_not_required  # learners need no account
@require_safe
def learn(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """What a unit is about, before anybody begins."""
    form = WhichForm(request.GET)
    which = form.cleaned_data["work"] if form.is_valid() else None
    edition, standing = access.get_place_for(request, unit_id, work=which)
    return page(request, "quiz/learn.html", _front(request, edition, standing))


@login_not_required  # learners need no account
@require_POST
@limited("start", tries=300, seconds=300)
def attempts(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Begin, or go on with what is open."""
    form = StartForm(request.POST)
    told = form.cleaned_data if form.is_valid() else {}
    edition, standing = access.get_place_for(request, unit_id, work=told.get("work"))
    learner = access.learner_for_start(request, ticket=told.get("ticket", ""))
    passing.withdraw(learner=learner, unit=edition.unit)  # whoever starts has changed their mind
    with access.still_here():
        begun = _begin(learner, edition, standing)
    if isinstance(begun, Attempt):
        return redirect(begun)
    edition, standing = access.get_place_for(request, unit_id, work=told.get("work"))
    context = _front(request, edition, standing) | {"problem": begun}
    return page(request, "quiz/learn.html", context, status=422)


def _begin(learner: Learner, edition: Edition, standing: Standing | None) -> Attempt | Problem:
    if standing:
        return working.start(learner=learner, work=standing.work)
    return taking.start(learner=learner, edition=edition)


def _front(request: HttpRequest, edition: Edition, standing: Standing | None) -> dict[str, Any]:
    """The page, for whoever learns here: set work shows its own tries, and nothing before it opens.

    What somebody began without the class stays on their own progress page.
    """
    learner = access.learner_of(request)
    tries = standing.attempts if standing else _own(learner, edition)
    return {
        "passed": passing.passed(learner=learner, unit=edition.unit),
        "may_say_how_sure": standing is None,
        "standing": standing,
        "rules": rules.for_learner(standing) if standing else [],
        "problem": standing.problem if standing else None,
        "helps": accommodating.words(accommodating.of(learner)) if learner else [],
        "edition": edition,
        "outline": Outline(edition),
        "learner": learner,
        "open": next((each for each in tries if not each.shut()), None),
        "finished": [each for each in tries if each.shut()],
        "form": StartForm(
            initial={
                "ticket": access.walk_in_ticket(),
                "work": standing.work.pk if standing else None,
            }
        ),
        "preview": edition.unit.owner_id == request.user.pk,
    }


def _own(learner: Learner | None, edition: Edition) -> list[Attempt]:
    if learner is None:
        return []
    return list(edition.attempts.filter(learner=learner).select_related("assignment"))
