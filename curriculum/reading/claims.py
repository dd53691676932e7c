"""From a Reading to its claims: each statement once, with the voice that stands behind it.

Words that somebody is said to have spoken or thought are that source's claim. What the article
reports in its own words is the article's: that somebody praised, wants or fears something, a clause
about the speaker ("Ada Lind, who runs the mill, said …"), and whatever else stands beside a saying.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from curriculum.reading import claimtype, clauses, hedges, lexicon, wording
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

SURE_ENOUGH = 0.25  # attributions below this confidence are not shown as somebody's claim
OWN_WORDS = 8  # words left beside a saying that still make a statement of the article's own
REPORTED = 5  # words are enough where they report an act: "Hill also criticised the plan"

NOBODY = "Nobody is named as saying this, so the article says it itself."
ACT = "The article itself reports what somebody did, wants or feels; no words are passed on."
ASIDE = "The article itself says this about the one who speaks."


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


@dataclass(slots=True)
class _Said:
    """What is said in one sentence: sayings that begin in it, and the words they take up."""

    begun: list[Attribution] = field(default_factory=list)
    covered: list[Span] = field(default_factory=list)
    sources: list[Span] = field(default_factory=list)
    acts: list[int] = field(default_factory=list)  # where the cues of reported acts begin


@dataclass(frozen=True, slots=True)
class _Judged:
    """What kind of statement some words make, and how sure they sound."""

    type: ClaimType
    force: Force
    why: tuple[str, ...]


def find(reading: Reading) -> tuple[FoundClaim, ...]:
    """The claims of the body (headings make none), in the order of the text."""
    claims = [
        claim
        for sentence, said in zip(reading.sentences, _by_sentence(reading), strict=True)
        if reading.blocks[sentence.block].kind is BlockKind.PARAGRAPH
        for claim in _of_sentence(reading.text, sentence, said)
    ]
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))


def _by_sentence(reading: Reading) -> list[_Said]:
    """What is said in each sentence."""
    sure = [a for a in reading.attributions if a.content and a.confidence >= SURE_ENOUGH]
    cues = sorted(span.start for a in sure for span in a.cue)
    starts = [sentence.start for sentence in reading.sentences]
    found = [_Said() for _ in starts]
    for attribution in sure:
        first = attribution.content[0].start if attribution.told else attribution.cue[0].start
        at = bisect_right(starts, first) - 1
        if at < 0 or first >= reading.sentences[at].end:
            continue
        if not attribution.told:
            insort(found[at].acts, first)
            continue
        found[at].begun.append(attribution)
        beside = attribution.source if _beside(reading.text, attribution, cues) else ()
        found[at].sources += beside
        for span in (*beside, *attribution.cue, *attribution.content):
            _cover(span, reading.sentences, starts, found)
    return found


def _beside(text: str, attribution: Attribution, cues: Sequence[int]) -> bool:
    """Whether a source belongs to its cue alone: no other verb stands between the two."""
    if not attribution.source or not attribution.cue:
        return True
    source, cue = attribution.source[0], attribution.cue[0]
    first, last = sorted((source, cue))
    if bisect_left(cues, last.start) != bisect_left(cues, first.end):
        return False
    gap = Span(first.end, max(first.end, last.start))
    between = any(gap.overlaps(span) for span in attribution.content)
    return not between and not clauses.has_verb(text, gap)


def _cover(
    span: Span, sentences: Sequence[Sentence], starts: Sequence[int], found: Sequence[_Said]
) -> None:
    at = max(0, bisect_right(starts, span.start) - 1)
    while at < len(sentences) and starts[at] < span.end:
        if span.overlaps(sentences[at].span):
            found[at].covered.append(span)
        at += 1


def _of_sentence(text: str, sentence: Sentence, said: _Said) -> Iterator[FoundClaim]:
    for attribution in said.begun:
        yield _attributed(text, attribution)
    for source in said.sources:
        for aside in clauses.asides(text, source):
            yield _own(aside, _judge(text, (aside,)), 0.6, ASIDE)
    if not said.covered:
        yield from _whole(text, sentence, NOBODY if not said.acts else ACT)
        return
    for stretch in _outside(sentence.span, said.covered):
        left = clauses.trimmed(text, stretch)
        first = bisect_left(said.acts, left.start)
        acts = first < len(said.acts) and said.acts[first] < left.end
        enough = REPORTED if acts else OWN_WORDS
        opens = left.start == sentence.start
        if clauses.stands_alone(text, left, opens=opens, least=enough):
            yield _own(left, _judge(text, (left,)), 0.6, ACT if acts else NOBODY)


def _attributed(text: str, attribution: Attribution) -> FoundClaim:
    judged = _judge(text, attribution.content)
    return FoundClaim(
        attribution.content[0].start,
        attribution.content[-1].end,
        attribution.voice,
        attribution.speaker,
        judged.type,
        judged.force,
        attribution,
        attribution.confidence,
        (*attribution.why, *judged.why),
    )


def _own(span: Span, judged: _Judged, confidence: float, reason: str) -> FoundClaim:
    return FoundClaim(
        span.start,
        span.end,
        Voice.ARTICLE,
        "",
        judged.type,
        judged.force,
        None,
        confidence,
        (reason, *judged.why),
    )


def _whole(text: str, sentence: Sentence, reason: str) -> Iterator[FoundClaim]:
    """The claims of a sentence that is all the article's own: one, unless it mixes kinds."""
    if text[sentence.start : sentence.end].rstrip("\"”’')").endswith("?"):
        return  # a question states nothing
    alike = _apart(text, sentence) if sentence.type is ClaimType.MIXED else []
    if len(alike) < 2:
        judged = _Judged(sentence.type, sentence.force, sentence.why)
        yield _own(sentence.span, judged, 1.0, reason)
        return
    for spans, judged in alike:
        whole = clauses.trimmed(text, Span(spans[0].start, spans[-1].end))
        yield _own(whole, judged, 0.8, reason)


def _apart(text: str, sentence: Sentence) -> list[tuple[tuple[Span, ...], _Judged]]:
    """The parts of a mixed sentence with their kinds; neighbours of one kind stay together."""
    found: list[tuple[tuple[Span, ...], _Judged]] = []
    for part in clauses.parts(text, sentence.span):
        judged = _judge(text, part)
        if found and found[-1][1].type is judged.type and len(part) == 1:
            part = (*found.pop()[0], *part)
            judged = _judge(text, part)
        found.append((part, judged))
    return found


def _judge(text: str, spans: Iterable[Span]) -> _Judged:
    """Kind and force by the words of the claim itself, not of the sentence around it."""
    words = [word for span in spans for word in lexicon.tokens(text, span.start, span.end)]
    kind, why = claimtype.of(text, words, claimtype.signs(words), wording.find(words))
    whole = Span(words[0].start, words[-1].end) if words else Span(0, 0)
    return _Judged(kind, hedges.force(text, whole, hedges.find(text, words)), why)


def _outside(whole: Span, covered: Iterable[Span]) -> Iterator[Span]:
    """The stretches of ``whole`` that no span in ``covered`` touches."""
    at = whole.start
    for span in sorted(covered):
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < whole.end:
        yield Span(at, whole.end)
