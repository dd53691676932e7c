"""The page of one's account, and what can be changed from it."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from tests.config.accounts.letters import link, with_mail

SECRET = "a-long-enough-password"
AGAIN = {"password": SECRET}


def again(client: Client) -> None:
    """Show once more that it is Tess."""
    client.post("/accounts/reauthenticate/", AGAIN)


def test_the_page_gathers_everything(as_tess: Client) -> None:
    page = as_tess.get("/accounts/").content.decode()
    for address in ("name/", "email/", "password/change/", "2fa/", "sessions/", "deletion/"):
        assert f'href="/accounts/{address}"' in page
    assert "3rdparty" not in page, "no provider is set up"
    assert "This site sends no e-mail" in page


def test_a_new_name(as_tess: Client, tess: User) -> None:
    assert as_tess.post("/accounts/name/", {"username": "theresa"}).status_code == 302
    tess.refresh_from_db()
    assert tess.username == "theresa"


def test_ones_own_name_may_be_written_otherwise(as_tess: Client, tess: User) -> None:
    assert as_tess.post("/accounts/name/", {"username": "Tess"}).status_code == 302


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("OSCAR", "Somebody has this username"), ("a b", "valid username"), ("", "required")],
)
def test_a_name_that_will_not_do(as_tess: Client, oscar: User, name: str, sentence: str) -> None:
    response = as_tess.post("/accounts/name/", {"username": name})
    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_a_new_password_signs_other_browsers_out(as_tess: Client, tess: User) -> None:
    elsewhere = Client()
    elsewhere.force_login(tess)
    new = {"oldpassword": SECRET, "password1": "oak-harbour-9", "password2": "oak-harbour-9"}
    assert as_tess.post("/accounts/password/change/", new).headers["Location"] == "/accounts/"
    assert as_tess.get("/accounts/").status_code == 200
    assert elsewhere.get("/accounts/").status_code == 302
    tess.refresh_from_db()
    assert tess.check_password("oak-harbour-9")


def test_only_who_knows_the_password_changes_it(as_tess: Client, tess: User) -> None:
    new = {"oldpassword": "guess", "password1": "oak-harbour-9", "password2": "oak-harbour-9"}
    response = as_tess.post("/accounts/password/change/", new)
    assert response.status_code == 422
    assert "That is not your password" in response.content.decode()


def test_an_address_without_mail_counts_at_once(as_tess: Client, tess: User) -> None:
    again(as_tess)
    for address in ("one@example.com", "two@example.com"):
        as_tess.post("/accounts/email/", {"email": address, "action_add": ""})
    tess.refresh_from_db()
    assert tess.email == "two@example.com"
    assert EmailAddress.objects.get().email == "two@example.com"
    as_tess.post("/accounts/email/", {"email": "two@example.com", "action_remove": ""})
    tess.refresh_from_db()
    assert tess.email == ""


def test_an_address_is_changed_by_who_shows_it_is_them(as_tess: Client, tess: User) -> None:
    response = as_tess.post("/accounts/email/", {"email": "one@example.com", "action_add": ""})
    assert response.headers["Location"].startswith("/accounts/reauthenticate/")
    assert not EmailAddress.objects.exists()
    refused = as_tess.post("/accounts/reauthenticate/", {"password": "guess"})
    assert refused.status_code == 422


def test_with_mail_the_old_address_stays_until_the_new_one_is_confirmed(
    as_tess: Client, tess: User, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    with_mail(settings)
    EmailAddress.objects.create(user=tess, email="old@example.com", verified=True, primary=True)
    again(as_tess)
    as_tess.post("/accounts/email/", {"email": "new@example.com", "action_add": ""})
    assert set(EmailAddress.objects.values_list("email", "verified")) == {
        ("old@example.com", True),
        ("new@example.com", False),
    }
    as_tess.post(link(mailoutbox[0]))
    assert EmailAddress.objects.get().email == "new@example.com"
    assert mailoutbox[1].to == ["old@example.com"], "its owner is told"


def test_a_forgotten_password_with_mail(
    tess: User, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    with_mail(settings)
    EmailAddress.objects.create(user=tess, email="t@example.com", verified=True, primary=True)
    browser = Client()
    asked = browser.post("/accounts/password/reset/", {"email": "t@example.com"})
    assert asked.headers["Location"] == "/accounts/password/reset/done/"
    form = browser.get(link(mailoutbox[0])).headers["Location"]
    new = {"password1": "oak-harbour-9", "password2": "oak-harbour-9"}
    assert browser.post(form, new).status_code == 302
    tess.refresh_from_db()
    assert tess.check_password("oak-harbour-9")
    assert "This link is over" in Client().get(link(mailoutbox[0])).content.decode()


def test_a_stranger_learns_nothing_of_who_has_an_account(
    client: Client, db: None, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    with_mail(settings)
    asked = client.post("/accounts/password/reset/", {"email": "nobody@example.com"})
    assert asked.headers["Location"] == "/accounts/password/reset/done/"
    assert mailoutbox == []


def test_a_forgotten_password_without_mail(client: Client, tess: User) -> None:
    EmailAddress.objects.create(user=tess, email="t@example.com", verified=True, primary=True)
    for response in (
        client.get("/accounts/password/reset/"),
        client.post("/accounts/password/reset/", {"email": "t@example.com"}),
    ):
        assert "Whoever runs the site can set a new password" in response.content.decode()


def test_other_sessions_are_seen_and_ended(tess: User) -> None:
    here, there = Client(), Client(headers={"User-Agent": "A tablet"})
    for browser in (here, there):
        browser.post("/accounts/login/", {"username": "tess", "password": SECRET})
    page = here.get("/accounts/sessions/").content.decode()
    assert "This browser" in page
    assert "A tablet" in page
    here.post("/accounts/sessions/")
    assert there.get("/accounts/").status_code == 302
    assert here.get("/accounts/").status_code == 200


def test_nobody_ends_the_sessions_of_others(as_oscar: Client, tess: User) -> None:
    theirs = Client()
    theirs.post("/accounts/login/", {"username": "tess", "password": SECRET})
    as_oscar.post("/accounts/sessions/")
    assert theirs.get("/accounts/").status_code == 200
