"""Support offered: a claim that somebody could bear out, and all that the text puts under it."""

from __future__ import annotations

import pytest

from curriculum.reading import read_text
from curriculum.writing.families import support_offered

OPENING = (
    "The pond behind the mill was drained in March 2021. Ruth Okafor, a gardener at the mill, said "
    "that the ducks moved to the river within a day.\n\n"
)


def kinds(*paragraphs: str) -> dict[str, str]:
    """The key for each statement that is asked about, in a story with these paragraphs too."""
    items = support_offered.propose(read_text(OPENING + "\n\n".join(paragraphs)))
    return {i.anchors[-1].exact: c.text for i in items for c in i.choices if c.key}


def asked(words: str, found: dict[str, str]) -> bool:
    """Whether any item is about these words."""
    return any(words in statement for statement in found)


@pytest.mark.parametrize(
    "paragraph",
    [
        "“The council must never sell the pond of the old mill,” said Clara Venn, a baker.",
        "“Welcome to the finest little pond on the whole river,” said Clara Venn, a baker.",
        "Clara Venn, a baker, said that she would swim in the pond of the mill in May.",
        "“Best pond in the valley of the mill,” said Clara Venn, a baker.",
    ],
)
def test_a_call_or_a_slogan_is_not_asked_about(paragraph: str) -> None:
    assert len(kinds(paragraph)) <= 1  # only what the gardener says


def test_an_office_is_no_person_with_a_name() -> None:
    told = "According to the ministry of ponds and river Affairs, two gates were lost in the flood."
    assert not asked("two gates", kinds(told))


def test_a_record_named_further_on_is_not_offered_as_a_wrong_answer() -> None:
    said = "“The pond loses a third of its water in a year,” said Clara Venn, an engineer."
    more = "The wall is old, and parts of it are loose."
    report = "“Our expert’s report shows the leak at the north wall,” said Venn."
    items = support_offered.propose(read_text(OPENING + "\n\n".join([said, more, report])))
    (item,) = (item for item in items if "a third of its water" in item.stem)
    assert "A report, a count or a record" not in {choice.text for choice in item.choices}


def test_the_opening_is_not_said_to_rest_on_nothing() -> None:
    text = (
        "Ponds are the best thing that a village can have for its children and its old people.\n\n"
    )
    items = support_offered.propose(read_text(text + OPENING))
    assert not any("best thing" in item.stem for item in items)


def test_a_count_in_the_next_sentence_may_be_the_support() -> None:
    claim = "The pond is at its lowest level since the great flood of the valley."
    count = "There were 40 ducks on it in May, a third of the 120 of the year before."
    assert not asked("lowest level", kinds(f"{claim} {count}"))
