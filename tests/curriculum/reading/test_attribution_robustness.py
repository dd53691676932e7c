"""Any text at all: valid spans, no exception, and work in proportion to its length."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.reading import attribution, names
from curriculum.reading.types import Attribution, Block, BlockKind, Sentence
from tests.curriculum.reading.attributed import read

PIECES = [
    *("said", "Ada Lind", "that", "the oven", "broke", ",", ".", ":", "“", "”", '"', "‘", "’"),
    *("who", "according to", "claim", "is thought to", "and", "\n\n", "—", "(", ")", "he", "not"),
    *("reportedly", "U.S.", "Mr.", "told", "reporters", "critics", "was", "by", "to", "of", "é"),
]
news_like = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def _check(text: str, found: tuple[Attribution, ...]) -> None:
    for one in found:
        assert one.content
        assert 0 <= one.confidence <= 1
        for spans in (one.source, one.cue, one.content):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), news_like))
def test_any_text_gives_valid_spans(text: str) -> None:
    _check(text, read(text))
    _check(text, read(text, english=False))


@settings(max_examples=100, deadline=None)
@given(news_like)
def test_source_and_cue_do_not_cross(text: str) -> None:
    for one in read(text):
        for source in one.source:
            assert not any(source.overlaps(cue) for cue in one.cue)


@settings(max_examples=50, deadline=None)
@given(news_like)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    assert read(text) == read(text)


def _one_paragraph(text: str) -> tuple[Attribution, ...]:
    block = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    sentence = (Sentence(0, len(text), 0),)
    return attribution.find(text, block, sentence, names.find(text, sentence))


def _steps(work: Callable[[], object]) -> int:
    """How many lines of our own code run: a measure of work that no clock disturbs."""
    count = 0

    def trace(frame: object, event: str, arg: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        work()
    finally:
        sys.settrace(before)
    return count


ADVERSARIAL = [
    *("“", '"', "said ", "said X, ", "he said that ", "Ada said, ", "A ", "Department and "),
    *(
        '"a b c d e f," said A. ',
        "according to A, ",
        "X, who led Y, ",
        "was ",
        "not ",
        "claim that ",
    ),
    *(
        "reportedly ",
        "Monday ",
        "’s ",
        "'' ",
        'said: "',
        "U.S. ",
        "of the ",
        "to ",
        "A: ",
        "Mr. Poe ",
    ),
    *("his claim of ", "“hello there my dear old friend ", "who said he was believed by X to say "),
]


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_twice_the_text_is_about_twice_the_work(piece: str) -> None:
    short, long = piece * 300, piece * 600
    _one_paragraph(short)  # the word lists are read once, before counting
    assert _steps(lambda: _one_paragraph(long)) < 2.6 * _steps(lambda: _one_paragraph(short)) + 2000


@pytest.mark.parametrize("text", ["“" * 50_000, "said " * 10_000, "A" * 1_000_000, "é, " * 20_000])
def test_long_and_strange_texts_are_read(text: str) -> None:
    _check(text, _one_paragraph(text))


def test_a_very_long_paragraph_is_read() -> None:
    text = ("“The oven is broken,” said Ada Lind, who bakes in Hull. " * 5_000)[:250_000]
    found = _one_paragraph(text)
    assert len(found) > 4_000
    assert found[0].source[0].of(text).startswith("Ada Lind")


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "“”", "said", "THE OVEN BROKE, SAID ADA LIND."]
)
def test_next_to_nothing(text: str) -> None:
    _check(text, read(text))
