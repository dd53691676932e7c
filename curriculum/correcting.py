"""A teacher's corrections to the claims of a text: each is kept, and each can be undone."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from curriculum.models import Claim, Correction, Source
from curriculum.reading.types import Problem, Span


@transaction.atomic
def correct(*, claim: Claim, by: User, **changes: Any) -> Correction | None:
    """Change what a claim says (voice, speaker, type, rejected); None when nothing differs."""
    locked = Claim.objects.select_for_update().get(pk=claim.pk)
    before = locked.state()
    _set(locked, changes)
    if locked.voice == Claim.Voice.ARTICLE:
        locked.speaker = ""
    if locked.state() == before:
        return None
    locked.full_clean(exclude=["source", "attribution"])
    locked.save(update_fields=Claim.CORRECTABLE)
    _set(claim, locked.state())
    return Correction.objects.create(claim=locked, by=by, before=before, after=locked.state())


@transaction.atomic
def add(
    *, source: Source, by: User, span: Span, voice: str, speaker: str, type: str
) -> Claim | Problem:
    """Add a claim by its words; a Problem when these very words are a claim already."""
    Source.objects.select_for_update().get(pk=source.pk)
    if source.claims.standing().filter(start=span.start, end=span.end).exists():
        return Problem("known", "These words are marked already. Open their note to correct it.")
    claim = Claim(
        source=source,
        start=span.start,
        end=span.end,
        voice=voice,
        speaker="" if voice == Claim.Voice.ARTICLE else speaker,
        type=type,
        force=_force(source, span),
        why=["You marked these words."],
        added=True,
    )
    claim.full_clean(exclude=["source", "attribution"])
    claim.save()
    Correction.objects.create(claim=claim, by=by, before={}, after=claim.state())
    return claim


@transaction.atomic
def undo(*, correction: Correction) -> Problem | None:
    """Take a correction back. Only the newest of its claim: later ones build on it."""
    claim = Claim.objects.select_for_update().get(pk=correction.claim_id)
    newest = claim.corrections.filter(undone_at=None).first()
    if newest is None or newest.pk < correction.pk:
        return Problem("undone", "This correction was undone already.")
    if newest != correction:
        return Problem("later", "These words were corrected again later. Undo that first.")
    _set(claim, correction.before or {"rejected": True})
    claim.save(update_fields=Claim.CORRECTABLE)
    correction.undone_at = timezone.now()
    correction.save(update_fields=["undone_at"])
    return None


def _set(claim: Claim, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        setattr(claim, name, value)


def _force(source: Source, span: Span) -> str:
    """How sure the sentence sounds in which the words begin."""
    for sentence in source.reading.sentences:
        if sentence.start <= span.start < sentence.end:
            return str(sentence.force)
    return Claim.Force.PLAIN
