"""The small scripts, tried on the styleguide: each does what its first lines say, and no more."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import LAPTOP, PHONE, PROJECTOR, OpenPage

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
GUIDE = "/styleguide/"
SELECT = """([from, to]) => {
    const words = document.querySelector("[data-start]").firstChild;
    document.getSelection().setBaseAndExtent(words, from, words, to);
}"""

LOSE = """() => {
    const sender = Object.assign(document.createElement("button"), { id: "sender" });
    sender.addEventListener("click", () => { sender.dataset.tries = "again"; });
    document.body.append(sender);
    const detail = { elt: sender };
    sender.dispatchEvent(new CustomEvent("htmx:sendError", { bubbles: true, detail }));
}"""


def guide(open_page: OpenPage, size: dict[str, int] = LAPTOP, **options: object) -> Page:
    """The styleguide, open in a window."""
    page = open_page(size, **options)
    page.goto(GUIDE)
    return page


def test_a_mark_opens_its_note_and_escape_returns_to_it(open_page: OpenPage) -> None:
    page = guide(open_page)
    mark = page.get_by_role("link", name="Mara Odell")
    expect(page.locator("#note-1")).to_be_hidden()
    mark.press("Enter")
    expect(page.locator("#note-1")).to_be_focused()
    expect(page.locator("#note-2")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#note-1")).to_be_hidden()
    expect(mark).to_be_focused()


def test_a_note_is_a_sheet_on_a_phone(open_page: OpenPage) -> None:
    page = guide(open_page, PHONE, reduced_motion="reduce")
    page.get_by_role("link", name="Mara Odell").click()
    box = page.locator("note-panel").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(PHONE["height"], abs=1)
    page.get_by_role("button", name="Close the note").click()
    expect(page.locator("note-panel")).to_be_hidden()


def test_without_script_every_note_is_in_view(open_page: OpenPage) -> None:
    page = guide(open_page, java_script_enabled=False)
    expect(page.locator("#note-1")).to_be_visible()
    expect(page.locator("#note-2")).to_be_visible()
    expect(page.get_by_text("loaded word")).to_be_visible()


def test_a_pen_can_be_put_away_and_stays_away(open_page: OpenPage) -> None:
    page = guide(open_page)
    switch = page.get_by_role("button", name="loaded word")
    line = "mark => getComputedStyle(mark).textDecorationStyle"
    assert page.locator("#text .loaded").first.evaluate(line) == "wavy"
    switch.click()
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert page.locator("#text .loaded").first.evaluate(line) != "wavy"


def test_letters_and_numbers_pick_an_answer(open_page: OpenPage) -> None:
    page = guide(open_page)
    page.keyboard.press("c")
    expect(page.locator("choice-keys input[value=c]")).to_be_checked()
    page.keyboard.press("1")
    expect(page.locator("choice-keys input[value=a]")).to_be_checked()
    page.get_by_label("Title").press("d")
    expect(page.locator("choice-keys input[value=a]")).to_be_checked()


def test_selected_words_are_counted_in_code_points(open_page: OpenPage) -> None:
    page = guide(open_page)
    block = page.locator("[data-start]").first
    block.evaluate("block => { block.dataset.start = 100; block.textContent = '🌱🌱 six plants'; }")
    page.evaluate(SELECT, [5, 8])  # UTF-16 units, as the browser counts
    expect(page.locator("select-words [name=exact]")).to_have_value("six")
    expect(page.locator("select-words [name=start]")).to_have_value("103")


def test_typed_words_survive_leaving_the_page(open_page: OpenPage) -> None:
    page = guide(open_page)
    page.get_by_label("Title").fill("A half-typed title")
    page.goto("/accounts/login/")
    page.goto(GUIDE)
    expect(page.get_by_label("Title")).to_have_value("A half-typed title")
    page.get_by_role("button", name="Start afresh").click()
    expect(page.get_by_label("Title")).to_have_value("")


def test_the_review_queue_goes_by_keys(open_page: OpenPage) -> None:
    page = guide(open_page)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_url("**/#approved-2")
    page.keyboard.press("k")
    page.keyboard.press("a")
    page.wait_for_url("**/#approved-1")


def test_a_form_is_sent_once(open_page: OpenPage) -> None:
    page = guide(open_page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.get_by_role("button", name="Dark").dblclick()
    page.wait_for_url(f"**{GUIDE}")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert len([url for url in sent if url.endswith("/theme/")]) == 1


def test_a_lost_connection_is_told_and_mended(open_page: OpenPage) -> None:
    page = guide(open_page)
    page.evaluate(LOSE)
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("Your words are still here")
    notice.get_by_role("button", name="Try again").click()
    expect(page.locator("#sender")).to_have_attribute("data-tries", "again")
    expect(notice).to_be_empty()


@pytest.mark.parametrize("size", [PHONE, LAPTOP, PROJECTOR], ids=["phone", "laptop", "projector"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_guide_fits_and_is_accessible(
    open_page: OpenPage, size: dict[str, int], scheme: str
) -> None:
    page = guide(open_page, size, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
