"""Judging words and their neutral twins: a word that may be plain where it stands is left alone."""

from __future__ import annotations

import pytest

from curriculum.reading import read_text
from curriculum.writing.families import judging_word, loaded_word

AROUND = (
    "The pond behind the mill was drained in March 2021, and the ducks moved to the river.\n\n"
    "{}\n\nThe gate was mended by the baker, whose bread is sold in the lane on two days a week."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council passed sweeping new rules for every pond in the valley.",
        "The baker joined a massive scheme for new ovens in the village.",
        "The water flooded the lower lane of the village for two nights.",
    ],
)
def test_a_word_for_the_reach_or_the_thing_has_no_neutral_twin(sentence: str) -> None:
    assert not list(loaded_word.propose(read_text(AROUND.format(sentence))))


def test_a_judging_word_has_a_neutral_twin() -> None:
    text = AROUND.format("The council passed ridiculous new rules for every pond in the valley.")
    (item,) = loaded_word.propose(read_text(text))
    assert "ridiculous new rules" in item.stem


@pytest.mark.parametrize(
    "sentence",
    [
        "The chimney of the mill is a towering 40 feet above the roofs of the lane.",
        "The council risks looking shameful and coldhearted to the bakers of the lane.",
    ],
)
def test_a_measure_or_a_pair_of_words_makes_no_judging_word(sentence: str) -> None:
    assert not list(judging_word.propose(read_text(AROUND.format(sentence))))
