"""From an upload to a published unit in a review of ten minutes: read, approve, edit, discard.

The browser does not wait ten minutes. The journey counts the words that a teacher reads to decide
on each question, the stem and the options, at the reading speed of an adult (238 words a minute:
Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109, 2019), and
a few seconds for each thing she does.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.walking import bring, review, sign_up

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
WORDS_A_SECOND = 238 / 60
SECONDS_AN_ACT = 3
SECONDS_AN_EDIT = 45
TEN_MINUTES = 600


class Teacher:
    """A page, and how long a person would have needed for what was done on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seconds = 0.0

    def read(self) -> str:
        """Read the question on the screen; its stem."""
        stem = self.page.locator("#stem").inner_text()
        options = " ".join(self.page.locator(".options li > span").all_inner_texts())
        self.seconds += len(f"{stem} {options}".split()) / WORDS_A_SECOND
        return stem

    def decide(self, key: str) -> str:
        """Read, and press a key; the stem that was decided on."""
        stem = self.read()
        at = self.page.locator("[aria-current=page]").get_attribute("href")
        self.page.wait_for_timeout(450)  # a second tap too soon is ignored
        self.page.keyboard.press(key)
        expect(self.page.locator(f"[aria-current=page][href='{at}']")).to_have_count(0)
        self.seconds += SECONDS_AN_ACT
        return stem

    def reword(self) -> str:
        """Put a question in other words; the new stem."""
        expect(self.page.locator("review-keys:defined #stem")).to_be_visible()
        self.page.wait_for_timeout(450)
        self.page.keyboard.press("e")
        field = self.page.get_by_label("Question", exact=True)
        stem = field.input_value().replace("?", ", as far as the text tells?")
        field.fill(stem)
        self.page.get_by_role("button", name="Save", exact=True).click()
        expect(self.page.locator("#stem")).to_have_text(stem)
        self.seconds += SECONDS_AN_EDIT
        return stem


def test_a_teacher_reviews_a_unit_in_ten_minutes(open_page: OpenPage) -> None:
    page = open_page()
    teacher = Teacher(page)
    sign_up(page, "ten-minutes")
    bring(page)
    review(page)
    reworded = teacher.reword()
    assert teacher.decide("a") == reworded
    discarded = teacher.decide("d")
    mistaken = teacher.decide("d")
    page.wait_for_timeout(450)
    page.keyboard.press("u")
    expect(page.locator("#stem")).to_have_text(mistaken)
    approved = [teacher.decide("a")]
    assert approved == [mistaken]
    while page.get_by_role("button", name="Approve").count():
        approved.append(teacher.decide("a"))

    page.get_by_role("link", name="Go on to publish").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("Learners see everything as it is now.")).to_be_visible()
    assert len(approved) >= 12
    assert teacher.seconds <= TEN_MINUTES

    page.get_by_role("link", name="Try it as a learner").click()
    expect(page.get_by_text(reworded)).to_be_visible()
    expect(page.get_by_text(mistaken)).to_be_visible()
    expect(page.get_by_text(discarded, exact=True)).to_have_count(0)
