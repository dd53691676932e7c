"""The note of a claim and its corrections, with htmx and without."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from curriculum.models import Claim, Correction, Source
from tests.factories import LUNCH, create_source

HTMX = {"HX-Request": "true"}


@pytest.fixture
def source(tess: User) -> Source:
    return create_source(owner=tess, text=LUNCH)


@pytest.fixture
def said(source: Source) -> Claim:
    return source.claims.get(voice="named")


def address(name: str, claim: Claim) -> str:
    return reverse(name, args=[claim.source_id, claim.pk])


def now(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_a_note_tells_who_how_and_why(as_tess: Client, said: Claim) -> None:
    html = as_tess.get(address("claim", said), headers=HTMX).content.decode()
    assert "<html" not in html
    assert "Mara Odell" in html
    assert "in their own words" in html
    assert "“said”" in html
    assert "Why do we read it so?" in html


def test_a_note_is_a_page_of_its_own_without_script(as_tess: Client, said: Claim) -> None:
    html = as_tess.get(address("claim", said)).content.decode()
    assert "<html" in html
    assert f"{said.source.get_absolute_url()}#c{said.pk}" in html


def test_a_claim_is_corrected(as_tess: Client, said: Claim) -> None:
    data = {"voice": "institution", "speaker": "  The  garden club ", "type": "value"}
    response = as_tess.post(address("corrections", said), data)
    assert response["Location"] == f"{said.source.get_absolute_url()}#c{said.pk}"
    assert (now(said).voice, now(said).speaker, now(said).type) == (
        "institution", "The garden club", "value",
    )  # fmt: skip


def test_only_what_changed_comes_back(as_tess: Client, said: Claim) -> None:
    data = {"voice": "institution", "speaker": "The garden club", "type": "value"}
    response = as_tess.post(address("corrections", said), data, headers=HTMX)
    html = response.content.decode()
    assert "<html" not in html
    numbers = [block.number for block in response.context["changed"]]
    assert len(numbers) == 1
    assert f'id="b{numbers[0]}"' in html
    assert "pen institution" in html
    for part in ("legend", "panels", "messages"):
        assert re.search(rf'id="{part}"[^>]* hx-swap-oob', html)
    made = Correction.objects.get()
    assert f'action="{reverse("reversal", args=[said.source_id, made.pk])}"' in html


def test_a_named_voice_without_a_name_is_refused(as_tess: Client, source: Source) -> None:
    own = source.claims.filter(voice="article")[0]
    data = {"voice": "named", "speaker": " ", "type": own.type}
    response = as_tess.post(address("corrections", own), data, headers=HTMX)
    assert response.status_code == 422
    assert "Give the name of the person who says it." in response.content.decode()
    assert now(own).voice == "article"


def test_a_double_click_makes_one_correction(as_tess: Client, said: Claim) -> None:
    data = {"voice": "named", "speaker": "Ada Brook", "type": said.type}
    as_tess.post(address("corrections", said), data)
    response = as_tess.post(address("corrections", said), data, follow=True)
    assert "Nothing changed." in response.content.decode()
    assert Correction.objects.count() == 1


def test_a_claim_is_taken_out_and_put_back(as_tess: Client, said: Claim) -> None:
    html = as_tess.post(address("rejection", said), headers=HTMX).content.decode()
    assert now(said).rejected
    assert "Put it back" in html
    assert f'id="c{said.pk}"' not in html
    html = as_tess.post(address("restoration", said), headers=HTMX).content.decode()
    assert not now(said).rejected
    assert f'id="c{said.pk}"' in html


def test_a_correction_is_undone(as_tess: Client, said: Claim) -> None:
    as_tess.post(address("rejection", said))
    made = Correction.objects.get()
    undo = reverse("reversal", args=[said.source_id, made.pk])
    as_tess.post(undo)
    assert not now(said).rejected
    response = as_tess.post(undo, follow=True)
    assert "This correction was undone already." in response.content.decode()


def test_corrections_are_listed_newest_first_and_only_the_newest_can_be_undone(
    as_tess: Client, said: Claim
) -> None:
    for speaker in ("Ada Brook", "Bo Lind"):
        data = {"voice": "named", "speaker": speaker, "type": said.type}
        as_tess.post(address("corrections", said), data)
    close = as_tess.get(said.source.get_absolute_url()).context["close"]
    assert [(change.what, change.is_newest) for change in close.changes] == [
        ("Ada Brook → Bo Lind", True),
        ("Mara Odell → Ada Brook", False),
    ]


def test_selected_words_become_a_claim(as_tess: Client, source: Source) -> None:
    start = LUNCH.index("It might")
    data = {
        "exact": "might have ended",
        "start": start + 2,  # with the space before: a loose selection
        "voice": "unnamed",
        "speaker": "",
        "type": "interpretation",
    }
    html = as_tess.post(reverse("claims", args=[source.pk]), data, headers=HTMX).content.decode()
    added = source.claims.get(added=True)
    assert added.words == "might have ended"
    assert added.force == "hedged"
    assert f'id="note-{added.pk}"' in html
    assert f'data-note="note-{added.pk}"' in html


def test_typed_words_are_found_across_line_ends(as_tess: Client, source: Source) -> None:
    data = {"exact": "always  finish\ntheir vegetables", "voice": "article", "type": "fact"}
    response = as_tess.post(reverse("claims", args=[source.pk]), data)
    assert response.status_code == 302
    assert source.claims.get(added=True).words == "always finish their vegetables"


@pytest.mark.parametrize(
    ("exact", "sentence"),
    [
        ("words that are not there", "These words are not in the text."),
        ("the", "times in the text"),
        ("Share this page", "not part of the text"),
        ("love greens\n\nA dazzling", "inside one paragraph"),
        ("   ", "Select the words in the text, or copy them here."),
    ],
)
def test_words_that_cannot_be_a_claim_are_refused_and_kept(
    as_tess: Client, source: Source, exact: str, sentence: str
) -> None:
    data = {"exact": exact, "voice": "article", "type": "fact"}
    response = as_tess.post(reverse("claims", args=[source.pk]), data, headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 422
    assert "<html" not in html
    assert sentence in html
    assert exact.split("\n")[0].strip() in html
    assert not source.claims.filter(added=True).exists()


def test_words_that_are_a_claim_already_are_pointed_out(as_tess: Client, source: Source) -> None:
    own = source.claims.filter(voice="article")[0]
    data = {"exact": own.words, "voice": "article", "type": "fact"}
    response = as_tess.post(reverse("claims", args=[source.pk]), data)
    assert response.status_code == 422
    assert "These words are marked already." in response.content.decode()


def test_a_page_without_script_gets_the_whole_page_with_the_refusal(
    as_tess: Client, source: Source
) -> None:
    data = {"exact": "nowhere to be found", "voice": "article", "type": "fact"}
    html = as_tess.post(reverse("claims", args=[source.pk]), data).content.decode()
    assert "<html" in html
    assert "These words are not in the text" in html


def test_nobody_else_sees_or_changes_a_claim(as_oscar: Client, said: Claim, tess: User) -> None:
    made = Correction.objects.create(claim=said, by=tess, before={}, after={})
    assert as_oscar.get(address("claim", said)).status_code == 404
    for name in ("corrections", "rejection", "restoration"):
        assert as_oscar.post(address(name, said)).status_code == 404
    assert as_oscar.post(reverse("claims", args=[said.source_id])).status_code == 404
    assert as_oscar.post(reverse("reversal", args=[said.source_id, made.pk])).status_code == 404
    assert not now(said).rejected


def test_a_claim_is_reached_through_its_own_text_only(
    as_tess: Client, said: Claim, tess: User
) -> None:
    other = create_source(owner=tess)
    assert as_tess.get(reverse("claim", args=[other.pk, said.pk])).status_code == 404


@pytest.mark.parametrize("name", ["corrections", "rejection", "restoration"])
def test_corrections_are_posted(as_tess: Client, said: Claim, name: str) -> None:
    assert as_tess.get(address(name, said)).status_code == 405
