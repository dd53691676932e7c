"""Names as children type them: the seat that is meant, and the few that might be."""

from __future__ import annotations

import pytest

from quiz import names

LIST = ["Ada K.", "Ada M.", "Élise", "Jörg Øst", "Mateusz", "Priya", "किरण", "करण"]


@pytest.mark.parametrize(
    ("typed", "seat"),
    [
        ("ada k", "Ada K."),
        ("ADAK", "Ada K."),
        ("Elise", "Élise"),
        ("Jorg Ost", "Jörg Øst"),
        ("jörg-øst", "Jörg Øst"),
        ("किरण", "किरण"),
        ("करण", "करण"),
    ],
)
def test_a_name_is_meant_however_it_is_typed(typed: str, seat: str) -> None:
    assert names.meant(typed, LIST) == seat


@pytest.mark.parametrize("typed", ["Ada", "", "😀", "Otto"])
def test_a_name_that_is_short_or_nobodys_means_no_seat(typed: str) -> None:
    assert names.meant(typed, LIST) is None


def test_two_that_differ_by_an_accent_are_not_guessed_between() -> None:
    assert names.meant("elise", ["Élise", "Elisé"]) is None


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Ada", ["Ada K.", "Ada M."]),
        ("Priya Nair", ["Priya"]),
        ("Matheusz", ["Mateusz"]),
        ("M", []),
        ("Otto", []),
        ("Ad", []),
        ("Pri", []),
    ],
)
def test_only_names_that_come_near_are_offered(typed: str, near: list[str]) -> None:
    assert names.near(typed, LIST) == near


def test_numbered_names_are_told_apart() -> None:
    assert names.near("Pupil 12", ["Pupil 1", "Pupil 2", "Pupil 13"]) == []


def test_a_crowd_of_names_is_never_listed() -> None:
    assert len(names.near("Ada", [f"Ada {letter}." for letter in "ABCDEFGHIJ"])) == names.SHOWN
