"""My data: what is kept, taking it along, letting it go, and whose answers those here are."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.http import page
from quiz import access, leaving, merging
from quiz.exporting import LearnerData
from quiz.forms import DeletionForm, KeepingForm, SecretForm
from quiz.models import Erasure, Learner
from quiz.seat_secrets import PICTURES
from quiz.views import joining

STAYED = "You stay. Nothing was deleted."
LEFT_BEHIND = "Those answers stay behind, without a name."
TAKEN_OVER = "The answers of this browser are yours now."


@login_not_required  # learners need no account; only this browser's own learner is shown
@never_cache
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """What is kept about whoever learns here, counted."""
    learner = access.learner_of(request)
    context = {"learner": learner, "data": LearnerData(learner) if learner else None}
    return page(request, "quiz/data.html", context)


@login_not_required  # as above
@never_cache
@require_safe
def data_json(request: HttpRequest) -> HttpResponse:
    """All of it as a JSON file."""
    learner = access.learner_of(request)
    if learner is None:
        return redirect("data")
    return _file(LearnerData(learner).as_json(), kind="json", mime="application/json")


@login_not_required  # as above
@never_cache
@require_safe
def data_csv(request: HttpRequest) -> HttpResponse:
    """All of it as a file for spreadsheets."""
    learner = access.learner_of(request)
    if learner is None:
        return redirect("data")
    return _file(LearnerData(learner).as_csv(), kind="csv", mime="text/csv; charset=utf-8")


@login_not_required  # whoever learns here may stop being kept
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def data_deletion(request: HttpRequest) -> HttpResponse:
    """What goes and what that means; then the wish itself, with its receipt."""
    learner = access.learner_of(request)
    if learner is None:
        return redirect("data")
    at_once = may_go_at_once(learner)
    form = DeletionForm(_posted(request), at_once=at_once)
    if not form.is_valid():
        context = {"learner": learner, "data": LearnerData(learner), "form": form}
        status = 422 if form.is_bound else 200
        return page(request, "quiz/data_deletion.html", context, status=status)
    now = form.cleaned_data["when"] == "now"
    erasure = leaving.ask(learner=learner, at_once=now)
    if erasure and erasure.done_at:
        access.forget(request)
        return redirect(erasure)
    return redirect("data")


@login_not_required  # as above
@require_POST
def data_return(request: HttpRequest) -> HttpResponse:
    """Take the wish back."""
    learner = access.learner_of(request)
    if learner and leaving.take_back(learner=learner):
        messages.success(request, STAYED)
    return redirect("data")


@login_not_required  # a receipt says nothing about anybody, and its holder has left
@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Whether it was done, and when."""
    found = get_object_or_404(Erasure, code=code.upper().replace("-", ""))
    return page(request, "quiz/data_receipt.html", {"erasure": found})


@login_not_required  # a pupil who sat down in a class has no account
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def data_keeping(request: HttpRequest) -> HttpResponse:
    """Do the answers that were given in this browser before go with whoever learns here now?"""
    learner = access.learner_of(request)
    other = merging.offered(request.session.get(access.ASIDE_KEY), request.user)
    if other is None or other == learner or not (learner or request.user.is_authenticated):
        access.set_aside(request, None)
        return redirect("data")
    seat = other.enrolments.present().select_related("classroom").first()
    posted = _posted(request)
    form, shown = KeepingForm(posted), SecretForm(posted)
    yes = form.is_valid() and form.cleaned_data["keep"] == "yes"
    if (
        yes
        and seat
        and shown.is_valid()
        and (problem := joining.wrong(seat, shown.secret(seat.classroom.sign_in)))
    ):
        shown.add_error("pin", problem.message)
    if not form.is_valid() or shown.errors:
        context = {
            "learner": learner,
            "data": LearnerData(other),
            "form": form,
            "secret_form": shown,
            "seat": seat,
            "pictures": PICTURES.values(),
        }
        status = 422 if form.is_bound else 200
        return page(request, "quiz/data_keeping.html", context, status=status)
    access.set_aside(request, None)
    if not yes:
        messages.info(request, "Both stay apart." if seat else LEFT_BEHIND)
    elif merging.keep(walk_in_pk=other.pk, user=request.user, into=learner):
        messages.success(request, "You are one person here now." if seat else TAKEN_OVER)
    return redirect("data")


def may_go_at_once(learner: Learner) -> bool:
    """A walk-in may: nobody else can reach their answers, and no class counts on them."""
    return learner.user_id is None and not learner.enrolments.exists()


def _posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, be it nothing at all: an empty form is an answer too."""
    return request.POST if request.method == "POST" else None


def _file(content: str, *, kind: str, mime: str) -> HttpResponse:
    name = f"second-source-my-data-{timezone.localdate():%Y-%m-%d}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=mime, headers=headers)
