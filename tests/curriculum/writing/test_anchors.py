"""Anchors find their words again, after edits near and far."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curriculum.reading.types import Span
from curriculum.writing import anchors
from curriculum.writing.types import Anchor
from tests.curriculum.writing import made

QUOTE = "the bell wakes babies in nine houses"
AT = made.span(made.TEXT, QUOTE)


def test_it_remembers_the_words_and_what_stands_around_them() -> None:
    anchor = anchors.at(made.TEXT, AT)
    assert anchor.exact == QUOTE
    assert made.TEXT[: AT.start].endswith(anchor.prefix)
    assert made.TEXT[AT.end :].startswith(anchor.suffix)
    assert anchors.resolve(anchor, made.TEXT) == AT


@given(before=st.text(max_size=300), after=st.text(max_size=300))
def test_it_survives_edits_elsewhere(before: str, after: str) -> None:
    anchor = anchors.at(made.TEXT, AT)
    found = anchors.resolve(anchor, before + made.TEXT + after)
    assert found is not None
    assert found.of(before + made.TEXT + after) == QUOTE


def test_the_words_around_decide_between_two_places() -> None:
    text = "Ann said it was late. Bob said it was late. Cid said it was late."
    for start in (text.index("it was late", place) for place in (0, 25, 46)):
        anchor = anchors.at(text, Span(start, start + len("it was late")))
        moved = "A new first sentence of some length. " + text
        assert anchors.resolve(anchor, moved) == Span(start + 37, start + 48)


def test_the_position_decides_where_nothing_else_does() -> None:
    text = "la la la la la la"
    anchor = Anchor("la", start=9, end=11)
    assert anchors.resolve(anchor, text) == Span(9, 11)


def test_curly_and_straight_marks_are_the_same() -> None:
    anchor = anchors.at("He said “it’s late” – twice.", Span(8, 19))
    assert anchors.resolve(anchor, 'He said "it\'s late" - twice.') == Span(8, 19)


def test_a_small_correction_inside_the_words_is_forgiven() -> None:
    anchor = anchors.at(made.TEXT, AT)
    text = made.TEXT.replace("nine houses", "ten houses")
    found = anchors.resolve(anchor, text)
    assert found is not None
    assert found.of(text) == "the bell wakes babies in ten houses"


def test_words_that_are_gone_are_not_found() -> None:
    anchor = anchors.at(made.TEXT, AT)
    assert anchors.resolve(anchor, made.TEXT.replace(QUOTE, "nothing of the kind")) is None
    assert anchors.resolve(Anchor("  "), made.TEXT) is None
