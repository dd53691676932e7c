"""Who says what: source, cue and content (Pareti 2013), by rules over a shallow parse."""

from __future__ import annotations

from bisect import bisect_left

from curriculum.reading.attribution import (
    confidence,
    cues,
    joining,
    quotes,
    relations,
    speakers,
    tagging,
    telling,
    tokens,
)
from curriculum.reading.attribution.joining import Finding
from curriculum.reading.attribution.quotes import Quote
from curriculum.reading.attribution.speakers import Speaker
from curriculum.reading.types import Attribution, Block, Name, QuoteType, Sentence, Span, Voice

__all__ = ["find"]

_JUDGING_ADVERBS = frozenset(
    ["falsely", "wrongly", "incorrectly", "misleadingly", "rightly", "correctly", "baselessly"]
)


def find(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    names: tuple[Name, ...],
    *,
    english: bool = True,
) -> tuple[Attribution, ...]:
    """The attributions of a text in order of their content."""
    marks = quotes.find(text, blocks)
    if not english:
        return tuple(_bare(quote) for quote in marks if tokens.is_speech(text, quote))
    known = {name.full.split()[-1].lower() for name in names}
    read = []
    block = -1
    for unit in tokens.units(text, sentences, marks):
        tagging.tag(unit)
        read.append((unit, relations.find(unit, opens_block=unit.block != block, known=known)))
        block = unit.block
    met = speakers.cast(text, names, sentences)
    starts = [quote.start for quote in marks]
    found = [
        _attribution(text, finding, speakers.resolve(met, finding), marks, starts)
        for finding in joining.join(read)
    ]
    return tuple(sorted(found, key=lambda a: (a.content[0].start, a.cue)))


def _bare(quote: Quote) -> Attribution:
    """A quotation in a language that we do not read: its words and nothing more."""
    return Attribution(
        (), (), (quote.span,), QuoteType.DIRECT, Voice.UNNAMED, why=("quotation marks",), told=True
    )


def _attribution(
    text: str, finding: Finding, speaker: Speaker, marks: list[Quote], starts: list[int]
) -> Attribution:
    kind = _type(text, finding.content, marks, starts)
    score, why = confidence.weigh(text, finding, kind, speaker.voice, speaker.name)
    return Attribution(
        source=finding.source,
        cue=finding.cue,
        content=tuple(_with_marks(span, marks, starts) for span in finding.content),
        type=kind,
        voice=speaker.voice,
        speaker=speaker.name,
        judging=_judges(finding),
        confidence=score,
        why=why,
        told=telling.is_told(finding.unit, finding.relation, kind),
    )


def _with_marks(span: Span, marks: list[Quote], starts: list[int]) -> Span:
    """A stretch of words with the quotation marks that stand right at its edges."""
    start, end = span.start, span.end
    last = bisect_left(starts, end) - 1
    if last >= 0 and marks[last].start >= start - 1 and 0 < marks[last].end - end <= 2:
        end = marks[last].end
    first = bisect_left(starts, start) - 1
    if first >= 0 and 0 < start - marks[first].start <= 2 and marks[first].end <= end:
        start = marks[first].start
    return Span(start, end)


def _judges(finding: Finding) -> bool:
    """Whether the cue tells the reader what to think of the saying."""
    first, stop = finding.relation.cue
    return finding.relation.lemma in cues.judging() or any(
        low in _JUDGING_ADVERBS for low in finding.unit.lows[first:stop]
    )


def _type(text: str, content: list[Span], marks: list[Quote], starts: list[int]) -> QuoteType:
    """Direct when all the words are in quotation marks, mixed when some are."""
    total = sum(span.end - span.start for span in content)
    quoted = sum(
        min(span.end, quote.end) - max(span.start, quote.start)
        for span in content
        for quote in marks[
            max(0, bisect_left(starts, span.start) - 1) : bisect_left(starts, span.end)
        ]
        if quote.end > span.start
    )
    if quoted <= 0:
        return QuoteType.INDIRECT
    return QuoteType.DIRECT if quoted >= 0.97 * total else QuoteType.MIXED
