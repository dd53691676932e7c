"""Confusions are named, described, and each can be taught away in one paragraph."""

from __future__ import annotations

import pytest

from curriculum.writing.confusions import CONFUSIONS, Confusion
from tests.curriculum.writing.readability import AGE_11, grade


@pytest.mark.parametrize("confusion", CONFUSIONS.values(), ids=lambda each: each.id)
def test_each_says_what_it_is_and_how_to_mend_it(confusion: Confusion) -> None:
    assert len(confusion.id) <= 40  # the column in the database
    assert confusion.description.endswith(".")
    assert "\n" not in confusion.reteach
    assert 30 <= len(confusion.reteach.split()) <= 80


def test_no_two_share_a_name() -> None:
    assert len({confusion.name for confusion in CONFUSIONS.values()}) == len(CONFUSIONS)


@pytest.mark.parametrize("confusion", CONFUSIONS.values(), ids=lambda each: each.id)
def test_each_has_a_card_of_one_screen(confusion: Confusion) -> None:
    card = confusion.card
    assert card.ask.endswith("?")
    assert len({card.text, card.slip, card.better}) == 3
    assert len(f"{card.text} {card.slip} {card.better} {card.ask}".split()) <= 70
    assert grade(f"{card.better} {card.ask} {confusion.reteach}") <= AGE_11
