"""One sentence a construction: where the cue stands, what it takes, and where the spans end."""

from __future__ import annotations

import pytest

from curriculum.reading.types import QuoteType
from tests.curriculum.reading.attributed import read, said

AROUND_A_QUOTATION = [
    ("“The oven is broken,” said Ada Lind.", "Ada Lind", "said", "“The oven is broken,”"),
    ("“The oven is broken,” Ada Lind said.", "Ada Lind", "said", "“The oven is broken,”"),
    ("Ada Lind said: “The oven broke.”", "Ada Lind", "said", "“The oven broke.”"),
    ("Ada Lind said, “The oven broke.”", "Ada Lind", "said", "“The oven broke.”"),
    ("“Where is the flour?” asked Bo Roe.", "Bo Roe", "asked", "“Where is the flour?”"),
    ("“The oven,” Lind said, “is broken.”", "Lind", "said", "“The oven,” … “is broken.”"),
    (
        "“We tried,” Lind said on Monday. “We tried hard.”",
        "Lind",
        "said",
        "“We tried,” … “We tried hard.”",
    ),
    (
        "“We tried,” said the choir's founder, Dee Orr, who left in May.",
        "the choir's founder, Dee Orr, who left in May",
        "said",
        "“We tried,”",
    ),
    (
        "The sign read: “No bread today, come back tomorrow.”",
        "The sign",
        "read",
        "“No bread today, come back tomorrow.”",
    ),
    ("As Lind put it, “bread is patience”.", "Lind", "put it", "“bread is patience”"),
]

INDIRECT = [
    ("Ada Lind said that the oven was old.", "Ada Lind", "said", "that the oven was old"),
    ("Ada Lind said the oven was old.", "Ada Lind", "said", "the oven was old"),
    (
        "Ada Lind, who has baked for years, said the oven was old.",
        "Ada Lind, who has baked for years",
        "said",
        "the oven was old",
    ),
    (
        "Ada Lind, 42, a baker from Hull, told reporters that the oven was old.",
        "Ada Lind, 42, a baker from Hull",
        "told",
        "that the oven was old",
    ),
    (
        "Some growers, however, said the frost had helped.",
        "Some growers",
        "said",
        "the frost had helped",
    ),
    (
        "The museum said in a statement that the roof was safe.",
        "The museum",
        "said",
        "that the roof was safe",
    ),
    ("The oven is old, the owner says.", "the owner", "says", "The oven is old"),
    (
        "The oven is old, says Ada Lind, who owns the shop.",
        "Ada Lind, who owns the shop",
        "says",
        "The oven is old",
    ),
    ("The oven, the owner says, is old.", "the owner", "says", "The oven … is old"),
    (
        "Speaking at the fair, Lind argued that prices were fair.",
        "Lind",
        "argued",
        "that prices were fair",
    ),
    (
        "Roe wondered whether the flour was dry.",
        "Roe",
        "wondered",
        "whether the flour was dry",
    ),
    ("Roe explained why the loft was shut.", "Roe", "explained", "why the loft was shut"),
    ("The team refused to comment.", "The team", "refused", "to comment"),
    ("Lind wants to open a shop.", "Lind", "wants", "to open a shop"),
    ("Critics argue that the bridge is narrow.", "Critics", "argue", "that the bridge is narrow"),
    ("Some said the plan was rushed.", "Some", "said", "the plan was rushed"),
]

NOT_A_PLAIN_VERB = [
    (
        "According to the bakery, the oven is old.",
        "the bakery",
        "According to",
        "the oven is old",
    ),
    (
        "The oven is old, according to a report published last week.",
        "a report published last week",
        "according to",
        "The oven is old",
    ),
    (
        "In the view of Ada Lind, the oven was always too small.",
        "Ada Lind",
        "In the view of",
        "the oven was always too small",
    ),
    (
        "The survey found that visitors prefer quiet rooms.",
        "The survey",
        "found",
        "that visitors prefer quiet rooms",
    ),
    (
        "Lind described the oven as a monster.",
        "Lind",
        "described",
        "the oven as a monster",
    ),
    (
        "Lind accused the council of delay.",
        "Lind",
        "accused",
        "the council of delay",
    ),
    ("The mayor’s denial of the rumour came late.", "The mayor’s", "denial", "the rumour"),
    ("Lind’s belief that bread heals is old.", "Lind’s", "belief", "that bread heals"),
    ("Lind was praised by the mayor.", "the mayor", "was praised", "Lind"),
    (
        "Lind has been accused by neighbours of noise.",
        "neighbours",
        "has been accused",
        "Lind … of noise",
    ),
    ("Has Lind called for a new oven?", "Lind", "called", "a new oven"),
    ("Has he called for a new oven?", "he", "Has … called", "a new oven"),
    ("THE OVEN BROKE, SAID ADA LIND.", "ADA LIND", "SAID", "THE OVEN BROKE"),
    (
        "Lind is confident that the oven will last.",
        "Lind",
        "is confident",
        "that the oven will last",
    ),
]

NOBODY_NAMED = [
    ("Lind is accused of hiding the recipe.", "is accused", "Lind … of hiding the recipe"),
    ("The bridge is thought to be safe.", "is thought", "The bridge … to be safe"),
    ("It has been suggested that the bridge sways.", "has been suggested", "that the bridge sways"),
    ("It is believed that the statue is old.", "is believed", "that the statue is old"),
    (
        "The changes have been viewed as a threat to small shops.",
        "have been viewed",
        "The changes … as a threat to small shops",
    ),
    ("The loft will reportedly be sold.", "reportedly", "The loft will … be sold"),
]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"), AROUND_A_QUOTATION + INDIRECT + NOT_A_PLAIN_VERB
)
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in said(text)


@pytest.mark.parametrize(("text", "cue", "content"), NOBODY_NAMED)
def test_sayings_without_a_source(text: str, cue: str, content: str) -> None:
    assert ("", cue, content) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bakery opened in May.",
        "Ada Lind walked to the shop and bought a loaf.",
        "The plan for the bridge is on the wall.",
        "“Seven Loaves” is a café near the station.",
        "It rained, and the state of the road was poor.",
    ],
)
def test_plain_narrative_has_no_attribution(text: str) -> None:
    assert said(text) == []


def test_a_second_cue_ends_the_first_content_and_shares_its_source() -> None:
    assert said("Lind said the oven was old and added that she was tired.") == [
        ("Lind", "said", "the oven was old"),
        ("Lind", "added", "that she was tired"),
    ]


def test_a_participle_belongs_to_whoever_spoke() -> None:
    assert said("“It broke,” said Ada Lind, adding that a new oven was on its way.")[1] == (
        "Ada Lind",
        "adding",
        "that a new oven was on its way",
    )


def test_one_who_is_brought_along_to_say_it() -> None:
    text = "The hall fell quiet, with Orr, the coach, praising the players."
    assert ("Orr, the coach", "praising", "the players") in said(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The oven is broken,” said Ada Lind.", QuoteType.DIRECT),
        ("Ada Lind said the oven was “a monster that eats money”.", QuoteType.MIXED),
        ("Ada Lind said the oven was old.", QuoteType.INDIRECT),
    ],
)
def test_how_the_words_are_given(text: str, kind: QuoteType) -> None:
    assert [a.type for a in read(text)] == [kind]


def test_a_mixed_content_keeps_its_closing_mark() -> None:
    text = "Lind called the oven “a monster that eats money” and laughed."
    assert said(text) == [("Lind", "called", "the oven “a monster that eats money”")]


def test_headline_label_names_the_speaker_it_knows() -> None:
    text = "Lind: The Oven Will Be Back by June\n\n“It will be back,” Ada Lind said on Monday."
    assert said(text)[0] == ("Lind", ":", "The Oven Will Be Back by June")


@pytest.mark.parametrize(
    "heading", ["Update: The Oven Is Back in Use", "Part Two: A New Oven Comes"]
)
def test_other_headings_with_a_colon_name_nobody(heading: str) -> None:
    assert said(f"{heading}\n\nThe oven came on a cart on Monday.") == []
