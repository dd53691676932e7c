"""Marking compares what was chosen with the key."""

from __future__ import annotations

from quiz import marking


def test_the_key_is_worth_everything() -> None:
    assert marking.mark(key=7, chosen=7).correct


def test_a_distractor_is_worth_nothing() -> None:
    mark = marking.mark(key=7, chosen=8)
    assert (mark.worth, mark.correct) == (0.0, False)
