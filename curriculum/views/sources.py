"""Texts: the list, bringing one in, its close reading, and letting it go."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from config.http import page
from config.limits import limited
from curriculum import importing
from curriculum.access import get_source_for
from curriculum.close_reading import CloseReading
from curriculum.forms.claims import AddedClaimForm
from curriculum.forms.sources import SourceForm
from curriculum.models import Claim, Source


@require_GET
def sources(request: HttpRequest) -> HttpResponse:
    """The texts that this teacher brought in."""
    standing = Q(claims__rejected=False)
    mine = Source.objects.for_teacher(request.user).prefetch_related("units").defer("reading_json")
    counted = mine.annotate(
        **{
            f"{voice}_count": Count("claims", filter=standing & Q(claims__voice=voice))
            for voice in Claim.Voice.values
        }
    )
    return page(request, "curriculum/sources.html", {"sources": counted})


@require_http_methods(["GET", "POST"])
@limited("import", tries=60, seconds=600)
def new_source(request: HttpRequest) -> HttpResponse:
    """Bring a text in: paste, upload, or by address."""
    form = SourceForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return page(request, "curriculum/new_source.html", {"form": form}, status=status)
    brought = form.cleaned_data["brought"]
    existing = importing.known(text=brought["document"].text, by=request.user)
    if existing:
        messages.info(request, "You brought in this text before, so here it is again.")
        return redirect(existing)
    return redirect(importing.bring(by=request.user, **brought))


@require_GET
def close_reading(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A text worked over with pens: who says what, how sure, which words judge."""
    source = get_source_for(request, pk)
    form = AddedClaimForm(source=source)
    context = {"source": source, "close": CloseReading(source), "form": form}
    return page(request, "curriculum/close_reading.html", context)


@require_POST
def source_deletion(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let a text go, unless lessons were made from it."""
    source = get_source_for(request, pk)
    unit = source.units.first()
    if unit:
        messages.error(
            request,
            f"“{source}” stays: the unit “{unit}” was made from it. Delete the unit first.",
        )
    else:
        source.delete()
        messages.success(request, f"“{source}” is deleted.")
    return redirect("sources")
