"""The cards of the mix-ups: public, and tied to a teacher’s own questions."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import Client

from curriculum.writing.confusions import CONFUSIONS
from tests.factories import create_unit


def test_the_list_leads_to_every_card(client: Client, db: None) -> None:
    words = client.get("/confusions/").content.decode()
    for confusion in CONFUSIONS.values():
        assert f'href="/confusions/{confusion.id}/"' in words


def test_a_card_teaches_on_one_screen(client: Client, db: None) -> None:
    words = client.get("/confusions/hedge-missed/").content.decode()
    assert "Missing the hedge" in words
    assert "The lake may freeze this week." in words
    assert "For you as a teacher" not in words


def test_a_teacher_sees_where_it_shows(as_tess: Client, as_oscar: Client, tess: User) -> None:
    question = create_unit(owner=tess).questions.all()[0]
    shown = as_tess.get("/confusions/wrong-speaker/").content.decode()
    assert f"/questions/{question.pk}/" in shown
    assert (
        f"/questions/{question.pk}/"
        not in as_tess.get("/confusions/now-is-today/").content.decode()
    )
    assert (
        f"/questions/{question.pk}/"
        not in as_oscar.get("/confusions/wrong-speaker/").content.decode()
    )


def test_an_unknown_mix_up_is_not_there(client: Client, db: None) -> None:
    assert client.get("/confusions/made-up/").status_code == 404
    assert client.post("/confusions/").status_code == 405
