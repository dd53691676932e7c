"""The mix-ups that wrong answers show, each with a card that explains it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.http import page
from curriculum.models import Question, Unit
from curriculum.writing.confusions import CONFUSIONS


@login_not_required  # learners come here from their feedback, and need no account
@require_safe
def confusions(request: HttpRequest) -> HttpResponse:
    """Every mix-up with a name."""
    return page(request, "curriculum/confusions.html", {"confusions": CONFUSIONS.values()})


@login_not_required  # learners come here from their feedback, and need no account
@require_safe
def confusion(request: HttpRequest, confusion_id: str) -> HttpResponse:
    """One mix-up on one screen; for a teacher, the questions of theirs that tempt it."""
    found = CONFUSIONS.get(confusion_id)
    if found is None:
        raise Http404
    context = {"confusion": found, "places": _tempting(request, confusion_id)}
    return page(request, "curriculum/confusion.html", context)


def _tempting(request: HttpRequest, confusion_id: str) -> list[Question]:
    """The questions of this teacher whose words, as they are now, tempt the mix-up."""
    units = Unit.objects.for_teacher(request.user)
    once = Question.objects.filter(unit__in=units, versions__choices__confusion=confusion_id)
    return [
        question
        for question in Question.objects.whole().filter(pk__in=once.values("pk"))
        if question.latest
        and any(choice.confusion == confusion_id for choice in question.latest.choices.all())
    ]
