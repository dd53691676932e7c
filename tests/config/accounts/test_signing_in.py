"""Coming in and going out."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

PAGE = "/accounts/login/"
TESS = {"username": "tess", "password": "a-long-enough-password"}


def test_a_name_and_its_password_open_the_door(client: Client, tess: User) -> None:
    before = client.session.session_key
    response = client.post(PAGE, TESS)
    assert response.headers["Location"] == "/"
    assert client.session.session_key != before
    assert client.get("/texts/").status_code == 200


def test_the_letters_of_a_name_may_be_large_or_small(client: Client, tess: User) -> None:
    assert client.post(PAGE, {**TESS, "username": "Tess"}).status_code == 302


@pytest.mark.parametrize("wrong", [{"password": "no"}, {"username": "nobody"}])
def test_a_wrong_pair_is_refused_and_not_told_which(
    client: Client, tess: User, wrong: dict[str, str]
) -> None:
    response = client.post(PAGE, {**TESS, **wrong})
    assert response.status_code == 422
    assert "That name and password do not go together" in response.content.decode()


def test_it_leads_back_to_where_one_was(client: Client, tess: User) -> None:
    asked = client.get("/classes/").headers["Location"]
    assert asked == "/accounts/login/?next=/classes/"
    assert 'name="next" value="/classes/"' in client.get(asked).content.decode()
    assert client.post(PAGE, {**TESS, "next": "/classes/"}).headers["Location"] == "/classes/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example"]
)
def test_it_leads_nowhere_else(client: Client, tess: User, elsewhere: str) -> None:
    assert client.post(PAGE, {**TESS, "next": elsewhere}).headers["Location"] == "/"
    assert client.get(PAGE, {"next": elsewhere}).headers["Location"] == "/"


def test_a_closed_account_is_told_so(client: Client, tess: User) -> None:
    User.objects.update(is_active=False)
    response = client.post(PAGE, TESS)
    assert response.headers["Location"] == "/accounts/inactive/"
    assert client.get("/texts/").status_code == 302


def test_signing_out_takes_a_form(as_tess: Client) -> None:
    assert as_tess.get("/accounts/logout/").status_code == 405
    assert as_tess.post("/accounts/logout/").headers["Location"] == "/"
    assert as_tess.get("/texts/").status_code == 302


def test_a_walk_in_who_signs_out_keeps_their_answers(client: Client, db: None) -> None:
    session = client.session
    session["learner"] = "somebody"
    session.save()
    client.post("/accounts/logout/")
    assert client.session["learner"] == "somebody"


def test_the_admin_is_entered_by_the_same_door(client: Client, tess: User) -> None:
    sent = client.get("/admin/", follow=True).redirect_chain[-1][0]
    assert sent.startswith("/accounts/login/?next=%2Fadmin%2F")
    client.force_login(tess)
    assert client.get("/admin/login/").status_code == 403


def test_an_htmx_request_gets_the_whole_page(client: Client, db: None) -> None:
    response = client.get("/texts/", headers={"HX-Request": "true"})
    assert response.headers["HX-Redirect"].startswith(PAGE)
