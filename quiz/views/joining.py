"""Joining a class with its code: pupils take a seat, or come back to theirs.

One question a screen: the code, then the name, then the PIN or the pictures of whoever has a seat
already. A printed card leads past the first. What was said so far goes along in the form, so that
nothing is kept of somebody who stops half-way.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from config.http import page
from config.limits import limited, spent
from curriculum.reading.types import Problem
from quiz import access, enrolling, merging, seat_secrets
from quiz import names as naming
from quiz.forms import CodeForm, JoinForm
from quiz.models import Classroom, Enrolment

WAIT = seat_secrets.MINUTES * 60
MISSES = 40  # codes that are none, from one address: a class full of typing errors


@login_not_required  # pupils have no account
@never_cache  # a PIN may be on the page
@require_http_methods(["GET", "HEAD", "POST"])
@limited("join", tries=300, seconds=300)  # several classes behind one school address
def join(request: HttpRequest) -> HttpResponse:
    """Take a seat in a class, or come back to it with its PIN or pictures."""
    if request.user.is_authenticated:
        return _page(request, stage="account")
    if request.method != "POST":
        return _door(request)
    form = JoinForm(request.POST)
    if "code" in form.errors:
        return _no_class(request, form)
    classroom = form.cleaned_data["code"]
    if form.errors:
        return _page(request, stage="name", form=form, classroom=classroom, status=422)
    # Read before the seat is looked for: of two taps, the later one finds the first one's seat.
    listed = list(classroom.enrolments.present().values_list("name", flat=True))
    if seat := enrolling.seat_named(classroom, form.wanted):
        return _come_back(request, form, seat)
    near = [] if form.cleaned_data["fresh"] else naming.near(form.wanted, listed)
    if near:
        return _page(request, stage="which", form=form, classroom=classroom, near=near)
    return _sit(request, form, classroom)


def _door(request: HttpRequest) -> HttpResponse:
    """The code; or, for whoever brings it along in the address, the name."""
    if "code" not in request.GET:
        return _page(request, stage="code", form=CodeForm())
    form = CodeForm(request.GET)
    if not form.is_valid():
        return _no_class(request, form)
    classroom = form.cleaned_data["code"]
    return _page(request, stage="name", form=JoinForm(), classroom=classroom)


def _sit(request: HttpRequest, form: JoinForm, classroom: Classroom) -> HttpResponse:
    """A new seat, with a secret that is shown this once."""
    before = access.learner_of(request) if form.cleaned_data["keep"] else None
    seated = enrolling.take_seat(classroom=classroom, name=form.wanted, learner=before)
    if isinstance(seated, Problem):
        form.add_error(None, seated.message)
        return _page(request, stage="secret", form=form, classroom=classroom, status=422)
    learner = seated.enrolment.learner
    access.remember(request, learner)
    context = {
        "seated": seated,
        "classroom": classroom,
        "learner": learner,
    }
    return page(request, "quiz/joined.html", context)


def _come_back(request: HttpRequest, form: JoinForm, seat: Enrolment) -> HttpResponse:
    """Let in whoever shows the seat's secret, or sits in it already."""
    classroom = seat.classroom
    if seat.learner.user_id:
        return _page(request, stage="owned", form=form, classroom=classroom, status=422)
    known = access.learner_of(request)
    sits = known is not None and known.pk == seat.learner_id
    problem = None if sits else wrong(seat, form.secret(classroom.sign_in))
    if problem:
        form.add_error("pin" if problem.code == "wrong" else None, problem.message)
    if form.errors:
        return _page(request, stage="secret", form=form, classroom=classroom, status=422)
    enrolling.sit_down(enrolment=seat)
    access.remember(request, seat.learner)
    messages.success(request, f"Welcome back to {classroom}, {seat.name}.")
    before = merging.walk_in(known.pk) if known and form.cleaned_data["keep"] else None
    access.set_aside(request, before)
    return redirect("data_keeping" if before else "progress")


def wrong(seat: Enrolment, secret: str) -> Problem | None:
    """Why this secret opens nothing, if so. Each try at a seat counts, wherever it comes from."""
    called = seat.classroom.secret_name
    if not secret:
        return enrolling.name_taken(seat.classroom)
    if spent("pin", str(seat.pk), tries=seat_secrets.TRIES, seconds=WAIT):
        return Problem(
            "wrong",
            f"Too many wrong {called if called == 'pictures' else 'PINs'}. Wait "
            f"{seat_secrets.MINUTES} minutes, or ask your teacher for a new card.",
        )
    if not seat.opens_with(secret):
        these = "These pictures do" if called == "pictures" else "That PIN does"
        return Problem(
            "wrong", f"{these} not open this name. Try again, or ask your teacher for a new card."
        )
    return None


def _no_class(request: HttpRequest, form: CodeForm) -> HttpResponse:
    """No class has the code; and nobody may try one after another."""
    if spent("join-miss", request.META.get("REMOTE_ADDR", ""), tries=MISSES, seconds=WAIT):
        return render(request, "429.html", {"minutes": seat_secrets.MINUTES}, status=429)
    return _page(request, stage="code", form=form, status=422)


def _page(request: HttpRequest, *, stage: str, status: int = 200, **shown: Any) -> HttpResponse:
    context = {
        "stage": stage,
        "learner": access.learner_of(request),
        "pictures": seat_secrets.PICTURES.values(),
        **shown,
    }
    return page(request, "quiz/join.html", context, status=status)
