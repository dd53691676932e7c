"""The headline against the body, each thing it may say of the other, and its silence."""

from __future__ import annotations

import pytest

from curriculum.reading import read_text, serial
from curriculum.reading.types import Reading

BODY = (
    "The harbour office may close the old pier in June, Mara Odell said on Monday. "
    "Forty beams were weighed.\n\nThe bus runs every week, and the café stays open all year."
)


def read(headline: str, body: str = BODY) -> Reading:
    """A text of one headline."""
    return read_text(f"{headline}\n\n{body}")


def kinds(headline: str, body: str = BODY) -> list[str]:
    """What is said of the headline."""
    return [note.kind for note in read(headline, body).headline]


def test_the_sentence_that_carries_it_is_shown() -> None:
    (note, *_) = read("Harbour Office May Close Old Pier, Says Odell").headline
    assert note.kind == "carried"
    assert "The harbour office may close the old pier in June" in note.note


def test_a_headline_that_keeps_care_and_source_is_only_carried() -> None:
    assert kinds("Harbour Office May Close Old Pier, Says Odell") == ["carried"]


def test_a_careful_word_that_is_dropped() -> None:
    reading = read("Harbour Office Closes Old Pier, Says Odell")
    (note,) = [one for one in reading.headline if one.kind == "surer"]
    assert "“may”" in note.note
    assert "old pier" in reading.text[note.start : note.end]
    assert "surer" not in kinds("Will the Harbour Office Close the Old Pier, Odell Asked?")


def test_a_careful_word_about_something_else_takes_nothing_back() -> None:
    body = "The harbour office closed the old pier in June, and a new one may follow one day."
    assert kinds("Harbour Office Closed Old Pier", body) == ["carried"]


def test_a_source_that_is_dropped() -> None:
    notes = read("Harbour Office May Close Old Pier").headline
    (note,) = [one for one in notes if one.kind == "unsourced"]
    assert "Mara Odell" in note.note


@pytest.mark.parametrize("headline", ["Odell: Pier in June", "“Old Pier in June,” Office Told"])
def test_a_headline_that_names_or_quotes_has_its_source(headline: str) -> None:
    assert "unsourced" not in kinds(headline)


def test_a_number_that_stands_nowhere_below() -> None:
    assert "number" in kinds("Harbour Office May Close Old Pier With 75 Beams")
    body = BODY.replace("Forty", "1,200")
    assert "number" not in kinds("Harbour Office May Close Old Pier: 1200 Beams", body)


def test_a_judging_word_that_stands_in_the_headline_alone() -> None:
    (note,) = [
        n for n in read("Disgraceful Office May Close Old Pier").headline if n.kind == "loaded"
    ]
    assert "Disgraceful" in note.note
    body = BODY + " Neighbours called the plan disgraceful."
    assert "loaded" not in kinds("Disgraceful Office May Close Old Pier", body)


def test_a_headline_about_something_else() -> None:
    assert kinds("Seven Secret Tricks That Every Gardener Loves This Summer") == ["alone"]


@pytest.mark.parametrize(
    "headline", ["News", "(Corrects the name in paragraph 2)", "Home | Town | Pier and harbour"]
)
def test_a_label_is_no_headline(headline: str) -> None:
    assert kinds(headline) == []


def test_it_travels_as_json_and_older_readings_load() -> None:
    reading = read("Harbour Office Closes Old Pier")
    plain = serial.dump(reading)
    assert serial.load(plain).headline == reading.headline != ()
    del plain["headline"]
    assert serial.load(plain).headline == ()
