"""Learning on a phone and on a laptop: nothing jumps, nothing is hidden, and all can use it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import LAPTOP, PHONE, OpenPage
from tests.journeys.test_accessible import fits, serious
from tests.journeys.walking import choose, first_question, on, onward, start

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def sound(page: Page) -> None:
    """Nothing serious for axe, and no scrolling sideways."""
    assert serious(page) == []
    assert fits(page), page.url


def answer(page: Page, number: int = 0) -> None:
    """Pick an option, send it, and wait for what comes of it."""
    choose(page, number)
    page.get_by_role("button", name="Answer").click()
    expect(page.locator("#verdict")).to_be_visible()


@pytest.fixture
def goat(open_page: OpenPage) -> str:
    """The address of a short unit."""
    page = open_page()
    page.goto("/")
    link = page.get_by_role("link", name=re.compile("goat", re.IGNORECASE)).first
    return link.get_attribute("href") or ""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_of_a_learner_is_accessible(
    open_page: OpenPage, unit_path: str, goat: str, theme: str
) -> None:
    page = open_page(PHONE, color_scheme=theme)
    page.goto(unit_path)  # it has a content note
    with page.expect_navigation():
        page.get_by_role("link", name="I would rather not read this one").click()
    sound(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Yes, I pass").click()
    sound(page)
    page.goto(goat)
    with page.expect_navigation():
        page.get_by_role("button", name="Ask me how sure I am").click()
    sound(page)
    start(page)
    sound(page)
    seen_mistake = False
    while "/summary/" not in page.url:
        if "/lessons/" in page.url:
            on(page)
            continue
        if not seen_mistake:
            page.locator(".flag-this summary").click()
            sound(page)
        page.get_by_label("Fairly sure").check()
        answer(page)
        if not seen_mistake and page.get_by_role("link", name="Try a similar one").is_visible():
            seen_mistake = True
            sound(page)
            flag_and_try(page)
        onward(page)
    assert seen_mistake
    expect(page.get_by_text("When you were fairly sure")).to_be_visible()
    sound(page)


def flag_and_try(page: Page) -> None:
    """Say that a question is unclear; then one more like it, and back."""
    if not page.locator(".flag-this").get_attribute("open"):
        page.locator(".flag-this").evaluate("flag => { flag.open = true; }")
    page.get_by_label("I do not understand what it asks").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Your name is not shown.")).to_be_visible()
    sound(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Try a similar one").click()
    sound(page)
    if page.locator("label.choice").count():
        choose(page)
        page.get_by_role("button", name="Check").click()
        expect(page.locator("#verdict")).to_be_focused()
        sound(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Back", exact=True).click()


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_nothing_jumps_when_feedback_arrives(
    open_page: OpenPage, goat: str, size: dict[str, int]
) -> None:
    page = open_page(size, reduced_motion="reduce")
    first_question(page, goat)
    choose(page)
    before = [page.locator(each).bounding_box() for each in (".way", "h1.stem")]
    scrolled = page.evaluate("scrollY")
    page.get_by_role("button", name="Answer").click()
    expect(page.locator("#verdict")).to_be_focused()
    moved = page.evaluate("scrollY") - scrolled
    after = [page.locator(each).bounding_box() for each in (".way", "h1.stem")]
    for was, is_now in zip(before, after, strict=True):
        assert was
        assert is_now
        assert is_now["x"] == was["x"]
        assert is_now["y"] + moved == pytest.approx(was["y"], abs=1)
    verdict = page.locator("#verdict").bounding_box()
    bar = page.locator(".bottom-bar").bounding_box()
    assert verdict
    assert bar
    assert verdict["y"] + verdict["height"] <= min(bar["y"], size["height"])


def test_the_text_on_a_phone_is_a_tap_away_and_leads_back_to_the_very_place(
    open_page: OpenPage, goat: str
) -> None:
    page = open_page(PHONE)
    page.goto(goat)
    start(page)  # a lesson is long enough to be somewhere in it
    page.evaluate("scrollTo({ top: 500, behavior: 'instant' })")
    top = page.evaluate("scrollY")
    assert top == 500
    page.evaluate("document.querySelector('a[href=\"#text\"]').click()")
    expect(page.locator("#text")).to_be_visible()
    page.locator("#text .passage").evaluate("text => { text.scrollTop = 200; }")
    page.get_by_role("link", name="Back to the lesson").click()
    expect(page.locator("#text")).to_be_hidden()
    page.wait_for_function("scrollY === 500")
    page.evaluate("document.querySelector('a[href=\"#text\"]').click()")
    expect(page.locator("#text")).to_be_visible()
    page.wait_for_function("document.querySelector('#text .passage').scrollTop === 200")
    page.go_back()  # the phone's own way back works as well
    expect(page.locator("#text")).to_be_hidden()
    page.wait_for_function("scrollY === 500")


def test_on_a_laptop_the_text_stands_beside_the_question(open_page: OpenPage, goat: str) -> None:
    page = open_page(LAPTOP)
    first_question(page, goat)
    task, text = page.locator("#question").bounding_box(), page.locator("#text").bounding_box()
    assert task
    assert text
    assert text["x"] >= task["x"] + task["width"]
    assert abs(text["y"] - task["y"]) < 8
    assert not page.get_by_role("link", name="Text", exact=True).is_visible()


def test_a_question_goes_by_keys_alone(open_page: OpenPage, goat: str) -> None:
    page = open_page(LAPTOP)
    page.goto(goat)
    with page.expect_navigation():
        page.get_by_role("button", name="Ask me how sure I am").click()
    first_question(page, goat)
    page.keyboard.press("b")
    expect(page.locator("label.choice input").nth(1)).to_be_checked()
    expect(page.get_by_role("group", name="How sure are you?").get_by_role("radio")).to_have_count(
        3
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("Guessing")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator("#verdict")).to_be_focused()


def test_a_screen_reader_hears_the_question_and_the_verdict_once(
    open_page: OpenPage, goat: str
) -> None:
    page = open_page(LAPTOP)
    first_question(page, goat)
    stem = page.locator("h1.stem").inner_text()
    choices = page.get_by_role("group", name=stem)
    expect(choices.get_by_role("radio").first).to_be_visible()
    expect(page.get_by_role("progressbar", name="How far you are")).to_be_visible()
    answer(page)
    expect(page.locator("#verdict")).to_be_focused()
    expect(page.get_by_role("region", name="Feedback")).to_be_visible()
    speaking = page.locator("[aria-live]:not([aria-live=off]):visible, [role=alert]:visible")
    assert [words for words in speaking.all_inner_texts() if words.strip()] == []
