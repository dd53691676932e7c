"""Whole sentences inside a quotation, pointed at by their first words.

Where somebody is quoted for several sentences, each of them is that speaker's, and each may be
asked about. Only what stands between one pair of marks is taken, with no mark of its own inside.
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.reading.types import QuoteType, Reading, Sentence, Span
from curriculum.writing import cutting, pointing, quoting, speech
from curriculum.writing.material import Said
from curriculum.writing.pointing import Pointer


def sentences(reading: Reading, one: Said) -> Iterator[Pointer]:
    """The sentences that a source surely speaks, word for word, in one quotation."""
    if one.attribution.type is not QuoteType.DIRECT:
        return
    for part in one.attribution.content:
        if speech.opens_quotation(part.of(reading.text).strip()):
            for sentence in reading.sentences:
                span = _within(reading.text, sentence, part)
                found = pointing.to_piece(reading, span) if span else None
                if found:
                    yield found


def _within(text: str, sentence: Sentence, part: Span) -> Span | None:
    """What of a sentence stands in the quotation: from its own beginning to its own end."""
    start, end = max(sentence.start, part.start), min(sentence.end, part.end)
    if start >= end:
        return None
    span = quoting.trimmed(text, Span(start, end))
    before = text[part.start : span.start].rstrip()
    begins = not before.strip(quoting.EDGES) or before[-1] in ".!?"
    whole = begins and span.of(text)[:1].isupper() and _closes(text, span, part)
    return span if whole and cutting.states(text, span) else None


def _closes(text: str, span: Span, part: Span) -> bool:
    """Whether the sentence ends there: with a stop, or with the quotation, before "she said"."""
    after = text[span.end : span.end + 3]
    return after[:1] in (".", "!") or (after[:1] == "," and span.end + 2 >= part.end)
