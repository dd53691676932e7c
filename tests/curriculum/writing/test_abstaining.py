"""Families leave alone what a careful reader could key otherwise: captions, compounds, prices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curriculum.reading.types import Mark, MarkKind, Provenance, QuoteType, Voice
from curriculum.writing import naming
from curriculum.writing.families import judging_word
from tests.curriculum.writing import made
from tests.curriculum.writing.test_families import key, proposed

PAGE = """\
{top}

{first} The bell was cast in Wellhaven, and Wellhaven paid.

“It rings and rings,” said Nora Quist, a teacher. Quist keeps the gate.

{last}
"""


def offered(top: str, first: str = "The bell is new.", last: str = "The gate is shut.") -> set[str]:
    """Every option of the items on what is missing from a page that opens with ``top``."""
    text = PAGE.format(top=top, first=first, last=last)
    speech = ("Nora Quist", "Nora Quist", "said", "“It rings and rings,”", Voice.NAMED,
              QuoteType.DIRECT)  # fmt: skip
    missing = Provenance(missing=("date", "byline", "publisher"))
    reading = made.reading(text, speeches=[speech], people=["Nora Quist"], provenance=missing)
    return {c.text for item in proposed("provenance", reading) for c in item.choices}


HEADLINE, DAY = "A headline that says what it is about", "The day on which it was published"


def test_provenance_takes_no_caption_for_a_headline() -> None:
    assert HEADLINE in offered("A bell for the old garden")
    assert HEADLINE not in offered("The bell is pictured in Wellhaven. REUTERS/Ida Berg")
    assert HEADLINE not in offered("Video Player Close")


@pytest.mark.parametrize(
    "page",
    [
        ("Source: Wellhaven Wire| 2031-08-21 17:09:43", "The bell is new.", "The gate is shut."),
        ("A new bell", "WELLHAVEN, Aug. 21 (Wire) -- The bell is new.", "The gate is shut."),
        ("A new bell", "The bell is new.", "First published on a Sunday in spring."),
    ],
)
def test_provenance_misses_no_day_that_is_printed(page: tuple[str, str, str]) -> None:
    assert DAY in offered("A new bell")
    assert DAY not in offered(*page)


def test_a_class_or_a_title_is_no_name() -> None:
    text = "News\n\nA candidate spoke. Candidate Quist left. Nora Quist and Quist stayed.\n"
    reading = made.reading(text, speeches=(), people=["Nora Quist", "Candidate Quist"])
    assert naming.is_person(reading, "Nora Quist")
    assert not naming.is_person(reading, "Candidate Quist")
    assert naming.is_body("The Harbour Board")
    assert naming.is_body("Bank of Wellhaven")
    assert not naming.is_body("the Wellhaven media")
    assert not naming.is_body("Judge Nora Quist")
    assert naming.with_article(reading, "United States") == "the United States"
    assert naming.with_article(reading, "Quist") == "Quist"


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("The museum has 9,400 visitors every year.", "The same kind of count"),
        ("The yearly budget is $40,000 for the whole museum.", "The same kind of sum"),
        ("Women make 31 percent of the crew at sea.", "The same share"),
    ],
)
def test_missing_voice_asks_for_what_can_be_counted_again(words: str, right: str) -> None:
    (item,) = proposed("missing-voice", made.reading(f"News\n\n{words}\n", speeches=()))
    assert key(item).startswith(right)


@pytest.mark.parametrize(
    "words",
    [
        "The clerk spent $40,000 on boats and pleaded guilty.",  # happens once
        "The bell was sold for $40,000 to a yearly fair.",
        "The museum has 9,400 visitors every year. The fort has 2,100 of them.",
        "The museum has 9,400 visitors every year. That is more than ever.",
        "The museum has 9,400 visitors every year.\n\nIn the year before, 8,100 people came.",
    ],
)
def test_missing_voice_looks_around_the_figure(words: str) -> None:
    assert proposed("missing-voice", made.reading(f"News\n\n{words}\n", speeches=())) == []


@pytest.mark.parametrize(
    ("words", "free"),
    [
        ("The grim walls were painted by the children of the town.", True),
        ("The shocking noise filled the whole garden at noon.", True),
        ("The blast walls were painted by the children of the town.", False),
        ("The grim-faced porter opened the gate at noon for us.", False),
    ],
)
def test_a_word_inside_a_compound_does_not_judge(words: str, free: bool) -> None:
    word = next(w for w in ("grim", "shocking", "blast") if w in words)
    start = words.index(word)
    mark = Mark(start, start + len(word), MarkKind.LOADED, "judges instead of describing")
    assert judging_word.stands_free(words, mark) is free


def test_own_voice_leaves_out_what_others_are_behind() -> None:
    text = made.TEXT.replace("The gate is now", "Some experts have raised doubts. The gate is now")
    assert not [i for i in proposed("own-voice", made.reading(text)) if "experts" in i.stem]


def test_a_day_of_the_week_is_asked_about_as_a_day() -> None:
    words = "The ferry to the island was stopped near the pier on Tuesday."
    (item,) = proposed("time", made.reading(f"News\n\n{words}\n", speeches=()))
    assert key(item) == "A Tuesday around the day when it was written"
    dated = "The ferry to the island was stopped near the pier on Tuesday, Sept. 14."
    assert proposed("time", made.reading(f"News\n\n{dated}\n", speeches=())) == []


def test_set_against_leaves_out_a_turn_that_others_take() -> None:
    text = made.TEXT.replace(
        "But the wheel is loose on most days of the winter",
        "But critics find the wheel loose on most days of winter",
    )
    assert proposed("set-against", made.reading(text)) == []


def test_who_says_it_trusts_a_pronoun_only_where_one_person_can_be_meant() -> None:
    text = (
        "News\n\nPiet Lander met Nora Quist at the gate. She said that the bell was too loud for "
        "the hall.\n\n“It rings at nine in the morning,” said Piet Lander.\n"
    )
    speeches: list[made.Speech] = [
        ("Nora Quist", "She", "said", "that the bell was too loud for the hall", Voice.NAMED,
         QuoteType.INDIRECT),
        ("Piet Lander", "Piet Lander", "said", "“It rings at nine in the morning,”", Voice.NAMED,
         QuoteType.DIRECT),
    ]  # fmt: skip
    reading = made.reading(text, speeches=speeches)
    assert not any("too loud" in item.stem for item in proposed("who-says-it", reading))


def test_own_voice_leaves_out_the_middle_of_a_long_quotation() -> None:
    text = (
        "News\n\n“The bell is old,” said Nora Quist. “It was bought in May. The shocking noise "
        "has ruined every lesson. It will be sold.”\n"
    )
    speeches: list[made.Speech] = [
        ("Nora Quist", "Nora Quist", "said", "“The bell is old,”", Voice.NAMED, QuoteType.DIRECT)
    ]
    reading = made.reading(text, speeches=speeches)
    assert proposed("own-voice", reading) == []


def test_named_source_leaves_out_a_description_that_points_back() -> None:
    text = made.TEXT.replace("Some neighbours say", "The neighbours say")
    speeches = [*made.SPEECHES[:2], ("", "The neighbours", *made.SPEECHES[2][2:])]
    assert proposed("named-source", made.reading(text, speeches=speeches)) == []


def test_no_family_trusts_an_attribution_that_the_reader_is_unsure_of() -> None:
    reading = made.reading()
    unsure = tuple(replace(found, confidence=0.3) for found in reading.attributions)
    asked = replace(reading, attributions=unsure)
    for family in ("who-says-it", "named-source", "own-voice"):
        assert proposed(family, asked) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Every school should never ring twice.",  # a wish has no exceptions
        "The bell may not ring again.",
        "The bell rang on 3 may in the hall.",
        "The bell nearly never rings on time.",  # one exception is not enough
    ],
)
def test_strength_leaves_out_words_that_do_not_set_it(sentence: str) -> None:
    reading = made.reading(f"News\n\n{sentence}\n", speeches=())
    assert proposed("strength", reading) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The bell house, 3 Brook Street, 2nd floor.",  # a label says nothing of anything
        "Let us paint 30 benches in the hall.",
        "The shocking bell rang in the hall in 1987.",
    ],
)
def test_claim_type_leaves_out_labels_wishes_and_mixtures(sentence: str) -> None:
    assert proposed("claim-type", made.reading(f"News\n\n{sentence}\n", speeches=())) == []


def test_support_offered_needs_a_text_in_which_somebody_speaks() -> None:
    assert proposed("support-offered", made.reading(speeches=())) == []


@pytest.mark.parametrize(
    "words",
    [
        "The boat was named after the oldest captain.",
        "It may be shut because the roof lets in water.",
        "Nora Quist said that the club wants to keep the field.",
        "Did the sale stop after the owner closed the shop?",
    ],
)
def test_inference_refuses_where_a_cause_or_a_speaker_stands(words: str) -> None:
    assert proposed("inference", made.reading(f"News\n\n{words}\n", speeches=())) == []


@pytest.mark.parametrize(
    "words",
    ["Prices rose to 900 pounds from 700.", "The hall has 900 seats, more than the school."],
)
def test_missing_voice_leaves_a_compared_figure_alone(words: str) -> None:
    assert proposed("missing-voice", made.reading(f"News\n\n{words}\n", speeches=())) == []


@pytest.mark.parametrize(
    "words",
    ["“The gate is locked now.”", "Now that the gate is locked, we wait.", "Is it open now?"],
)
def test_time_leaves_speech_and_joining_words_alone(words: str) -> None:
    assert proposed("time", made.reading(f"News\n\n{words}\n", speeches=())) == []


def test_claim_type_takes_no_habit_for_a_prediction() -> None:
    text = "News\n\n“A cat will sleep in any box,” said Nora Quist.\n"
    speech = ("Nora Quist", "Nora Quist", "said", "“A cat will sleep in any box,”", Voice.NAMED,
              QuoteType.DIRECT)  # fmt: skip
    assert proposed("claim-type", made.reading(text, speeches=[speech])) == []
