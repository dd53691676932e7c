"""The review queue: one question at a time, and what to do with it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from config.http import page
from curriculum import checking, passages, reviewing
from curriculum.access import get_question_for, get_unit_for
from curriculum.forms.questions import ShownForm
from curriculum.models import Question, Unit
from curriculum.views import decisions

DONE = {
    Question.State.APPROVED: "Approved.",
    Question.State.DISCARDED: "Discarded. Learners will not see it.",
    Question.State.DRAFTED: "Back in the queue.",
}


@require_safe
def review(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """The first question of those to be shown, or the end of the queue."""
    unit = get_unit_for(request, unit_id)
    state = ShownForm(request.GET).state
    first = unit.questions.filter(state=state or Question.State.DRAFTED).first()
    if first:
        return redirect(_shown(first.get_absolute_url(), state))
    hidden = state in (Question.State.APPROVED, Question.State.DISCARDED)
    queue = unit.questions.none() if hidden else unit.questions.whole()
    context = {**_about(request, unit, state), "queue": queue}
    return page(request, "curriculum/review.html", context, partial="review")


@require_safe
def question(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """One question with the passage lit beside it."""
    found = get_question_for(request, question_id)
    state = ShownForm(request.GET).state
    every = found.unit.questions.whole()
    queue = [each for each in every if state in ("", each.state) or each == found]
    at = queue.index(found)
    context = {
        **_about(request, found.unit, state),
        "question": found,
        "version": found.latest,
        "findings": checking.of_question(found),
        "passage": passage(found),
        "queue": queue,
        "number": at + 1,
        "before": queue[at - 1] if at else None,
        "after": queue[at + 1] if at + 1 < len(queue) else None,
    }
    return page(request, "curriculum/question.html", context, partial="review")


def _about(request: HttpRequest, unit: Unit, state: str) -> dict[str, Any]:
    """What the head of the queue says, wherever one is in it."""
    return {
        "unit": unit,
        "progress": reviewing.progress(unit),
        "shown": state,
        "undo": decisions.any_left(request, unit),
    }


def passage(found: Question) -> tuple[passages.Paragraph, ...]:
    """The text, with the words lit that prove the answer as it is now."""
    source, latest = found.unit.source, found.latest
    proof = [anchor.as_draft() for anchor in latest.anchors.all()] if latest else []
    return passages.paragraphs(source.text, source.blocks, passages.resolve(source.text, proof))


def _shown(url: str, state: str) -> str:
    return f"{url}?{urlencode({'show': state})}" if state else url


@require_POST
def verdict(request: HttpRequest, question_id: UUID, state: str) -> HttpResponse:
    """Approve, discard or put back, then go on to the next question that is shown."""
    found = get_question_for(request, question_id)
    if state not in Question.State.values:
        raise Http404
    shown = ShownForm(request.POST).state
    made = reviewing.decide(question=found, state=Question.State(state))
    decisions.remember(request, found.unit, [made])
    tags = f"undo:{reverse('reversal_of_review', args=[found.unit_id])}"
    messages.success(
        request, DONE[Question.State(state)], extra_tags=tags if made.before != state else ""
    )
    following = reviewing.following(found, state=shown or Question.State.DRAFTED)
    return redirect(
        _shown(following.get_absolute_url() if following else found.unit.get_review_url(), shown)
    )


@require_POST
def reversal_of_review(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Take back what was decided last: one question, or all that were approved at once."""
    unit = get_unit_for(request, unit_id)
    made = decisions.last(request, unit)
    count = reviewing.take_back(unit=unit, decisions=made)
    back = unit.questions.filter(pk=made[0].question).first() if made else None
    if count > 1:
        messages.info(request, f"Taken back: {count} questions are as they were.")
    elif count:
        messages.info(request, "Taken back.")
    else:
        messages.info(request, "There is nothing left to take back.")
    return redirect(back or unit.get_review_url())


@require_POST
def approvals(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Approve everything to review in which lint finds nothing."""
    unit = get_unit_for(request, unit_id)
    made = reviewing.approve_sound(unit=unit)
    decisions.remember(request, unit, made)
    undo = f"undo:{reverse('reversal_of_review', args=[unit.pk])}" if made else ""
    messages.success(
        request, f"{len(made)} approved. Those with findings still wait for you.", extra_tags=undo
    )
    return redirect(unit.get_review_url())
