"""A teacher puts the reading right, with and without scripts, and changes her mind."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.walking import bring, sign_up

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_claim_is_corrected_and_the_correction_undone(open_page: OpenPage, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts)
    sign_up(page, f"corrections-{scripts}".lower())
    bring(page)
    named = page.locator(".text .pen.named").first
    words = named.inner_text()
    page.locator(f".text a[data-note='{named.get_attribute('data-note')}']").first.click()
    open_form(page)
    page.get_by_label("Who says it").select_option("unnamed")
    page.get_by_role("button", name="Save the correction").click()
    corrected = page.locator(".text .pen.unnamed", has_text=words)
    expect(corrected.first).to_be_visible()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator(".text .pen.named", has_text=words).first).to_be_visible()


def open_form(page: Page) -> None:
    """The correction form in the note that is open."""
    page.locator("summary", has_text="Correct this").first.click()
