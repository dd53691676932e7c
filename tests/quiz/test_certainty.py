"""Certainty-based marks: honest sureness pays most, and little is said of few answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.certainty import CLAIMS, ENOUGH, MARKS, Fit, Level, calibration


def worth(level: int, chance: float) -> float:
    """What a level is worth on average to somebody with this chance of being right."""
    when_right, when_wrong = MARKS[level]
    return chance * when_right + (1 - chance) * when_wrong


@given(st.floats(0, 1))
def test_the_level_that_claims_a_chance_pays_most_for_it(chance: float) -> None:
    best = max(worth(level, chance) for level in MARKS)
    for level, (low, high) in CLAIMS.items():
        if low <= chance <= high:
            assert worth(level, chance) == pytest.approx(best)


def test_it_counts_each_level() -> None:
    told = calibration([(3, True)] * 7 + [(3, False), (1, False), (1, True)])
    assert [(each.level, each.right, each.answers) for each in told.given] == [(3, 7, 8), (1, 1, 2)]
    assert told.marks == 7 * 3 - 6 + 1
    assert (told.answers, told.most) == (10, 30)
    assert told.levels[1].share is None


@pytest.mark.parametrize(
    ("level", "right", "answers", "fit"),
    [
        (3, 0, ENOUGH - 1, Fit.UNTOLD),
        (3, 3, ENOUGH, Fit.TOO_SURE),
        (3, 9, ENOUGH, Fit.FITS),
        (3, 7, ENOUGH, Fit.FITS),  # seven of ten may be chance in somebody who knows four in five
        (2, 7, ENOUGH, Fit.FITS),
        (2, 40, 40, Fit.TOO_UNSURE),
        (1, 5, ENOUGH, Fit.FITS),
        (1, 10, ENOUGH, Fit.TOO_UNSURE),
    ],
)
def test_a_level_fits_unless_its_answers_clearly_say_otherwise(
    level: int, right: int, answers: int, fit: Fit
) -> None:
    assert Level(level, right, answers).fit == fit


def test_nothing_is_told_before_there_is_enough() -> None:
    assert not calibration([(2, True)] * (ENOUGH - 1)).told
    assert calibration([(2, True)] * ENOUGH).told
    assert calibration([]).given == ()
