"""A class from its first minute: code, seats, work, and the table of skills."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.test_accessible import fits, serious
from tests.journeys.walking import Picture, sign_in, sign_up, start, to_question

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def make_class(page: Page, name: str) -> str:
    """A new class with one unit set as work; its join code."""
    page.goto("/classes/")
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Make the class").click()
    with page.expect_navigation():
        page.get_by_role("link", name="Set work").click()
    page.get_by_label(re.compile("unit", re.IGNORECASE)).first.select_option(index=1)
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^Set")).first.click()
    expect(page.get_by_role("link", name="Results").first).to_be_visible()
    return page.locator(".code-board .figure").inner_text()


def join(page: Page, code: str, name: str, pin: str = "") -> None:
    """Take or find a seat, one question a screen."""
    page.goto("/join/")
    page.get_by_label("code").fill(code)
    go_on(page)
    page.get_by_label("name").fill(name)
    go_on(page)
    if pin:
        page.get_by_label("PIN").fill(pin)
        let_in(page)


def go_on(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Go on").click()


def let_in(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Let me in").click()


def empty_class(page: Page, name: str) -> str:
    """A new class without anything; its join code."""
    page.goto("/classes/")
    page.get_by_label("Name").fill(name)
    with page.expect_navigation():
        page.get_by_role("button", name="Make the class").click()
    return page.locator(".code-board .figure").inner_text()


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


def test_a_pupil_comes_in_with_three_pictures(open_page: OpenPage, picture: Picture) -> None:
    teacher = open_page()
    sign_in(teacher)
    code = empty_class(teacher, "Picture class")
    room = teacher.url
    teacher.locator("textarea[name=names]").fill("Ada K.\nÉlise")
    with teacher.expect_navigation():
        teacher.get_by_role("button", name="Make their cards").click()
    teacher.goto(f"{room}sign-in/")
    teacher.get_by_label("Three pictures").check()
    teacher.get_by_label("Yes, end what they have now").check()
    with teacher.expect_navigation():
        teacher.get_by_role("button", name="Change it").click()
    expect(teacher.locator(".sign-in-card")).to_have_count(2)
    card = teacher.locator(".sign-in-card").filter(has_text="Élise")
    mine = card.locator(".row-of-pictures span").all_inner_texts()
    picture(teacher, "cards")

    pupil = open_page(PHONE, java_script_enabled=False)
    pupil.goto(f"/join/?code={code}")
    pupil.get_by_label("name").fill("elise")
    go_on(pupil)
    for row, name in zip(("First", "Second", "Third"), reversed(mine), strict=True):
        pupil.get_by_role("group", name=f"{row} picture").get_by_label(name).check()
    let_in(pupil)
    expect(pupil.get_by_text("These pictures do not open this name")).to_be_visible()
    for row, name in zip(("First", "Second", "Third"), mine, strict=True):
        pupil.get_by_role("group", name=f"{row} picture").get_by_label(name).check()
    picture(pupil, "pictures")
    let_in(pupil)
    expect(pupil.get_by_text("Welcome back to Picture class, Élise")).to_be_visible()

    keyboard = open_page(PHONE)
    keyboard.goto(f"/join/?code={code}")
    keyboard.get_by_label("name").fill("Ada")
    go_on(keyboard)
    with keyboard.expect_navigation():
        keyboard.get_by_role("button", name="Ada K.", exact=True).press("Enter")
    first = keyboard.get_by_role("group", name="First picture")
    first.get_by_label("Sun").focus()
    keyboard.keyboard.press("ArrowRight")
    expect(first.get_by_label("Moon")).to_be_checked()
    assert serious(keyboard) == []
    assert fits(keyboard)


def test_a_colleague_joins_by_a_link_that_works_once(open_page: OpenPage, picture: Picture) -> None:
    teacher = open_page()
    sign_in(teacher)
    empty_class(teacher, "Shared class")
    with teacher.expect_navigation():
        teacher.get_by_role("link", name="Who teaches this class").click()
    with teacher.expect_navigation():
        teacher.get_by_role("button", name="Make a link").click()
    link = teacher.locator("copy-text").locator("xpath=preceding-sibling::input").input_value()
    expect(teacher.get_by_role("button", name="Copy")).to_be_visible()
    assert serious(teacher) == []

    colleague = open_page()
    sign_up(colleague, "colleague-of-the-journey")
    expect(colleague.get_by_role("button", name="Sign out")).to_be_visible()
    colleague.goto(link)
    expect(colleague.get_by_role("heading", level=1)).to_contain_text("teacher invites you")
    picture(colleague, "invitation")
    assert serious(colleague) == []
    with colleague.expect_navigation():
        colleague.get_by_role("button", name="Teach Shared class too").click()
    expect(colleague.get_by_role("heading", name="Shared class")).to_be_visible()
    colleague.goto(link)
    expect(colleague.get_by_role("heading", name="This link no longer works")).to_be_visible()

    teacher.reload()
    teacher.get_by_text("Change", exact=False).locator("visible=true").first.click()
    with teacher.expect_navigation():
        teacher.get_by_role("button", name="Make colleague-of-the-journey the owner").click()
    expect(teacher.get_by_text("Leave this class")).to_be_visible()
