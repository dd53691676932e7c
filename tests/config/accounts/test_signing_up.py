"""Making an account, with mail and without; and what is refused."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from tests.config.accounts.letters import link, with_mail

PAGE = "/accounts/signup/"
NEW = {"username": "newcomer", "password1": "oak-harbour-9", "password2": "oak-harbour-9"}
pytestmark = pytest.mark.django_db


def test_a_name_and_a_password_are_enough(client: Client) -> None:
    response = client.post(PAGE, NEW)
    assert response.headers["Location"] == "/texts/"
    user = User.objects.get()
    assert user.email == ""
    assert client.get("/accounts/").status_code == 200


def test_the_password_is_kept_by_argon2(client: Client, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = settings.PASSWORD_HASHERS[1:]  # without the quick one of the tests
    client.post(PAGE, NEW)
    assert User.objects.get().password.startswith("argon2$")


def test_without_mail_the_page_says_so_and_the_address_is_optional(client: Client) -> None:
    page = client.get(PAGE).content.decode()
    assert "This site sends no e-mail, so it cannot send you a new one" in page
    assert "E-mail (optional)" in page
    client.post(PAGE, {**NEW, "email": "new@example.com"})
    browser = Client()
    signed_in = browser.post(
        "/accounts/login/", {"username": "new@example.com", "password": "oak-harbour-9"}
    )
    assert signed_in.status_code == 302


def test_with_mail_the_address_is_asked_for_and_confirmed(
    client: Client, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    with_mail(settings)
    assert client.post(PAGE, NEW).status_code == 422
    client.post(PAGE, {**NEW, "email": "new@example.com"})
    assert client.get("/accounts/").status_code == 200, "it may be used before"
    address = link(mailoutbox[0])
    assert "Yes, confirm it" in client.get(address).content.decode()
    client.post(address)
    assert User.objects.get().emailaddress_set.get().verified


def test_it_leads_on_to_where_one_wanted_to_go(client: Client) -> None:
    assert client.post(PAGE, {**NEW, "next": "/classes/"}).headers["Location"] == "/classes/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example"]
)
def test_it_leads_nowhere_else(client: Client, elsewhere: str) -> None:
    assert client.post(PAGE, {**NEW, "next": elsewhere}).headers["Location"] == "/texts/"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"username": "TESS"}, "Somebody has this username already"),
        ({"username": "two words"}, "Enter a valid username"),
        ({"password1": "12345678", "password2": "12345678"}, "entirely numeric"),
        ({"password1": "newcomer", "password2": "newcomer"}, "too similar to the username"),
        ({"password2": "oak-harbour-8"}, "same password each time"),
        ({"email": "no address"}, "Enter a valid email address"),
    ],
)
def test_what_will_not_do_is_said(
    client: Client, tess: User, wrong: dict[str, str], sentence: str
) -> None:
    response = client.post(PAGE, {**NEW, **wrong})
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert User.objects.get() == tess


def test_an_address_is_one_accounts(client: Client) -> None:
    Client().post(PAGE, {**NEW, "email": "new@example.com"})
    again = {**NEW, "username": "second", "email": "NEW@example.com"}
    response = client.post(PAGE, again)
    assert response.status_code == 422
    assert "Another account has this e-mail address" in response.content.decode()
