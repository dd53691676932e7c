"""What goes wrong in a classroom: a double tap, Back, a reload, two tabs, no network, no scripts.

In each, an answer is counted once and never lost.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.walking import choose, first_question, onward

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def answers_counted(page: Page) -> str:
    """What the progress page says of how much was answered."""
    page.goto("/progress/")
    return page.locator("main").inner_text()


def test_a_double_tap_counts_once(open_page: OpenPage, unit_path: str) -> None:
    page = open_page(PHONE)
    first_question(page, unit_path)
    choose(page)
    page.get_by_role("button", name="Answer").dblclick()
    expect(page.locator("#verdict")).to_be_visible()
    assert "1 answer" in answers_counted(page)


def test_back_and_reload_show_the_answer_again(open_page: OpenPage, unit_path: str) -> None:
    page = open_page(PHONE)
    first_question(page, unit_path)
    choose(page)
    page.get_by_role("button", name="Answer").click()
    verdict = page.locator("#verdict").inner_text()
    page.reload()
    expect(page.locator("#verdict")).to_have_text(verdict)
    onward(page)
    page.go_back()
    expect(page.locator("#verdict")).to_have_text(verdict)
    assert "1 answer" in answers_counted(page)


def test_a_second_tab_cannot_change_the_answer(open_page: OpenPage, unit_path: str) -> None:
    page = open_page(PHONE)
    first_question(page, unit_path)
    other = page.context.new_page()
    other.goto(page.url)
    choose(page, 0)
    page.get_by_role("button", name="Answer").click()
    verdict = page.locator("#verdict").inner_text()
    choose(other, 1)
    other.get_by_role("button", name="Answer").click()
    expect(other.locator("#verdict")).to_have_text(verdict)
    expect(other.get_by_text("already answered")).to_be_visible()
    assert "1 answer" in answers_counted(page)


def test_a_lost_network_loses_no_answer(open_page: OpenPage, unit_path: str) -> None:
    page = open_page(PHONE)
    first_question(page, unit_path)
    choose(page, 1)
    page.context.set_offline(True)
    page.get_by_role("button", name="Answer").click()
    notice = page.locator("connection-notice")
    expect(notice).to_contain_text("Not saved")
    expect(page.locator("label.choice input").nth(1)).to_be_checked()
    page.context.set_offline(False)  # it saves by itself now, or whoever is quicker presses
    expect(page.locator("#verdict")).to_be_visible()
    assert "1 answer" in answers_counted(page)


def test_everything_works_without_scripts(open_page: OpenPage, unit_path: str) -> None:
    page = open_page(PHONE, java_script_enabled=False)
    first_question(page, unit_path)
    choose(page)
    page.get_by_role("button", name="Answer").click()
    expect(page.locator("#verdict")).to_be_visible()
    onward(page)
    assert "1 answer" in answers_counted(page)
