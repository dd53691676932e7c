"""Units, as their teacher works on them: drafted, described, shown to others, deleted."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import ProtectedError, RestrictedError, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.http import page
from config.limits import limited
from curriculum import bringing, copying, drafting, publishing, reviewing
from curriculum.access import get_copyable_unit_for, get_source_for, get_unit_for, teacher_of
from curriculum.forms.records import RecordsForm
from curriculum.forms.units import DetailsForm, DraftsForm, VisibilityForm
from curriculum.models import Lesson, Unit
from curriculum.reading.types import Problem


@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """The units of this teacher, and those of the library that they can make theirs."""
    found = Unit.objects.for_teacher(request.user).with_edition().counted()
    others = Unit.objects.public().with_edition().exclude(owner=teacher_of(request))
    mine = {each.copied_from_id: each for each in found}
    library = [(each, mine.get(each.pk)) for each in others]
    return page(request, "curriculum/units.html", {"units": found, "library": library})


@require_POST
@limited("draft", tries=60, seconds=3600)
def copies(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Copy a unit: one's own, or one of the library, which is copied once unless asked again."""
    found = get_copyable_unit_for(request, unit_id)
    owner = teacher_of(request)
    form = DraftsForm(request.POST)
    again = found.owner_id == owner.pk or (form.is_valid() and form.cleaned_data["again"])
    before = None if again else copying.copied(found, owner=owner)
    if before:
        messages.info(request, "You made this unit yours before. Here it is.")
        return redirect(before)
    made = copying.copy(found, owner=owner).unit
    messages.success(request, "This copy is yours. Nobody else sees it until you publish it.")
    return redirect(made)


@require_http_methods(["GET", "HEAD", "POST"])
def records(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """The records that the unit leans on; POST saves them."""
    found = get_unit_for(request, unit_id)
    form = RecordsForm(request.POST or None, unit=found)
    if form.is_bound and form.is_valid():
        found.sources = form.records()
        found.save(update_fields=["sources"])
        messages.success(request, "Saved.")
        return redirect(f"{found.get_absolute_url()}#records")
    status = 422 if form.is_bound else 200
    return page(request, "curriculum/records.html", {"unit": found, "form": form}, status=status)


@require_POST
@limited("draft", tries=60, seconds=3600)
def drafts(request: HttpRequest, source_id: UUID) -> HttpResponse:
    """Draft a unit from a text; a second one only when asked for."""
    source = get_source_for(request, source_id)
    form = DraftsForm(request.POST)
    again = form.is_valid() and form.cleaned_data["again"]
    before = drafting.drafted(source=source, by=teacher_of(request))
    made = drafting.draft(source=source, by=teacher_of(request), again=again)
    if isinstance(made, Problem):
        messages.warning(request, made.message)
        return redirect(source)
    if made == before:
        messages.info(request, "You drafted this unit from the text before. Here it is.")
    return redirect(made)


@require_http_methods(["GET", "HEAD", "POST"])
def unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """A unit and everything about it; POST saves its details."""
    found = get_unit_for(request, unit_id)
    if request.method != "POST":
        return _unit_page(request, found, DetailsForm(instance=found))
    form = DetailsForm(request.POST, instance=get_unit_for(request, unit_id))
    if not form.is_valid():
        return _unit_page(request, found, form, status=422)
    form.save()
    messages.success(request, "Saved.")
    return redirect(found)


def _unit_page(
    request: HttpRequest, found: Unit, form: DetailsForm, *, status: int = 200
) -> HttpResponse:
    prefetch_related_objects([found], "editions__asked")  # unit.edition reads them too
    lessons = publishing.kept(found)
    problems = publishing.problems(found, lessons)
    context = {
        "unit": found,
        "form": form,
        "visibility_form": VisibilityForm(instance=found),
        "lessons": found.lessons.counted().prefetch_related("steps"),
        "removed": Lesson.everything.filter(unit=found).exclude(removed_at=None),
        "overdue": found.review_by is not None and found.review_by < timezone.localdate(),
        "progress": reviewing.progress(found),
        "errors": [each for each in problems if each.blocks],
        "warnings": [each for each in problems if not each.blocks],
        "editions": found.editions.all(),
        "changed": publishing.changed(found, lessons),
        "source": found.source,
        "quoting": None if found.copied_from else bringing.quoting(found.source),
    }
    return page(request, "curriculum/unit.html", context, status=status)


@require_POST
def visibility(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Choose who may learn with the unit."""
    found = get_unit_for(request, unit_id)
    form = VisibilityForm(request.POST, instance=found)
    if form.is_valid():
        form.save()
        messages.success(request, f"Who may learn with it: {found.get_visibility_display()}.")
    else:
        messages.error(request, "Choose one of the three: only you, a link, or the library.")
    return redirect(found)


@require_POST
def deletion(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Delete a unit that nobody has learned with."""
    found = get_unit_for(request, unit_id)
    try:
        found.delete()
    except (ProtectedError, RestrictedError):
        messages.error(
            request,
            "Learners have answered questions of this unit, so it stays, and their answers with "
            "it. To take it out of sight, let only yourself see it.",
        )
        return redirect(found)
    messages.success(request, f"“{found.title}” is deleted. Its text is still here.")
    return redirect("units")
