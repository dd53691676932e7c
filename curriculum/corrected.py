"""The reading of a source as its teacher corrected it: what lessons and questions are made from."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from curriculum.models import Claim, Source
from curriculum.reading import claims as claims_of
from curriculum.reading.types import (
    Attribution,
    ClaimType,
    QuoteType,
    Reading,
    Sentence,
    Span,
    Voice,
)

BY_A_TEACHER = ("A teacher read it so.",)


def reading(source: Source) -> Reading:
    """The reading of ``source`` with its claims' corrections applied."""
    claims = list(source.claims.all())
    return correct(source.reading, claims)


def correct(found: Reading, claims: Iterable[Claim]) -> Reading:
    """Apply what the claim rows say to the reading they came from.

    A rejected claim takes its attribution with it, and its sentence too unless another claim
    stands there. A changed voice or speaker changes the attribution; a claim that was given to
    somebody where the reader saw nobody becomes an attribution of its own.
    """
    rows = list(claims)
    by_span = {(row.start, row.end): row for row in rows if row.attribution}
    kept = [
        corrected
        for attribution in found.attributions
        if (corrected := _attribution(attribution, by_span)) is not None
    ]
    new = [
        _given(found, row)
        for row in rows
        if not row.attribution and not row.rejected and row.voice != Claim.Voice.ARTICLE
    ]
    attributions = sorted([*kept, *new], key=lambda each: each.content[:1])
    read = {(c.start, c.end): str(c.type) for c in claims_of.find(found)}
    sentences = (_sentence(*pair, read) for pair in _with_claims(found.sentences, rows))
    return replace(
        found,
        attributions=tuple(attributions),
        sentences=tuple(sentence for sentence in sentences if sentence is not None),
    )


def _attribution(
    attribution: Attribution, rows: dict[tuple[int, int], Claim]
) -> Attribution | None:
    if not attribution.content:
        return attribution
    row = rows.get((attribution.content[0].start, attribution.content[-1].end))
    if row is None:
        return attribution
    if row.rejected or row.voice == Claim.Voice.ARTICLE:
        return None
    if (row.voice, row.speaker) == (attribution.voice, attribution.speaker):
        return attribution
    return replace(
        attribution,
        voice=Voice(row.voice),
        speaker=row.speaker,
        confidence=1.0,
        why=BY_A_TEACHER,
    )


def _given(found: Reading, row: Claim) -> Attribution:
    """An attribution for words that a teacher gave to somebody."""
    named = _mention(found, row)
    return Attribution(
        source=(named,) if named else (),
        cue=(),
        content=(Span(row.start, row.end),),
        type=QuoteType.INDIRECT,
        voice=Voice(row.voice),
        speaker=row.speaker,
        confidence=1.0,
        why=BY_A_TEACHER,
        told=True,
    )


def _mention(found: Reading, row: Claim) -> Span | None:
    """Where the sentences of the claim name its speaker, outside the claim's own words."""
    near = [s.span for s in found.sentences if s.span.overlaps(Span(row.start, row.end))]
    if not row.speaker or not near:
        return None
    for start, end in ((near[0].start, row.start), (row.end, near[-1].end)):
        at = found.text.find(row.speaker, start, end)
        if at >= 0:
            return Span(at, at + len(row.speaker))
    return None


def _with_claims(
    sentences: Iterable[Sentence], rows: Iterable[Claim]
) -> Iterator[tuple[Sentence, list[Claim]]]:
    """Each sentence with the claims that touch it, in one sweep through the text."""
    waiting = deque(sorted(rows, key=lambda row: row.start))
    here: list[Claim] = []
    for sentence in sorted(sentences, key=lambda sentence: sentence.start):
        while waiting and waiting[0].start < sentence.end:
            here.append(waiting.popleft())
        here = [row for row in here if row.end > sentence.start]
        yield sentence, here


def _sentence(
    sentence: Sentence, here: list[Claim], read: dict[tuple[int, int], str]
) -> Sentence | None:
    """The sentence with the kind a teacher gave to a claim in it; ``read`` are the reader's own."""
    standing = [row for row in here if not row.rejected]
    if here and not standing:
        return None
    own = [row for row in standing if not row.attribution]
    typed = [row for row in (own or standing) if row.start >= sentence.start]
    judged = (row for row in typed if row.type != read.get((row.start, row.end), sentence.type))
    changed = next((row.type for row in judged), None)
    if changed is None:
        return sentence
    return replace(sentence, type=ClaimType(changed), why=BY_A_TEACHER)
