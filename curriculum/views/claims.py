"""Claims of a text: their notes, and a teacher's corrections, each of which can be undone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from config.http import HtmxHttpRequest, page
from curriculum import correcting
from curriculum.access import get_claim_for, get_correction_for, get_source_for, teacher_of
from curriculum.close_reading import CloseReading
from curriculum.forms.claims import AddedClaimForm, ClaimForm
from curriculum.models import Claim, Correction, Source
from curriculum.notes import ClaimNote


@require_safe
def claim(request: HtmxHttpRequest, pk: UUID, number: int) -> HttpResponse:
    """The note of one claim: who says it, how sure, and why we think so."""
    found = get_claim_for(request, pk, number)
    return _note(request, found, ClaimForm(instance=found))


@require_POST
def corrections(request: HtmxHttpRequest, pk: UUID, number: int) -> HttpResponse:
    """Retype a claim, or give it to another voice."""
    found = get_claim_for(request, pk, number)
    form = ClaimForm(request.POST, instance=get_claim_for(request, pk, number))
    if not form.is_valid():
        return _note(request, found, form, status=422)
    made = correcting.correct(claim=found, by=teacher_of(request), **form.cleaned_data)
    return _corrected(request, found, made, "Corrected.")


@require_POST
def rejection(request: HtmxHttpRequest, pk: UUID, number: int) -> HttpResponse:
    """Take a claim out of the reading."""
    found = get_claim_for(request, pk, number)
    made = correcting.correct(claim=found, by=teacher_of(request), rejected=True)
    return _corrected(request, found, made, "Taken out.")


@require_POST
def restoration(request: HtmxHttpRequest, pk: UUID, number: int) -> HttpResponse:
    """Put a claim back that was taken out."""
    found = get_claim_for(request, pk, number)
    made = correcting.correct(claim=found, by=teacher_of(request), rejected=False)
    return _corrected(request, found, made, "Put back.")


@require_POST
def claims(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Add a claim by its words."""
    source = get_source_for(request, pk)
    form = AddedClaimForm(request.POST, source=source)
    if form.is_valid():
        values = form.cleaned_data
        added = correcting.add(
            source=source,
            by=teacher_of(request),
            span=values["span"],
            voice=values["voice"],
            speaker=values["speaker"],
            type=values["type"],
        )
        if isinstance(added, Claim):
            made = added.corrections.first()
            return _corrected(request, added, made, "Marked.", partial="added")
        form.add_error("exact", added.message)
    close = CloseReading(source)
    context = {"source": source, "close": close, "form": form}
    return page(request, "curriculum/close_reading.html", context, partial="add_claim", status=422)


@require_POST
def reversal(request: HtmxHttpRequest, pk: UUID, number: int) -> HttpResponse:
    """Undo a correction."""
    correction = get_correction_for(request, pk, number)
    before = get_claim_for(request, pk, correction.claim_id)
    problem = correcting.undo(correction=correction)
    if problem:
        messages.error(request, problem.message)
        return _changed(request, before)
    messages.success(request, "Undone.")
    return _changed(request, before)


def _corrected(
    request: HtmxHttpRequest,
    found: Claim,
    made: Correction | None,
    said: str,
    *,
    partial: str = "changed",
) -> HttpResponse:
    """Say what was done, offer Undo, and show what changed."""
    if made is None:
        messages.info(request, "Nothing changed.")
    else:
        undo = reverse("reversal", args=[found.source_id, made.pk])
        messages.success(request, said, extra_tags=f"undo:{undo}")
    return _changed(request, found, partial=partial)


def _changed(request: HtmxHttpRequest, before: Claim, *, partial: str = "changed") -> HttpResponse:
    """Only what a correction of this claim changed: its note, its blocks, the panels."""
    source: Source = before.source
    if not request.htmx:
        return redirect(f"{source.get_absolute_url()}#c{before.pk}")
    now = source.claims.get(pk=before.pk)
    now.source = source
    close = CloseReading(source)
    context = {
        "source": source,
        "close": close,
        "changed": close.around(before, now),
        "note": ClaimNote(now),
        "claim_form": ClaimForm(instance=now),
        "form": AddedClaimForm(source=source),
    }
    return page(request, "curriculum/claim.html", context, partial=partial)


def _note(
    request: HtmxHttpRequest, found: Claim, form: ClaimForm, *, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "source": found.source,
        "note": ClaimNote(found),
        "claim_form": form,
    }
    return page(request, "curriculum/claim.html", context, partial="note", status=status)
