"""What a learner knows, and leaving a shared computer."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from config.http import page
from quiz import access
from quiz.dashboards import LearnerDashboard
from quiz.portrait import Portrait
from quiz.reviewing import Today


@login_not_required  # learners need no account; only this browser's own learner is shown
@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """My progress: set work, skills in words, and every attempt."""
    learner = access.learner_of(request)
    context = {
        "learner": learner,
        "dashboard": LearnerDashboard(learner) if learner else None,
        "portrait": Portrait(learner) if learner else None,
        "review": Today(learner) if learner else None,
    }
    return page(request, "quiz/progress.html", context)


@login_not_required  # a pupil on a shared computer has no account to sign out of
@require_POST
def departure(request: HttpRequest) -> HttpResponse:
    """Leave this browser to the next person."""
    access.forget(request)
    messages.success(request, "You have left. The next person starts afresh.")
    return redirect("progress")
