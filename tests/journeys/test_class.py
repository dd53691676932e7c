"""A class from its first minute: code, seats, work, and the table of skills."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.walking import Picture, sign_in, start, to_question

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def make_class(page: Page, name: str) -> str:
    """A new class with one unit set as work; its join code."""
    page.goto("/classes/")
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Make the class").click()
    unit = page.get_by_label(re.compile("unit", re.IGNORECASE))
    unit.select_option(index=1)
    page.get_by_role("button", name="Set for the class").click()
    expect(page.get_by_role("link", name="Results").first).to_be_visible()
    return page.locator(".code-board .figure").inner_text()


def join(page: Page, code: str, name: str, pin: str = "") -> None:
    """Take or find a seat."""
    page.goto("/join/")
    page.get_by_label("code").fill(code)
    page.get_by_label("name").fill(name)
    if pin:
        page.get_by_label("PIN").fill(pin)
    page.get_by_role("button", name="Join").click()


def test_a_pupil_joins_works_and_is_seen(open_page: OpenPage, picture: Picture) -> None:
    teacher = open_page()
    sign_in(teacher)
    code = make_class(teacher, "Journey class")
    room = teacher.url

    pupil = open_page(PHONE)
    join(pupil, code.lower(), "Zola")
    pin = pupil.locator(".pin").inner_text()
    pupil.get_by_role("link", name="I have written it down").click()
    pupil.get_by_role("link", name=re.compile("Begin")).click()
    start(pupil)
    to_question(pupil)
    pupil.locator("label.choice").first.click()
    pupil.get_by_role("button", name="Answer").click()
    expect(pupil.locator("#verdict")).to_be_visible()

    teacher.goto(room)
    expect(teacher.get_by_text("Working 1")).to_be_visible()
    expect(teacher.get_by_role("rowheader", name="Zola")).to_be_visible()

    another_phone = open_page(PHONE)
    join(another_phone, code, "Zola", pin="0000" if pin != "0000" else "1111")
    expect(another_phone.locator(".errorlist, .problem").first).to_be_visible()
    join(another_phone, code, "zola", pin=pin)
    expect(another_phone.get_by_role("link", name=re.compile("Go on")).first).to_be_visible()


def test_the_demonstration_class_has_something_to_show(
    open_page: OpenPage, picture: Picture
) -> None:
    page = open_page()
    sign_in(page)
    page.goto("/classes/")
    page.get_by_role("link", name="Demonstration class").click()
    expect(page.locator("table.heat").get_by_role("rowheader", name="Greta")).to_be_visible()
    picture(page, "class")
