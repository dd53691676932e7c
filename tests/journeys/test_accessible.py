"""axe finds nothing serious on the pages of learners and teachers, in either theme."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.conftest import LAPTOP, PHONE, OpenPage
from tests.journeys.walking import choose, sign_in, start, to_question

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def serious(page: Page) -> list[str]:
    """The serious and critical violations on the page, one line each."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{page.url} {each['id']}: {each['nodes'][0]['html'][:120]}"
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]


def fits(page: Page) -> bool:
    """Whether the page scrolls only downwards."""
    wide: bool = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    return not wide


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_learners_pages(open_page: OpenPage, unit_path: str, theme: str) -> None:
    page = open_page(PHONE, color_scheme=theme)
    for path in ("/", "/join/", unit_path):
        page.goto(path)
        assert serious(page) == []
        assert fits(page), path
    start(page)
    assert serious(page) == []
    to_question(page)
    assert serious(page) == []
    assert fits(page)
    choose(page)
    page.get_by_role("button", name="Answer").click()
    page.locator("#verdict").wait_for()
    assert serious(page) == []
    assert fits(page)
    page.goto("/progress/")
    assert serious(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_teachers_pages(open_page: OpenPage, theme: str, size: dict[str, int]) -> None:
    page = open_page(size, color_scheme=theme)
    sign_in(page)
    paths = ["/texts/", "/texts/new/", "/units/", "/classes/"]
    for listed, prefix in (
        ("/texts/", "/texts/"),
        ("/units/", "/units/"),
        ("/classes/", "/classes/"),
    ):
        page.goto(listed)
        link = page.locator(f"main a[href^='{prefix}']:not([href$='/new/'])").first
        paths.append(link.get_attribute("href") or "")
    unit = next(path for path in paths if path.startswith("/units/") and len(path) > 10)
    for path in [*paths, f"{unit}review/", f"{unit}results/"]:
        page.goto(path)
        assert serious(page) == []
        assert fits(page), path
