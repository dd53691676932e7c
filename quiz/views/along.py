"""Taking it along: a deck for Anki, and a calendar's secret address."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from config.http import page
from quiz import access, calendars, decks, leaving
from quiz.models import CalendarFeed


@login_not_required  # learners need no account; only this browser's own learner is shown
@never_cache
@require_safe
def along(request: HttpRequest) -> HttpResponse:
    """What can be taken along, and how."""
    learner = access.learner_of(request)
    feed = CalendarFeed.objects.filter(learner=learner).first() if learner else None
    context = {
        "learner": learner,
        "questions": len(decks.answered(learner, at=timezone.now())) if learner else 0,
        "address": request.build_absolute_uri(feed.get_absolute_url()) if feed else "",
    }
    return page(request, "quiz/along.html", context)


@login_not_required  # as above
@never_cache
@require_safe
def deck(request: HttpRequest) -> HttpResponse:
    """The deck, as a file for Anki."""
    learner, now = access.learner_of(request), timezone.now()
    if learner is None or not decks.answered(learner, at=now):
        return redirect("along")
    headers = {"Content-Disposition": 'attachment; filename="second-source.apkg"'}
    content = decks.deck(learner, at=now)
    return HttpResponse(content, content_type="application/octet-stream", headers=headers)


@login_not_required  # as above
@require_POST
def calendar_address(request: HttpRequest) -> HttpResponse:
    """A new address for the calendar; an older one stops working."""
    learner = access.learner_of(request)
    if learner:
        with access.still_here():
            calendars.renew(learner)
    return redirect("along")


@login_not_required  # as above
@require_POST
def calendar_address_removal(request: HttpRequest) -> HttpResponse:
    """Take the calendar's address back."""
    learner = access.learner_of(request)
    if learner:
        calendars.revoke(learner)
        messages.success(request, "The address no longer works. Nothing else has changed.")
    return redirect("along")


@login_not_required  # a calendar program signs in nowhere: the secret address is the key
@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar, for whoever knows its address."""
    feed = get_object_or_404(CalendarFeed.objects.select_related("learner__erasure"), secret=secret)
    if leaving.overdue(feed.learner):
        raise Http404
    home = request.build_absolute_uri("/").rstrip("/")
    content = calendars.calendar(feed, home=home, at=timezone.now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
