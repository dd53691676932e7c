"""Lint of one item: each rule finds its fault, and a good item is clean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curriculum.writing import lint
from curriculum.writing.types import Anchor, ChoiceDraft, QuestionDraft, Severity
from tests.curriculum.writing import made

GOOD = made.question()
KEY, FIRST, SECOND = GOOD.choices


def choices(key: str, first: str, second: str) -> tuple[ChoiceDraft, ...]:
    """Three options with other words."""
    return (
        replace(KEY, text=key),
        replace(FIRST, text=first),
        replace(SECOND, text=second),
    )


def test_a_good_item_is_clean() -> None:
    assert lint.item(GOOD, text=made.TEXT) == ()


FAULTS = {
    "options-count": replace(GOOD, choices=GOOD.choices[:2]),
    "one-key": replace(GOOD, choices=(KEY, replace(FIRST, key=True), SECOND)),
    "all-or-none": replace(GOOD, choices=choices("Nora Quist", "Piet Lander", "None of the above")),
    "stem-no-question": replace(GOOD, stem="Say whose words these are."),
    "stem-negative": replace(GOOD, stem="Which of these people does not speak in paragraph 2?"),
    "stem-opinion": replace(GOOD, stem="Do you agree with Nora Quist about the bell?"),
    "stem-judges": replace(GOOD, stem="Who of these is the most honest person in paragraph 2?"),
    "options-overlap": replace(GOOD, choices=choices("1 to 5 bells", "4 to 9 bells", "20 bells")),
    "number-cue": replace(
        GOOD,
        stem="Which are told of in paragraph 2?",
        choices=choices("Some children", "A gardener", "One neighbour"),
    ),
    "key-stands-out": replace(
        GOOD, choices=choices("Her own work", "Because she says it", "Because it is told")
    ),
    "explanation-checks": replace(
        GOOD, explanation="Look at paragraph 2. To check: ask her. To check: ask him."
    ),
    "loaded-voice": replace(GOOD, explanation="Paragraph 2 is pathetic. To check: ask her."),
    "loaded-option": replace(
        GOOD, choices=choices("Nora Quist", "A pathetic man", "The writer of it")
    ),
    "options-same": replace(GOOD, choices=choices("Nora Quist", "Piet Lander", "piet lander.")),
    "options-nested": replace(GOOD, choices=choices("Nora Quist", "Piet Lander", "Nora Quist too")),
    "key-longest": replace(
        GOOD, choices=choices("Nora Quist, who has kept the garden for years", "Piet", "Writer")
    ),
    "grammar-cue": replace(
        GOOD, stem="The speaker is a?", choices=choices("Gardener", "Artist", "Officer")
    ),
    "not-parallel": replace(GOOD, choices=choices("Nora Quist.", "Piet Lander", "The writer")),
    "key-echoes-stem": replace(
        GOOD, choices=choices("A friend of small children", "Piet Lander here", "The writer here")
    ),
    "quotation-long": replace(
        GOOD,
        stem="Who says “The school in Brook Street has a new bell. It was cast in 1987 and weighs "
        "40 kilograms”?",
    ),
    "quotation-wrong": replace(GOOD, stem="Who said “The bell hinders small children”?"),
    "confusion-unknown": replace(
        GOOD, choices=(KEY, replace(FIRST, confusion="being-wrong"), SECOND)
    ),
    "rationale-missing": replace(GOOD, choices=(KEY, FIRST, replace(SECOND, rationale=" "))),
    "explanation-no-place": replace(GOOD, explanation="She said it. To check: ask her."),
    "explanation-no-check": replace(GOOD, explanation="Look at paragraph 2. She said it."),
    "anchor-missing": replace(GOOD, anchors=()),
    "anchor-lost": replace(GOOD, anchors=(Anchor("words that nobody wrote anywhere"),)),
    "skill-unknown": replace(GOOD, skill="magic"),
    "family-unknown": replace(GOOD, family="riddle"),
}
WARNINGS = {
    "stem-negative", "quotation-long", "explanation-no-check", "explanation-checks",
    "key-stands-out", "loaded-option",
}  # fmt: skip


@pytest.mark.parametrize("code", FAULTS)
def test_it_finds(code: str) -> None:
    found = {finding.code: finding for finding in lint.item(FAULTS[code], text=made.TEXT)}
    assert code in found
    severity = Severity.WARNING if code in WARNINGS else Severity.ERROR
    assert found[code].severity is severity
    assert found[code].where
    assert found[code].message.endswith(".")


@pytest.mark.parametrize("code", sorted(WARNINGS))
def test_a_warning_does_not_block(code: str) -> None:
    found = tuple(f for f in lint.item(FAULTS[code], text=made.TEXT) if f.code in WARNINGS)
    assert found
    assert not lint.blocks(found)


def test_errors_come_first() -> None:
    bad = replace(FAULTS["stem-negative"], anchors=())
    found = lint.item(bad, text=made.TEXT)
    assert found[0].severity is Severity.ERROR
    assert lint.blocks(found)


# Each fault beside the same item with only that fault mended: nothing of the fault is found.
MENDED: dict[str, QuestionDraft] = {
    "stem-negative": replace(GOOD, stem="Which of these people does NOT speak in paragraph 2?"),
    "stem-opinion": replace(GOOD, stem="Which words of Nora Quist are about the bell?"),
    "stem-judges": replace(GOOD, stem="Who of these speaks in paragraph 2?"),
    "options-overlap": replace(GOOD, choices=choices("1 to 5 bells", "6 to 9 bells", "20 bells")),
    "number-cue": replace(
        GOOD,
        stem="Which are told of in paragraph 2?",
        choices=choices("Some children", "Two gardeners", "A neighbour"),
    ),
    "grammar-cue": replace(
        GOOD, stem="The speaker is which?", choices=choices("Gardener", "Artist", "Officer")
    ),
    "key-stands-out": replace(
        GOOD, choices=choices("Because it is quoted", "Because she says it", "Because it is told")
    ),
    "key-longest": replace(GOOD, choices=choices("Nora Quist, here", "Piet Lander", "The writer")),
    "key-echoes-stem": replace(
        GOOD, choices=choices("A friend of small children", "Some small children", "The writer")
    ),
    "options-nested": replace(
        GOOD, choices=choices("Nora Quist", "Piet Lander", "The neighbours too")
    ),
    "options-same": replace(GOOD, choices=choices("Nora Quist", "Piet Lander", "Vera Holm")),
    "not-parallel": replace(GOOD, choices=choices("Nora Quist.", "Piet Lander.", "The writer.")),
    "all-or-none": replace(GOOD, choices=choices("Nora Quist", "Piet Lander", "Nobody at all")),
    "quotation-wrong": replace(GOOD, stem="Who said “The bell helps small children”?"),
    "explanation-checks": replace(GOOD, explanation="Look at paragraph 2. To check: ask them."),
    "loaded-voice": replace(
        GOOD, explanation="Paragraph 2 has “shocking noise” in it. To check: ask her."
    ),
    "loaded-option": replace(GOOD, choices=choices("Nora Quist", "A tired man", "The writer")),
}


@pytest.mark.parametrize("code", MENDED)
def test_mended_it_is_not_found(code: str) -> None:
    broken = {finding.code for finding in lint.item(FAULTS[code], text=made.TEXT)}
    mended = {finding.code for finding in lint.item(MENDED[code], text=made.TEXT)}
    assert code in broken - mended


def test_the_words_of_others_may_judge() -> None:
    quoted = replace(GOOD, stem="Who calls the noise “shocking” in paragraph 1?")
    assert "loaded-voice" not in {f.code for f in lint.item(quoted, text=made.TEXT)}


def test_a_question_on_loaded_words_may_show_them() -> None:
    words = choices("A sad noise", "A pathetic noise", "A loud noise")
    named = tuple(replace(c, rationale="The word pathetic judges.") for c in words)
    about = replace(GOOD, skill="load", choices=named)
    elsewhere = replace(about, skill="attr")
    assert not [f for f in lint.item(about, text=made.TEXT) if f.code.startswith("loaded")]
    assert [f for f in lint.item(elsewhere, text=made.TEXT) if f.code == "loaded-voice"]


@pytest.mark.parametrize(
    "stem",
    [
        "Do you think that the bell is loud?",
        "Should the bell ring at noon?",
        "Is it fair that the bell rings?",
        "Do the neighbours agree or disagree with her?",
    ],
)
def test_no_stem_asks_for_a_view(stem: str) -> None:
    found = {finding.code for finding in lint.item(replace(GOOD, stem=stem), text=made.TEXT)}
    assert "stem-opinion" in found


@pytest.mark.parametrize("stem", ["Is the article biased?", "Which leader is lying to the school?"])
def test_no_stem_judges_a_person_or_a_text(stem: str) -> None:
    found = {finding.code for finding in lint.item(replace(GOOD, stem=stem), text=made.TEXT)}
    assert "stem-judges" in found


FINE: dict[str, QuestionDraft] = {
    "a negative in the part that only tells": replace(
        GOOD, stem="Paragraph 3 tells it, not word for word. Whose statement is it?"
    ),
    "a negative inside a quotation": replace(
        GOOD, stem="Who says “The bell never rings on time”, going by the text?"
    ),
    "a quotation that goes on": replace(GOOD, stem="Whose words are “The bell helps small…”?"),
    "a first letter in another case": replace(GOOD, stem="Whose words are “the bell helps small”?"),
    "a word that the stem proposes": replace(
        GOOD, stem="Suppose “helps” in “The bell helps small children” became “hurts”. Who says it?"
    ),
    "a yes-or-no item": replace(
        GOOD,
        family="traceable",
        choices=choices("Yes, it names one", "No, it names none", "")[:2],
    ),
    "a teacher’s own item with two options": replace(
        GOOD, family=lint.OWN_FAMILY, choices=GOOD.choices[:2]
    ),
    "a doubt put before a plain word": replace(
        GOOD, choices=choices("Cut the budget", "Axed the budget", "Possibly cut the budget")
    ),
    "stem words shared by a wrong option": replace(
        GOOD, choices=choices("A child in the garden", "A child at the gate", "The writer of it")
    ),
}


@pytest.mark.parametrize("case", FINE)
def test_it_lets_pass(case: str) -> None:
    assert lint.item(FINE[case], text=made.TEXT) == ()


@pytest.mark.parametrize("option", ["both of these areas", "It says “none of them”"])
def test_an_option_may_speak_of_things_in_the_text(option: str) -> None:
    asked = replace(GOOD, choices=choices("Nora Quist", "Piet Lander", option))
    assert "all-or-none" not in {finding.code for finding in lint.item(asked, text=made.TEXT)}


@pytest.mark.parametrize("option", ["Both of these", "All of these are right", "Any of them"])
def test_an_option_may_not_speak_of_other_options(option: str) -> None:
    asked = replace(GOOD, choices=choices("Nora Quist", "Piet Lander", option))
    assert "all-or-none" in {finding.code for finding in lint.item(asked, text=made.TEXT)}
