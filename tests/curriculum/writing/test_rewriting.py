"""Rewrites: known changes, so that it is certain what each does to a claim."""

from __future__ import annotations

import pytest

from curriculum.writing import rewriting


@pytest.mark.parametrize(
    ("word", "plain", "twin"),
    [
        ("slashed", "cut", "axed"),
        ("Hailed", "welcomed", "cheered"),
        ("plummets", "falls", "crashes"),
        ("massive", "large", "whopping"),
        ("bombshells", "surprises", "thunderbolts"),
    ],
)
def test_a_loaded_word_has_a_plain_one_and_a_twin_in_the_same_form(
    word: str, plain: str, twin: str
) -> None:
    found = rewriting.swap(word)
    assert found is not None
    assert (found.plain, found.twin) == (plain, twin)


@pytest.mark.parametrize("word", ["walked", "slash", "slashing", "table"])
def test_a_plain_or_doubtful_form_is_left_alone(word: str) -> None:
    assert rewriting.swap(word) is None


@pytest.mark.parametrize(
    ("statement", "same", "more", "less"),
    [
        (
            "Lunch may move to the hall.",
            "Lunch might move to the hall.",
            "Lunch will move to the hall.",
            "Lunch will not move to the hall.",
        ),
        (
            "Some pupils eat outside.",
            "A number of pupils eat outside.",
            "All pupils eat outside.",
            "No pupils eat outside.",
        ),
        (
            "The hall is nearly half empty.",
            "The hall is close to half empty.",
            "The hall is more than half empty.",
            "The hall is far less than half empty.",
        ),
    ],
)
def test_a_retelling_says_as_much_more_and_less(
    statement: str, same: str, more: str, less: str
) -> None:
    (found,) = rewriting.retellings(statement)
    assert found.put(statement, found.same) == same
    assert found.put(statement, found.more) == more
    assert found.put(statement, found.less) == less


@pytest.mark.parametrize(
    "statement",
    [
        "Lunch moved to the hall.",
        "“Lunch may move,” she said.",
        "May Carter came to lunch.",
        "It may rain and it may snow.",
        "Some of the bread was old.",
        "She may not come.",
    ],
)
def test_what_cannot_be_retold_surely_is_not_retold(statement: str) -> None:
    assert list(rewriting.retellings(statement)) == []
