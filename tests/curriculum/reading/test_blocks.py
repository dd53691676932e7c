"""Plain text to blocks: headings, paragraphs, furniture, and text wrapped by hand."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from curriculum.reading import blocks, furniture
from curriculum.reading.types import BlockKind

BODY = (
    "The ferry to the island will run twice a day from Monday, the harbour office said. "
    "Until now it sailed once, and only when the tide allowed it to leave the pier."
)
COPIED = f"""Ferry Will Run Twice a Day

By Ana Duarte

Published: 5 April 2031, 10:15 BST

{BODY}

A narrow pier

{BODY}

Why does the tide matter so much?

{BODY}

Related articles
New pier opens to walkers
Gulls return to the north coast

Share.

Address – 3 Pier Road, Northport
Email – office@quay
Telephone – 01632 960 001

© 2031 The Quay. All rights reserved.
Exit mobile version"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(text)) for block in blocks.split(text)]


def test_a_copied_page() -> None:
    found = kinds(COPIED)
    assert [words for kind, words in found if kind == "heading"] == [
        "Ferry Will Run Twice a Day",
        "A narrow pier",
    ]
    assert [words for kind, words in found if kind == "paragraph"] == [
        BODY,
        BODY,
        "Why does the tide matter so much?",
        BODY,
    ]
    assert len([words for kind, words in found if kind == "furniture"]) == 11


def test_furniture_says_why_and_nothing_else_does() -> None:
    for block in blocks.split(COPIED):
        assert bool(block.why) is (block.kind is BlockKind.FURNITURE)
        assert not block.why or block.why.endswith(".")


@pytest.mark.parametrize(
    "line",
    [
        "Share.", "Share this article", "Facebook | Twitter | WhatsApp | Email",
        "Exit mobile version",
        "Read more: New pier opens", "Subscribe", "Sign up for our newsletter", "Advertisement",
        "Story continues below", "Skip to main content", "Home > News > Local", "12 comments",
        "Leave a reply", "We use cookies to improve your visit.", "Accept all cookies",
        "Image credit: Lena Ott/The Quay", "(AP Photo/Lena Ott)", "4 min read",
        "Tags: tides, ferries",
        "#tides #ferries", "https://example.org/tides", "You may also like", "Back to top",
        "Follow us on Bluesky @quay", "Privacy policy", "Write to Ana Duarte at ana@example.org",
        "Phone: +44 1632 960001", "1.2k shares", "3 hours ago", "All rights reserved.",
    ],
)  # fmt: skip
def test_lines_of_a_page(line: str) -> None:
    text = f"{BODY}\n\n{line}\n\n{BODY}"
    assert kinds(text)[1] == ("furniture", line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.", "Shares in the ferry company rose.",
        "Read the letter before you sign it.", "“Subscribe to hope,” she said.",
        "The photo shows the old pier.", "By Monday the pier was open again.",
        "Home is where the tide goes out.", "Comments by the mayor surprised the crew.",
        "We use nets that let small fish escape.", "Related work has found the same.",
        "Copying a page is easy.", "Address the envelope to the harbour office.",
        "Contact with the ship was lost at noon.",
        "More on the island than on the coast, people fish.",
        "Next year the pier will be longer.", "Search parties left at dawn.",
    ],
)  # fmt: skip
def test_sentences_that_only_look_like_furniture(line: str) -> None:
    text = f"{BODY}\n\n{line}\n\n{BODY}"
    assert kinds(text)[1][0] != "furniture"


def test_bylines_and_dates_are_furniture_at_the_edges_only() -> None:
    assert furniture.match("By Ana Duarte", edge=True)
    assert not furniture.match("By Ana Duarte", edge=False)
    middle = "\n\n".join([BODY] * 8 + ["5 April 2031"] + [BODY] * 8)
    assert "furniture" not in {kind for kind, _ in kinds(middle)}


def test_wrapped_text_becomes_paragraphs() -> None:
    import textwrap

    first, second = textwrap.fill(BODY, 68), textwrap.fill(f"Later it rained. {BODY}", 68)
    text = f"A narrow pier\n\n{first}\n\n{second}\n"
    assert kinds(text) == [
        ("heading", "A narrow pier"),
        ("paragraph", first),
        ("paragraph", second),
    ]


def test_an_email_is_unwrapped_between_its_head_and_its_signature() -> None:
    import textwrap

    first, second = textwrap.fill(BODY, 70), textwrap.fill(f"Later it rained. {BODY}", 70)
    head = "From: Ana <ana@example.org>\nTo: all@example.org\nSubject: The ferry\nCc: Bo"
    text = f"{head}\n\nHi all,\n\n{first}\n\n{second}\n\nBest,\nAna\n\n-- \nAna Duarte\nHarbour 4"
    found = kinds(text)
    assert ("paragraph", first) in found
    assert ("paragraph", second) in found
    assert ("furniture", "Subject: The ferry") in found


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = f"{BODY}\nIt rained later.\n{BODY}\nNobody minded."
    assert [words for _, words in kinds(text)] == text.split("\n")


def test_a_list_of_wrapped_points_keeps_its_points() -> None:
    text = (
        "The harbour office wrote down in a long letter what it wants to\n"
        "see changed on the pier before the spring, and the letter went\n"
        "to everybody who lives on the north coast of the island.\n"
        "- a lamp at the end of the pier, so that ships see it from the\n"
        "  open sea at night\n"
        "- a longer rope\n"
    )
    assert len(kinds(text)) == 3


def test_the_headline_stands_before_the_first_paragraph() -> None:
    head = blocks.headline(blocks.split(COPIED))
    assert head
    assert head.of(COPIED) == "Ferry Will Run Twice a Day"
    text = f"{BODY}\n\nA narrow pier\n\n{BODY}"
    assert blocks.headline(blocks.split(text)) is None


@given(st.text(max_size=400) | st.text('ab .!?\n\r\t-|·\u2028\u00a0“”"1', max_size=400))
@example("\x1c\n\u2029a\x0bb\x85c")
@settings(max_examples=200, deadline=None)
def test_any_text_gives_blocks_in_order_inside_it(text: str) -> None:
    found = blocks.split(text)
    end = 0
    for block in found:
        assert end <= block.start < block.end <= len(text)
        assert block.span.of(text).strip() == block.span.of(text)
        assert not text[end : block.start].strip()
        end = block.end
    assert not text[end:].strip()


def test_a_name_that_signs_a_letter_is_no_heading() -> None:
    found = kinds(f"The ferry\n\n{BODY}\n\nSee you on the pier.\n\nJo\n\nNorthport Rowing Club")
    assert found[0] == ("heading", "The ferry")
    assert found[-2:] == [("paragraph", "Jo"), ("paragraph", "Northport Rowing Club")]


def test_a_title_alone_above_another_line_stays_a_heading() -> None:
    assert kinds("The ferry\n\nA new pier")[0] == ("heading", "The ferry")


@pytest.mark.parametrize(
    "line", ["Read next: Gulls return to the north coast", "Watch next: The tide", "Read next"]
)
def test_a_line_that_leads_to_another_page_is_furniture(line: str) -> None:
    assert ("furniture", line) in kinds(f"{BODY}\n\n{line}\n\n{BODY}")
