"""Loaded words: found where they judge, left alone where they are plain."""

from __future__ import annotations

import pytest

from curriculum.reading import lexicon, wording
from curriculum.reading.types import Mark


def marks(text: str) -> tuple[Mark, ...]:
    """The loaded words of one sentence."""
    return wording.find(lexicon.tokens(text, 0, len(text)))


def words(text: str) -> list[str]:
    """The loaded words of one sentence, as they stand."""
    return [mark.span.of(text) for mark in marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was a blustery meeting about the car park.", ["blustery"]),
        ("The mayor slashed the swimming budget.", ["slashed"]),
        ("A thief slashed two bicycle tyres.", []),
        ("The choice was cheered by the rowing club.", ["cheered"]),
        ("The crowd cheered at the finish.", []),
        ("They made sweeping changes to the menu.", ["sweeping"]),
        ("He spent the morning sweeping the floor.", []),
        ("The review was phony.", ["phony"]),
        ("An outrageous, shambolic plan.", ["outrageous", "shambolic"]),
        ("The plan was shamefully late.", ["shamefully"]),
        ("The eagle soared over the valley, a soaring bird.", []),
        ("The bakery sold 300 loaves on Tuesday.", []),
        ("The chess club accused its treasurer of a witch hunt.", ["witch hunt"]),
        ("So-called helpers chose the paint.", ["So-called"]),
        ("She claimed that the gate was locked.", ["claimed"]),
        ("She claimed housing benefit.", []),
    ],
)
def test_loaded_words_in_context(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_weak_words_count_only_beside_strong_ones() -> None:
    assert words("The dispute sparked a debate.") == []
    assert words("The shameful dispute sparked a debate.") == ["shameful", "sparked"]


def test_weak_words_count_in_a_charged_sentence() -> None:
    text = "The dispute sparked a debate."
    everything = wording.everything(lexicon.tokens(text, 0, len(text)))
    assert [mark.span.of(text) for mark in everything] == ["sparked"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The mayor slashed the budget.", "cut"),
        ("The mayor is slashing the budget.", "cutting"),
        ("Sales plummeted.", ""),  # weak on its own, so there is no mark to reword
        ("Critics lambasted the shameful plan.", "criticised"),
    ],
)
def test_the_plain_wording_keeps_the_form(text: str, plain: str) -> None:
    assert next((mark.alternative for mark in marks(text)), "") == plain


def test_every_mark_says_why() -> None:
    for text in ("A crooked, greedy landlord.", "It beggars belief: an outrageous sham."):
        assert marks(text)
        assert all(mark.why in wording.WHY.values() for mark in marks(text))


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("slam", ("slam", "slams", "slammed", "slammed", "slamming")),
        ("tout", ("tout", "touts", "touted", "touted", "touting")),
        ("die", ("die", "dies", "died", "died", "dying")),
        ("vilify", ("vilify", "vilifies", "vilified", "vilified", "vilifying")),
        ("cave/caved", ("cave", "caves", "caved", "caved", "caving")),
        ("fall/fell/fallen", ("fall", "falls", "fell", "fallen", "falling")),
        ("flee", ("flee", "flees", "fleed", "fleed", "fleeing")),
    ],
)
def test_verbs_are_inflected(verb: str, forms: tuple[str, ...]) -> None:
    assert lexicon.verb_forms(verb) == forms


@pytest.mark.parametrize(
    ("adjective", "adverb"),
    [("shameful", "shamefully"), ("tragic", "tragically"), ("petty", "pettily"),
     ("terrible", "terribly")],
)  # fmt: skip
def test_adverbs_are_made(adjective: str, adverb: str) -> None:
    assert lexicon.adverb(adjective) == adverb


@pytest.mark.parametrize("name", ["loaded", "force", "claimtype"])
def test_lexicons_are_well_formed(name: str) -> None:
    entries = [(first, rest, entry) for first, rows in lexicon.load(name).items()
               for rest, entry in rows]  # fmt: skip
    assert len(entries) > 300
    for first, rest, entry in entries:
        assert first == first.lower()
        assert entry.strength in (1, 2, 3)
        assert entry.part in "vpnarx"
        # Each word must be what the tokeniser makes of it, or it could never be found.
        phrase = " ".join((first, *rest))
        assert [t.low for t in lexicon.tokens(phrase, 0, len(phrase))] == [first, *rest], phrase


def test_every_section_has_its_words_for_people() -> None:
    sections = {e.section for rows in lexicon.load("loaded").values() for _, e in rows}
    assert sections == set(wording.WHY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lund claimed that the ferry was full.", ["claimed"]),
        ("They claim the ferry was full.", ["claim"]),
        ("The claim that the ferry was full angered us.", ["claim"]),
        ("Her claim for the leak was paid in May.", []),
        ("The roofer sent the claims to the office.", []),
        ("She claimed a refund for the ticket.", []),
        ("The scheme helps families to mend old roofs.", []),
    ],
)
def test_claim_judges_as_a_word_for_saying_only(text: str, expected: list[str]) -> None:
    assert [word for word in words(text) if word != "angered"] == expected
