"""Joining a class with its code: pupils take a seat, or come back to theirs."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from config.http import page
from config.limits import limited, spent
from curriculum.reading.types import Problem
from quiz import access, enrolling, merging
from quiz.forms import JoinForm
from quiz.models import Enrolment

MINUTES = 15
WRONG_PIN = "That PIN does not open this name. Try again, or ask your teacher for a new one."
TOO_MANY = f"Too many wrong PINs. Wait {MINUTES} minutes, or ask your teacher for a new one."


@login_not_required  # pupils have no account
@never_cache  # a PIN may be on the page
@require_http_methods(["GET", "HEAD", "POST"])
@limited("join", tries=300, seconds=300)  # several classes behind one school address
def join(request: HttpRequest) -> HttpResponse:
    """Take a seat in a class, or come back to it with its PIN."""
    form = JoinForm(request.POST or None)
    if request.user.is_authenticated or not form.is_valid():
        if "code" in form.errors and _guessing(request):
            return render(request, "429.html", {"minutes": MINUTES}, status=429)
        return _page(request, form)
    classroom, name = form.cleaned_data["code"], form.cleaned_data["name"]
    seat = classroom.enrolments.present().named(name).first()
    if seat:
        return _come_back(request, form, seat)
    before = access.learner_of(request) if form.cleaned_data["keep"] else None
    seated = enrolling.take_seat(classroom=classroom, name=name, learner=before)
    if isinstance(seated, Problem):
        form.add_error("name", seated.message)
        return _page(request, form)
    access.remember(request, seated.enrolment.learner)
    learner = seated.enrolment.learner
    context = {"seated": seated, "classroom": classroom, "learner": learner}
    return page(request, "quiz/joined.html", context)


def _come_back(request: HttpRequest, form: JoinForm, seat: Enrolment) -> HttpResponse:
    """Let in whoever knows the seat's PIN, or sits in it already."""
    known = access.learner_of(request)
    pin = form.cleaned_data["pin"]
    if known is None or known.pk != seat.learner_id:
        if not pin:
            form.add_error("pin", enrolling.NAME_TAKEN.message)
        elif spent("pin", str(seat.pk), tries=10, seconds=MINUTES * 60):
            form.add_error("pin", TOO_MANY)
        elif not seat.opens_with(pin):
            form.add_error("pin", WRONG_PIN)
    if form.errors:
        return _page(request, form)
    access.remember(request, seat.learner)
    messages.success(request, f"Welcome back to {seat.classroom}, {seat.name}.")
    before = merging.walk_in(known.pk) if known and form.cleaned_data["keep"] else None
    access.set_aside(request, before)
    return redirect("data_keeping" if before else "progress")


def _guessing(request: HttpRequest) -> bool:
    """Whether somebody is trying one code after another."""
    who = request.META.get("REMOTE_ADDR", "")
    return spent("join-miss", who, tries=40, seconds=MINUTES * 60)


def _page(request: HttpRequest, form: JoinForm) -> HttpResponse:
    context = {"form": form, "learner": access.learner_of(request)}
    return page(request, "quiz/join.html", context, status=422 if form.errors else 200)
