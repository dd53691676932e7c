"""The text that a unit of short quotations quotes: known when it is brought, and one click on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from curriculum import bringing, importing, units
from curriculum.models import Source, Unit
from curriculum.reading.types import Document
from tests.curriculum.unit_files import PARAGRAPHS, write

SAYS = "The paint of door {n} is green, said Ada Brook, the warden of row {n}, on the first of May."


@pytest.fixture
def quoting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tess: User) -> Iterator[Unit]:
    """A unit of short quotations, as Tess loaded it for everybody."""
    monkeypatch.setattr(units, "FOLDER", tmp_path)
    units.bundled.cache_clear()
    (write(tmp_path / "doors") / "text.md").rename(tmp_path / "doors/excerpts.md")
    call_command("load_units", "tess", stdout=io.StringIO())
    yield Unit.objects.get(bundle="doors")
    units.bundled.cache_clear()


def bring(*, by: User, without: int = 0) -> Source:
    """The whole text that it quotes, or one in which some quotations are missing."""
    rows = range(1 + without, PARAGRAPHS + 2)
    words = "\n\n".join(["Doors of the street", *(SAYS.format(n=n) for n in rows), SAYS[:24] * 9])
    document = importing.document_of_words(words)
    assert isinstance(document, Document)
    return importing.bring(document=document, origin=Source.Origin.PASTED, by=by)


def url(source: Source) -> str:
    return f"/texts/{source.pk}/whole-text/"


def test_the_close_reading_says_so(quoting: Unit, oscar: User, as_oscar: Client) -> None:
    source = bring(by=oscar)
    assert bringing.quoting(source) == quoting
    html = as_oscar.get(source.get_absolute_url()).content.decode()
    assert "This is the text that “A count of doors” quotes" in html
    assert url(source) in html


@pytest.mark.parametrize(("without", "known"), [(1, True), (4, False)])
def test_nearly_all_quotations_must_be_there(
    quoting: Unit, oscar: User, without: int, *, known: bool
) -> None:
    assert (bringing.quoting(bring(by=oscar, without=without)) == quoting) is known


def test_the_excerpts_are_not_the_text(quoting: Unit) -> None:
    assert bringing.quoting(quoting.source) is None


def test_another_text_is_left_in_peace(quoting: Unit, oscar: User, as_oscar: Client) -> None:
    document = importing.document_of_words(
        "A street without doors\n\nNobody painted anything here."
    )
    assert isinstance(document, Document)
    source = importing.bring(document=document, origin=Source.Origin.PASTED, by=oscar)
    assert "quotes" not in as_oscar.get(source.get_absolute_url()).content.decode()
    reply = as_oscar.post(url(source), follow=True)
    assert "No unit that comes with Second Source quotes this text." in reply.content.decode()
    assert not Unit.objects.filter(owner=oscar).exists()


def test_one_click_makes_the_unit_on_the_whole_text(
    quoting: Unit, oscar: User, as_oscar: Client
) -> None:
    source = bring(by=oscar)
    reply = as_oscar.post(url(source), follow=True)
    made = Unit.objects.get(owner=oscar)
    assert reply.redirect_chain[-1][0] == made.get_absolute_url()
    assert "your own copy of “A count of doors”" in reply.content.decode()
    assert (made.source, made.copied_from, made.bundle) == (source, quoting, "")
    versions = [each.latest for each in made.questions.all() if each.latest]
    assert len(versions) == quoting.questions.count()
    for version in versions:
        for anchor in version.anchors.all():
            assert source.text[anchor.start : anchor.end] == anchor.exact
    (lesson,) = made.lessons.all()
    for step in lesson.steps.all():
        for plain in step.anchors:
            assert source.text[plain["start"] : plain["end"]] == plain["exact"]


def test_a_unit_drafted_from_the_text_says_so_too(
    quoting: Unit, oscar: User, as_oscar: Client
) -> None:
    unit = Unit.objects.create(owner=oscar, source=bring(by=oscar), title="Doors")
    assert "is the text that “A count of doors” quotes" in _page(as_oscar, unit)
    as_oscar.post(url(unit.source))
    copy = Unit.objects.get(copied_from=quoting)
    assert "is the text that" not in _page(as_oscar, copy)


def _page(client: Client, unit: Unit) -> str:
    return client.get(unit.get_absolute_url()).content.decode()


def test_a_second_click_finds_the_same_copy(quoting: Unit, oscar: User, as_oscar: Client) -> None:
    source = bring(by=oscar)
    as_oscar.post(url(source))
    reply = as_oscar.post(url(source), follow=True)
    assert "You made this copy before." in reply.content.decode()
    assert Unit.objects.filter(owner=oscar).count() == 1


def test_what_was_not_found_is_listed(quoting: Unit, oscar: User, as_oscar: Client) -> None:
    reply = as_oscar.post(url(bring(by=oscar, without=1)), follow=True)
    said = reply.content.decode()
    assert "Not found in your text: " in said
    assert "“door 1 is green” (Whose words are “door 1 is green”?)" in said
    made = Unit.objects.get(owner=oscar)
    assert [each.item for each in made.questions.to_review()] == [""]


def test_another_teachers_text_is_404(quoting: Unit, tess: User, as_oscar: Client) -> None:
    assert as_oscar.post(url(bring(by=tess))).status_code == 404


def test_it_is_a_deed(quoting: Unit, oscar: User, as_oscar: Client) -> None:
    assert as_oscar.get(url(bring(by=oscar))).status_code == 405


def test_learners_are_told_what_they_read(quoting: Unit, client: Client) -> None:
    html = client.get(f"/learn/{quoting.pk}/").content.decode()
    assert "Short quotations from a longer text" in html
    reply = client.post(f"/learn/{quoting.pk}/attempts/", follow=True)
    assert "The full text is not ours to print." in reply.content.decode()


def test_the_page_of_the_quotations_says_how_to_come_to_the_whole(
    quoting: Unit, as_tess: Client
) -> None:
    html = _page(as_tess, quoting)
    assert "This unit has only short quotations" in html
    assert 'href="/texts/new/"' in html
