"""A teacher makes a unit her own: a lesson, steps, a question; orders, removes, compares; loses
the network, and nothing else."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import LAPTOP, PHONE, OpenPage
from tests.journeys.test_accessible import fits, serious
from tests.journeys.walking import Picture, bring, sign_up

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
WORDS = 9
SELECT = """([box, number, words]) => {
    const block = box.querySelectorAll("p.paragraph")[number];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const node = walker.nextNode();
    const end = node.data.split(" ").slice(0, words).join(" ").length;
    document.getSelection().setBaseAndExtent(node, 0, node, end);
    return node.data.slice(0, end);
}"""


def draft(page: Page, name: str) -> str:
    """A new teacher with a drafted unit, on its page; the address of the page."""
    sign_up(page, name)
    bring(page)
    page.get_by_role("button", name="Draft lessons and questions").click()
    expect(page.get_by_role("heading", name="Lessons", exact=True)).to_be_visible()
    return page.url


def select(page: Page, number: int) -> str:
    """Select the first words of a paragraph of the passage, as with a finger or a mouse."""
    box = page.locator("#passage").element_handle()
    words: str = page.evaluate(SELECT, [box, number, WORDS])
    return words


def titles(page: Page, row: str) -> list[str]:
    """What stands in a row that can be put in order."""
    found: list[str] = page.locator(f"{row} li:has(form.places) :is(h3, h4)").all_inner_texts()
    return found


def drag_to_the_top(page: Page, row: Locator) -> None:
    """Take a row by its handle and hold it at the top of the screen until it is the first."""
    handle = row.locator(".handle")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, 30, steps=5)
    expect(page.locator("li:has(form.places)").first).to_have_class(re.compile("lifted"))
    page.mouse.up()


def add_step(page: Page, lesson: str) -> str:
    """Write a step that lights up words of the text; the words."""
    page.goto(lesson)
    page.get_by_role("link", name="Add a step").click()
    page.get_by_label("What the step is for").select_option("recap")
    page.get_by_label("Heading").fill("Before you go")
    page.get_by_label("What it says").fill("Ask **who** counted.")
    expect(page.locator("#preview strong")).to_have_text("who")
    words = select(page, 1)
    expect(page.get_by_label("Words to add")).to_have_value(words)
    page.get_by_role("button", name="Add the step").click()
    expect(page.locator("#steps-row li").last.locator("mark.lit")).to_have_text(words)
    return words


def write_question(page: Page, lesson: str) -> None:
    """Select words, write a question about them, see the checks, save."""
    page.goto(lesson)
    page.get_by_role("link", name="Write a question").click()
    words = select(page, 0)
    expect(page.locator("[name=exact]")).to_have_value(words)
    page.get_by_role("button", name="Ask about these words").click()
    expect(page.locator("#passage .lit")).to_have_text(words)
    expect(page.get_by_label("Explanation")).to_have_value(re.compile(r"paragraph 1.*To check:"))
    page.get_by_label("Question", exact=True).fill("Who opens the text with these words")
    page.locator("[name=key]").first.check()
    for number, (text, confusion) in enumerate(
        (
            ("The writer of it", ""),
            ("One of the cooks", "wrong-speaker"),
            ("A reader", "some-is-all"),
        )
    ):
        page.locator(f"[name=option-{number}-text]").fill(text)
        page.locator(f"[name=option-{number}-rationale]").fill("The words tell who speaks here.")
        if confusion:
            page.locator(f"[name=option-{number}-confusion]").select_option(confusion)
    expect(page.get_by_text("Mixes up two sources of the same text.").first).to_be_visible()
    explanation = page.get_by_label("Explanation")
    explanation.fill(explanation.input_value() + " ask the school for its list.")
    explanation.blur()
    expect(page.locator("#findings")).to_contain_text("?")  # the stem has no question mark yet
    page.get_by_label("Question", exact=True).fill("Who opens the text with these words?")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="Review")).to_be_visible()
    expect(page.locator("#stem")).to_have_text("Who opens the text with these words?")


def test_a_unit_becomes_the_teachers_own(open_page: OpenPage, picture: Picture) -> None:
    page = open_page()
    unit = draft(page, "editors")
    page.get_by_role("link", name="Add a lesson").click()
    page.get_by_label("The skill it teaches").select_option("ctx")
    page.get_by_label("Title").fill("Who is not asked?")
    page.get_by_role("button", name="Add the lesson").click()
    expect(page.get_by_role("heading", name="Who is not asked?", level=1)).to_be_visible()
    lesson = page.url
    add_step(page, lesson)
    write_question(page, lesson)
    picture(page, "own-question")

    page.keyboard.press("?")
    expect(page.get_by_text("undo the last decision")).to_be_visible()
    page.wait_for_timeout(450)  # a second tap too soon is ignored
    page.keyboard.press("a")
    expect(page.locator("#stem")).not_to_have_text("Who opens the text with these words?")
    page.wait_for_timeout(450)
    page.keyboard.press("u")
    expect(page.locator("#stem")).to_have_text("Who opens the text with these words?")
    page.wait_for_timeout(450)
    page.keyboard.press("a")

    page.goto(unit)
    before = titles(page, "#lessons-row")
    drag_to_the_top(page, page.locator("#lessons-row li:has(form.places)").last)
    expect(page.locator("#lessons-row h4").first).to_have_text("Who is not asked?")
    assert titles(page, "#lessons-row") == [before[-1], *before[:-1]]
    page.get_by_role("button", name="Move “Who is not asked?” down").click()
    expect(page.locator("#lessons-row h4").nth(1)).to_have_text("Who is not asked?")

    page.get_by_role("link", name="Try it as a learner").click()
    expect(page.get_by_text("nothing is recorded")).to_be_visible()
    shown = page.locator("article", has_text="Who opens the text with these words?")
    expect(shown.get_by_text("Right.")).to_be_hidden()
    shown.get_by_text("Show the answer").click()
    expect(shown.get_by_text("Right.")).to_be_visible()


def test_the_difference_is_told_before_publishing(open_page: OpenPage) -> None:
    page = open_page()
    unit = draft(page, "editions")
    page.get_by_role("link", name=re.compile("^Review")).first.click()
    page.get_by_text("Approve the rest").click()
    page.get_by_role("button", name="Approve unread").click()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("are as they were")).to_be_visible()
    page.get_by_text("Approve the rest").click()
    page.get_by_role("button", name="Approve unread").click()
    page.goto(unit)
    page.get_by_role("button", name="Publish", exact=True).click()
    page.locator("#lessons-row h4 a").first.click()
    page.get_by_role("link", name=re.compile("^Edit “")).first.click()
    page.get_by_label("Heading").fill("Ask who is speaking")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name=re.compile("^Remove “")).last.click()
    page.goto(unit)
    page.get_by_role("link", name="What will change for learners").click()
    expect(page.locator("ins", has_text="speaking")).to_be_visible()
    expect(page.get_by_text("Step removed")).to_be_visible()
    assert serious(page) == []
    assert fits(page)


def test_what_is_removed_can_be_put_back_without_scripts(open_page: OpenPage) -> None:
    page = open_page(PHONE, java_script_enabled=False)
    unit = draft(page, "editors-plain")
    page.locator("#lessons-row h4 a").first.click()
    before = titles(page, "#steps-row")
    page.get_by_role("button", name=re.compile("^Move “.*down$")).first.click()
    moved = [before[1], before[0], *before[2:]]
    assert titles(page, "#steps-row") == moved
    page.get_by_role("button", name=re.compile("^Remove “")).first.click()
    assert titles(page, "#steps-row") == moved[1:]
    page.get_by_role("button", name="Undo").click()
    assert titles(page, "#steps-row") == moved
    page.get_by_text("Remove this lesson").click()
    page.get_by_role("button", name="Remove it").click()
    lessons = titles(page, "#lessons-row")
    page.get_by_text("1 removed lesson").click()
    page.get_by_role("button", name=re.compile("^Put “.*back$")).click()
    assert len(titles(page, "#lessons-row")) == len(lessons) + 1
    assert page.url.startswith(unit)


def test_nothing_is_lost_when_the_network_is(open_page: OpenPage) -> None:
    page = open_page()
    draft(page, "editors-offline")
    page.locator("#lessons-row h4 a").first.click()
    page.get_by_role("link", name=re.compile("^Edit “")).first.click()
    page.get_by_label("Heading").fill("Written in a tunnel")
    page.context.set_offline(True)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Not saved yet: no connection.")).to_be_visible()
    expect(page.get_by_label("Heading")).to_have_value("Written in a tunnel")
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="Written in a tunnel")).to_be_visible()


def test_a_second_tab_is_told_and_nothing_is_overwritten(open_page: OpenPage) -> None:
    page = open_page()
    draft(page, "editors-tabs")
    page.locator("#lessons-row h4 a").first.click()
    page.get_by_role("link", name=re.compile("^Edit “")).first.click()
    other = page.context.new_page()
    other.goto(page.url)
    for tab, words in ((page, "From the first tab"), (other, "From the second tab")):
        tab.get_by_label("Heading").fill(words)
        tab.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_text("changed in another tab")).to_be_visible()
    expect(other.get_by_label("Heading")).to_have_value("From the second tab")
    expect(other.locator(".saved-now")).to_contain_text("From the first tab")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_editors_are_accessible_and_fit(
    open_page: OpenPage, size: dict[str, int], theme: str
) -> None:
    page = open_page(size, color_scheme=theme)
    unit = draft(page, f"editors-{size['width']}-{theme}")
    lesson = page.locator("#lessons-row h4 a").first.get_attribute("href") or ""
    page.goto(lesson)
    step = page.locator("a[href^='/steps/']").first.get_attribute("href") or ""
    wording = page.locator("a[href$='/wording/']").first.get_attribute("href") or ""
    paths = [unit, f"{unit}lessons/new/", f"{unit}preview/", f"{unit}records/", f"{unit}review/"]
    paths += [f"{unit}comparison/", lesson, f"{lesson}steps/new/", f"{lesson}questions/new/"]
    for path in [*paths, step, wording]:
        page.goto(path)
        assert serious(page) == []
        assert fits(page), path
