"""The review queue: one drafted question at a time, its words, and what to do with it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.http import page
from curriculum import checking, passages, reviewing
from curriculum.access import get_question_for, get_unit_for
from curriculum.forms.questions import WordingForm
from curriculum.forms.units import PlaceForm
from curriculum.models import Question
from curriculum.reading.types import Problem

DONE = {
    Question.State.APPROVED: "Approved.",
    Question.State.DISCARDED: "Discarded. Learners will not see it.",
    Question.State.DRAFTED: "Back in the queue.",
}


@require_safe
def review(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """The next question to review, or the end of the queue."""
    unit = get_unit_for(request, unit_id)
    waiting = unit.questions.to_review().first()
    if waiting:
        return redirect(waiting)
    context = {"unit": unit, "progress": reviewing.progress(unit), "queue": unit.questions.whole()}
    return page(request, "curriculum/review.html", context, partial="review")


@require_safe
def question(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """One question with the passage lit beside it."""
    found = get_question_for(request, question_id)
    queue = list(found.unit.questions.whole())
    at = queue.index(found)
    context = {
        "unit": found.unit,
        "question": found,
        "version": found.latest,
        "findings": checking.of_question(found),
        "passage": _passage(found),
        "queue": queue,
        "number": at + 1,
        "before": queue[at - 1] if at else None,
        "after": queue[at + 1] if at + 1 < len(queue) else None,
        "progress": reviewing.progress(found.unit),
    }
    return page(request, "curriculum/question.html", context, partial="review")


def _passage(found: Question) -> tuple[passages.Paragraph, ...]:
    source, latest = found.unit.source, found.latest
    proof = [anchor.as_draft() for anchor in latest.anchors.all()] if latest else []
    return passages.paragraphs(source.text, source.blocks, passages.resolve(source.text, proof))


@require_POST
def verdict(request: HttpRequest, question_id: UUID, state: str) -> HttpResponse:
    """Approve, discard or put back, then go on to the next question to review."""
    found = get_question_for(request, question_id)
    if state not in Question.State.values:
        raise Http404
    before = found.state
    reviewing.decide(question=found, state=Question.State(state))
    if state == Question.State.DRAFTED:
        messages.info(request, DONE[Question.State.DRAFTED])
        return redirect(found)
    undo = reverse("verdict", args=[found.pk, before])
    tags = f"undo:{undo}" if before != state else ""
    messages.success(request, DONE[Question.State(state)], extra_tags=tags)
    return redirect(reviewing.following(found) or found.unit.get_review_url())


@require_POST
def approvals(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Approve everything to review in which lint finds nothing."""
    unit = get_unit_for(request, unit_id)
    count = reviewing.approve_sound(unit=unit)
    messages.success(request, f"{count} approved. Those with findings still wait for you.")
    return redirect(unit.get_review_url())


@require_http_methods(["GET", "HEAD", "POST"])
def wording(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Reword a question: GET shows the form, POST makes a new version."""
    found = get_question_for(request, question_id)
    if request.method != "POST":
        return _wording_page(request, found, WordingForm(question=found))
    form = WordingForm(request.POST, question=found)
    if not form.is_valid():
        return _wording_page(request, found, form, status=422)
    made = reviewing.reword(question=found, draft=form.draft(), base=form.cleaned_data["base"])
    if isinstance(made, Problem):
        return _wording_page(request, found, form.over(made), status=422)
    messages.success(request, "Saved.")
    return redirect(found)


@require_POST
def findings(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """What lint would say of the words in the form, before they are saved."""
    found = get_question_for(request, question_id)
    return _wording_page(request, found, WordingForm(request.POST, question=found))


def _wording_page(
    request: HttpRequest, found: Question, form: WordingForm, *, status: int = 200
) -> HttpResponse:
    if form.is_bound and form.is_valid():
        lint = checking.of_draft(form.draft(), source=found.unit.source)
    else:
        lint = checking.of_question(found)
    context = {
        "unit": found.unit,
        "question": found,
        "form": form,
        "findings": lint,
        "passage": _passage(found),
    }
    return page(request, "curriculum/wording.html", context, partial="findings", status=status)


@require_POST
def question_place(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Move a question up or down within its lesson."""
    found = get_question_for(request, question_id)
    form = PlaceForm(request.POST)
    if form.is_valid():
        reviewing.move_question(question=found, up=form.up)
    return redirect(found.lesson)
