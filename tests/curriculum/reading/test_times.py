"""Time expressions: where they stand, what kind they are, what they point at."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.reading import times
from curriculum.reading.types import Sentence, TimeExpression

WEDNESDAY = "2024-05-08"


def found(text: str, published: str = WEDNESDAY) -> tuple[TimeExpression, ...]:
    """The time expressions of a text that is one sentence."""
    return times.find(text, (Sentence(0, len(text), 0),), published=published)


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("It opened on 3 May 2024.", "3 May 2024", "date", "2024-05-03"),
        ("It opened on May 3, 2024, at last.", "May 3, 2024", "date", "2024-05-03"),
        ("It opened on Friday, May 3.", "Friday, May 3", "date", "2024-05-03"),
        ("It opened on 2024-05-03.", "2024-05-03", "date", "2024-05-03"),
        ("The pier shut in June 1998.", "June 1998", "date", "1998-06"),
        ("The pier shut in 1998.", "1998", "date", "1998"),
        ("It opened in nineteen ninety-four.", "nineteen ninety-four", "date", "1994"),
        ("It opened in twenty ten.", "twenty ten", "date", "2010"),
        ("It opened in eighteen twelve.", "eighteen twelve", "date", "1812"),
        ("The pier shut in March.", "March", "date", "2024-03"),
        ("The pier shut in the 1980s.", "the 1980s", "date", "198"),
        ("It is a 19th-century pier.", "19th-century", "date", "18"),
        ("It rose in the third quarter of 2023.", "the third quarter of 2023", "date", "2023-Q3"),
        ("It began in the summer of 2019.", "the summer of 2019", "date", "2019-SU"),
        ("They met yesterday.", "yesterday", "date", "2024-05-07"),
        ("They meet tomorrow.", "tomorrow", "date", "2024-05-09"),
        ("They met on Monday.", "Monday", "date", "2024-05-06"),
        ("They met on Thursday.", "Thursday", "date", "2024-05-02"),
        ("They met last year.", "last year", "date", "2023"),
        ("They meet next month.", "next month", "date", "2024-06"),
        ("They met last week.", "last week", "date", "2024-W18"),
        ("They met three years ago.", "three years ago", "date", "2021"),
        ("They met 10 days ago.", "10 days ago", "date", "2024-04-28"),
        ("They met five months ago.", "five months ago", "date", "2023-12"),
        ("They met two weeks later.", "two weeks later", "date", ""),
        ("They met at 3:30 p.m. and ate.", "3:30 p.m.", "time", ""),
        ("They met this morning.", "this morning", "time", ""),
        ("It took six hours.", "six hours", "duration", "PT6H"),
        ("It took 12 years.", "12 years", "duration", "P12Y"),
        ("It took several weeks.", "several weeks", "duration", "PXW"),
        ("A two-day strike began.", "two-day", "duration", "P2D"),
        ("It fell over the past two years.", "the past two years", "duration", "P2Y"),
        ("It is a daily train.", "daily", "set", "P1D"),
        ("It runs every week.", "every week", "set", "P1W"),
        ("It runs twice a month.", "twice a month", "set", "P1M"),
        ("It is shut now.", "now", "date", "PRESENT_REF"),
        ("It shut recently.", "recently", "date", "PAST_REF"),
    ],
)
def test_one_expression(text: str, words: str, kind: str, value: str) -> None:
    (expression,) = found(text)
    assert text[expression.start : expression.end] == words
    assert (expression.kind.value, expression.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "May the best boat win.",
        "They may march.",
        "It cost $1,998 and weighed 2,019 grams.",
        "It grew by 1950 per cent.",
        "Flight AB1998 was late.",
        "She is second in line.",
        "A five-year-old sang.",
        "",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert found(text) == ()


def test_without_a_date_nothing_is_anchored() -> None:
    assert [x.value for x in found("They met yesterday, on Monday and last year.", "")] == [""] * 3
    assert [x.value for x in found("They met on 3 May.", "")] == ["XXXX-05-03"]


def test_a_date_that_is_none_is_no_anchor() -> None:
    assert found("They met yesterday.", "last Tuesday")[0].value == ""


def test_only_the_sentences_are_read() -> None:
    text = "Menu 2019. They met in 2020."
    (expression,) = times.find(text, (Sentence(11, len(text), 0),))
    assert text[expression.start : expression.end] == "2020"


_SCRAPS = "the last 12 2019 May 31 30, Feb. year years ago three - ’80s s every 3 p.m. : 99/99/2020"


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(max_size=150), st.lists(st.sampled_from(_SCRAPS.split())).map(" ".join)),
    st.one_of(st.just(""), st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat)),
)
def test_any_text_is_read_without_an_exception(text: str, published: str) -> None:
    expressions = found(text, published)
    ends = [0, *(x.end for x in expressions)]
    assert all(e <= x.start < x.end for e, x in zip(ends, expressions, strict=False))
