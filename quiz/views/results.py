"""What the answers to a unit came to: for its owner everybody's, for others their classes'."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.http import page
from quiz import access
from quiz.flagging import UnitFlags
from quiz.forms import PageForm
from quiz.forms.study import SettlementForm
from quiz.unit_results import UnitResults


@require_safe
def results(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Every attempt at the unit, walk-ins included, by skill; and what learners say of it."""
    unit = access.get_unit_results_for(request, unit_id)
    assert request.user.is_authenticated  # LoginRequiredMiddleware saw to it
    form = PageForm(request.GET)
    number = form.cleaned_data["page"] if form.is_valid() else 1
    context = {
        "unit": unit,
        "results": UnitResults(unit, viewer=request.user, page=number or 1),
        "flags": UnitFlags(unit) if unit.owner_id == request.user.pk else None,
        "settlement": SettlementForm(),
    }
    return page(request, "quiz/results.html", context)
