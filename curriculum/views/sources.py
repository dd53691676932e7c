"""Texts: the list, bringing one in, its close reading, and letting it go."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.http import page
from config.limits import limited
from curriculum import bringing, importing
from curriculum.access import get_source_for, teacher_of
from curriculum.close_reading import CloseReading
from curriculum.forms.claims import AddedClaimForm
from curriculum.forms.sources import SourceForm
from curriculum.models import Claim, Source
from curriculum.panels import VOICE_ORDER


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """The texts that this teacher brought in."""
    counts = {
        f"{voice}_count": Count(
            "claims", filter=Q(claims__rejected=False, claims__voice=voice), distinct=True
        )
        for voice in Claim.Voice.values
    }
    mine = Source.objects.for_teacher(request.user).defer("reading_json").annotate(**counts)
    texts = [(source, _tally(source)) for source in mine.prefetch_related("units")]
    return page(request, "curriculum/sources.html", {"texts": texts})


def _tally(source: Source) -> list[tuple[str, str, int]]:
    """How many claims each voice makes: (voice, label, claims)."""
    voices = {voice: getattr(source, f"{voice}_count") for voice in VOICE_ORDER}
    return [(voice, voice.label, count) for voice, count in voices.items() if count]


@require_http_methods(["GET", "HEAD", "POST"])
@limited("import", tries=60, seconds=600)
def new_source(request: HttpRequest) -> HttpResponse:
    """Bring a text in: paste, upload, or by address."""
    form = SourceForm(request.POST, request.FILES) if request.method == "POST" else SourceForm()
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return page(request, "curriculum/new_source.html", {"form": form}, status=status)
    brought = form.cleaned_data["brought"]
    existing = importing.known(text=brought["document"].text, by=teacher_of(request))
    if existing:
        messages.info(request, "You brought in this text before, so here it is again.")
        return redirect(existing)
    return redirect(importing.bring(by=teacher_of(request), **brought))


@require_safe
def close_reading(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A text worked over with pens: who says what, how sure, which words judge."""
    source = get_source_for(request, pk)
    form = AddedClaimForm(source=source)
    context = {
        "source": source,
        "close": CloseReading(source),
        "form": form,
        "quoting": bringing.quoting(source),
    }
    return page(request, "curriculum/close_reading.html", context)


@require_POST
@limited("draft", tries=60, seconds=3600)
def whole_text(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make the unit that quotes this text the teacher's own, on the whole text."""
    source = get_source_for(request, pk)
    quoting = bringing.quoting(source)
    if quoting is None:
        messages.error(request, "No unit that comes with Second Source quotes this text.")
        return redirect(source)
    made, new = bringing.on_whole_text(source=source, quoting=quoting, by=teacher_of(request))
    if not new:
        messages.info(request, "You made this copy before. Here it is.")
        return redirect(made.unit)
    messages.success(
        request,
        f"Here is your own copy of “{quoting.title}”, on the whole text. Publish it "
        "when you are ready.",
    )
    if made.lost:
        lost = "; ".join(f"“{each.exact}” ({each.about})" for each in made.lost)
        messages.warning(
            request,
            f"Not found in your text: {lost}. Questions that need these words wait for review.",
        )
    return redirect(made.unit)


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
