"""A whole sentence is shown by its first words, and only where it is surely found and whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from curriculum.reading.types import ClaimType, Reading
from curriculum.writing import planning, pointing
from curriculum.writing.families import FAMILIES, claim_type, own_voice, reporting_word, traceable
from curriculum.writing.pointing import Pointer
from curriculum.writing.types import QuestionDraft
from tests.curriculum.writing import made

# Sentences too long to be quoted, in which no clause ends early enough.
LONG = (
    "In 2019 the volunteers of the lakeside rowing club in Wellhaven repaired 14 of the boats "
    "which the winter storm of the year before had thrown against the sea wall beside the station."
)
LEVY = (
    "The rowing club of the small town at the far end of the lake that nobody had heard of "
    "before then paid the joiners for their work from a levy on every member."
)


def read(*paragraphs: str) -> Reading:
    body = "\n\n".join(("The boats", *paragraphs))
    return made.reading(f"{body}\n", speeches=(), people=())


def pointer(*paragraphs: str) -> Pointer | None:
    reading = read(*paragraphs)
    found = (pointing.at(reading, sentence) for sentence in reading.sentences)
    return next((each for each in found if each), None)


def test_shows_the_first_words_and_proves_the_whole_sentence() -> None:
    shown = pointer(LONG)
    assert shown is not None
    assert str(shown) == "“In 2019 the volunteers of the lakeside rowing club…”"
    assert shown.words == LONG
    assert shown.span.of(read(LONG).text) == LONG


def test_stops_inside_no_name_and_after_no_small_word() -> None:
    words = "Yesterday evening the keeper of the Harbour Gate Museum opened the tower to everybody."
    shown = pointer(words)
    assert shown is not None
    last = shown.opening.split()[-1]
    assert last not in ("the", "of", "Harbour", "Gate")


@pytest.mark.parametrize(
    "words",
    [
        "Will the club of the small town at the far end of the lake repair the boats?",
        "The club is small.",
        "“The boats of the club were thrown against the wall by the storm of last winter.” So.",
        "The boats of the club (Photo: Vera Holm) were thrown against the wall by the storm.",
        "The boats of the club were old. “We will mend all of them before the summer of next year.",
        "THE BOATS OF THE CLUB The storm threw them against the wall of the old station.",
    ],
)
def test_points_at_nothing_that_is_no_whole_sentence(words: str) -> None:
    assert pointer(words) is None


def test_points_only_where_the_words_are_found_once() -> None:
    other = LONG.replace("repaired 14", "sold nine")
    assert pointer(LONG) is not None
    shown = pointer(LONG, other)
    assert shown is None or read(LONG, other).text.count(shown.opening) == 1


def test_asks_for_the_kind_of_a_sentence_too_long_to_quote() -> None:
    reading = read(LONG)
    items = list(claim_type.propose(reading))
    assert [planning.key_of(item) for item in items] == [claim_type.OPTIONS[ClaimType.FACT]]
    assert all(pointing.points(stem) for stem in (items[0].stem, *items[0].also))
    assert items[0].anchors[-1].exact == LONG


def test_leaves_out_the_kind_of_a_sentence_that_gives_a_reason_as_well() -> None:
    assert not list(claim_type.propose(read(LONG.replace("which", "because of the beams that"))))


def test_asks_for_no_source_of_what_may_be_taken_from_a_paper() -> None:
    voiced = LEVY.replace("the joiners", "the paper, a study of the tides,")
    for words, asked in ((LEVY, True), (voiced, False)):
        reading = made.reading(f"{made.TEXT}\n{words}\n\nShare it\n")
        items = [*own_voice.propose(reading), *traceable.propose(reading)]
        found = any("The rowing club" in item.stem for item in items)
        assert found is asked


def test_finds_the_reporting_word_in_a_sentence_shown_by_its_first_words() -> None:
    stems = [item.stem for item in reporting_word.propose(made.notice())]
    assert stems
    assert all(pointing.points(stem) and "…”" in stem for stem in stems)


def test_every_wording_of_a_pointed_item_points() -> None:
    """The planner counts pointers by the stem, which may be put in other words later."""
    for family in FAMILIES.values():
        for forms in (v for k, v in vars(family).items() if "POINTED" in k):
            assert len(forms) >= 2
            assert all("begins {quote}" in form and "{paragraph}" in form for form in forms)


def test_at_most_half_of_a_quiz_points() -> None:
    def item(number: int) -> QuestionDraft:
        good = made.question()
        anchor = replace(good.anchors[0], start=100 * number, end=100 * number + 9)
        return replace(
            good,
            family=("own-voice", "claim-type", "time", "strength", "best-check")[number % 5],
            skill=("attr", "type", "ctx", "force", "corrob")[number % 5],
            stem=f"Find the sentence in paragraph {number} that begins “Word {number}…”. Whose?",
            choices=tuple(replace(c, text=f"{c.text} {number}") for c in good.choices),
            anchors=(anchor,),
            score=0.5,
        )

    chosen = planning.choose("x" * 3000, [item(number) for number in range(20)])
    assert len(chosen) == planning.MOST_POINTED
