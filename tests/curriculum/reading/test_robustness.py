"""The whole reader on any text at all: valid, whatever it is, and work in step with its length."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.reading import extract, read, read_text
from curriculum.reading.types import Document, QuoteType
from tests.curriculum.reading.invariants import check

PIECES = [
    *("said", "Ada Lind", "that", "the oven", "broke", ",", ".", "“", "”", '"', "‘", "’", "?"),
    *("who", "according to", "claim", "was seen as", "\n\n", "\n", "—", "(", ")", "Share.", "#"),
    *(
        "3 May 2021",
        "10 am",
        "may",
        "U.S.",
        "was praised by",
        "which",
        "while",
        "🥖",
        "é",
        "面包。",
    ),
    *("awful", "will", "قالت", "«", "»", "BY ADA LIND", "http://a.b", "1.", "•", "\u200b", "\r\n"),
]
news_like = st.lists(st.sampled_from(PIECES), max_size=80).map(" ".join)
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)


@settings(max_examples=150, deadline=None)
@given(st.one_of(any_text, news_like))
def test_any_text_gives_a_valid_reading(text: str) -> None:
    reading = read_text(text)
    check(reading)
    assert reading == read_text(text)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(max_size=400), news_like.map(str.encode)), st.sampled_from(range(4)))
def test_any_bytes_give_a_document_or_a_reason(data: bytes, kind: int) -> None:
    found = extract.extract(data, filename=("", "a.html", "a.md", "a.pdf")[kind])
    if isinstance(found, Document):
        check(read(found))
    else:
        assert found.message


@pytest.mark.parametrize(
    "text",
    [
        "Lind said:, and said",  # found by the fuzzer: a content without a word
        ",said H\x00",  # found by the fuzzer: a null character was taken for a quotation
        "THE MILL WAS SOLD ON MONDAY. “IT GREW,” SAID ADA LIND. CRITICS CALLED IT A SHAM. " * 20,
        "the mill was sold on monday and ada lind said it grew and nobody asked her why " * 40,
        "“" * 50_000,
        '"' * 50_000,
        "‘" * 50_000,
        "(" * 50_000,
        "a" * 50_000,
        "👩‍🍳" * 5_000 + " said Ada Lind.",
        "\u202e\u200f\u0301" * 5_000,
        "\n" * 50_000,
        ".\n" * 20_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_odd_texts_are_read(text: str) -> None:
    check(read_text(text))


def test_a_megabyte_in_one_paragraph_is_read() -> None:
    text = ("the mill was sold and " * 50_000)[: 2**20]
    reading = read_text(text)
    assert reading.sentences[-1].end == len(text.rstrip())


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("قالت ليلى أمس: «لم نبع الجسر لأحد أبدا يا سادة». ثم عادت إلى البيت.", "لم نبع الجسر"),
        ("市长周一说：“我们没有卖掉这座桥，也不会卖掉它。”然后他回家了。", "我们没有卖掉这座桥"),
        ("אמרה המנהלת אתמול: “לא מכרנו את הגשר הישן לאף אחד בעיר”. אחר כך הלכה.", "לא מכרנו"),
    ],
    ids=["arabic", "chinese", "hebrew"],
)
def test_another_language_still_gives_blocks_and_quotations(text: str, quotation: str) -> None:
    reading = read_text(f"{text}\n\n{text}")
    check(reading)
    assert reading.language == "other"
    assert len(reading.blocks) == 2
    assert all(found.type is QuoteType.DIRECT for found in reading.attributions)
    assert any(quotation in found.content[0].of(reading.text) for found in reading.attributions)


LONG = [
    "“Yes,” said Ada Lind. ",
    "Ada Lind, who runs the mill, said that the oven broke and that ",
    "said ",
    "the mill was sold and ",
    "The awful mill will probably close, undermining trust, which Ada Lind has long wanted. ",
    "While it rained, ",
    "By Ada Lind\n\n3 May 2021\n\n",
    "Share.\n\n",
    "“Yes, ",
    "according to critics, ",
    "A, ",
    "面包。“好” ",
    *("...", "a. ", "A.b", '."', "?!", "1. ", "(", ".[1]", "“", "aa.Ba", "x" * 50),
]


def _calls(text: str) -> int:
    """How many calls a reading makes: a measure of work that no clock disturbs."""
    count = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read_text(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", LONG)
def test_twice_the_text_is_at_most_a_little_more_than_twice_the_work(piece: str) -> None:
    times = 6_000 // len(piece)
    read_text(piece * times)  # lexicons are loaded once
    once, twice = _calls(piece * times), _calls(piece * times * 2)
    assert twice <= 2.3 * once
