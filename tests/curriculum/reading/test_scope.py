"""Which words a hedge, a booster or an absolute governs."""

from __future__ import annotations

import pytest

from curriculum.reading import hedges, lexicon, scope
from curriculum.reading.types import Span


def scopes(text: str) -> dict[str, str | None]:
    """The marked words of one sentence, each with the words that it governs."""
    marks = hedges.find(text, lexicon.tokens(text, 0, len(text)))
    return {
        mark.span.of(text): mark.scope.of(text) if mark.scope else None
        for mark in scope.governed(text, Span(0, len(text)), marks)
    }


@pytest.mark.parametrize(
    ("text", "cue", "governed"),
    [
        ("The closure may lead to a loss of 40 jobs.", "may", "lead to a loss of 40 jobs"),
        ("The bridge may close at night, which would worry the bakers.", "may", "close at night"),
        ("The plan could work, but the council said no.", "could", "work"),
        ("The plan could work and the council will pay.", "could", "work"),
        ("If the rain stops, the game may go on.", "may", "go on"),
        ("“The pier may fall,” said Ada Lind.", "may", "fall"),
        ("The singer who may leave the choir wrote the song.", "may", "leave the choir"),
        ("The mill, which may close in June, made 40 loaves.", "may", "close in June"),
        ("The town may well lose its only bank.", "may", "well lose its only bank"),
    ],
)
def test_a_modal_governs_its_predicate(text: str, cue: str, governed: str) -> None:
    assert scopes(text)[cue] == governed


@pytest.mark.parametrize(
    ("text", "cue", "governed"),
    [
        ("The lake seems calm.", "seems", "calm"),
        ("The data suggest that the well is Roman.", "suggest", "the well is Roman"),
        ("The data suggest a leak in the old pipe.", "suggest", "a leak in the old pipe"),
        ("It is thought that the well is Roman.", "It is thought", "the well is Roman"),
        ("The rule tends to help large farms.", "tends to", "help large farms"),
        ("The mayor is expected to resign, officials said.", "is expected to", "resign"),
    ],
)
def test_a_verb_governs_what_it_takes(text: str, cue: str, governed: str) -> None:
    assert scopes(text)[cue] == governed


@pytest.mark.parametrize(
    ("text", "cue", "governed"),
    [
        ("The train is always late.", "always", "late"),
        ("The roof had clearly failed.", "clearly", "failed"),
        ("Perhaps the baker forgot the salt.", "Perhaps", "the baker forgot the salt"),
        ("Perhaps, the baker forgot the salt.", "Perhaps", "the baker forgot the salt"),
        ("The baker forgot the salt, apparently.", "apparently", "The baker forgot the salt"),
        ("The museum will probably open because it is dry.", "probably", "open"),
        ("The path is very steep.", "very", "steep"),
        ("The river completely flooded the yard.", "completely", "flooded the yard"),
        ("The baker, perhaps, forgot it.", "perhaps", "The baker, perhaps, forgot it"),
    ],
)
def test_an_adverb_governs_its_predicate_or_the_clause_it_stands_beside(
    text: str, cue: str, governed: str
) -> None:
    assert scopes(text)[cue] == governed


@pytest.mark.parametrize(
    ("text", "cue", "governed"),
    [
        ("About 40 swimmers came.", "About", "40"),
        ("Roughly £40 million was spent.", "Roughly", "£40 million"),
        ("The dam holds almost two million litres.", "almost", "two million"),
        ("Nearly half of the boats leaked.", "Nearly", "half"),
        ("Some experts doubt the figure.", "Some", "experts"),
        ("Some of the older rowers left.", "Some", "of the older rowers"),
        ("All the shops on the square closed early.", "All", "the shops"),
        ("Every child sang.", "Every", "child"),
        ("They sell bread, milk and so on.", "and so on", "bread, milk"),
    ],
)
def test_a_word_about_an_amount_governs_the_noun_or_the_number(
    text: str, cue: str, governed: str
) -> None:
    assert scopes(text)[cue] == governed


@pytest.mark.parametrize(
    ("text", "cue", "governed"),
    [
        ("The alleged thief left by the window.", "alleged", "thief"),
        ("The gate is unlikely to open before May.", "unlikely", "open before May"),
        ("The cause of the fire is unclear.", "unclear", "The cause of the fire"),
        ("She said the cause is unclear.", "unclear", "the cause"),
        ("It is unclear whether the roof will hold.", "unclear", "whether the roof will hold"),
    ],
)
def test_an_adjective_governs_its_noun_its_complement_or_its_subject(
    text: str, cue: str, governed: str
) -> None:
    assert scopes(text)[cue] == governed


def test_who_is_left_out_of_nobody_is_told() -> None:
    assert scopes("Nobody came to the fair.")["Nobody"] == "came to the fair"


def test_a_word_alone_governs_nothing() -> None:
    assert scopes("Possibly.") == {"Possibly": None}
