"""What every family makes of a text that gives it something to ask, and what it takes as the key.

The checks on distractors look at the text and at what the test itself knows of it, and never at
the code that made them.
"""

from __future__ import annotations

import re

import pytest

from curriculum.reading.types import Provenance, QuoteType, Reading, Signal, Voice
from curriculum.skills import SKILLS
from curriculum.writing import lint
from curriculum.writing.families import FAMILIES
from curriculum.writing.types import QuestionDraft
from tests.curriculum.writing import made


def proposed(family: str, reading: Reading | None = None) -> list[QuestionDraft]:
    """What one family makes of a reading."""
    return list(FAMILIES[family].propose(reading or made.reading()))


def key(question: QuestionDraft) -> str:
    """The words of the right option."""
    return next(choice.text for choice in question.choices if choice.key)


def wrong(question: QuestionDraft) -> list[str]:
    """The words of the wrong options."""
    return [choice.text for choice in question.choices if not choice.key]


@pytest.mark.parametrize("family", FAMILIES)
def test_it_proposes_clean_items_on_a_rich_text(family: str) -> None:
    reading = made.notice() if family in made.NOTICED else made.reading()
    items = proposed(family, reading)
    assert items
    for item in items:
        assert lint.item(item, text=reading.text) == (), item.stem
        assert item.family == family
        assert item.skill in SKILLS
        assert " To check: " in item.explanation
        assert 0 <= item.score <= 1


@pytest.mark.parametrize("family", FAMILIES)
def test_it_refuses_a_text_that_has_nothing_to_ask(family: str) -> None:
    assert proposed(family, made.barren()) == []


def test_who_says_it_offers_people_who_say_something_else() -> None:
    by_quote = {
        "The bell helps": "Nora Quist",
        "the bell wakes babies": "Piet Lander",
    }
    for item in proposed("who-says-it"):
        speaker = next(name for words, name in by_quote.items() if words in item.stem)
        assert key(item) == speaker
        assert speaker not in wrong(item)
        assert set(wrong(item)) == {*made.PEOPLE, "The writer of the article"} - {speaker}


def test_own_voice_asks_only_of_sentences_that_nobody_says() -> None:
    for item in proposed("own-voice"):
        words = item.anchors[0].exact
        sentence = next(s for s in re.split(r"(?<=\.)\s", made.TEXT) if words in s)
        assert not re.search(r"said|say|“", sentence)
        assert key(item).startswith("The writer’s own")


def test_named_source_offers_people_whom_nothing_ties_to_the_group() -> None:
    text = (
        "News\n\n“The bell is old and far too loud,” said Nora Quist.\n\nPiet Lander said that "
        "the bell wakes babies in nine houses.\n\nSome neighbours say that the bell rings at "
        "night.\n"
    )
    speeches: list[made.Speech] = [
        ("Nora Quist", "Nora Quist", "said", "“The bell is old and far too loud,”", Voice.NAMED,
         QuoteType.DIRECT),
        made.SPEECHES[1],
        made.SPEECHES[2],
    ]  # fmt: skip
    (item,) = proposed("named-source", made.reading(text, speeches=speeches))
    assert "“neighbours”" in item.stem
    assert "not told" in key(item)
    tied = text.replace("Piet Lander said", "The neighbours know Piet Lander. Piet Lander said")
    assert proposed("named-source", made.reading(tied, speeches=speeches)) == []


def test_claim_type_asks_only_clear_cases() -> None:
    kinds = {item.anchors[0].exact: key(item).split(":")[0] for item in proposed("claim-type")}
    assert kinds == {
        "It was cast in 1987 and weighs 40 kilograms": "Fact",
        "The sports hall was painted in 2019 by 30 volunteers": "Fact",
        "The work cost 9,400 pounds": "Fact",
        "the bell wakes babies in nine houses": "Fact",
        "The wooden frame was repaired after the storm broke a beam": "Fact",
        "The bell will ring again in autumn": "Prediction",
        "The old bell was the best in the county": "Judgement",
    }


def test_strength_knows_which_word_claims_more() -> None:
    items = {item.anchors[0].exact: item for item in proposed("strength")}
    assert set(items) == {"may", "never"}
    assert "“will”" in items["may"].stem
    assert "more" in key(items["may"])
    assert "does not fit" in key(items["never"])


def test_a_loaded_word_keeps_its_fact_in_the_key_and_loses_it_in_no_option() -> None:
    item = next(item for item in proposed("loaded-word") if "slashed" in item.stem)
    assert "“slashed the garden budget”" in item.stem
    assert key(item) == "Cut the garden budget"
    assert all("the garden budget" in option for option in wrong(item))
    assert any(option.split()[0] in ("Possibly", "Allegedly") for option in wrong(item))


def test_a_judging_word_stands_among_words_that_report() -> None:
    for item in proposed("judging-word"):
        assert key(item).lower() in made.LOADED
        assert not {option.lower() for option in wrong(item)} & set(made.LOADED)
        assert all(choice.text.lower() in item.stem.lower() for choice in item.choices)


def test_a_retelling_differs_from_its_rivals_in_one_place() -> None:
    items = proposed("goes-further")
    assert len(items) >= 2
    for item in items:
        certain = [o for o in wrong(item) if re.search(r"\b(proved|shown|sure|doubt|fact)\b", o)]
        degree = [o for o in wrong(item) if re.search(r"\bwill\b|^(All|No)\b", o)]
        assert len(certain) == 2 or len(degree) == 2, item
        assert not re.search(r"\b(proved|certain|known|will)\b|^(All|No)\b", key(item))


def test_traceable_says_yes_exactly_where_a_name_stands() -> None:
    answers = {item.anchors[0].exact: key(item)[:2] for item in proposed("traceable")}
    assert answers["The bell helps small children to find the gate"] == "Ye"
    assert answers["the bell wakes babies in nine houses"] == "Ye"
    assert answers["the bell rings at night"] == "No"
    assert answers["The school in Brook Street has a new bell"] == "No"


def test_what_is_missing_is_missing_and_what_is_offered_is_there() -> None:
    text = made.TEXT.replace("Share this story", "Share this story. Telephone 020 7946 0000")
    at = made.span(text, "Telephone 020 7946 0000")
    found = Provenance(
        signals=(Signal("contact", "Telephone 020 7946 0000", "", at.start, at.end),),
        missing=("byline", "publisher"),
    )
    items = [
        item
        for item in proposed("provenance", made.reading(text, provenance=found))
        if "missing" in item.stem or "leave out" in item.stem
    ]
    assert [key(item) for item in items] == ["The name of the person who wrote it"]
    assert "A way to get in touch with the publisher" in wrong(items[0])


def test_the_best_check_leaves_the_page_and_asks_nobody_who_is_the_source() -> None:
    for item in proposed("best-check"):
        assert not re.search(r"this page|another page|who is also in the text", key(item))
        assert not re.search(r"\b(Read paragraph|Ask)\b", key(item))
        if "helps small children" in item.stem:
            assert not any("Nora Quist" in option for option in wrong(item))


def test_a_report_and_the_person_who_wrote_it_never_stand_against_each_other() -> None:
    text = (
        "News\n\nThe survey found that the bell wakes babies in nine houses.\n\n“We asked at every "
        "door,” said Nora Quist, who wrote the survey. The garden is shut.\n"
    )
    speeches: list[made.Speech] = [
        ("the survey", "The survey", "found", "that the bell wakes babies in nine houses",
         Voice.INSTITUTION, QuoteType.INDIRECT),
        ("Nora Quist", "Nora Quist", "said", "“We asked at every door,”", Voice.NAMED,
         QuoteType.DIRECT),
    ]  # fmt: skip
    reading = made.reading(text, speeches=speeches)
    options = [
        choice.text
        for family in ("who-says-it", "best-check")
        for item in proposed(family, reading)
        if "wakes babies" in item.stem
        for choice in item.choices
    ]
    assert options
    assert not any("Nora Quist" in option for option in options)


def test_exact_words_offers_quoted_words_beside_retold_ones() -> None:
    for item in proposed("exact-words"):
        quoted = [f"“{choice.text.lower()}" in made.TEXT.lower() for choice in item.choices]
        right = quoted[[choice.key for choice in item.choices].index(True)]
        assert quoted.count(right) == 1


def test_exact_words_asks_what_a_fragment_leaves_out() -> None:
    text = "News\n\nNora Quist called the bell “a plague on small ears” at the gate.\n"
    words = "the bell “a plague on small ears”"
    speech = ("Nora Quist", "Nora Quist", "called", words, Voice.NAMED, QuoteType.MIXED)
    (item,) = proposed("exact-words", made.reading(text, speeches=[speech]))
    assert item.anchors[0].exact == "a plague on small ears"
    assert re.search("rest of what was said|came before|All else", key(item))


def test_support_offered_tells_apart_who_stands_behind_a_statement() -> None:
    kinds = {item.anchors[-1].exact: key(item) for item in proposed("support-offered")}
    assert kinds["The bell helps small children to find the gate"].startswith(
        "The word of a person"
    )
    assert kinds["the bell rings at night"].startswith("The word of somebody without a name")
    assert kinds["The shocking noise has ruined every lesson"].startswith("Nothing")
    # The next sentence of its paragraph may be the reason for it.
    assert "The old bell was the best in the county" not in kinds


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("The sale stopped after the owner closed the shop.", "came first, and no more"),
        ("The hall was shut because the roof let in water.", "brought about the other"),
        ("The old club wants to keep the field for itself.", "concluding"),
    ],
)
def test_inference_stays_with_what_the_word_says(words: str, wanted: str) -> None:
    (item,) = proposed("inference", made.reading(f"News\n\n{words}\n", speeches=()))
    assert wanted in key(item)


def test_missing_voice_finds_the_person_who_says_nothing() -> None:
    item = proposed("missing-voice")[0]
    assert key(item) == "Vera Holm"
    assert set(wrong(item)) == set(made.PEOPLE)


def test_time_counts_from_the_day_of_writing() -> None:
    (item,) = proposed("time")
    assert item.anchors[0].exact == "now"
    assert "written" in key(item)


def test_set_against_offers_sentences_about_something_else() -> None:
    (item,) = proposed("set-against")
    assert key(item) == "The wheel is loose on most days of the winter"
    for other in wrong(item):
        assert other in made.TEXT
        assert not {"rope", "ship", "wheel", "winter"} & set(other.lower().split())
