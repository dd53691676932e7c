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
WARNINGS = {"stem-negative", "quotation-long", "explanation-no-check"}


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


FINE: dict[str, QuestionDraft] = {
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
