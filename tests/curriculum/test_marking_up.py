"""Marks nest, whatever overlaps; the words stay the same to the character."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from curriculum.marking_up import Pen, free, mark_up
from curriculum.reading.types import Span

TEXT = "“Greens <b>& beans</b>,” said Ada 🥕."


class _Page(HTMLParser):
    """The words of a page, and whether its marks nest and no link lies in a link."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.open, self.notes = "", list[str](), list[tuple[str, str]]()
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open)
        self.open.append(tag)
        self.notes.append((tag, dict(attrs)["data-note"] or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@st.composite
def pens(draw: st.DrawFn) -> Pen:
    start = draw(st.integers(0, len(TEXT) - 1))
    end = draw(st.integers(start + 1, len(TEXT)))
    number = draw(st.integers(0, 99))
    href = draw(st.sampled_from(["", f"#note-{number}"]))
    return Pen(start, end, "pen", f"note-{number}", layer=draw(st.integers(0, 2)), href=href)


@given(st.lists(pens(), max_size=8), st.integers(0, 10), st.integers(20, len(TEXT)))
def test_marks_nest_and_no_word_changes(marks: list[Pen], start: int, end: int) -> None:
    html = mark_up(TEXT, Span(start, end), marks)
    page = _Page(html)
    assert page.words == TEXT[start:end]
    seen = {note for _, note in page.notes}
    assert seen == {pen.note for pen in marks if pen.start < end and pen.end > start}


@given(st.lists(pens(), max_size=8))
def test_a_link_stands_once(marks: list[Pen]) -> None:
    page = _Page(mark_up(TEXT, Span(0, len(TEXT)), marks))
    links = [note for tag, note in page.notes if tag == "a"]
    assert len(links) <= sum(bool(pen.href) for pen in marks)


def test_markup_in_the_text_is_shown_and_never_run() -> None:
    html = mark_up("<script>alert(1)</script>", Span(0, 25), [Pen(0, 8, "pen", "note-1")])
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_an_outer_mark_stays_open_around_an_inner_one() -> None:
    outer = Pen(0, 10, "pen named", "note-1")
    inner = Pen(4, 6, "pen loaded", "note-w1", layer=1, href="#note-w1", say="say-loaded")
    assert mark_up("0123456789", Span(0, 10), [inner, outer]) == (
        '<mark class="pen named" data-note="note-1">0123'
        '<a class="pen loaded" href="#note-w1" data-note="note-w1" aria-describedby="say-loaded">'
        "45</a>6789</mark>"
    )


def test_words_that_are_only_lit_do_not_open_the_note() -> None:
    link = Pen(0, 3, "pen hedge", "note-w1", layer=1, href="#note-w1")
    scope = Pen(4, 10, "scope", "note-w1", layer=1, opens=False)
    assert mark_up("may 567890", Span(0, 10), [link, scope]) == (
        '<a class="pen hedge" href="#note-w1" data-note="note-w1">may</a> '
        '<mark class="scope" data-scope="note-w1">567890</mark>'
    )


def test_the_tick_stands_once_before_the_first_word() -> None:
    pen = Pen(0, 10, "pen article", "note-1", lead="|")
    cut = Pen(5, 12, "pen named", "note-2")
    html = mark_up("0123456789ab", Span(0, 12), [pen, cut])
    assert html.count("|") == 1
    assert re.search(r">\|01234", html)


def test_free_words_are_those_no_other_mark_takes() -> None:
    assert free(Span(0, 10), []) == Span(0, 10)
    assert free(Span(0, 10), [Span(0, 4), Span(6, 12)]) == Span(4, 6)
    assert free(Span(0, 10), [Span(0, 10)]) is None
