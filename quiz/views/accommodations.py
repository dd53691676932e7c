"""What makes the work fair for one pupil, set by the teachers of a class they sit in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from config.http import page
from quiz import access, accommodating
from quiz.forms import AccommodationForm


@never_cache  # what a pupil needs is nobody else's business
@require_http_methods(["GET", "HEAD", "POST"])
def accommodation(request: HttpRequest, classroom_id: UUID, seat_id: int) -> HttpResponse:
    """Extra time, fewer choices, larger text, reading aloud: for one pupil, wherever they work."""
    seat = access.get_seat_for(request, classroom_id, seat_id)
    told = model_to_dict(accommodating.of(seat.learner), accommodating.NAMES)
    form = AccommodationForm(request.POST if request.method == "POST" else None, initial=told)
    if not form.is_valid():
        context = {"seat": seat, "classroom": seat.classroom, "form": form}
        status = 422 if form.errors else 200
        return page(request, "quiz/accommodation.html", context, status=status)
    with access.still_here():
        accommodating.give(learner=seat.learner, **form.cleaned_data)
    messages.success(request, f"Saved. It holds wherever {seat} works from now on.")
    return redirect(seat.classroom)
