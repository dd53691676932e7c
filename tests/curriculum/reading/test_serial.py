"""A Reading as JSON and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.reading import read_text, serial

TEXT = """Ferry to stop at Holm

The ferry may stop at Holm next year, Mara Lund said on Tuesday. "It is an outrageous plan,"
said Tomas Brandt, who chairs the rowing club. According to the harbour office, 40 boats a day
use the pier.

Share.
"""


def test_the_round_trip_keeps_everything() -> None:
    reading = read_text(TEXT)
    again = serial.load(json.loads(json.dumps(serial.dump(reading))))
    assert again == reading


def test_the_keys_are_those_that_others_rely_on() -> None:
    plain = serial.dump(read_text(TEXT))
    assert set(plain) >= {
        "text", "blocks", "sentences", "attributions", "names", "times", "provenance"
    }  # fmt: skip
    assert set(plain["sentences"][0]) >= {
        "start", "end", "block", "type", "subjective", "checkworthy", "force", "hedges", "loaded"
    }  # fmt: skip
    assert set(plain["attributions"][0]) >= {
        "source", "cue", "content", "type", "voice", "speaker"
    }  # fmt: skip


def test_spans_of_an_attribution_are_pairs_of_offsets() -> None:
    plain = serial.dump(read_text(TEXT))
    said = [relation for relation in plain["attributions"] if "Lund" in relation["speaker"]]
    start, end = said[0]["source"][0]
    assert TEXT[start:end] == "Mara Lund"


def test_the_scope_of_a_hedge_is_a_pair_of_offsets() -> None:
    plain = serial.dump(read_text(TEXT))
    (may,) = [m for s in plain["sentences"] for m in s["hedges"] if TEXT[m["start"] :][:3] == "may"]
    start, end = may["scope"]
    assert TEXT[start:end] == "stop at Holm next year"


def test_a_reading_stored_before_there_were_scopes_still_loads() -> None:
    plain = serial.dump(read_text(TEXT))
    for sentence in plain["sentences"]:
        for mark in (*sentence["hedges"], *sentence["loaded"]):
            del mark["scope"]
    marks = [m for s in serial.load(plain).sentences for m in s.hedges]
    assert marks
    assert {mark.scope for mark in marks} == {None}


def test_something_else_is_refused() -> None:
    with pytest.raises(KeyError):
        serial.load({"text": "Only a text."})


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_survives(text: str) -> None:
    reading = read_text(text)
    assert serial.load(json.loads(json.dumps(serial.dump(reading)))) == reading
