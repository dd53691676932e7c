"""The bundled texts: ours, labelled as practice, long enough, and about nobody real."""

from __future__ import annotations

from datetime import date

import pytest

from curriculum.units import BundledText, bundled


def test_there_are_several_of_different_kinds() -> None:
    assert len(bundled()) >= 3
    assert len({text.kind for text in bundled()}) == len(bundled())


@pytest.mark.parametrize("text", bundled(), ids=lambda each: each.slug)
def test_each_says_what_it_is(text: BundledText) -> None:
    assert text.note.startswith("practice text: ")
    assert text.licence == "CC BY 4.0"
    assert date.fromisoformat(text.date) <= date.fromisoformat(text.as_of)
    assert text.text.startswith(f"# {text.title}\n")


@pytest.mark.parametrize("text", bundled(), ids=lambda each: each.slug)
def test_each_is_as_long_as_a_short_news_text(text: BundledText) -> None:
    assert 400 <= len(text.text.split()) <= 620
