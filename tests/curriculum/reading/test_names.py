"""Names of people, organisations and places, on sentences of our own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.reading import blocks, names, sentences
from curriculum.reading.types import Name, NameKind

PERSON, BODY, PLACE = NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE


def _find(text: str) -> tuple[Name, ...]:
    return names.find(text, sentences.split(text, blocks.split(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bread was baked by Emma Poe in June.", [("Emma Poe", PERSON)]),
        ("Mayor Emma Poe opened the hall.", [("Emma Poe", PERSON)]),
        ("We met Dr. Orr at noon.", [("Orr", PERSON)]),
        ("The hall in Geneva was full.", [("Geneva", PLACE)]),
        ("They sailed to the United States in May.", [("United States", PLACE)]),
        ("The University of Leeds lent a hall.", [("University of Leeds", BODY)]),
        (
            "They wrote to the Committee for a Thrifty Harbour in May.",
            [("Committee for a Thrifty Harbour", BODY)],
        ),
        ("In the hall the Silver Oar families met at noon.", []),
        ("A letter from the Rye Growers Association came.", [("Rye Growers Association", BODY)]),
        ("He works for the BBC.", [("BBC", BODY)]),
        ("The French baker met a German miller on Monday.", []),
        ("Rain fell on the road all day.", []),
        ("Perhaps the oven is old. However, it works.", []),
        ("“I’m tired,” the baker said.", []),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, NameKind]]) -> None:
    assert [(text[n.start : n.end], n.kind) for n in _find(text)] == expected


def test_a_last_name_takes_the_full_name_met_before() -> None:
    text = "Emma Poe bakes rye. Later, Poe sold the oven."
    assert [name.full for name in _find(text)] == ["Emma Poe", "Emma Poe"]


def test_a_headline_in_capitals_gives_no_names() -> None:
    assert _find("Local Bakers Celebrate Their Biggest Summer") == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_names_lie_in_order_and_apart(text: str) -> None:
    found = _find(text)
    assert all(0 <= name.start < name.end <= len(text) for name in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
