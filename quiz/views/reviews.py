"""Today's review: what is due, and where to begin or go on. Its questions are an attempt's."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from config.http import page
from config.limits import limited
from quiz import access, reviewing

NOTHING_LEFT = (
    "There is no question left to ask you about these today. They stay on the list, and come back "
    "when there is a new text, or tomorrow."
)


@login_not_required  # learners need no account; only this browser's own learner is shown
@require_safe
def todays_review(request: HttpRequest) -> HttpResponse:
    """What is due today, or when the next thing is."""
    learner = access.learner_of(request)
    context = {"learner": learner, "review": reviewing.Today(learner) if learner else None}
    return page(request, "quiz/todays_review.html", context)


@login_not_required  # a learner needs no account; without one there is nothing to review
@require_POST
@limited("start", tries=300, seconds=300)
def review_attempts(request: HttpRequest) -> HttpResponse:
    """Begin today's review, or go on with it."""
    learner = access.learner_of(request)
    if learner is None:
        return redirect("todays_review")
    with access.still_here():
        attempt = reviewing.start(learner=learner)
    if attempt is None:
        messages.info(request, NOTHING_LEFT)
        return redirect("todays_review")
    return redirect(attempt)
