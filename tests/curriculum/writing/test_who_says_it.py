"""Who says it: one named speaker, shown by the full name, who is nobody else in other words."""

from __future__ import annotations

import pytest

from curriculum.reading import read_text
from curriculum.writing.families import who_says_it
from curriculum.writing.types import QuestionDraft

OPENING = (
    "The pond behind the mill was drained in March 2021. Ruth Okafor, a gardener at the mill, said "
    "that the ducks moved to the river within a day.\n\n"
)


def items(*paragraphs: str, opening: str = OPENING) -> list[QuestionDraft]:
    """What is asked about a story about a mill pond that has these paragraphs too."""
    return list(who_says_it.propose(read_text(opening + "\n\n".join(paragraphs))))


def keys(found: list[QuestionDraft]) -> set[str]:
    """The right options of the items."""
    return {choice.text for item in found for choice in item.choices if choice.key}


def test_the_full_name_is_shown_where_the_text_gives_it() -> None:
    found = items(
        "Tao Mingjin keeps the gate of the mill.",
        "“The gate has been stuck since the last flood of the spring,” said Tao.",
    )
    assert "Tao Mingjin" in keys(found)
    assert "Tao" not in keys(found)


def test_a_title_that_ran_into_the_name_hides_no_first_name() -> None:
    found = items(
        "Senate Minority Leader Clara Quist came to the mill in the first week of May.",
        "“The gate has been stuck since the last flood of the spring,” Quist said.",
    )
    assert "Clara Quist" in keys(found)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Exit polls found that the miller has won the vote of the lane by a wide margin.",
        "Police said that the gate of the mill had been left open for three nights.",
        "Local media reports said that the gate of the mill had been left open for three nights.",
        "“The gate of the mill has been left open for three nights,” the letter said.",
        "Green groups said that the gate of the mill had been left open for three nights.",
        "Supporters of Mr. Quist said that the gate of the mill had been open for three nights.",
    ],
)
def test_a_class_or_a_paper_is_nobody_to_name(paragraph: str) -> None:
    assert keys(items(paragraph)) <= {"Ruth Okafor"}


def test_the_agency_that_made_the_page_is_the_writer_too() -> None:
    opening = "WELLHAVEN (Millwire) - The pond behind the mill was drained in March 2021.\n\n"
    found = items(
        "The gate of the mill has been open for three nights, Millwire reported in May.",
        opening=opening,
    )
    assert "Millwire" not in keys(found)


def test_a_body_keeps_its_article() -> None:
    found = items(
        "The Harbour Board met in May. The Harbour Board said that the gate must be mended soon.",
        "A week later the Harbour Board said that two men had mended the gate of the mill.",
    )
    assert "The Harbour Board" in keys(found)


def test_a_title_between_quotation_marks_is_nothing_said() -> None:
    found = items(
        "In a talk on “The Old Mill with Ruth Holm,” council leader Clara Quist said the gate "
        "did not surprise her."
    )
    assert not any("The Old Mill" in item.stem for item in found)


def test_to_add_a_voice_is_to_say_nothing_yet() -> None:
    found = items(
        "Clara Quist added her voice after five bakers had asked the miller to step down."
    )
    assert not any("her voice" in item.stem for item in found)
