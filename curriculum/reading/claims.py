"""From a Reading to its claims: each statement once, with the voice that stands behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
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
    begun, covered = _by_sentence(reading.sentences, said)
    claims = [
        claim
        for sentence, here, spans in zip(reading.sentences, begun, covered, strict=True)
        if reading.blocks[sentence.block].kind is BlockKind.PARAGRAPH
        for claim in _of_sentence(reading.text, sentence, here, spans)
    ]
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))


def _by_sentence(
    sentences: Sequence[Sentence], said: Iterable[Attribution]
) -> tuple[list[list[Attribution]], list[list[Span]]]:
    """For each sentence, what is first said in it, and every span of speech that touches it."""
    starts = [sentence.start for sentence in sentences]
    begun: list[list[Attribution]] = [[] for _ in sentences]
    covered: list[list[Span]] = [[] for _ in sentences]
    for attribution in said:
        first = attribution.content[0].start
        home = bisect_right(starts, first) - 1
        if home >= 0 and first < sentences[home].end:
            begun[home].append(attribution)
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            at = max(0, bisect_right(starts, span.start) - 1)
            while at < len(sentences) and starts[at] < span.end:
                if span.overlaps(sentences[at].span):
                    covered[at].append(span)
                at += 1
    return begun, covered


def _of_sentence(
    text: str, sentence: Sentence, here: list[Attribution], covered: list[Span]
) -> Iterator[FoundClaim]:
    for attribution in here:
        yield _attributed(sentence, attribution)
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
