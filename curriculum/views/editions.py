"""Publishing: a POST makes the next edition of a unit; and what differs between two of them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from config.http import page
from curriculum import comparing, publishing, snapshots
from curriculum.access import get_unit_for, teacher_of
from curriculum.forms.units import ComparisonForm
from curriculum.models import Edition, Unit


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


@require_safe
def comparison(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """What differs between two editions, or between an edition and the unit as it is now."""
    unit = get_unit_for(request, unit_id)
    form = ComparisonForm(request.GET or None, unit=unit)
    context = {"unit": unit, "form": form, "last": unit.edition}
    if form.is_bound and not form.is_valid():
        return page(request, "curriculum/comparison.html", context, status=422)
    before, after = form.pair()
    context |= {
        "before": before,
        "after": after,
        "groups": comparing.compare(_state(unit, before), _state(unit, after)),
    }
    return page(request, "curriculum/comparison.html", context)


def _state(unit: Unit, number: str) -> comparing.State:
    if number == ComparisonForm.NOW:
        return snapshots.of_draft(unit)
    if number == ComparisonForm.NOTHING:
        return snapshots.nothing()
    return snapshots.of_edition(unit.editions.get(number=number))
