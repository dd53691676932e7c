"""The list of texts, bringing one in, its close reading, and letting it go."""

from __future__ import annotations

import re
import uuid
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from curriculum import importing
from curriculum.models import Source
from curriculum.reading.types import Problem
from tests.factories import LUNCH, create_source, create_unit

NEW = "/texts/new/"


def page(client: Client, source: Source) -> str:
    return client.get(source.get_absolute_url()).content.decode()


def test_the_list_shows_my_texts_and_nobody_elses(as_tess: Client, tess: User, oscar: User) -> None:
    create_source(owner=tess, title="Mine to read")
    create_source(owner=oscar, title="Hidden from Tess")
    html = as_tess.get("/texts/").content.decode()
    assert "Mine to read" in html
    assert "Hidden from Tess" not in html


def test_the_list_counts_claims_by_voice(as_tess: Client, tess: User) -> None:
    source = create_source(owner=tess, text=LUNCH)
    source.claims.filter(voice="unnamed").update(rejected=True)
    [(_, tally)] = as_tess.get("/texts/").context["texts"]
    expected = {
        voice: source.claims.standing().filter(voice=voice).count()
        for voice in ("named", "institution", "article")
    }
    assert {str(voice): count for voice, _, count in tally} == expected


def test_an_empty_list_leads_to_bringing_a_text(as_tess: Client) -> None:
    html = as_tess.get("/texts/").content.decode()
    assert "No texts yet" in html
    assert f'href="{NEW}"' in html


def test_pasted_words_become_a_close_reading(as_tess: Client, tess: User) -> None:
    words = LUNCH.replace("\n", "\r\n")  # as a browser sends them
    response = as_tess.post(NEW, {"words": words, "title": "  Greens,  weighed "})
    source = Source.objects.get(owner=tess)
    assert response["Location"] == source.get_absolute_url()
    assert (source.title, source.origin, source.text) == ("Greens, weighed", "pasted", LUNCH)


def test_a_file_is_brought_with_its_name(as_tess: Client, tess: User) -> None:
    as_tess.post(NEW, {"file": SimpleUploadedFile("lunch.txt", LUNCH.encode())})
    source = Source.objects.get(owner=tess)
    assert (source.origin, source.filename) == ("uploaded", "lunch.txt")


def test_a_file_in_an_old_encoding_keeps_its_letters(as_tess: Client, tess: User) -> None:
    data = "The café weighed 1,140 plates. “Greens came back,” said Mara Odell.".encode("cp1252")
    as_tess.post(NEW, {"file": SimpleUploadedFile("old.txt", data)})
    assert "café" in Source.objects.get(owner=tess).text


def test_an_address_is_fetched(
    as_tess: Client, tess: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = importing.document_of_words(LUNCH)
    monkeypatch.setattr(importing, "document_at", lambda url: (document, f"{url}?found"))
    as_tess.post(NEW, {"url": "https://eastfield.example/lunch"})
    source = Source.objects.get(owner=tess)
    assert (source.origin, source.url) == ("address", "https://eastfield.example/lunch?found")


def test_a_problem_keeps_what_was_typed(as_tess: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem("not-found", "The site says that there is no page at this address.")
    monkeypatch.setattr(importing, "document_at", lambda url: (problem, url))
    response = as_tess.post(NEW, {"url": "https://eastfield.example/gone", "title": "Gone"})
    html = response.content.decode()
    assert response.status_code == 422
    assert problem.message in html
    assert 'value="https://eastfield.example/gone"' in html
    assert 'value="Gone"' in html
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Paste some words, choose a file, or give an address."),
        ({"words": "   \r\n "}, "Paste some words, choose a file, or give an address."),
        ({"words": LUNCH, "url": "https://x.example/"}, "you gave pasted words and an address"),
    ],
)
def test_exactly_one_way_is_used(as_tess: Client, data: dict[str, str], sentence: str) -> None:
    response = as_tess.post(NEW, data)
    assert response.status_code == 422
    assert sentence in response.content.decode()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b"", "We found no words here."),
        ("photo.txt", b"\x89PNG\r\n\x1a\n" + b"0" * 50, "This file is a picture"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 50, "old .doc format"),
        ("broken.pdf", b"%PDF-1.7 and nothing else", "damaged"),
    ],
)
def test_a_file_we_cannot_read_is_named_with_the_reason(
    as_tess: Client, name: str, data: bytes, sentence: str
) -> None:
    response = as_tess.post(NEW, {"file": SimpleUploadedFile(name, data)})
    html = response.content.decode()
    assert response.status_code == 422
    assert f"{name}: " in html
    assert sentence in html


def test_the_same_text_again_leads_to_the_first(as_tess: Client, tess: User) -> None:
    source = create_source(owner=tess, text=LUNCH)
    response = as_tess.post(NEW, {"words": LUNCH}, follow=True)
    assert response.redirect_chain == [(source.get_absolute_url(), 302)]
    assert "You brought in this text before" in response.content.decode()
    assert Source.objects.count() == 1


def test_imports_are_limited(as_tess: Client) -> None:
    answers = [as_tess.post(NEW, {}).status_code for _ in range(61)]
    assert answers[:60] == [422] * 60
    assert answers[60] == 429


def test_a_close_reading_marks_the_text(as_tess: Client, tess: User) -> None:
    source = create_source(owner=tess, text=LUNCH)
    html = page(as_tess, source)
    said = source.claims.get(voice="named")
    assert f'<a class="pen handle" id="c{said.pk}" href="claims/{said.pk}/"' in html
    assert 'class="pen named source"' in html
    assert 'class="tick"' in html
    assert '<a class="pen loaded" id="w' in html
    assert "not part of the text" in html
    assert "<h1 id=" in html


def test_the_words_in_a_block_are_the_words_of_the_text(as_tess: Client, tess: User) -> None:
    """The browser counts offsets inside a block, so not one character may be added there."""
    source = create_source(owner=tess, text=LUNCH)
    close = as_tess.get(source.get_absolute_url()).context["close"]
    for block, marked in zip(source.reading.blocks, close.blocks, strict=True):
        assert _text_of(marked.html) == source.text[block.start : block.end]
        assert marked.start == block.start


def _text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_another_language_is_admitted(as_tess: Client, tess: User) -> None:
    text = (
        "Die Küche hat zwei Wochen lang alle Teller gewogen. „Das Gemüse kommt zurück“, sagte "
        "Mara Odell. Niemand weiß, ob das im Herbst auch noch so sein wird."
    )
    assert "reads English only so far" in page(as_tess, create_source(owner=tess, text=text))


def test_a_short_text_is_called_short(as_tess: Client, tess: User) -> None:
    source = create_source(owner=tess, text="The kitchen weighed all of the plates on Friday.")
    assert "This text is short." in page(as_tess, source)
    assert "This text is short." not in page(as_tess, create_source(owner=tess, text=LUNCH))


def test_a_text_of_somebody_else_is_not_there(as_oscar: Client, tess: User) -> None:
    source = create_source(owner=tess)
    assert as_oscar.get(source.get_absolute_url()).status_code == 404
    assert as_oscar.get(reverse("close_reading", args=[uuid.uuid4()])).status_code == 404
    assert as_oscar.post(reverse("source_deletion", args=[source.pk])).status_code == 404
    assert Source.objects.filter(pk=source.pk).exists()


def test_a_visitor_is_asked_to_sign_in(client: Client, tess: User) -> None:
    source = create_source(owner=tess)
    for address in ("/texts/", NEW, source.get_absolute_url()):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/accounts/login/")


def test_a_text_is_deleted(as_tess: Client, tess: User) -> None:
    source = create_source(owner=tess)
    address = reverse("source_deletion", args=[source.pk])
    assert as_tess.get(address).status_code == 405
    response = as_tess.post(address, follow=True)
    assert "is deleted" in response.content.decode()
    assert not Source.objects.exists()


def test_a_text_with_a_unit_stays_and_says_why(as_tess: Client, tess: User) -> None:
    unit = create_unit(owner=tess)
    response = as_tess.post(reverse("source_deletion", args=[unit.source_id]), follow=True)
    assert "was made from it" in response.content.decode()
    assert Source.objects.filter(pk=unit.source_id).exists()


def test_a_drafted_unit_is_one_tap_away(as_tess: Client, tess: User) -> None:
    unit = create_unit(owner=tess)
    assert unit.get_absolute_url() in page(as_tess, unit.source)
    assert unit.get_absolute_url() in as_tess.get("/texts/").content.decode()
