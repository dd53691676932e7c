"""A whole sentence of a quotation is pointed at, and only where it is surely one speaker's."""

from __future__ import annotations

import pytest

from curriculum.reading.types import QuoteType, Reading, Voice
from curriculum.writing import material, spoken
from curriculum.writing.families import claim_type, own_voice, quotation_marks, who_says_it
from curriculum.writing.types import QuestionDraft
from tests.curriculum.writing import made

FIRST = "The boats of the club were thrown against the wall by the storm of last winter"
SECOND = "I think the smell of the paint beside the old pier is unacceptable"


def quoted(words: str, quote_type: QuoteType = QuoteType.DIRECT) -> Reading:
    body = f"The boats\n\n{words} said Nora Quist.\n\nVera Holm walks by the lake.\n"
    speech = ("Nora Quist", "Nora Quist", "said", words, Voice.NAMED, quote_type)
    return made.reading(body, speeches=(speech,))


def openings(reading: Reading) -> list[str]:
    return [str(p) for one in material.said(reading) for p in spoken.sentences(reading, one)]


def key(question: QuestionDraft) -> str:
    return next(choice.text for choice in question.choices if choice.key)


def test_each_sentence_of_a_quotation_is_found_without_its_marks() -> None:
    reading = quoted(f"“{FIRST}. {SECOND},”")
    shown = [p.words for one in material.said(reading) for p in spoken.sentences(reading, one)]
    assert shown == [FIRST, SECOND]


@pytest.mark.parametrize(
    "words",
    [
        "“but the boats of the club were thrown against the wall by the storm of last winter,”",
        "“The boats of the ‘old’ club were thrown against the wall by the storm of last winter,”",
        "“Were the boats of the club thrown against the wall by the storm of last winter?”",
        "“The boats of the club,”",
    ],
)
def test_a_half_a_question_a_scrap_and_a_quotation_inside_are_left_alone(words: str) -> None:
    assert openings(quoted(words)) == []


def test_what_is_retold_is_no_sentence_of_the_speaker() -> None:
    assert openings(quoted(f"“{FIRST},”", QuoteType.INDIRECT)) == []


def test_asks_what_the_marks_around_a_later_sentence_promise() -> None:
    reading = quoted(f"“{FIRST}. {SECOND},”")
    asked = [q for q in quotation_marks.propose(reading) if "“I think the smell" in q.stem]
    assert len(asked) == 1
    assert asked[0].anchors[-1].exact == SECOND
    assert key(asked[0]) in (
        "That it is given just as it was said",
        "That nothing in it has been put differently",
    )


def test_asks_who_says_a_sentence_that_is_too_long_to_be_quoted() -> None:
    long = (
        "In the winter of the year before last the storm from the far end of the lake threw the "
        "boats which the members had mended against the wall of the station beside the pier"
    )
    [item] = who_says_it.propose(quoted(f"“{long},”"))
    assert "begins “" in item.stem
    assert key(item) == "Nora Quist"


def test_a_speaker_who_calls_a_thing_bad_makes_a_judgement() -> None:
    judged = [q for q in claim_type.propose(quoted(f"“{SECOND},”")) if "begins “" in q.stem]
    assert [key(q) for q in judged] == ["Judgement: it calls a thing good or bad"]
    counted = SECOND.replace("the paint", "the 14 pots")
    assert not [q for q in claim_type.propose(quoted(f"“{counted},”")) if "begins “" in q.stem]


def test_who_is_named_beside_a_statement_is_not_offered_for_it() -> None:
    heard = ("Nora Quist", "Nora Quist", "said", "that the bell is old", Voice.NAMED,
             QuoteType.INDIRECT)  # fmt: skip
    body = (
        "The boats\n\nNora Quist said that the bell is old.\n\n{}The pier of Nora Quist was "
        "closed for repairs.\n\nVera Holm drew the plan. Holm lives by the sea.\n\n"
        "The lake was calm.\n"
    )
    for beside, offered in (("", True), ("Holm came late. ", False)):
        items = own_voice.propose(made.reading(body.format(beside), speeches=(heard,)))
        shown = [choice.text for q in items if "The pier of" in q.stem for choice in q.choices]
        assert any("Vera Holm" in text for text in shown) is offered


def test_a_body_is_not_set_against_its_own_initials() -> None:
    body = (
        "The boats\n\nThe Lake Rescue Service said that the boats are safe.\n\nLRS said that the "
        "old pier has to be closed.\n\nPiet Lander said that the water is cold.\n"
    )
    speeches = (
        ("The Lake Rescue Service", "The Lake Rescue Service", "said", "that the boats are safe",
         Voice.INSTITUTION, QuoteType.INDIRECT),
        ("Piet Lander", "Piet Lander", "said", "that the water is cold", Voice.NAMED,
         QuoteType.INDIRECT),
        ("LRS", "LRS", "said", "that the old pier has to be closed", Voice.NAMED,
         QuoteType.INDIRECT),
    )  # fmt: skip
    reading = made.reading(body, speeches=speeches, people=("Piet Lander",))
    for item in who_says_it.propose(reading):
        shown = {choice.text for choice in item.choices}
        assert not {"LRS", "The Lake Rescue Service"} <= shown
