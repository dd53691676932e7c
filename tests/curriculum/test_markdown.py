"""Markdown: prose comes out, and nothing that runs, loads or restyles."""

from __future__ import annotations

import pytest

from curriculum import markdown


def test_prose_comes_out() -> None:
    html = markdown.render("A *name* can be **asked**.\n\n- one\n- two\n\n> said so")
    assert "<em>name</em>" in html
    assert "<strong>asked</strong>" in html
    assert html.count("<li>") == 2
    assert "<blockquote>" in html


def test_headings_start_below_the_pages_own() -> None:
    assert markdown.render("# One\n\n##### Five") == "<h3>One</h3>\n<h6>Five</h6>\n"


def test_links_to_the_web_stay_and_keep_their_distance() -> None:
    html = markdown.render("[the record](https://records.example/1)")
    assert 'href="https://records.example/1"' in html
    assert 'rel="noopener noreferrer"' in html


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[here](javascript:alert(1))",
        "![](https://elsewhere.example/pixel.png)",
        "<p style='color:red' onclick=go()>words</p>",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
    ],
)
def test_nothing_dangerous_comes_out(source: str) -> None:
    html = str(markdown.render(source))
    for tag in ("<script", "<img", "<p style", "<p on", 'href="javascript', 'href="data'):
        assert tag not in html
