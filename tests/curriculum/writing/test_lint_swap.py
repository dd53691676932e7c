"""The swap test: other people in the text, the same words as the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from curriculum.reading import read_text
from curriculum.reading.types import Reading
from curriculum.writing import anchors, candidates, lint
from curriculum.writing.lint import swapping
from curriculum.writing.lint.identities import others
from curriculum.writing.types import ChoiceDraft, QuestionDraft
from tests.curriculum.writing import made

HARBOUR = """\
A new wall for the harbour

The president of Chile will visit the harbour in May. President Ida Vasquez said that she paid for \
the wall with her own money.

“The wall is too low,” said Mr Tom Birch, a Republican. He asked Vasquez to send him an engineer. \
An American firm drew the plan in Quito.

Senator Ruth Kell said the firm should hand over the plan.
"""


def item(text: str, key: str, other: str) -> QuestionDraft:
    """An item whose proof has no name in it."""
    question = made.question()
    at = made.span(text, "The bell will ring again")
    return replace(
        question,
        stem="Who is to be believed?",
        choices=(ChoiceDraft(key, True, "."), ChoiceDraft(other, False, ".", "wrong-speaker")),
        anchors=(replace(question.anchors[0], exact=at.of(text), start=at.start, end=at.end),),
    )


def swapped(text: str) -> str:
    """The text about others."""
    return others(read_text(text)).put(text)


def test_every_part_of_a_name_gets_another_and_always_the_same() -> None:
    who = others(made.reading())
    parts = ("Nora", "Quist", "Piet", "Lander", "Vera", "Holm")
    assert len({who.words[part] for part in parts}) == 6
    document = swapping.replaced(made.reading(), who)
    assert not [part for part in parts if part in document.text]
    assert document.text.count(who.words["Quist"]) == made.TEXT.count("Quist")


def test_titles_offices_parties_places_and_pronouns_go_too() -> None:
    other = swapped(HARBOUR)
    for told in ("president", "President", "Senator", "Mr ", "Republican", "American", "Quito",
                 "Chile", "Vasquez", " she ", " him "):  # fmt: skip
        assert told not in other, told
    for kept in ("The wall is too low", "in May", "drew the plan in", "an engineer"):
        assert kept in other, kept
    assert " he paid for the wall with his own money" in other
    assert " She asked " in other
    assert " to send her an engineer" in other


def test_two_offices_stay_two_offices() -> None:
    text = "The president met the senator. A senator wrote to the president.\n\nThey met again."
    other = swapped(text)
    first, second = other.split()[1], other.split()[4].rstrip(".")
    assert first != second
    assert other.count(first) == other.count(second) == 2


def test_an_article_follows_its_word() -> None:
    assert "a Norwegian plan" in swapped("It is an Italian plan, said Ida Vasquez of Rome.")


def test_the_blocks_move_along_with_the_names() -> None:
    reading = made.reading()
    document = swapping.replaced(reading, others(reading))
    assert [block.kind for block in document.blocks] == [block.kind for block in reading.blocks]
    last = document.blocks[-1]
    assert document.text[last.start : last.end] == "Share this story"


def test_a_key_that_follows_the_text_passes() -> None:
    names = others(made.reading()).words
    renamed = f"{names['Nora']} {names['Quist']}"

    def follow(reading: Reading) -> Sequence[QuestionDraft]:
        return [item(reading.text, renamed, "The writer")]

    asked = [item(made.TEXT, "Nora Quist", "The writer")]
    assert lint.swap(asked, made.reading(), follow) == {}


def test_a_key_that_follows_the_person_is_found() -> None:
    def favour(reading: Reading) -> Sequence[QuestionDraft]:
        return [item(reading.text, "The writer", "Somebody else")]

    asked = [item(made.TEXT, "Nora Quist", "The writer")]
    found = lint.swap(asked, made.reading(), favour)
    assert [finding.code for finding in found[0]] == ["swap-changed"]


def test_a_text_without_people_has_nothing_to_swap() -> None:
    reading = read_text("The bell rings at noon. The gate is shut.\n\nThe rope is new.")
    assert others(reading).words == {}
    asked = [item(made.TEXT, "Nora Quist", "The writer")]
    assert lint.swap(asked, reading, lambda reading: []) == {}


def test_what_is_drafted_from_a_real_text_is_drafted_again() -> None:
    reading = read_text(HARBOUR)
    pool = candidates(reading)
    assert pool
    assert lint.swap(pool, reading, candidates) == {}


def own(*, key: str, first: str, second: str, why: str = "It says so.") -> QuestionDraft:
    """An item that a teacher wrote about the harbour."""
    at = made.span(HARBOUR, "“The wall is too low,” said Mr Tom Birch")
    return QuestionDraft(
        family=lint.OWN_FAMILY,
        skill="supp",
        stem="What does the text give for the words “The wall is too low”?",
        choices=(
            ChoiceDraft(key, True, why),
            ChoiceDraft(first, False, "It does not.", "figure-speaks"),
            ChoiceDraft(second, False, "It does not.", "figure-speaks"),
        ),
        explanation="Look at paragraph 2. To check: ask for the plan.",
        anchors=(anchors.at(HARBOUR, at),),
    )


SOUND = own(key="One named man", first="A measured height", second="Several engineers")


def test_an_item_of_a_teachers_own_stands_with_other_people() -> None:
    assert lint.swap_in_place(SOUND, read_text(HARBOUR)) == ()


@pytest.mark.parametrize(
    "leaning",
    [
        own(
            key="The word of a Republican",
            first="The word of an American",
            second="The height of the wall",
        ),
        own(
            key="Nothing, because a Republican says it",
            first="A measured height",
            second="Several engineers",
        ),
        replace(
            SOUND,
            choices=(
                replace(
                    SOUND.choices[0],
                    rationale="It counts for little, coming from him as a Republican.",
                ),
                *SOUND.choices[1:],
            ),
        ),
    ],
)
def test_an_item_that_leans_on_who_somebody_is_is_refused(leaning: QuestionDraft) -> None:
    found = lint.swap_in_place(leaning, read_text(HARBOUR))
    assert {finding.code for finding in found} == {"swap-leans"}
    assert lint.blocks(found)


def test_options_that_name_speakers_are_no_leaning() -> None:
    named = own(key="The Republican", first="The American", second="The writer")
    assert lint.swap_in_place(named, read_text(HARBOUR)) == ()


def test_an_item_that_falls_with_the_names_is_refused() -> None:
    loose = replace(SOUND, stem="What is given for “Republican wall is too low”?")
    found = lint.swap_in_place(loose, read_text(HARBOUR))
    assert [finding.code for finding in found] == ["swap-falls"]
