"""What holds for the reading of any text whatever: used by property tests and by the fuzzer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from curriculum.reading import claims, serial
from curriculum.reading.types import Block, Mark, Name, Reading, Sentence, Span, TimeExpression

Placed = Block | Sentence | Mark | Name | TimeExpression


def check(reading: Reading) -> None:
    """Offsets lie in the text, spans nest, and the reading survives storage."""
    whole = Span(0, len(reading.text))
    _in_order(whole, reading.blocks)
    _in_order(whole, reading.sentences)
    _in_order(whole, reading.names)
    _in_order(whole, reading.times)
    for sentence in reading.sentences:
        assert _of(reading.blocks[sentence.block]).contains(sentence.span)
        _in_order(sentence.span, sentence.hedges)
        _in_order(sentence.span, sentence.loaded)
        for mark in sentence.hedges:
            assert mark.scope is None or mark.scope.start < mark.scope.end
            assert mark.scope is None or sentence.span.contains(mark.scope)
        assert 0 <= sentence.subjective <= 1
        assert 0 <= sentence.checkworthy <= 1
    for found in reading.attributions:
        assert found.content
        assert 0 <= found.confidence <= 1
        for spans in (found.source, found.cue, found.content):
            assert all(whole.contains(span) and span.start < span.end for span in spans)
            assert all(first.end <= second.start for first, second in pairwise(spans))
    for claim in claims.find(reading):
        assert 0 <= claim.start < claim.end <= len(reading.text)
        assert claim.why
    assert serial.load(serial.dump(reading)) == reading


def _in_order(whole: Span, placed: Iterable[Placed]) -> None:
    """Each has words, all lie inside, and none overlaps the next."""
    spans = [_of(each) for each in placed]
    assert all(whole.contains(span) and span.start < span.end for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


def _of(placed: Placed) -> Span:
    return Span(placed.start, placed.end)
