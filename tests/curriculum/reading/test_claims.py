"""From a reading to its claims: each statement once, with the voice behind it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from curriculum.reading import claims, read_text
from curriculum.reading.types import (
    Attribution,
    Block,
    BlockKind,
    ClaimType,
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
    told=True,
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
        SAID.source, SAID.cue, SAID.content, SAID.type, SAID.voice, "Ada", confidence=0.1, told=True
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
        told=True,
    )
    voices = [claim.voice for claim in claims.find(reading(part)) if claim.start >= 35]
    assert sorted(voices) == [Voice.UNNAMED]


def test_headings_claim_nothing() -> None:
    assert claims.find(reading(SAID, kind=BlockKind.HEADING)) == ()


def found(text: str) -> list[tuple[str, Voice]]:
    """The claims of a text: their words, and who stands behind them."""
    return [(text[c.start : c.end], c.voice) for c in claims.find(read_text(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind criticised the plan.",
        "Ada Lind wants to open a second bakery in the spring.",
        "Ada Lind has expressed sympathy for the cooks.",
        "The plan has been repeatedly praised by Ada Lind.",
        "The shop appears to be closing.",
        "Ada Lind described the plan as a waste.",
    ],
)
def test_an_act_that_the_article_reports_is_its_own_claim(text: str) -> None:
    assert found(text) == [(text, Voice.ARTICLE)]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (
            "Ada Lind, who has run the mill for nine years, said the wheel was old.",
            "who has run the mill for nine years",
        ),
        (
            "Ada Lind has criticised the plan, dismissing it as “a waste of flour.”",
            "Ada Lind has criticised the plan",
        ),
        (
            "By calling the plan “a waste,” Ada Lind has won the hearts of the whole village.",
            "Ada Lind has won the hearts of the whole village.",
        ),
        (
            "The plan has been seen as a waste, a verdict that was met with cheers in the hall.",
            "a verdict that was met with cheers in the hall.",
        ),
    ],
)
def test_a_sentence_with_somebody_s_claim_may_hold_one_of_the_article_s(
    text: str, own: str
) -> None:
    claimed = found(text)
    assert {voice for _, voice in claimed} > {Voice.ARTICLE}
    assert [words for words, voice in claimed if voice is Voice.ARTICLE] == [own]


@pytest.mark.parametrize(
    "text",
    [
        "If the rain stops over the hills this week, Ada Lind said, the oven will dry.",
        "Ada Lind said the oven was cold, in the old mill by the river in the north.",
        "“The oven was cold,” said Ada Lind on Monday, in the course of the meeting of bakers.",
    ],
)
def test_what_only_sets_the_scene_of_a_saying_is_no_claim(text: str) -> None:
    assert Voice.ARTICLE not in {voice for _, voice in found(text)}


def test_a_mixed_sentence_is_told_apart_by_kind() -> None:
    text = "The town sold its bus depot, undermining the night service to the villages."
    kinds = [(text[c.start : c.end], c.type) for c in claims.find(read_text(text))]
    assert kinds == [
        ("The town sold its bus depot", ClaimType.FACT),
        ("undermining the night service to the villages.", ClaimType.INTERPRETATION),
    ]


def test_an_opening_clause_is_told_apart_from_the_main_one() -> None:
    text = "While the old ferry over the lake may never return, the council bought a bus on Monday."
    kinds = [(text[c.start : c.end], c.type) for c in claims.find(read_text(text))]
    assert kinds == [
        ("While the old ferry over the lake may never return", ClaimType.PREDICTION),
        ("the council bought a bus on Monday.", ClaimType.FACT),
    ]


def test_a_clause_in_the_middle_leaves_the_main_claim_whole() -> None:
    text = (
        "The report, which found no leaks in the roof, undermined the case for a new hall,"
        " which the council rejected on Monday."
    )
    kinds = [(text[c.start : c.end], c.type) for c in claims.find(read_text(text))]
    assert kinds == [
        (text.partition(", which the")[0], ClaimType.INTERPRETATION),
        ("which found no leaks in the roof", ClaimType.FACT),
        ("which the council rejected on Monday.", ClaimType.FACT),
    ]


def test_a_claim_is_judged_by_its_own_words() -> None:
    text = "The awful council said that the bakery opened on Monday."
    (claim,) = (c for c in claims.find(read_text(text)) if c.attribution)
    assert claim.type is ClaimType.FACT


def test_a_question_claims_nothing() -> None:
    assert found("Who baked the first loaf of the year?") == []
