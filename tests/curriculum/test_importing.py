"""Bringing a text in: a Source, its reading and its claims, all or nothing."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile

from curriculum import fetching, importing
from curriculum.models import Claim, Source
from curriculum.reading.problems import MAX_BYTES
from curriculum.reading.types import Document, Problem
from tests.factories import LUNCH, create_source

PAGE = b"""<!doctype html><html><head><title>Plates</title></head><body><main><article>
<h1>Plates come back full</h1><p>The kitchen weighed the plates for two weeks, said Mara Odell.</p>
<p>She will weigh them again in the spring, when the garden has grown.</p>
</article></main></body></html>"""


def test_a_text_is_kept_with_its_reading_and_claims(tess: User) -> None:
    source = create_source(owner=tess, text=LUNCH)
    assert source.title == "Lunch count “proves” pupils love greens"
    assert source.text == LUNCH
    assert source.reading.text == LUNCH
    words = [claim.words for claim in source.claims.filter(voice="named")]
    assert any("a hand in growing them" in each for each in words)
    assert source.claims.get(voice="named").speaker == "Mara Odell"


def test_the_teachers_own_title_wins(tess: User) -> None:
    assert create_source(owner=tess, title="Greens").title == "Greens"


def test_a_text_without_a_headline_is_called_by_its_first_words(tess: User) -> None:
    text = "the kitchen weighed the plates for two whole weeks, and nobody had asked it to do so."
    assert create_source(owner=tess, text=text).title == (
        "the kitchen weighed the plates for two whole weeks, and…"
    )


def test_the_same_text_is_the_same_source(tess: User, oscar: User) -> None:
    first = create_source(owner=tess, text=LUNCH)
    assert create_source(owner=tess, text=LUNCH) == first
    assert create_source(owner=oscar, text=LUNCH) != first
    assert Source.objects.count() == 2


def test_of_two_taps_the_slower_gets_what_the_faster_made(
    tess: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = create_source(owner=tess, text=LUNCH)
    answers = iter([None, first])  # not there when asked, there after the database refused
    monkeypatch.setattr(importing, "known", lambda **_: next(answers))
    assert create_source(owner=tess, text=LUNCH) == first
    assert Source.objects.count() == 1


def test_nothing_is_kept_when_a_claim_cannot_be(
    tess: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(Claim.objects, "bulk_create", fail)
    with pytest.raises(RuntimeError):
        create_source(owner=tess, text=LUNCH)
    assert not Source.objects.exists()


def test_the_source_of_a_page_is_read_as_the_page() -> None:
    document = importing.document_of_words(PAGE.decode())
    assert isinstance(document, Document)
    assert document.format == "html"
    assert "<p>" not in document.text


def test_an_upload_too_large_is_never_read() -> None:
    upload = SimpleUploadedFile("long.txt", b"x" * 20)
    upload.size = MAX_BYTES + 1
    upload.close()  # reading it would fail
    found = importing.document_of_upload(upload)
    assert isinstance(found, Problem)
    assert found.code == "too-large"


def test_a_page_is_fetched_and_found_where_it_was_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fetched = fetching.Fetched(PAGE, "https://eastfield.example/plates", "text/html")
    monkeypatch.setattr(importing, "fetch", lambda url: fetched)
    document, address = importing.document_at("https://short.example/1")
    assert isinstance(document, Document)
    assert "weighed the plates" in document.text
    assert address == "https://eastfield.example/plates"
