"""Mix-ups: met when chosen, left behind after three in a row that offered them in vain."""

from __future__ import annotations

from quiz.mixups import CLEAR, Faced, met

BOTH = frozenset({"vivid", "hedged"})


def test_only_what_was_chosen_was_met() -> None:
    assert met([Faced(BOTH), Faced(BOTH)]) == []
    (row,) = met([Faced(BOTH), Faced(BOTH, "vivid")])
    assert (row.confusion, row.chosen, row.since, row.behind) == ("vivid", 1, 0, False)


def test_it_is_left_behind_after_three_that_offered_it() -> None:
    history = [Faced(BOTH, "vivid"), *[Faced(BOTH)] * (CLEAR - 1)]
    assert [(row.behind, row.wanting) for row in met(history)] == [(False, 1)]
    other = Faced(frozenset({"hedged"}))
    assert [row.behind for row in met([*history, other])] == [False], "it did not offer it"
    assert [row.behind for row in met([*history, Faced(BOTH)])] == [True]


def test_choosing_it_again_starts_anew() -> None:
    history = [Faced(BOTH, "vivid"), *[Faced(BOTH)] * CLEAR, Faced(BOTH, "vivid")]
    (row,) = met(history)
    assert (row.chosen, row.since) == (2, 0)


def test_one_mix_up_is_avoided_while_another_is_chosen() -> None:
    rows = met([Faced(BOTH, "vivid"), Faced(BOTH, "hedged"), Faced(BOTH, "hedged")])
    assert [(row.confusion, row.chosen, row.since) for row in rows] == [
        ("hedged", 2, 0),
        ("vivid", 1, 2),
    ]
