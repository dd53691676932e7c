"""Confusions are named, described, and each can be taught away in one paragraph."""

from __future__ import annotations

import pytest

from curriculum.writing.confusions import CONFUSIONS, Confusion


@pytest.mark.parametrize("confusion", CONFUSIONS.values(), ids=lambda each: each.id)
def test_each_says_what_it_is_and_how_to_mend_it(confusion: Confusion) -> None:
    assert len(confusion.id) <= 40  # the column in the database
    assert confusion.description.endswith(".")
    assert "\n" not in confusion.reteach
    assert 30 <= len(confusion.reteach.split()) <= 80


def test_no_two_share_a_name() -> None:
    assert len({confusion.name for confusion in CONFUSIONS.values()}) == len(CONFUSIONS)
