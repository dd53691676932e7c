"""What a copy tells of its own origin."""

from __future__ import annotations

import pytest

from curriculum.reading import blocks, provenance
from curriculum.reading.types import Document, Metadata, Provenance

BODY = "The ferry will run twice a day from Monday, the harbour office said on Friday evening."


def trace(*lines: str, metadata: Metadata | None = None) -> Provenance:
    text = "\n\n".join(lines)
    return provenance.trace(Document(text, blocks.split(text), metadata=metadata or Metadata()))


def found(provenance: Provenance) -> list[tuple[str, str]]:
    return [(signal.kind, signal.text) for signal in provenance.signals]


def test_a_bare_text_misses_everything() -> None:
    assert trace(BODY) == Provenance(missing=provenance.EXPECTED)


def test_what_a_page_says_of_itself() -> None:
    said = Metadata(author="Ana Duarte", published="2031-04-05", publisher="The Quay",
                    url="https://example.org/ferry")  # fmt: skip
    traced = trace(BODY, metadata=said)
    assert found(traced) == [
        ("byline", "Ana Duarte"),
        ("date", "2031-04-05"),
        ("publisher", "The Quay"),
        ("link", "https://example.org/ferry"),
    ]
    assert traced.missing == ("contact",)


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("By Ana Duarte", "byline", "By Ana Duarte"),
        ("5 April 2031", "date", "5 April 2031"),
        ("© 2031 The Quay. All rights reserved.", "publisher", "The Quay"),
        ("Address – 3 Pier Road", "contact", "Address – 3 Pier Road"),
        ("https://example.org/ferry", "link", "https://example.org/ferry"),
        ("Share.", "share", "Share."),
        ("Correction: An earlier version gave a wrong day.", "corrections",
         "Correction: An earlier version gave a wrong day."),
        ("You can reach the desk on 01632 960001 all day.", "contact", "01632 960001"),
    ],
)  # fmt: skip
def test_signals_in_the_text(line: str, kind: str, words: str) -> None:
    traced = trace("Ferry to Run Twice", BODY, line)
    (signal,) = traced.signals
    assert (signal.kind, signal.text) == (kind, words)
    assert signal.note
    text = f"Ferry to Run Twice\n\n{BODY}\n\n{line}"
    assert signal.start is not None
    assert text[signal.start : signal.end] == words
    assert kind not in traced.missing


def test_a_dateline_opens_the_first_paragraph() -> None:
    assert found(trace(f"NORTHPORT, Norway (The Quay) — {BODY}")) == [
        ("dateline", "NORTHPORT, Norway (The Quay)")
    ]
    assert found(trace(BODY, f"NORTHPORT — {BODY}")) == []


def test_an_address_without_its_ending_looks_wrong() -> None:
    traced = trace(BODY, "Email – office@quay")
    assert [signal.text for signal in traced.odd] == ["office@quay"]
    assert "office@quay" in traced.odd[0].note
    assert trace(BODY, "Email – office@quay.example").odd == ()


def test_the_link_of_a_mobile_page_tells_how_the_copy_was_made() -> None:
    (odd,) = trace(BODY, "Exit mobile version").odd
    assert odd.note == (
        "“Exit mobile version” is the link of a mobile page: this copy came from one."
    )


def test_furniture_glued_to_the_text() -> None:
    (odd,) = trace(f"{BODY}AdvertisementThe crew was glad.", BODY).odd
    assert odd.text == "Advertisement"
    assert trace("Advertisements paid for the ferry. Share prices rose.").odd == ()


def test_a_list_of_dates_is_cut_short() -> None:
    traced = trace(BODY, *(f"{day} April 2031" for day in range(1, 7)))
    assert len(traced.signals) == 4
