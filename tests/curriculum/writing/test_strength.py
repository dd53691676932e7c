"""Strength: a word is asked about where it sets how much is claimed, and nowhere else."""

from __future__ import annotations

import pytest

from curriculum.reading import read_text
from curriculum.writing.families import strength

AROUND = (
    "The pond behind the mill was drained in March 2021, and the ducks moved to the river.\n\n"
    "{}\n\nThe gate was mended by the baker, whose bread is sold in the lane on two days a week."
)


def stems(sentence: str) -> list[str]:
    """What is asked about a sentence in a story about a mill pond."""
    return [item.stem for item in strength.propose(read_text(AROUND.format(sentence)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "“We will never rest until the pond is full again,” said Ruth Okafor, the gardener.",
        "“My prayers are with all families of the flooded lane,” said Ruth Okafor.",
        "Ruth Okafor said that the mill would halt all deliveries to the upper town.",
        "The miller has every intention to mend the wall, and all bets are off for the pond.",
        "The hours (all times in the afternoon) hang beside the gate of the old mill.",
        "The village stands with all millers on the river and with the whole of their trade.",
        "The pond, over all, has lost a third of its water since the winter before last.",
        "Ruth Okafor tried to teach every child in the lane how a pond is drained.",
        "The second wheel of the mill never came to more than a drawing.",
        "The water has never been more muddy than it is this spring behind the mill.",
    ],
)
def test_a_vow_or_a_set_phrase_is_no_claim_of_each(sentence: str) -> None:
    assert not stems(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Every pond on the river has a gate that the miller opens in spring.",
        "The miller never opened the gate in the years before the flood.",
        "Nobody in the lane saw the miller open the gate that night.",
    ],
)
def test_a_claim_of_each_case_is_asked_about(sentence: str) -> None:
    assert stems(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The rules of the river say that a miller may open the gate in a flood.",
        "The pond is a commonly used place for ducks from the upper village.",
        "Nine in ten likely visitors to the mill come from the villages upstream.",
        "What the mill may lack in size is more than made up for by its wheel.",
        "The mill, Ruth Okafor said, may open its gate before the end of the week.",
    ],
)
def test_a_word_that_sets_no_strength_is_left_alone(sentence: str) -> None:
    assert not stems(sentence)


def test_a_hedge_is_asked_about() -> None:
    (stem,) = stems("The council may drain the pond a second time before the winter comes.")
    assert "may" in stem


def test_as_much_as_it_takes_is_no_claim_of_each() -> None:
    vow = (
        "The miller will put in “all the patient work needed to bring the ducks back to the pond.”"
    )
    assert not stems(vow)
