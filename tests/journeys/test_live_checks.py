"""The checks run while a teacher writes, say so politely, and leave the cursor where it was; and a
learner practises inside a lesson, with JavaScript and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import LAPTOP, PHONE, OpenPage
from tests.journeys.walking import bring, sign_in, sign_up, start

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def edit_first(page: Page) -> None:
    """The first drafted question, open for rewording."""
    sign_up(page, "checker")
    bring(page)
    page.get_by_role("button", name="Draft lessons and questions").click()
    page.get_by_role("link", name=re.compile("^Review")).first.click()
    page.get_by_role("link", name=re.compile("^Edit")).click()
    expect(page.get_by_role("heading", name="Edit a question")).to_be_visible()


def test_checks_follow_every_field_and_leave_the_cursor_alone(open_page: OpenPage) -> None:
    page = open_page(LAPTOP)
    edit_first(page)
    found = page.locator("#findings")
    region = page.locator("[role=status]:has(> #findings)")
    expect(region).to_have_attribute("aria-live", "polite")

    stem = page.get_by_label("Question", exact=True)
    kept = stem.input_value()
    stem.press("End")
    stem.press("Control+End")
    stem.press("Backspace")
    expect(found).to_contain_text("does not end with “?”")
    expect(stem).to_be_focused()
    assert page.evaluate("document.activeElement.selectionStart") == len(kept) - 1
    stem.press_sequentially("?")
    expect(found).not_to_contain_text("does not end with “?”")

    option = page.locator("[name=option-0-text]")
    words = option.input_value()
    option.press("Control+End")
    option.press_sequentially(" All of the above")
    expect(found).to_contain_text("points at other options")
    option.fill(words)
    expect(found).not_to_contain_text("points at other options")

    why = page.locator("[name=option-1-rationale]")
    reason = why.input_value()
    why.fill("")
    expect(found).to_contain_text("why this option is right or wrong")
    why.fill(reason)
    page.get_by_label("Explanation").fill("It says so.")
    expect(found).to_contain_text("Say where to look")
    page.locator("[name$=-confusion]:visible").first.select_option("")
    expect(found).to_contain_text("which confusion")
    assert page.locator("[role=status]:has(> #findings)").count() == 1, "the region stays"


def lesson(page: Page) -> None:
    """The first lesson of a unit in the library that has something to practise on."""
    page.goto("/")
    page.get_by_role("link", name="The goat on the ferry").first.click()
    start(page)
    expect(page.get_by_role("heading", name="Now you try")).to_be_visible()


@pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])
def test_a_learner_practises_inside_the_lesson(open_page: OpenPage, *, scripted: bool) -> None:
    page = open_page(PHONE, java_script_enabled=scripted)
    lesson(page)
    first = page.locator("#practice-1")
    expect(first.get_by_text("About each answer")).to_have_count(0)
    first.locator("label.choice").first.click()
    first.get_by_role("button", name="Check").click()
    expect(first.get_by_text("About each answer")).to_be_visible()
    expect(first.locator("mark.lit").first).to_be_visible()
    expect(page.locator("#practice-2 form")).to_be_visible()
    if scripted:
        expect(page.locator("#verdict-1")).to_be_focused()
    first.get_by_role("link", name="Try it again").click()
    expect(page.locator("#practice-1 form")).to_be_visible()


def test_the_key_on_paper_is_the_teachers(open_page: OpenPage) -> None:
    page = open_page(LAPTOP)
    sign_in(page)
    page.goto("/units/")
    page.get_by_role("link", name="The goat on the ferry").first.click()
    page.get_by_role("link", name="Answer key").click()
    expect(page.locator(".key-line")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    for question in page.locator(".printed-question").all()[:3]:
        assert question.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
