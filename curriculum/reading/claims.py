"""From a Reading to its claims: each statement once, with the voice that stands behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curriculum.reading.types import (
    Attribution,
    BlockKind,
    ClaimType,
    Force,
    Reading,
    Sentence,
    Span,
    Voice,
)

SURE_ENOUGH = 0.3  # attributions below this confidence are not shown as somebody's claim
OWN_WORDS = 8  # words left beside an attribution that still make a statement of the article's own


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A statement in the text. ``attribution`` is None in the article's own voice."""

    start: int
    end: int
    voice: Voice
    speaker: str
    type: ClaimType
    force: Force
    attribution: Attribution | None
    confidence: float
    why: tuple[str, ...]


def find(reading: Reading) -> tuple[FoundClaim, ...]:
    """The claims of the body (headings make none), in the order of the text."""
    said = [a for a in reading.attributions if a.content and a.confidence >= SURE_ENOUGH]
    claims = [
        claim
        for sentence in reading.sentences
        if reading.blocks[sentence.block].kind is BlockKind.PARAGRAPH
        for claim in _of_sentence(reading.text, sentence, said)
    ]
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))


def _of_sentence(
    text: str, sentence: Sentence, said: list[Attribution]
) -> Iterator[FoundClaim]:
    here = [a for a in said if sentence.start <= a.content[0].start < sentence.end]
    for attribution in here:
        yield _attributed(sentence, attribution)
    covered = [
        span
        for attribution in said
        for span in (*attribution.source, *attribution.cue, *attribution.content)
        if span.overlaps(sentence.span)
    ]
    if not covered or _words_outside(text, sentence.span, covered) >= OWN_WORDS:
        yield FoundClaim(
            sentence.start,
            sentence.end,
            Voice.ARTICLE,
            "",
            sentence.type,
            sentence.force,
            None,
            1.0 if not covered else 0.6,
            ("Nobody is named as saying this, so the article says it itself.", *sentence.why),
        )


def _attributed(sentence: Sentence, attribution: Attribution) -> FoundClaim:
    return FoundClaim(
        attribution.content[0].start,
        attribution.content[-1].end,
        attribution.voice,
        attribution.speaker,
        sentence.type,
        sentence.force,
        attribution,
        attribution.confidence,
        attribution.why,
    )


def _words_outside(text: str, whole: Span, covered: list[Span]) -> int:
    """How many words of ``whole`` no span in ``covered`` touches."""
    count, at = 0, whole.start
    for span in sorted(covered):
        if span.start > at:
            count += len(text[at : span.start].split())
        at = max(at, span.end)
    return count + len(text[at : whole.end].split())
