"""A unit on paper: pages for learners, their key, and the notes for the teacher."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from config.http import page
from curriculum.access import get_unit_for
from curriculum.handouts import Handout


@require_safe
def handout(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """The text, the lessons and the questions, to print and to write on."""
    unit = get_unit_for(request, unit_id)
    return page(request, "curriculum/handout.html", {"unit": unit, "handout": Handout(unit)})


@require_safe
def answer_key(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """The same questions with their keys, the reasons, and the words that prove them."""
    unit = get_unit_for(request, unit_id)
    return page(request, "curriculum/answer_key.html", {"unit": unit, "handout": Handout(unit)})


@require_safe
def teacher_notes(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """The notes for the teacher with the records that the unit cites."""
    return page(request, "curriculum/teacher_notes.html", {"unit": get_unit_for(request, unit_id)})
