"""The bundled units: whole, dated, labelled as what they are, and without a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from curriculum.units import BundledText, BundledUnit, Parsed, bundled, folders, parse
from curriculum.units.checking import FEWEST, check, spread
from curriculum.units.fairness import Line, Pairs, report, rulebook
from curriculum.writing.types import Severity

EACH_TEXT = pytest.mark.parametrize("text", bundled(), ids=lambda each: each.slug)
EACH_UNIT = pytest.mark.parametrize("folder", folders(), ids=lambda each: each.name)


@cache
def parsed(folder: Path) -> Parsed:
    """What a folder says, read once for all tests."""
    return parse(folder)


def unit_in(folder: Path) -> BundledUnit:
    """The unit of a folder."""
    unit = parsed(folder).unit
    assert unit, parsed(folder).mistakes
    return unit


def test_there_are_several_of_different_kinds() -> None:
    assert len(folders()) >= 6
    assert len({unit_in(folder).kind for folder in folders()}) == len(folders())


@EACH_TEXT
def test_each_text_says_what_it_is(text: BundledText) -> None:
    assert text.note.startswith("practice text: ")
    assert text.licence == "CC BY 4.0"
    assert date.fromisoformat(text.date) <= date.fromisoformat(text.as_of)
    assert text.text.startswith(f"# {text.title}\n")


@EACH_TEXT
def test_each_text_is_as_long_as_a_short_news_text(text: BundledText) -> None:
    assert 400 <= len(text.text.split()) <= 700


@EACH_UNIT
def test_each_unit_is_without_a_mistake(folder: Path) -> None:
    found = check(parsed(folder))
    assert [str(each) for each in found if each.severity is Severity.ERROR] == []


@EACH_UNIT
def test_each_unit_says_what_a_teacher_needs(folder: Path) -> None:
    unit = unit_in(folder)
    assert len(unit.teacher_notes.split()) >= 150
    assert unit.as_of < unit.review_by
    assert unit.licence.startswith("CC BY 4.0")
    assert len(unit.quiz) >= FEWEST
    assert len(unit.summary.split()) >= 8


@pytest.mark.parametrize("slug", ["two-leaders", "standing-firm"])
def test_a_unit_about_real_people_has_its_note_and_its_records(slug: str) -> None:
    (folder,) = (each for each in folders() if each.name == slug)
    unit = unit_in(folder)
    assert unit.content_note
    assert len(unit.sources) >= 5
    assert all(each.address and each.date for each in unit.sources)
    assert any(item.sources and item.review_by for item in unit.items)


def out_of_balance(lines: Iterator[Line] | tuple[Line, ...]) -> list[str]:
    """What the fairness report would mark."""
    return [f"{line.name}: {line.figure} {line.wrong}" for line in lines if line.wrong]


def pairs(unit: BundledUnit) -> Pairs:
    """The items with their keys in place."""
    laid = spread(unit)
    return [(item, laid[item.id]) for item in unit.quiz]


@EACH_UNIT
def test_each_unit_balances(folder: Path) -> None:
    assert out_of_balance(report(pairs(unit_in(folder)))) == []


def test_the_two_leanings_balance_together_under_one_rulebook() -> None:
    by_name = {folder.name: unit_in(folder) for folder in folders()}
    one, other = by_name["two-leaders"], by_name["standing-firm"]
    assert out_of_balance(report([*pairs(one), *pairs(other)])) == []
    assert out_of_balance(rulebook(one.quiz, other.quiz)) == []
