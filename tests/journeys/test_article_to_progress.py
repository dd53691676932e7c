"""The main job, by hand: a text becomes a unit, a learner works through it, a teacher sees it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage, Site
from tests.journeys.walking import TEXT, Picture, bring, on, onward, review, sign_up, start

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def keys_of(site: Site) -> dict[str, str]:
    """Stem → key, as the command line drafts them: the browser is never told beforehand."""
    drafted = json.loads(site.manage("draft", str(TEXT), "--json"))
    return {
        question["stem"]: next(c["text"] for c in question["choices"] if c["key"])
        for question in drafted["questions"]
    }


def publish(page: Page) -> str:
    """Draft, approve everything, publish to those with the link; the learner's address."""
    review(page)
    while page.get_by_role("button", name="Approve").count():
        done = page.locator("[aria-current=page]").get_attribute("href")
        page.wait_for_timeout(450)  # nobody reads a question faster; a second tap is ignored
        page.get_by_role("button", name="Approve").first.click()
        expect(page.locator(f"[aria-current=page][href='{done}']")).to_have_count(0)
    page.get_by_role("link", name="Go on to publish").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_label("Anyone I give the link to").check()
    page.locator("form[action*=visibility] button").click()
    address = page.locator("a[href*='/learn/']", has_text="http").get_attribute("href")
    assert address
    return address


def test_article_to_progress(open_page: OpenPage, site: Site, picture: Picture) -> None:
    """Upload, close reading, draft, approve, publish; learn on a phone; both see progress."""
    teacher = open_page()
    sign_up(teacher, "article-to-progress")
    bring(teacher)
    picture(teacher, "close-reading")
    expect(teacher.locator(".text .pen.loaded").first).to_be_visible()
    address = publish(teacher)

    learner = open_page(PHONE)
    learner.goto(address)
    start(learner)
    right, wrong = work_through(learner, keys_of(site), picture)
    assert right
    assert wrong
    expect(learner.get_by_role("heading", name="You finished")).to_be_visible()
    expect(learner.get_by_text(f"{right} of {right + wrong} answers were right")).to_be_visible()
    learner.goto("/progress/")
    expect(learner.get_by_text("Longer lunch breaks").first).to_be_visible()

    teacher.goto(address.replace("/learn/", "/units/") + "results/")
    expect(teacher.get_by_text("Walk-in").first).to_be_visible()
    expect(teacher.get_by_text(f"{right}/{right + wrong}").first).to_be_visible()


def work_through(page: Page, keys: dict[str, str], picture: Picture) -> tuple[int, int]:
    """Answer every second question wrongly; return how many were right and how many wrong."""
    right = wrong = 0
    for _ in range(80):
        if page.get_by_role("heading", name="You finished").count():
            break
        if not page.locator("form.question-form").count():
            on(page)
            continue
        stem = page.locator("#stem").inner_text()
        miss = (right + wrong) % 2 == 0
        answer(page, keys[stem], right=not miss)
        expect(page.locator("#verdict")).to_have_text(
            "Not this time" if miss else "Yes, that is it"
        )
        expect(page.locator("#text .lit").first).to_be_attached()
        if miss and not wrong:
            picture(page, "answer")
        right, wrong = right + (not miss), wrong + miss
        onward(page)
    return right, wrong


def answer(page: Page, key: str, *, right: bool) -> None:
    """Choose the key or the first other option, and answer. Nothing gives the key away before."""
    choices = page.locator("label.choice")
    assert "is-right" not in page.content()
    texts = [text.strip() for text in choices.locator(".words").all_inner_texts()]
    wanted = next(i for i, text in enumerate(texts) if (text == key) == right)
    choices.nth(wanted).click()
    page.get_by_role("button", name="Answer").click()
