"""Phones in a classroom: the network goes, the server goes, the window goes. No answer does.

Each journey ends by counting in the database: nothing lost, nothing doubled. These have a server
and data of their own, so that it can be killed and started again where it was.
"""

from __future__ import annotations

import sqlite3
import subprocess
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.journeys.conftest import PHONE, SERVE, Site, environment, free_port, wait_for
from tests.journeys.walking import choose, first_question, on, onward, sign_in, start, to_question
from tests.test_architecture import ROOT

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("survival")]
WAITING = "Not saved yet"


@dataclass
class Mortal:
    """A site whose server can be killed, and started again on the same port and data."""

    site: Site
    unit_path: str = ""
    server: subprocess.Popen[bytes] | None = field(default=None)

    def start(self) -> None:
        """Serve, and wait until it answers."""
        port = str(urlsplit(self.site.url).port)
        self.server = subprocess.Popen(
            [*SERVE, "--port", port], cwd=ROOT, env=environment(self.site.var)
        )
        wait_for(self.site.url + "/accounts/login/")

    def kill(self) -> None:
        """As when the plug is pulled."""
        if self.server:
            self.server.kill()
            self.server.wait(timeout=15)

    def rows(self, query: str, *values: str) -> list[tuple[int, ...]]:
        """What the database says."""
        with sqlite3.connect(self.site.var / "second-source.sqlite3", timeout=20) as database:
            return database.execute(query, values).fetchall()

    def answers(self, page: Page) -> int:
        """The answers of the attempt that the page belongs to. Never two to one question."""
        attempt = uuid.UUID(page.url.split("/attempts/")[1].split("/")[0]).hex
        told = "SELECT COUNT(*), COUNT(DISTINCT version_id) FROM quiz_response WHERE attempt_id = ?"
        ((every, questions),) = self.rows(told, attempt)
        assert every == questions
        return every


@pytest.fixture(scope="module")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mortal]:
    """A server of these journeys' own."""
    var: Path = tmp_path_factory.mktemp("mortal")
    mortal = Mortal(Site(f"http://127.0.0.1:{free_port()}", var))
    for command in (["migrate"], ["collectstatic", "--noinput"], ["demo"]):
        mortal.site.manage(*command, "--verbosity", "0")
    told = "SELECT id FROM curriculum_unit WHERE bundle = 'ferry-goat'"
    ((unit, *_),) = mortal.rows(told)
    mortal.unit_path = f"/learn/{uuid.UUID(str(unit))}/"
    mortal.start()
    yield mortal
    mortal.kill()


@pytest.fixture
def page(browser: Browser, mortal: Mortal) -> Iterator[Page]:
    """A phone, at the unit's first question."""
    context = browser.new_context(viewport=PHONE, base_url=mortal.site.url)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(20_000)
    first_question(page, mortal.unit_path)
    yield page
    context.close()


def answer(page: Page, number: int = 0) -> None:
    """Pick an option and send it, without waiting for what comes of it."""
    choose(page, number)
    page.get_by_role("button", name="Answer").click()


def kept(page: Page) -> list[str]:
    """The answers that the browser keeps because the server has not taken them."""
    told: list[str] = page.evaluate(
        """Object.entries(localStorage).filter(([key]) => key.startsWith("answer:"))
           .filter(([, words]) => JSON.parse(words).picked.choice).map(([key]) => key)"""
    )
    return told


def test_an_answer_waits_for_the_network_and_saves_itself(page: Page, mortal: Mortal) -> None:
    page.context.set_offline(True)
    answer(page, 1)
    expect(page.locator("connection-notice")).to_contain_text(WAITING)
    assert len(kept(page)) == 1
    assert mortal.answers(page) == 0
    page.context.set_offline(False)
    expect(page.locator("#verdict")).to_be_visible()  # nobody pressed anything
    expect(page.locator("connection-notice")).to_be_empty()
    assert mortal.answers(page) == 1
    assert kept(page) == []


def test_a_saved_answer_nobody_heard_of_is_not_counted_twice(page: Page, mortal: Mortal) -> None:
    lost: list[int] = []

    def swallow(route: Route) -> None:
        if lost:
            return route.continue_()
        lost.append(route.fetch().status)  # the server takes it; the browser never hears
        return route.abort()

    page.route("**/answer/", swallow)
    answer(page)
    expect(page.locator("#verdict")).to_be_visible()
    assert lost == [200]
    expect(page.get_by_text("already answered")).to_have_count(0)
    assert mortal.answers(page) == 1


def test_a_page_change_waits_for_the_network(page: Page, mortal: Mortal) -> None:
    page.goto(mortal.unit_path)
    with page.expect_navigation():
        page.get_by_role("button", name="Go on").click()
    answer(page)
    expect(page.locator("#verdict")).to_be_visible()
    here = page.url
    page.context.set_offline(True)
    page.get_by_role("link", name="Next", exact=True).click()
    expect(page.locator("connection-notice")).to_contain_text("goes on by itself")
    assert page.url == here
    expect(page.locator("#verdict")).to_be_visible()
    page.context.set_offline(False)
    page.wait_for_url(lambda url: url != here)
    assert mortal.answers(page) == 1


def test_the_end_of_a_lesson_waits_for_the_network(browser: Browser, mortal: Mortal) -> None:
    context = browser.new_context(viewport=PHONE, base_url=mortal.site.url)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(mortal.unit_path)
    start(page)
    lesson = page.url
    assert "/lessons/" in lesson
    context.set_offline(True)
    page.locator("form.lesson-end button").click()
    expect(page.locator("connection-notice")).to_contain_text("goes on by itself")
    assert page.url == lesson
    context.set_offline(False)
    page.wait_for_url("**/questions/**")
    attempt = uuid.UUID(lesson.split("/attempts/")[1].split("/")[0]).hex
    told = "SELECT COUNT(*) FROM quiz_lessondone WHERE attempt_id = ?"
    assert mortal.rows(told, attempt) == [(1,)]
    context.close()


def test_the_server_dies_between_two_answers(page: Page, mortal: Mortal) -> None:
    answer(page)
    expect(page.locator("#verdict")).to_be_visible()
    onward(page)
    to_question(page)
    mortal.kill()
    answer(page, 2)
    expect(page.locator("connection-notice")).to_contain_text(WAITING)
    mortal.start()
    expect(page.locator("#verdict")).to_be_visible()
    assert mortal.answers(page) == 2
    assert kept(page) == []


def test_a_closed_window_takes_no_answer_along(page: Page, mortal: Mortal) -> None:
    context, question = page.context, page.url
    mortal.kill()
    answer(page, 1)
    expect(page.locator("connection-notice")).to_contain_text(WAITING)
    page.close()
    mortal.start()
    again = context.new_page()
    again.goto(question.split("questions/")[0])  # where one stopped
    expect(again.locator("#verdict")).to_be_visible()
    assert again.url == question
    assert mortal.answers(again) == 1
    assert kept(again) == []


def test_a_picked_option_is_still_picked_after_a_reload(page: Page, mortal: Mortal) -> None:
    choose(page, 2)
    shown = page.locator("[name=shown]").input_value()
    page.wait_for_timeout(1100)
    page.reload()
    expect(page.locator("label.choice input").nth(2)).to_be_checked()
    assert page.locator("[name=shown]").input_value() == shown, "the clock begins anew"
    assert mortal.answers(page) == 0
    page.get_by_role("button", name="Answer").click()
    expect(page.locator("#verdict")).to_be_visible()
    assert mortal.answers(page) == 1
    ((took, *_),) = mortal.rows("SELECT seconds FROM quiz_response ORDER BY id DESC LIMIT 1")
    assert took >= 1


def test_a_double_tap_and_a_second_tab_count_once(page: Page, mortal: Mortal) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    choose(page)
    page.get_by_role("button", name="Answer").dblclick()
    expect(page.locator("#verdict")).to_be_visible()
    answer(other, 1)
    expect(other.locator("#verdict")).to_be_visible()
    assert mortal.answers(page) == 1


def test_a_second_device_goes_on_where_the_first_stopped(browser: Browser, mortal: Mortal) -> None:
    windows = []
    for _ in range(2):
        context = browser.new_context(viewport=PHONE, base_url=mortal.site.url)  # type: ignore[arg-type]
        windows.append(context.new_page())
        sign_in(windows[-1])
    phone, tablet = windows
    first_question(phone, mortal.unit_path)
    answer(phone)
    expect(phone.locator("#verdict")).to_be_visible()
    onward(phone)
    tablet.goto(mortal.unit_path)
    with tablet.expect_navigation():
        tablet.get_by_role("button", name="Go on").click()
    assert tablet.url == phone.url
    while "/lessons/" in tablet.url:
        on(tablet)
    answer(tablet)
    expect(tablet.locator("#verdict")).to_be_visible()
    phone.goto(tablet.url)
    expect(phone.locator("#verdict")).to_be_visible()
    assert mortal.answers(phone) == 2
    for window in windows:
        window.context.close()


def test_whoever_was_erased_sees_an_end_and_no_way_to_try_for_ever(
    page: Page, mortal: Mortal
) -> None:
    attempt = page.url.split("/attempts/")[1].split("/")[0]
    code = f"from quiz.models import *; Attempt.objects.get(pk='{attempt}').learner.delete()"
    mortal.site.manage("shell", "-c", code)
    answer(page)
    notice = page.locator("connection-notice")
    expect(notice).to_contain_text("cannot be saved any more")
    expect(notice.get_by_role("button")).to_have_count(0)
    expect(notice.get_by_role("link", name="Go to the library")).to_be_visible()
    assert kept(page) == []
