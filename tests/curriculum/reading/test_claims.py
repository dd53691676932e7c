"""From a reading to its claims: each statement once, with the voice behind it."""

from __future__ import annotations

from itertools import pairwise

from curriculum.reading import claims
from curriculum.reading.types import (
    Attribution,
    Block,
    BlockKind,
    Provenance,
    QuoteType,
    Reading,
    Sentence,
    Span,
    Voice,
)

TEXT = "“It grew. It was eaten,” said Ada. The plates were weighed twice on every single day."
SAID = Attribution(
    source=(Span(30, 33),),
    cue=(Span(25, 29),),
    content=(Span(0, 24),),
    type=QuoteType.DIRECT,
    voice=Voice.NAMED,
    speaker="Ada",
    confidence=0.9,
)


def reading(*said: Attribution, kind: BlockKind = BlockKind.PARAGRAPH) -> Reading:
    starts = (0, 10, 35, len(TEXT) + 1)
    return Reading(
        text=TEXT,
        blocks=(Block(kind, 0, len(TEXT)),),
        sentences=tuple(Sentence(start, following - 1, 0) for start, following in pairwise(starts)),
        attributions=said,
        names=(),
        times=(),
        provenance=Provenance(),
    )


def test_a_quotation_over_two_sentences_is_one_claim_of_its_speaker() -> None:
    assert [(c.start, c.end, c.voice) for c in claims.find(reading(SAID))] == [
        (0, 24, Voice.NAMED),
        (35, len(TEXT), Voice.ARTICLE),
    ]


def test_what_nobody_is_named_for_the_article_says_itself() -> None:
    found = claims.find(reading())
    assert [claim.voice for claim in found] == [Voice.ARTICLE] * 3


def test_an_unsure_attribution_names_nobody() -> None:
    unsure = Attribution(
        SAID.source, SAID.cue, SAID.content, SAID.type, SAID.voice, "Ada", confidence=0.1
    )
    assert {claim.voice for claim in claims.find(reading(unsure))} == {Voice.ARTICLE}


def test_a_few_words_left_beside_an_attribution_are_no_claim() -> None:
    part = Attribution(
        source=(Span(39, 45),),
        cue=(Span(46, 50),),
        content=(Span(51, 58),),
        type=QuoteType.INDIRECT,
        voice=Voice.UNNAMED,
        confidence=0.9,
    )
    voices = [claim.voice for claim in claims.find(reading(part)) if claim.start >= 35]
    assert sorted(voices) == [Voice.UNNAMED]


def test_headings_claim_nothing() -> None:
    assert claims.find(reading(SAID, kind=BlockKind.HEADING)) == ()
