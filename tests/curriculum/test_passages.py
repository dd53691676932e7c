"""The text is cut into paragraphs, and exactly the anchored words are lit."""

from __future__ import annotations

from curriculum import passages
from curriculum.reading import serial
from curriculum.reading.types import BlockKind
from curriculum.writing.types import Anchor
from tests.factories import FIRST, FURNITURE, HEADING, SECOND, TEXT, anchor, blocks

BLOCKS = serial.load_blocks(blocks())


def lit(*proof: Anchor) -> list[passages.Stretch]:
    """The stretches that are lit."""
    shown = passages.paragraphs(TEXT, BLOCKS, passages.resolve(TEXT, proof))
    return [stretch for each in shown for stretch in each.stretches if stretch.lit]


def test_nothing_is_lost_and_nothing_is_lit_by_default() -> None:
    shown = passages.paragraphs(TEXT, BLOCKS)
    words = ["".join(stretch.text for stretch in each.stretches) for each in shown]
    assert words == [HEADING, FIRST, SECOND, FURNITURE]
    assert [each.number for each in shown] == [0, 1, 2, 0]
    assert [TEXT.index(text) for text in words] == [each.start for each in shown]
    assert (shown[0].kind, shown[-1].kind) == (BlockKind.HEADING, BlockKind.FURNITURE)
    assert not any(each.lit for each in shown)


def test_lights_are_numbered_in_the_order_of_the_text() -> None:
    found = lit(anchor("It ended on a Friday"), anchor("1,140 plates"))
    assert [(s.text, s.lit, s.opens) for s in found] == [
        ("1,140 plates", 1, True),
        ("It ended on a Friday", 2, True),
    ]


def test_overlapping_lights_lose_no_word_and_double_none() -> None:
    lights = passages.resolve(TEXT, [anchor("weighed 1,140 plates"), anchor("1,140 plates over")])
    first = passages.paragraphs(TEXT, BLOCKS, lights)[1]
    assert first.lit
    assert "".join(s.text for s in first.stretches) == FIRST
    assert [s.text for s in first.stretches if s.lit] == ["weighed 1,140 plates", " over"]


def test_words_that_are_proof_twice_are_shown_once() -> None:
    assert [s.text for s in lit(anchor("1,140"), anchor("weighed 1,140 plates"))] == [
        "weighed 1,140 plates"
    ]


def test_a_light_over_two_paragraphs_has_one_place_to_go_to() -> None:
    found = lit(anchor("Mara Odell.\n\nCritics say"))
    assert [(s.text, s.opens) for s in found] == [("Mara Odell.", True), ("Critics say", False)]


def test_words_that_are_gone_stay_dark() -> None:
    assert passages.resolve(TEXT, [Anchor("a completely different sentence", start=3)]) == []
