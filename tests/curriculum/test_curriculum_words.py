"""The names that teachers read for the ids that questions and findings carry."""

from __future__ import annotations

import pytest

from curriculum.templatetags.curriculum_words import confusion, family, place


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("choice 2", "Option B"),
        ("choice 9", "Choice 9"),
        ("choices", "Options"),
        ("stem", "Question"),
        ("anchor 1", "Words that prove the answer"),
        ("the whole set", "The whole set"),
        ("", ""),
    ],
)
def test_a_place_is_called_as_on_the_page(where: str, words: str) -> None:
    assert place(where) == words


def test_ids_have_names_and_unknown_ones_stand_for_themselves() -> None:
    assert confusion("wrong-speaker") == "One source for another"
    assert confusion("gone") == "gone"
    assert family("who-says-it") != "who-says-it"
    assert family("gone") == "gone"
