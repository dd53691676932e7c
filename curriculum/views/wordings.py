"""The words of a question: a teacher's own, new or changed, with lint beside them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from config.http import page
from curriculum import arranging, checking, composing, passages, reviewing
from curriculum.access import get_lesson_for, get_question_for
from curriculum.forms.own import ChosenWordsForm, OwnQuestionForm, unwritten
from curriculum.forms.questions import WordingForm
from curriculum.forms.units import PlaceForm, QuestionLessonForm
from curriculum.models import Lesson, Question
from curriculum.reading.types import Problem
from curriculum.views.questions import passage
from curriculum.writing.confusions import CONFUSIONS
from curriculum.writing.types import Finding


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
    composing.set_practice(question=found, practice=form.cleaned_data["practice"])
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
    lint = _lint(form, found)
    context = {
        "unit": found.unit,
        "question": found,
        "form": form,
        "findings": checking.of_question(found) if lint is None else lint,
        "passage": passage(found),
        "confusions": CONFUSIONS.values(),
        "save_url": found.get_wording_url(),
        "check_url": reverse("findings", args=[found.pk]),
    }
    return page(request, "curriculum/wording.html", context, partial="findings", status=status)


def _lint(form: WordingForm, found: Question) -> tuple[Finding, ...] | None:
    """What lint says of the words in the form; None where they are not ready to be checked."""
    if not form.is_bound or not form.is_valid():
        return None
    return checking.of_draft(form.draft(), source=found.unit.source)


@require_http_methods(["GET", "HEAD", "POST"])
def new_question(request: HttpRequest, lesson_id: int) -> HttpResponse:
    """Ask a question of one's own: choose words of the text, then write what is asked of them."""
    lesson = get_lesson_for(request, lesson_id)
    question = unwritten(lesson)
    if request.method == "POST":
        return _save_new(request, lesson, OwnQuestionForm(request.POST, question=question))
    chosen = ChosenWordsForm(request.GET or None, source=lesson.unit.source)
    like = _like(request, chosen)
    if not chosen.is_valid() or chosen.anchor is None:
        return _choosing_page(request, lesson, chosen, like)
    form = OwnQuestionForm(
        question=question,
        initial=chosen.initial_words(),
        like=like.latest if like else None,
    )
    return _new_page(request, lesson, form)


def _like(request: HttpRequest, chosen: ChosenWordsForm) -> Question | None:
    """The question that the new one should be like, where one was named."""
    named = chosen.named()
    return get_question_for(request, named) if named else None


def _choosing_page(
    request: HttpRequest, lesson: Lesson, chosen: ChosenWordsForm, like: Question | None
) -> HttpResponse:
    source = lesson.unit.source
    asked_for_words = chosen.is_bound and "exact" in chosen.data
    context = {
        "lesson": lesson,
        "unit": lesson.unit,
        "form": chosen if asked_for_words else ChosenWordsForm(source=source),
        "like": like,
        "passage": passages.paragraphs(source.text, source.blocks),
    }
    status = 422 if asked_for_words else 200
    return page(request, "curriculum/chosen_words.html", context, status=status)


def _save_new(request: HttpRequest, lesson: Lesson, form: OwnQuestionForm) -> HttpResponse:
    if not form.is_valid():
        return _new_page(request, lesson, form, status=422)
    approved = form.cleaned_data["approved"]
    made = composing.add_question(
        lesson=lesson,
        draft=form.draft(),
        practice=form.cleaned_data["practice"],
        approved=approved,
    )
    messages.success(
        request, "Added and approved." if approved else "Added. Approve it when ready."
    )
    return redirect(made)


@require_POST
def new_findings(request: HttpRequest, lesson_id: int) -> HttpResponse:
    """What lint would say of a question that is not saved yet."""
    lesson = get_lesson_for(request, lesson_id)
    return _new_page(request, lesson, OwnQuestionForm(request.POST, question=unwritten(lesson)))


def _new_page(
    request: HttpRequest, lesson: Lesson, form: OwnQuestionForm, *, status: int = 200
) -> HttpResponse:
    source = lesson.unit.source
    lit = form.anchors_now()
    context = {
        "unit": lesson.unit,
        "lesson": lesson,
        "form": form,
        "findings": _lint(form, form.question),
        "passage": passages.paragraphs(
            source.text, source.blocks, passages.resolve(source.text, lit)
        ),
        "confusions": CONFUSIONS.values(),
        "save_url": reverse("new_question", args=[lesson.pk]),
        "check_url": reverse("new_findings", args=[lesson.pk]),
    }
    return page(request, "curriculum/wording.html", context, partial="findings", status=status)


@require_POST
def question_place(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Move a question within its lesson."""
    found = get_question_for(request, question_id)
    PlaceForm(request.POST).move(found)
    return redirect(f"{found.lesson.get_absolute_url()}#questions")


@require_POST
def question_lesson(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Move a question to another lesson of its unit."""
    found = get_question_for(request, question_id)
    before = found.lesson
    form = QuestionLessonForm(request.POST, unit=found.unit)
    if not form.is_valid():
        messages.error(request, "Choose the lesson that the question should move to.")
        return redirect(f"{before.get_absolute_url()}#questions")
    arranging.rehome(found, lesson=form.cleaned_data["lesson"])
    undo = reverse("question_return", args=[found.pk, before.pk])
    messages.success(request, f"Moved to “{found.lesson}”.", extra_tags=f"undo:{undo}")
    return redirect(f"{before.get_absolute_url()}#questions")


@require_POST
def question_return(request: HttpRequest, question_id: UUID, lesson_id: int) -> HttpResponse:
    """Move a question back to the lesson it came from."""
    found = get_question_for(request, question_id)
    lesson = get_object_or_404(found.unit.lessons, pk=lesson_id)
    arranging.rehome(found, lesson=lesson)
    messages.success(request, f"Back in “{lesson}”.")
    return redirect(f"{lesson.get_absolute_url()}#questions")
