"""Lit words are quoted with what surrounds them."""

from __future__ import annotations

from curriculum.models import Source
from curriculum.passages import Lit, resolve
from quiz.quotations import among, quotations
from tests.factories import FIRST, SECOND, TEXT, anchor, blocks

SOURCE = Source(text=TEXT, reading_json={"blocks": blocks()})


def lights(*exact: str) -> list[Lit]:
    """The lights of words that stand in the text once."""
    return resolve(TEXT, [anchor(words) for words in exact])


def test_a_quotation_has_its_surroundings_cut_between_words() -> None:
    (quotation,) = quotations(SOURCE, lights("38 percent of vegetables"))
    before, lit, after = quotation.stretches
    assert (lit.text, quotation.paragraph) == ("38 percent of vegetables", 1)
    assert before.text.startswith("… ")
    assert before.text.removeprefix("… ") + lit.text + after.text in FIRST


def test_lit_words_close_together_share_a_quotation() -> None:
    found = lights("1,140 plates", "38 percent", "It ended on a Friday")
    first, second = quotations(SOURCE, found)
    assert [s.text for s in first.stretches if s.lit] == ["1,140 plates", "38 percent"]
    assert [(q.number, q.paragraph) for q in (first, second)] == [(1, 1), (3, 2)]
    assert second.text == SECOND


def test_each_step_of_a_lesson_keeps_the_numbers_of_the_page() -> None:
    page = lights("1,140 plates", "It ended on a Friday")
    assert [light.number for light in among(page, TEXT, [anchor("It ended on a Friday")])] == [2]
