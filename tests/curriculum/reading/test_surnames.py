"""A surname after a title takes a full name only where the title fits it."""

from __future__ import annotations

import pytest

from curriculum.reading import read_text

TEXT = "On Friday the bakers met {first} at the mill. Later {title} {last} looked at the wheel."


def meant(first: str, title: str, last: str) -> str:
    """Who the surname after the title is taken for."""
    reading = read_text(TEXT.format(first=first, title=title, last=last))
    return reading.names[-1].full


@pytest.mark.parametrize(
    ("first", "title", "last", "full"),
    [
        ("Nora Quist", "Mr.", "Quist", "Mr. Quist"),
        ("Nora Quist", "Ms.", "Quist", "Nora Quist"),
        ("Peter Quist", "Mrs.", "Quist", "Mrs. Quist"),
        ("Peter Quist", "Mr.", "Quist", "Peter Quist"),
        ("Nora Quist and Peter Quist", "Mr.", "Quist", "Peter Quist"),
        ("David Quist and Peter Quist", "Mr.", "Quist", "Mr. Quist"),
        ("Nora Quist", "President", "Quist", "President Quist"),
        ("President Nora Quist", "President", "Quist", "Nora Quist"),
    ],
)
def test_a_title_has_to_fit_the_full_name(first: str, title: str, last: str, full: str) -> None:
    assert meant(first, title, last) == full


def test_junior_is_no_surname() -> None:
    assert meant("Peter B. Quist Jr.", "Mr.", "Quist") == "Peter B. Quist Jr"


def test_the_fullest_form_of_a_name_is_kept() -> None:
    assert meant("Peter Quist and Peter B. Quist", "Mr.", "Quist") == "Peter B. Quist"
