"""Learning a unit: its lessons, its questions, and what they came to."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.http import HtmxHttpRequest, page
from quiz import access, accommodating, flagging, practising, screens, taking, timing, working
from quiz.dashboards import Outcome
from quiz.forms import AnswerForm
from quiz.itinerary import Asked, Itinerary
from quiz.reviewing import Returns

AGAIN = "You already answered this one. Your first answer stands."


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
    return page(request, "quiz/lesson.html", screens.lesson(itinerary, number))


@login_not_required  # the lookup lets only this browser's learner in
@require_POST
def practice(request: HttpRequest, attempt_id: UUID, number: int, place: int) -> HttpResponse:
    """Try a question of a lesson: the answer is shown with its reasons, and not kept."""
    itinerary = Itinerary(access.get_attempt_for(request, attempt_id))
    context = screens.lesson(itinerary, number)
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
    waiting = [each for each in questions if each.version_id not in itinerary.answered]
    if waiting:
        return redirect("attempt_question", attempt.pk, waiting[0].position)
    return redirect(Itinerary(attempt).next_url)


@login_not_required  # the lookup lets only this browser's learner in
@require_safe
def attempt_question(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """One question; or, once it was answered, what the answer was worth and why."""
    itinerary = Itinerary(access.get_attempt_for(request, attempt_id))
    asked = screens.asked_at(itinerary, position)
    context = screens.question(itinerary, asked) | screens.flag(itinerary, asked)
    return page(request, "quiz/question.html", context)


@login_not_required  # the lookup lets only this browser's learner in
@require_POST
def attempt_answer(request: HtmxHttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """Take an answer: the first one stands, however often it arrives."""
    attempt = access.get_attempt_to_answer(request, attempt_id)
    itinerary = Itinerary(attempt)  # it reads the answers when first asked: after this one
    asked = screens.asked_at(itinerary, position)
    laid = accommodating.lay_out(asked.version, learner=attempt.learner)
    form = AnswerForm(request.POST, laid=laid)
    if not form.is_valid():
        context = screens.question(itinerary, asked) | {"form": form}
        context |= {} if request.htmx else screens.flag(itinerary, asked)
        return page(request, "quiz/question.html", context, partial="screen", status=422)
    again = _take(itinerary, asked, form)
    if not request.htmx:
        if again:
            messages.info(request, again)
        return redirect("attempt_question", attempt.pk, position)
    context = screens.question(itinerary, asked) | {"again": again}
    return page(request, "quiz/question.html", context, partial="screen")


def _take(itinerary: Itinerary, asked: Asked, form: AnswerForm) -> str:
    """Save the answer. Returns what there is to say if it is not the one that stands."""
    attempt, given = itinerary.attempt, form.cleaned_data
    try:
        with access.still_here():
            answered = taking.answer(
                attempt=attempt,
                asked=asked,
                choice=given["choice"],
                confidence=given["confidence"] if screens.asks_confidence(attempt) else None,
                seconds=timing.seconds(
                    given["shown"], attempt=attempt.pk, version=asked.version_id
                ),
                options=len(form.laid),
            )
    except working.Shut:
        return working.SHUT.message
    itinerary.hear(answered.response)
    # An answer that was saved and is sent again, since nobody heard of it, is no second opinion.
    return "" if answered.response.choice_id == given["choice"].pk else AGAIN


@login_not_required  # the lookup lets only this browser's learner in
@require_http_methods(["GET", "HEAD", "POST"])
def attempt_similar(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    """One more question like this one, to try: explained, and not kept."""
    itinerary = Itinerary(access.get_attempt_for(request, attempt_id))
    asked = screens.asked_at(itinerary, position)
    if itinerary.attempt.edition is None:  # a review has an end
        raise Http404
    if asked.version_id not in itinerary.answered or not itinerary.attempt.disclosed:
        return redirect("attempt_question", attempt_id, position)
    context = screens.similar(itinerary, asked)
    found = context["similar"]
    if found is None or request.method != "POST":
        return page(request, "quiz/similar.html", context)
    form = AnswerForm(request.POST, laid=found.question.laid)
    if not form.is_valid():
        context |= {"errors": form.errors.get("choice", ())}
        return page(request, "quiz/similar.html", context, partial="screen", status=422)
    context |= screens.tried(found, form.cleaned_data["choice"])
    return page(request, "quiz/similar.html", context, partial="screen")


@login_not_required  # the lookup lets only this browser's learner in
@require_safe
def attempt_summary(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """What the attempt showed, skill by skill, with every question to look back at."""
    attempt = access.get_attempt_for(request, attempt_id)
    itinerary = Itinerary(attempt)
    if itinerary.next:
        messages.info(request, "There is a little more to do before you see how it went.")
        return redirect(itinerary.next_url)
    if attempt.edition is None:
        back = {"attempt": attempt, "learner": attempt.learner, "outcome": Returns(itinerary)}
        return page(request, "quiz/review_summary.html", back)
    context = {**screens.frame(itinerary), "outcome": Outcome(itinerary)}
    context |= {"flags": flagging.told_in(attempt), "may_try": screens.may_try(attempt)}
    return page(request, "quiz/summary.html", context)
