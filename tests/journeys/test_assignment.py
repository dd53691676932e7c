"""Work with a due date whose answers wait for it: set, done, nothing told; then due, and told."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.test_class import join
from tests.journeys.walking import Picture, choose, sign_in, start, to_question

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def typed(at: datetime) -> str:
    """A time as the field takes it; the site's clock is UTC."""
    return at.strftime("%Y-%m-%dT%H:%M")


def set_work(page: Page, picture: Picture) -> str:
    """A class with a unit due tomorrow, twenty minutes for a try; the class's code."""
    page.goto("/classes/")
    page.get_by_label("Name").fill("Due tomorrow")
    with page.expect_navigation():
        page.get_by_role("button", name="Make the class").click()
    code = page.locator(".code-board .figure").inner_text()
    with page.expect_navigation():
        page.get_by_role("link", name="Set work").click()
    page.get_by_label("Unit", exact=True).select_option(index=1)
    picture(page, "set-work-short")
    page.get_by_text("Dates, tries, time and more").click()
    page.get_by_label("Due", exact=True).fill(typed(datetime.now(UTC) + timedelta(days=1)))
    page.get_by_label("Minutes for one try").fill("20")
    page.get_by_label("Once the work is due").check()
    expect(page.locator("#words")).to_contain_text("20 minutes for a try")
    picture(page, "set-work")
    with page.expect_navigation():
        page.get_by_role("button", name="Set for the class").click()
    return code


def test_answers_wait_until_the_work_is_due(open_page: OpenPage, picture: Picture) -> None:
    teacher = open_page()
    sign_in(teacher)
    code = set_work(teacher, picture)
    room = teacher.url
    picture(teacher, "class-with-work")

    pupil = open_page(PHONE)
    join(pupil, code, "Zola")
    pupil.goto("/progress/")
    picture(pupil, "work-phone")
    with pupil.expect_navigation():
        pupil.get_by_role("link", name=re.compile("^Begin")).click()
    expect(pupil.get_by_text("Once you start you have 20 minutes.")).to_be_visible()
    picture(pupil, "rules-phone")
    start(pupil)
    to_question(pupil)
    expect(pupil.locator("work-clock")).to_contain_text(re.compile(r"(19|20) minutes left"))
    choose(pupil)
    pupil.get_by_role("button", name="Answer").click()
    expect(pupil.get_by_text("Your answer is saved")).to_be_visible()
    expect(pupil.locator(".is-right, .is-wrong, .feedback")).to_have_count(0)
    picture(pupil, "saved-phone")
    question = pupil.url

    teacher.goto(room)
    with teacher.expect_navigation():
        teacher.get_by_role("link", name=re.compile("^Change the rules")).click()
    teacher.get_by_label("Due", exact=True).fill(typed(datetime.now(UTC) - timedelta(minutes=1)))
    with teacher.expect_navigation():
        teacher.get_by_role("button", name="Save the changes").click()

    pupil.goto(question)
    expect(pupil.locator(".feedback")).to_be_visible()
    expect(pupil.locator(".is-right")).to_have_count(1)
    picture(pupil, "told-phone")
