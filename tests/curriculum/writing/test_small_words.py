"""The families that hang on one small word: how far, how exact, how reported, what is left out."""

from __future__ import annotations

import pytest

from curriculum.reading import read_text
from curriculum.writing import proposals
from curriculum.writing.types import QuestionDraft
from tests.curriculum.writing.test_family_faults import OPENING, asks, drafted, key


def only(family: str, *paragraphs: str) -> QuestionDraft:
    """The one item that a family makes of the paragraphs, beyond those of the opening."""
    before = {item.stem for item in proposals(read_text(OPENING)) if item.family == family}
    (item,) = [item for item in drafted(family, *paragraphs) if item.stem not in before]
    return item


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("The mill society plans to build a bridge over the pond.", "means to do it"),
        ("The council has tried to drain the lower pond with a pump.", "has tried"),
        ("The bakers called for a wider road to the mill.", "has asked"),
        ("The village hall will open a new kitchen for the bakers.", "still to come"),
        ("Two bakers were accused of taking flour from the mill.", "held to have done it"),
    ],
)
def test_a_verb_says_how_far_a_thing_has_come(sentence: str, right: str) -> None:
    assert right in key(only("how-far", sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill society no longer plans to build a bridge over the pond.",
        "The mill society planned to build a bridge over the pond, but it dropped the idea.",
        "Visitors who want to see the pond must ring at the mill.",
        "Two bakers were accused of taking flour. A court found them guilty in May.",
        "They plan to build a bridge over the pond of the mill.",
    ],
)
def test_what_is_called_off_settled_or_said_of_some_is_left_alone(sentence: str) -> None:
    assert drafted("how-far", sentence) == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("More than 40 ducks", "higher, and not lower"),
        ("At least 40 ducks", "higher, and not lower"),
        ("Up to 40 ducks", "lower, and not higher"),
        ("Fewer than 40 ducks", "lower, and not higher"),
        ("About 40 ducks", "a little off"),
    ],
)
def test_a_word_before_a_number_sets_a_limit(words: str, right: str) -> None:
    assert right in key(only("figure-limits", f"{words} were counted on the pond at night."))


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill was open for over 40 years in that village.",
        "The mill was built in about 1870 by a baker.",
        "The bill for the pond added up to 40 pounds a week.",
    ],
)
def test_a_number_that_no_word_limits_is_left_alone(sentence: str) -> None:
    assert drafted("figure-limits", sentence) == []


def test_marks_vouch_for_the_words_and_their_absence_for_the_point() -> None:
    said = "“The new pond will hold more water,” said Clara Venn, who keeps the mill."
    told = "Clara Venn said that the new pond would hold more water."
    keys = {key(item) for item in drafted("quotation-marks", said)}
    assert keys & {
        "That it is given just as it was said",
        "That nothing in it has been put differently",
    }
    assert not asks(drafted("quotation-marks", told), "between quotation marks")


def test_a_pronoun_that_points_back_is_not_quoted_alone() -> None:
    told = "Clara Venn said that it would hold more water in the spring."
    assert not asks(drafted("quotation-marks", told), "“it would hold")


def test_a_second_word_for_saying_would_be_a_second_key() -> None:
    one = "Clara Venn said that the ducks had moved to the lower river."
    two = "Clara Venn said that the bakers had promised a fence around the river."
    assert asks(drafted("reporting-word", one), "Clara Venn said that the ducks")
    assert not asks(drafted("reporting-word", two), "Clara Venn said that the bakers")


def test_a_word_that_hints_gives_way_to_one_that_does_not() -> None:
    (item,) = drafted("plain-report", "Clara Venn claimed that the pond is deeper than the river.")
    assert key(item) == "said"
    assert drafted("plain-report", "Clara Venn said that the pond is deeper than the river.") == []


def test_a_sentence_leaves_out_what_no_word_of_it_tells() -> None:
    bare = "Several bakers met Clara Venn in Norwich on 4 May 2021."
    counted = "Twelve bakers met Clara Venn in Norwich on 4 May 2021."
    assert key(only("left-out", bare)) == "A number or an amount"
    assert "A number or an amount" not in {key(item) for item in drafted("left-out", counted)}


def test_a_deed_is_sought_where_it_was_written_down() -> None:
    arrest = "Police arrested the owner of the mill on 4 May 2021."
    assert "court" in key(only("which-record", arrest))
    assert drafted("which-record", "The shares of the mill closed at 4 pounds on 4 May 2021.") == []


def test_a_call_is_neither_a_fact_nor_a_forecast() -> None:
    called = "Clara Venn said that the council should pay for a new pond."
    due = "The new boat should arrive at the mill before the summer."
    assert any("ought to be done" in key(item) for item in drafted("claim-type", called))
    assert not any("ought to be done" in key(item) for item in drafted("claim-type", due))


def test_in_a_text_without_a_speaker_the_people_talked_about_tempt() -> None:
    text = (
        "Ruth Okafor planted the shameful hedge along the pond. Okafor left the village.\n\n"
        "The dreadful hedge has ruined the whole pond."
    )
    items = [item for item in proposals(read_text(text)) if item.family == "own-voice"]
    assert items
    for item in items:
        assert any("Ruth Okafor" in c.text for c in item.choices if not c.key)
