"""Quotation marks of every make, missing ones, nested ones, and quotations across paragraphs."""

from __future__ import annotations

import pytest

from curriculum.reading import blocks
from curriculum.reading.attribution import quotes
from tests.curriculum.reading.attributed import read, said


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“Rye keeps,” she said.", ["“Rye keeps,”"]),
        ('"Rye keeps," she said.', ['"Rye keeps,"']),
        ("''Rye keeps,'' she said.", ["''Rye keeps,''"]),
        ("‘Rye keeps,’ she said.", ["‘Rye keeps,’"]),
        ("«Rye keeps», she said.", ["«Rye keeps»"]),
        ("‘It’s the bakers’ rye,’ she said.", ["‘It’s the bakers’ rye,’"]),
        ("“I heard ‘rye keeps’ twice,” she said.", ["“I heard ‘rye keeps’ twice,”"]),
        ("“Rye keeps,“ she said.", ["“Rye keeps,“"]),
        ("“Rye keeps, she said.", ["“Rye keeps, she said."]),
        ("It’s the bakers’ rye and Lind’s oven.", []),
        ('"One." Then "two."', ['"One."', '"two."']),
    ],
)
def test_quotations_of_a_paragraph(text: str, inside: list[str]) -> None:
    assert [q.span.of(text) for q in quotes.find(text, blocks.split(text))] == inside


def test_a_quotation_carried_into_the_next_paragraph_keeps_its_speaker() -> None:
    text = (
        "“We tried for a whole year,” said Ada Lind. “We tried with rye and spelt.\n\n"
        "“Then the oven broke and we tried no more.”"
    )
    assert said(text) == [
        (
            "Ada Lind",
            "said",
            "“We tried for a whole year,” … “We tried with rye and spelt. … "
            "“Then the oven broke and we tried no more.”",
        )
    ]


def test_a_colon_hands_over_to_the_next_paragraph() -> None:
    text = "The owner of the bakery replied:\n\n“The oven will be mended by June.”"
    assert said(text) == [
        ("The owner of the bakery", "replied", "“The oven will be mended by June.”")
    ]


def test_a_paragraph_that_is_only_a_quotation_belongs_to_whoever_spoke_before() -> None:
    text = "“The oven broke,” Lind said on Monday.\n\n“It will be mended by June.”"
    assert said(text) == [("Lind", "said", "“The oven broke,” … “It will be mended by June.”")]


def test_a_quotation_after_other_news_is_not_put_in_anybodys_mouth() -> None:
    text = "“The oven broke,” Lind said. The fair went on. “Bread for all!” rang out over the hall."
    assert said(text) == [("Lind", "said", "“The oven broke,”")]


def test_a_quotation_goes_on_after_its_sentence() -> None:
    text = "“It broke,” Lind said. “We wept. Then we laughed.” The fair went on."
    assert said(text) == [("Lind", "said", "“It broke,” … “We wept. Then we laughed.”")]


def test_several_sentences_inside_one_quotation_are_one_content() -> None:
    text = "“It broke. We wept. Then we laughed about it,” Lind said."
    assert said(text) == [("Lind", "said", "“It broke. We wept. Then we laughed about it,”")]


def test_another_language_gives_quotations_and_no_sources() -> None:
    text = "El horno está roto desde mayo. «No podemos hacer pan hasta el lunes», dijo la panadera."
    (found,) = read(text, english=False)
    assert found.source == ()
    assert found.content[0].of(text) == "«No podemos hacer pan hasta el lunes»"
