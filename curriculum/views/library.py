"""The front door: what this is, the two ways in, and the library of public units."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.http import page
from curriculum.models import Unit


@login_not_required  # the front door is for everybody
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What Second Source is, and every unit that anybody may learn with."""
    units = Unit.objects.public().with_edition()
    return page(request, "curriculum/home.html", {"units": units})
