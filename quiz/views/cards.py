"""Sign-in cards: new PINs or pictures for pupils, shown once, to print and cut."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from config.http import page
from quiz import access, enrolling, qr
from quiz.enrolling import Seated
from quiz.forms import CardsForm, SignInForm
from quiz.models import Classroom

ON_A_SHEET = 8  # of A4: two by four


@never_cache  # secrets are on the page
@require_http_methods(["GET", "HEAD", "POST"])
def classroom_cards(request: HttpRequest, classroom_id: UUID) -> HttpResponse:
    """Who gets a card, and what that ends; then the cards."""
    classroom = access.get_classroom_for(request, classroom_id)
    seats = enrolling.card_holders(classroom)
    form = CardsForm(request.POST if request.method == "POST" else None, seats=seats)
    if not form.is_valid():
        context = {
            "classroom": classroom,
            "form": form,
            "seats": seats,
            "accounts": classroom.enrolments.present().exclude(learner__user=None),
        }
        return page(request, "quiz/cards.html", context, status=422 if form.is_bound else 200)
    return show(request, classroom, enrolling.new_secrets(seats=form.cleaned_data["seats"]))


@never_cache  # secrets are on the page
@require_http_methods(["GET", "HEAD", "POST"])
def classroom_sign_in(request: HttpRequest, classroom_id: UUID) -> HttpResponse:
    """How pupils come back to their seats. Changing it gives everybody a new card."""
    classroom = access.get_classroom_for(request, classroom_id)
    seats = enrolling.card_holders(classroom)
    bound = request.POST if request.method == "POST" else None
    form = SignInForm(bound, now=classroom.sign_in, seats=len(seats))
    if not form.is_valid():
        context = {"classroom": classroom, "form": form, "seats": seats}
        status = 422 if form.is_bound else 200
        return page(request, "quiz/classroom_sign_in.html", context, status=status)
    made = enrolling.change_sign_in(classroom=classroom, to=form.cleaned_data["sign_in"])
    return show(request, classroom, made) if made else redirect(classroom)


@never_cache  # a secret is on the page
@require_POST
def seat_card(request: HttpRequest, classroom_id: UUID, seat_id: int) -> HttpResponse:
    """A new PIN, or new pictures, for a pupil who lost theirs."""
    seat = access.get_seat_for(request, classroom_id, seat_id)
    return show(request, seat.classroom, enrolling.new_secrets(seats=[seat]))


def show(
    request: HttpRequest, classroom: Classroom, seated: list[Seated], there: list[str] | None = None
) -> HttpResponse:
    """The cards themselves, sheet by sheet; ``there`` are names that had a seat before."""
    address = f"{request.build_absolute_uri(reverse('join'))}?code={classroom.join_code}"
    starts = range(0, len(seated), ON_A_SHEET)
    context = {
        "classroom": classroom,
        "sheets": [seated[start : start + ON_A_SHEET] for start in starts],
        "seated": seated,
        "there": there or [],
        "qr": qr.drawn(address),
    }
    return page(request, "quiz/cards_made.html", context)
