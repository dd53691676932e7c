"""Sayings told in a noun, and sources whose words could be mistaken for another source."""

from __future__ import annotations

import pytest

from curriculum.reading.types import Voice
from tests.curriculum.reading.attributed import read, said, words

NOUNS = [
    (
        "The claim by the board that nobody was hurt drew laughter.",
        ("the board", "claim", "that nobody was hurt"),
    ),
    (
        "The claim of the board that nobody was hurt drew laughter.",
        ("the board", "claim", "that nobody was hurt"),
    ),
    (
        "The claim, by the board, that nobody was hurt drew laughter.",
        ("the board", "claim", "that nobody was hurt"),
    ),
    (
        "The claim on Monday by the board that nobody was hurt drew laughter.",
        ("the board", "claim", "that nobody was hurt"),
    ),
    (
        "Denials by Ada Lind that the lamp was broken were ignored.",
        ("Ada Lind", "Denials", "that the lamp was broken"),
    ),
    (
        "Nothing came of statements by Ada Lind last week that the lamp was broken.",
        ("Ada Lind", "statements", "that the lamp was broken"),
    ),
    (
        "Lind’s warning to the board in a letter that the lamp was broken came to nothing.",
        ("Lind’s", "warning", "that the lamp was broken"),
    ),
    (
        "The former mayor’s repeated claim that he was ill was believed.",
        ("The former mayor’s", "repeated claim", "that he was ill"),
    ),
    (
        "Despite his claim that the lamp was gone, it stood in the hall.",
        ("his", "claim", "that the lamp was gone"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_a_saying_told_in_a_noun(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(text)


def test_a_claim_that_somebody_else_rejects_is_still_its_makers() -> None:
    assert said("Roe rejected the claim by Lind that the lamp was broken.") == [
        ("Roe", "rejected", "the claim by Lind that the lamp was broken"),
        ("Lind", "claim", "that the lamp was broken"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The claim by the board that drew laughter was withdrawn.",
        "The view of the hill that walkers love is gone.",
        "The complaint on the table that Lind wrote is gone.",
    ],
)
def test_that_may_mean_which(text: str) -> None:
    assert not [cue for _, cue, _ in said(text) if cue in ("claim", "view", "complaint")]


@pytest.mark.parametrize(
    ("text", "source", "voice", "speaker"),
    [
        (
            "Officials close to the board believe the line will close.",
            "Officials close to the board",
            Voice.UNNAMED,
            "",
        ),
        (
            "Officials very close to Ada Lind said the line was old.",
            "Officials very close to Ada Lind",
            Voice.UNNAMED,
            "",
        ),
        (
            "One neighbour after another told the council that the shop was old.",
            "One neighbour after another",
            Voice.UNNAMED,
            "",
        ),
        (
            "The shop will close, one neighbour after another told the council.",
            "one neighbour after another",
            Voice.UNNAMED,
            "",
        ),
        (
            "The report that the council ordered from the consultants Birch and Hale found that "
            "the bridge was safe.",
            "The report that the council ordered from the consultants Birch and Hale",
            Voice.INSTITUTION,
            "the report",
        ),
        (
            "The report that the council ordered found that the bridge was safe.",
            "The report that the council ordered",
            Voice.INSTITUTION,
            "the report",
        ),
        (
            "The report by Ada Lind and Mara Odell found that the bridge was safe.",
            "The report by Ada Lind and Mara Odell",
            Voice.INSTITUTION,
            "the report",
        ),
        (
            "The man who met Ada Lind said that the roof was safe.",
            "The man who met Ada Lind",
            Voice.UNNAMED,
            "",
        ),
        (
            "The woman who runs the mill, Ada Lind, said that the roof was safe.",
            "The woman who runs the mill, Ada Lind",
            Voice.NAMED,
            "Ada Lind",
        ),
        (
            "The board’s claim that nobody was hurt drew laughter.",
            "The board’s",
            Voice.INSTITUTION,
            "the board",
        ),
    ],
)
def test_whose_voice_a_long_source_is(text: str, source: str, voice: Voice, speaker: str) -> None:
    (found,) = read(text)
    assert (words(text, found.source), found.voice, found.speaker) == (source, voice, speaker)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shop will close, Lind told the council.", True),
        ("When the rain came, Lind told the council.", False),
        ("Ada Lind, who was late, told the council.", False),
    ],
)
def test_told_after_a_statement(text: str, expected: bool) -> None:
    assert ("told" in [cue for _, cue, _ in said(text)]) is expected
