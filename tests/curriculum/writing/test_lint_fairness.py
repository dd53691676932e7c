"""Fairness of a set, and the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from curriculum.writing import lint
from curriculum.writing.types import Severity
from tests.curriculum.writing import made


def leaning(**counts: int) -> lint.Balance:
    """The balance of so many items that favour each."""
    return lint.direction((made.question(), side) for side, n in counts.items() for _ in range(n))


@pytest.mark.parametrize(
    "counts",
    [
        {"critic": 10, "defender": 10, "neither": 50},
        {"critic": 11, "defender": 9},
        {"critic": 1, "neither": 5},
        {"critic": 3, "defender": 2},
        {"neither": 9},
        {},
    ],
)
def test_a_set_that_favours_both_alike_is_balanced(counts: dict[str, int]) -> None:
    assert leaning(**counts).findings == ()


@pytest.mark.parametrize(
    "counts", [{"critic": 12, "defender": 9}, {"critic": 2}, {"critic": 1, "defender": 3}]
)
def test_a_set_that_favours_one_side_is_told(counts: dict[str, int]) -> None:
    balance = leaning(**counts)
    (found,) = balance.findings
    assert found.code == "direction-balance"
    assert found.severity is Severity.WARNING
    assert str(balance.one) in found.message
    assert found.message.endswith(".")


def test_it_counts_each_side() -> None:
    balance = leaning(critic=3, defender=1, neither=6)
    assert (balance.one, balance.other, balance.neither) == (3, 1, 6)
    assert balance.apart == 0.5


def test_what_holds_up_is_asked_as_often_as_what_does_not() -> None:
    pairs = [(made.question(), "flaw")] * 8 + [(made.question(), "holds")] * 4
    assert [f.code for f in lint.finding(pairs).findings] == ["finding-balance"]
    assert lint.finding([*pairs, *[(made.question(), "holds")] * 4]).findings == ()


def test_a_question_past_its_day_is_told() -> None:
    day = date(2027, 5, 22)
    assert lint.overdue(day, today=day) == ()
    assert lint.overdue(None, today=day) == ()
    (found,) = lint.overdue(day, today=date(2027, 5, 23))
    assert found.code == "review-overdue"
    assert "22 May 2027" in found.message


@pytest.mark.parametrize(
    ("as_of", "review_by"), [(None, None), (date(2026, 1, 2), None), (None, date(2027, 1, 2))]
)
def test_records_want_both_days(as_of: date | None, review_by: date | None) -> None:
    found = lint.undated(cites=True, as_of=as_of, review_by=review_by)
    assert [finding.code for finding in found] == ["undated"]
    assert lint.undated(cites=False, as_of=as_of, review_by=review_by) == ()


def test_a_dated_unit_is_fine() -> None:
    day = date(2026, 1, 2)
    assert lint.undated(cites=True, as_of=day, review_by=day) == ()
