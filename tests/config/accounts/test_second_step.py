"""A second step: setting it up, being asked for it, losing it, and leaving it."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from tests.config.accounts.letters import with_mail

SECRET = "a-long-enough-password"
SIGN_IN = {"username": "tess", "password": SECRET}
APP = "/accounts/2fa/totp/activate/"
CODES = "/accounts/2fa/recovery-codes/"
STEP = "/accounts/2fa/authenticate/"


def code_of(secret: str, later: int = 0) -> str:
    """What an app with this secret shows."""
    now = list(auth.yield_hotp_counters_from_time())[1]
    return auth.format_hotp_value(auth.hotp_value(secret, now + later))


def again(client: Client) -> None:
    """Show once more that it is Tess."""
    client.post("/accounts/reauthenticate/", {"password": SECRET})


@pytest.fixture
def secret(as_tess: Client) -> str:
    """The secret of the app that Tess has set up."""
    again(as_tess)
    page = as_tess.get(APP).content.decode()
    found = re.search(r"type the secret in: <b[^>]*>(\w+)", page)
    assert found
    done = as_tess.post(APP, {"code": code_of(found.group(1))})
    assert done.headers["Location"] == CODES
    return found.group(1)


def test_the_square_stands_in_the_page_itself(as_tess: Client) -> None:
    again(as_tess)
    page = as_tess.get(APP).content.decode()
    assert "<svg" in page
    assert "data:image" not in page
    assert "style=" not in page


def test_only_who_knows_the_password_sets_one_up(as_tess: Client) -> None:
    assert as_tess.get(APP).headers["Location"].startswith("/accounts/reauthenticate/?next=")
    assert as_tess.post(APP, {"code": "1"}).status_code == 302
    assert not Authenticator.objects.exists()


def test_a_wrong_code_sets_nothing_up(as_tess: Client) -> None:
    again(as_tess)
    as_tess.get(APP)
    response = as_tess.post(APP, {"code": "000000"})
    assert response.status_code == 422
    assert "That code is not right" in response.content.decode()
    assert not Authenticator.objects.exists()


def test_the_password_alone_opens_nothing_any_more(secret: str) -> None:
    browser = Client()
    sent = browser.post("/accounts/login/", {**SIGN_IN, "next": "/classes/"})
    assert sent.headers["Location"] == STEP
    assert browser.get("/texts/").status_code == 302
    wrong = browser.post(STEP, {"code": "000000"})
    assert wrong.status_code == 422
    assert browser.get("/texts/").status_code == 302
    right = browser.post(STEP, {"code": code_of(secret, later=1)})
    assert right.headers["Location"] == "/classes/"
    assert browser.get("/texts/").status_code == 200


def test_a_code_opens_once(secret: str) -> None:
    code = code_of(secret, later=1)
    for expected in (302, 422):
        browser = Client()
        browser.post("/accounts/login/", SIGN_IN)
        assert browser.post(STEP, {"code": code}).status_code == expected


def test_a_recovery_code_opens_once(as_tess: Client, secret: str) -> None:
    codes = re.findall(r"<li>(\w{8})</li>", as_tess.get(CODES).content.decode())
    assert len(codes) == 10
    for expected in (302, 422):
        browser = Client()
        browser.post("/accounts/login/", SIGN_IN)
        assert browser.post(STEP, {"code": codes[0]}).status_code == expected
    assert "9 of 10 left" in as_tess.get(CODES).content.decode()
    kept = as_tess.get(f"{CODES}download/")
    assert codes[1] in kept.content.decode()
    as_tess.post(f"{CODES}generate/")
    assert codes[1] not in as_tess.get(CODES).content.decode()


def test_guessing_codes_is_stopped(secret: str) -> None:
    browser = Client()
    browser.post("/accounts/login/", SIGN_IN)
    for n in range(10):
        browser.post(STEP, {"code": f"{n:06}"})
    response = browser.post(STEP, {"code": code_of(secret, later=1)})
    assert response.status_code == 422
    assert "Too many wrong tries" in response.content.decode()


def test_it_can_be_switched_off(as_tess: Client, secret: str) -> None:
    assert as_tess.post("/accounts/2fa/totp/deactivate/").status_code == 302
    assert not Authenticator.objects.exists(), "the recovery codes go too"
    assert Client().post("/accounts/login/", SIGN_IN).headers["Location"] == "/"


def test_nobody_elses_passkey_can_be_touched(as_oscar: Client, oscar: User, tess: User) -> None:
    as_oscar.post("/accounts/reauthenticate/", {"password": SECRET})
    theirs = Authenticator.objects.create(
        user=tess, type=Authenticator.Type.WEBAUTHN, data={"name": "Her phone"}
    )
    for page in ("remove", "edit"):
        address = f"/accounts/2fa/webauthn/keys/{theirs.pk}/{page}/"
        assert as_oscar.get(address).status_code == 404
        assert as_oscar.post(address, {"name": "Mine"}).status_code == 404
    assert Authenticator.objects.get().data == {"name": "Her phone"}


def test_with_mail_the_address_is_confirmed_first(
    as_tess: Client, tess: User, settings: Settings
) -> None:
    with_mail(settings)
    EmailAddress.objects.create(user=tess, email="t@example.com", primary=True)
    again(as_tess)
    page = as_tess.get(APP, follow=True).content.decode()
    assert "Confirm your e-mail address first" in page
