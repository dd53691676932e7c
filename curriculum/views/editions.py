"""Publishing: a POST makes the next edition of a unit."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from curriculum import publishing
from curriculum.access import get_unit_for, teacher_of
from curriculum.models import Edition


@require_POST
def editions(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Publish the unit as it is now, or say what stands in the way."""
    unit = get_unit_for(request, unit_id)
    before = unit.edition
    made = publishing.publish(unit=unit, by=teacher_of(request))
    if not isinstance(made, Edition):
        messages.error(request, "Not published yet. Mend what is listed below, then publish again.")
    elif made == before:
        messages.info(
            request, f"Nothing has changed since edition {made.number}: learners see it already."
        )
    else:
        messages.success(request, f"Published: edition {made.number} is what learners see now.")
    return redirect(f"{unit.get_absolute_url()}#publication")
