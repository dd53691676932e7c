"""An account from its making to its end, in a real browser: passkey, second step, farewell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import LAPTOP, PHONE, Site
from tests.journeys.test_accessible import fits, serious
from tests.journeys.walking import sign_up

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PASSWORD = "a-long-enough-password"


@pytest.fixture(params=[(PHONE, "light"), (LAPTOP, "dark")], ids=["phone", "laptop"])
def page(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """A window at the one address without TLS that has passkeys, on a device that holds them."""
    size, theme = request.param
    home = site.url.replace("127.0.0.1", "localhost")
    context = browser.new_context(viewport=size, color_scheme=theme, base_url=home)
    page = context.new_page()
    page.set_default_timeout(15_000)
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda said: trouble.append(said.text) if "Policy" in said.text else None)
    page.on(
        "request", lambda asked: None if asked.url.startswith(home) else trouble.append(asked.url)
    )
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield page
    context.close()
    assert trouble == []


def press(page: Page, name: str) -> None:
    """Press a button that leads on."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def leave(page: Page) -> None:
    """Sign out."""
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()


def test_a_passkey_opens_the_door(page: Page, request: pytest.FixtureRequest) -> None:
    name = f"nora-{request.node.callspec.id}"
    sign_up(page, name)
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name="My account")).to_be_visible()
    page.get_by_role("link", name="Set up a second step").click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Go on")
    page.get_by_label("Its name").fill("My phone")
    press(page, "Make the passkey")
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    leave(page)
    page.goto("/accounts/login/?next=/classes/")
    press(page, "Sign in with a passkey")
    expect(page).to_have_url("/classes/")
    leave(page)
    page.goto("/accounts/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    expect(page.get_by_role("heading", name="The second step")).to_be_visible()
    press(page, "Use my passkey")
    page.goto("/accounts/deletion/")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_label("Yes, delete all of this").check()
    press(page, "Delete my account")
    expect(page.get_by_text("Your account is deleted")).to_be_visible()


PAGES = [
    *("", "name/", "email/", "password/change/", "2fa/", "2fa/totp/activate/", "2fa/webauthn/"),
    *("2fa/webauthn/add/", "sessions/", "3rdparty/", "deletion/", "password/reset/"),
]


def test_its_pages_are_for_everybody(page: Page, request: pytest.FixtureRequest) -> None:
    for address in ("login/", "signup/"):
        page.goto(f"/accounts/{address}")
        assert serious(page) == []
        assert fits(page)
    sign_up(page, f"pia-{request.node.callspec.id}")
    page.goto("/accounts/reauthenticate/")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Go on")
    for address in PAGES:
        page.goto(f"/accounts/{address}")
        assert page.url.endswith(f"/accounts/{address}")
        assert serious(page) == []
        assert fits(page), address
