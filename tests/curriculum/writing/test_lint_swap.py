"""The swap test: other names in the text, the same words as the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from curriculum.reading.types import Reading
from curriculum.writing import lint
from curriculum.writing.lint import swapping
from curriculum.writing.types import ChoiceDraft, QuestionDraft
from tests.curriculum.writing import made

ABOUT_THE_BELL = made.span(made.TEXT, "The bell will ring again")


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


def test_every_part_of_a_name_gets_another_and_always_the_same() -> None:
    names = swapping.renaming(made.reading())
    assert set(names) == {"Nora", "Quist", "Piet", "Lander", "Vera", "Holm"}
    assert len(set(names.values())) == 6
    document = swapping.renamed(made.reading(), names)
    assert "Quist" not in document.text
    assert document.text.count(names["Quist"]) == made.TEXT.count("Quist")


def test_the_blocks_move_along_with_the_names() -> None:
    reading = made.reading()
    document = swapping.renamed(reading, swapping.renaming(reading))
    assert [block.kind for block in document.blocks] == [block.kind for block in reading.blocks]
    last = document.blocks[-1]
    assert document.text[last.start : last.end] == "Share this story"


def test_a_key_that_follows_the_text_passes() -> None:
    names = swapping.renaming(made.reading())
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
    asked = [item(made.TEXT, "Nora Quist", "The writer")]
    assert lint.swap(asked, made.reading(people=()), lambda reading: []) == {}
