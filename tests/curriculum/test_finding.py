"""Finding words in a text as a teacher types or selects them."""

from __future__ import annotations

from curriculum.finding import find
from curriculum.reading.types import Problem, Span

TEXT = "He said: “It’s late.”\n\nThe gate was shut. The gate was shut."


def test_words_are_found_where_they_stand() -> None:
    assert find(TEXT, "It’s late") == Span(10, 19)


def test_straight_marks_and_line_ends_do_not_matter() -> None:
    assert find(TEXT, '"It\'s\n late."') == Span(9, 21)


def test_words_that_are_not_there_say_so() -> None:
    found = find(TEXT, "It was early")
    assert isinstance(found, Problem)
    assert found.code == "not-in-text"


def test_no_words_are_nowhere() -> None:
    assert isinstance(find(TEXT, "  "), Problem)


def test_words_that_stand_twice_need_a_place() -> None:
    found = find(TEXT, "The gate was shut.")
    assert isinstance(found, Problem)
    assert "2 times" in found.message
    second = TEXT.rindex("The gate")
    assert find(TEXT, "The gate was shut.", start=second) == Span(second, second + 18)


def test_the_nearest_place_is_meant_even_where_places_overlap() -> None:
    assert find("na na na", "na na", start=3) == Span(3, 8)
    assert find("na na na", "na na", start=2) == Span(3, 8)


def test_what_looks_like_a_pattern_is_taken_as_words() -> None:
    assert isinstance(find(TEXT, ".*"), Problem)
    assert find("Is it (a) or b?", "(a) or b?") == Span(6, 15)
