"""The text is cut into paragraphs, and exactly the anchored words are lit."""

from __future__ import annotations

from curriculum.models import Source
from curriculum.writing.types import Anchor
from quiz import passages
from tests.factories import FIRST, FURNITURE, HEADING, SECOND, TEXT, blocks

SOURCE = Source(text=TEXT, reading_json={"blocks": blocks()})


def anchor(exact: str) -> Anchor:
    """The anchor of words that stand in the text once."""
    start = TEXT.index(exact)
    return Anchor(exact, start=start, end=start + len(exact))


def test_nothing_is_lost_and_nothing_is_lit_by_default() -> None:
    shown = passages.paragraphs(SOURCE)
    assert ["".join(s.text for s in p.stretches) for p in shown] == [
        HEADING,
        FIRST,
        SECOND,
        FURNITURE,
    ]
    assert [p.number for p in shown] == [0, 1, 2, 0]
    assert not any(s.lit for p in shown for s in p.stretches)


def test_lights_are_numbered_in_the_order_of_the_text() -> None:
    lights = passages.resolve(TEXT, [anchor("It ended on a Friday"), anchor("1,140 plates")])
    lit = [s for p in passages.paragraphs(SOURCE, lights) for s in p.stretches if s.lit]
    assert [(s.text, s.lit, s.opens) for s in lit] == [
        ("1,140 plates", 1, True),
        ("It ended on a Friday", 2, True),
    ]


def test_overlapping_lights_lose_no_word_and_double_none() -> None:
    lights = passages.resolve(TEXT, [anchor("weighed 1,140 plates"), anchor("1,140 plates over")])
    first = passages.paragraphs(SOURCE, lights)[1]
    assert "".join(s.text for s in first.stretches) == FIRST
    assert [s.text for s in first.stretches if s.lit] == ["weighed 1,140 plates", " over"]


def test_a_light_over_two_paragraphs_has_one_place_to_go_to() -> None:
    lights = passages.resolve(TEXT, [anchor("Mara Odell.\n\nCritics say")])
    lit = [s for p in passages.paragraphs(SOURCE, lights) for s in p.stretches if s.lit]
    assert [(s.text, s.opens) for s in lit] == [("Mara Odell.", True), ("Critics say", False)]


def test_words_that_are_gone_stay_dark() -> None:
    assert passages.resolve(TEXT, [Anchor("a completely different sentence", start=3)]) == []


def test_a_quotation_has_its_surroundings_cut_between_words() -> None:
    lights = passages.resolve(TEXT, [anchor("38 percent of vegetables")])
    (quotation,) = passages.quotations(SOURCE, lights)
    before, lit, after = quotation.stretches
    assert (lit.text, quotation.paragraph) == ("38 percent of vegetables", 1)
    assert before.text.startswith("… ")
    assert before.text.removeprefix("… ") + lit.text + after.text in FIRST


def test_lit_words_close_together_share_a_quotation() -> None:
    words = ("1,140 plates", "38 percent", "It ended on a Friday")
    lights = passages.resolve(TEXT, [anchor(exact) for exact in words])
    first, second = passages.quotations(SOURCE, lights)
    assert [s.text for s in first.stretches if s.lit] == ["1,140 plates", "38 percent"]
    assert [(q.number, q.paragraph) for q in (first, second)] == [(1, 1), (3, 2)]
    assert second.text == SECOND
