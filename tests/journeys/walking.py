"""Steps that several journeys take."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.test_architecture import ROOT

TEXT = ROOT / "curriculum/units/school-lunch-study/text.md"
Picture = Callable[[Page, str], None]


def sign_up(page: Page, name: str) -> None:
    """A new teacher, with an account of her own."""
    page.goto("/accounts/signup/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password", exact=True).fill("a-long-enough-password")
    page.get_by_label("Password again").fill("a-long-enough-password")
    page.get_by_role("button", name="Make my account").click()


def sign_in(page: Page) -> None:
    """The teacher of the demonstration."""
    page.goto("/accounts/login/")
    page.get_by_label("Username").fill("teacher")
    page.get_by_label("Password").fill("demonstration")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def bring(page: Page) -> None:
    """Upload the practice text, and come to its close reading."""
    page.goto("/texts/new/")
    page.locator("input[type=file]").set_input_files(TEXT)
    page.get_by_role("button", name="Read this text").click()
    expect(page.get_by_role("article", name="The text, marked up")).to_be_visible()


def review(page: Page) -> None:
    """Draft a unit from the text that was brought, and come to its first question."""
    page.get_by_role("button", name="Draft lessons and questions").click()
    page.get_by_role("link", name=re.compile("^Review")).first.click()
    expect(page.get_by_role("button", name="Approve")).to_be_visible()


def on(page: Page) -> None:
    """From a lesson to what comes next, and wait until it is there."""
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile(r"^(On to|Next)")).click()


def start(page: Page) -> None:
    """From the front page of a unit into it."""
    with page.expect_navigation():
        page.get_by_role("button", name="Start").click()


def onward(page: Page) -> None:
    """From an answered question to what comes next."""
    with page.expect_navigation():
        page.get_by_role("link", name="Next", exact=True).click()


def to_question(page: Page) -> None:
    """Through the lessons, to a question that waits for its answer."""
    while not page.locator("form.question-form").count():
        on(page)


def first_question(page: Page, unit_path: str) -> None:
    """Start the unit and go on to its first question."""
    page.goto(unit_path)
    start(page)
    to_question(page)


def choose(page: Page, number: int = 0) -> None:
    """Pick an option without answering yet."""
    page.locator("label.choice").nth(number).click()
