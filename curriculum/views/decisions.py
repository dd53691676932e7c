"""The decisions of a review, kept in the teacher's session so that each can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest

from curriculum.models import Unit
from curriculum.reviewing import Decision

KEPT = 40  # as far back as anybody presses Undo


def remember(request: HttpRequest, unit: Unit, made: Sequence[Decision]) -> None:
    """Put decisions that were made together on top of the pile."""
    changed = [asdict(each) for each in made if each.before != each.after]
    if changed:
        request.session[_name(unit)] = [*_pile(request, unit), changed][-KEPT:]


def last(request: HttpRequest, unit: Unit) -> list[Decision]:
    """Take the decisions that were made last off the pile; none when it is empty."""
    pile = _pile(request, unit)
    if not pile:
        return []
    *rest, top = pile
    request.session[_name(unit)] = rest
    return [Decision(**each) for each in top]


def any_left(request: HttpRequest, unit: Unit) -> bool:
    """Whether there is anything to take back."""
    return bool(_pile(request, unit))


def _pile(request: HttpRequest, unit: Unit) -> list[list[dict[str, Any]]]:
    pile: list[list[dict[str, Any]]] = request.session.get(_name(unit), [])
    return pile


def _name(unit: Unit) -> str:
    return f"decisions-{unit.pk}"
