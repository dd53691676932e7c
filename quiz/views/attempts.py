"""Learning a unit: its front page, its lessons, its questions, and what they came to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from config.http import HtmxHttpRequest, page
from config.limits import limited
from curriculum import passages
from curriculum.models import EditionQuestion
from quiz import access, lessons, practising, quotations, shuffling, taking
from quiz.dashboards import Outcome
from quiz.forms import AnswerForm, StartForm
from quiz.itinerary import Itinerary
from quiz.models import Attempt
from quiz.outline import Outline

AGAIN = "You already answered this one. Your first answer stands."


@login_not_required  # learners need no account
@require_safe
def learn(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """What a unit is about, before anybody begins."""
    edition = access.get_edition_for(request, unit_id)
    learner = access.learner_of(request)
    attempts = list(edition.attempts.filter(learner=learner)) if learner else []
    context = {
        "edition": edition,
        "outline": Outline(edition),
        "learner": learner,
        "open": next((each for each in attempts if each.finished_at is None), None),
        "finished": [each for each in attempts if each.finished_at],
        "form": StartForm(initial={"ticket": access.walk_in_ticket()}),
        "preview": edition.unit.owner_id == request.user.pk,
    }
    return page(request, "quiz/learn.html", context)


@login_not_required  # learners need no account
@require_POST
@limited("start", tries=300, seconds=300)
def attempts(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Begin, or go on with what is open."""
    edition = access.get_edition_for(request, unit_id)
    form = StartForm(request.POST)
    ticket = form.cleaned_data["ticket"] if form.is_valid() else ""
    learner = access.learner_for_start(request, ticket=ticket)
    classroom = access.classroom_for(learner, edition.unit)
    with access.still_here():
        attempt = taking.start(learner=learner, edition=edition, classroom=classroom)
    return redirect(attempt)


@login_not_required  # the lookup lets only this browser's learner in
@require_safe
def attempt(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """Go to where the learner stopped, or to the summary."""
    return redirect(Itinerary(access.get_attempt_for(request, attempt_id)).next_url)


@login_not_required  # the lookup lets only this browser's learner in
@require_safe
def attempt_lesson(request: HttpRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """One lesson: its steps as cards, its text beside them."""
    itinerary = Itinerary(access.get_attempt_for(request, attempt_id))
    return page(request, "quiz/lesson.html", _lesson(itinerary, number))


@login_not_required  # the lookup lets only this browser's learner in
@require_POST
def practice(request: HttpRequest, attempt_id: UUID, number: int, place: int) -> HttpResponse:
    """Try a question of a lesson: the answer is shown with its reasons, and not kept."""
    itinerary = Itinerary(access.get_attempt_for(request, attempt_id))
    context = _lesson(itinerary, number)
    question = next((each for each in context["practice"] if each.place == place), None)
    if question is None:
        raise Http404
    form = AnswerForm(request.POST, laid=question.laid)
    context |= {"question": question, "tried_place": place}
    if not form.is_valid():
        context |= {"errors": form.errors.get("choice", ())}
        return page(request, "quiz/lesson.html", context, partial="practice", status=422)
    source = itinerary.attempt.studied.unit.source
    context |= {"tried": practising.tried(question, form.cleaned_data["choice"], source=source)}
    return page(request, "quiz/lesson.html", context, partial="practice")


@login_not_required  # the lookup lets only this browser's learner in
@require_POST
def lesson_completion(request: HttpRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """The lesson is read: on to its questions."""
    attempt = access.get_attempt_for(request, attempt_id)
    itinerary = Itinerary(attempt)
    if number not in itinerary.lessons:
        raise Http404
    with access.still_here():
        taking.complete_lesson(attempt=attempt, number=number)
    questions = itinerary.questions_of(number)
    waiting = [each for each in questions if each.version_id not in itinerary.responses]
    if waiting:
        return redirect("attempt_question", attempt.pk, waiting[0].position)
    return redirect(Itinerary(attempt).next_url)


@login_not_required  # the lookup lets only this browser's learner in
@require_safe
def attempt_question(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """One question; or, once it was answered, what the answer was worth and why."""
    itinerary = Itinerary(access.get_attempt_for(request, attempt_id))
    asked = _asked(itinerary, position)
    return page(request, "quiz/question.html", _question(itinerary, asked))


@login_not_required  # the lookup lets only this browser's learner in
@require_POST
def attempt_answer(request: HtmxHttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """Take an answer: the first one stands, however often it arrives."""
    attempt = access.get_attempt_for(request, attempt_id)
    itinerary = Itinerary(attempt)  # it reads the answers when first asked: after this one
    asked = _asked(itinerary, position)
    laid = shuffling.lay_out(asked.version, learner=attempt.learner_id)
    form = AnswerForm(request.POST, laid=laid)
    if not form.is_valid():
        context = _question(itinerary, asked) | {"form": form}
        return page(request, "quiz/question.html", context, partial="screen", status=422)
    with access.still_here():
        answered = taking.answer(attempt=attempt, asked=asked, choice=form.cleaned_data["choice"])
    if not request.htmx:
        if not answered.first:
            messages.info(request, AGAIN)
        return redirect("attempt_question", attempt.pk, position)
    context = _question(itinerary, asked) | {"again": "" if answered.first else AGAIN}
    return page(request, "quiz/question.html", context, partial="screen")


@login_not_required  # the lookup lets only this browser's learner in
@require_safe
def attempt_summary(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """What the attempt showed, skill by skill, with every question to look back at."""
    attempt = access.get_attempt_for(request, attempt_id)
    itinerary = Itinerary(attempt)
    if itinerary.next:
        messages.info(request, "There is a little more to do before you see how it went.")
        return redirect(itinerary.next_url)
    context = {**_frame(itinerary), "outcome": Outcome(itinerary)}
    return page(request, "quiz/summary.html", context)


def _lesson(itinerary: Itinerary, number: int) -> dict[str, Any]:
    """A lesson with the questions to practise on, none of them tried."""
    lesson = itinerary.lessons.get(number)
    if not lesson:
        raise Http404
    attempt = itinerary.attempt
    return _frame(itinerary) | {
        "lesson": lesson,
        "number": number,
        "page": lessons.lay_out(lesson, source=attempt.studied.unit.source),
        "practice": practising.practice(lesson, attempt=attempt),
        "questions": itinerary.questions_of(number),
    }


def _asked(itinerary: Itinerary, position: int) -> EditionQuestion:
    asked = itinerary.asked.get(position)
    if asked is None:
        raise Http404
    prefetch_related_objects([asked.version], "choices")  # laid out, marked and shown: once
    return asked


def _frame(itinerary: Itinerary) -> dict[str, Any]:
    """What every page of an attempt shows."""
    attempt: Attempt = itinerary.attempt
    edition = attempt.studied
    return {
        "attempt": attempt,
        "edition": edition,
        "learner": attempt.learner,
        "itinerary": itinerary,
        "source": edition.unit.source,
    }


def _question(itinerary: Itinerary, asked: EditionQuestion) -> dict[str, Any]:
    """A question before its answer, or after it. Before, nothing of the key is in the context."""
    siblings = itinerary.questions_of(asked.lesson_number)
    laid = shuffling.lay_out(asked.version, learner=itinerary.attempt.learner_id)
    source = itinerary.attempt.studied.unit.source
    context = _frame(itinerary) | {
        "asked": asked,
        "lesson": itinerary.lessons.get(asked.lesson_number),
        "now": siblings.index(asked) + 1,
        "of": len(siblings),
        "laid": laid,
        "form": AnswerForm(laid=laid),
        "paragraphs": passages.paragraphs(source.text, source.blocks),
    }
    response = itinerary.responses.get(asked.version_id)
    if response is None:
        return context
    lights = passages.resolve(
        source.text, [anchor.as_draft() for anchor in asked.version.anchors.all()]
    )
    return context | {
        "response": response,
        "confusion": practising.mix_up(response.choice),
        "quotations": quotations.quotations(source, lights),
        "paragraphs": passages.paragraphs(source.text, source.blocks, lights),
        "next_url": itinerary.after(asked),
    }
