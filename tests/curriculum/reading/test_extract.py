"""Bytes to a Document: every kind of file we read, and every kind we have to turn away."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.reading import problems, provenance
from curriculum.reading.encoding import decode
from curriculum.reading.extract import extract
from curriculum.reading.types import BlockKind, Document, Problem
from tests.curriculum.reading import files

STORY = (
    "The ferry to the island will run twice a day from Monday, the harbour office said.",
    "Until now it sailed once, and only when the tide allowed it to leave the small pier.",
    "“People asked for this for years,” said Tomas Brandt, who keeps the timetable.",
)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Ferry runs twice a day</title><meta name="author" content="Ana Duarte">
<meta property="og:site_name" content="The Quay"></head><body>
<nav><ul><li><a href="/">Start</a></li><li><a href="/sea">Seafaring</a></li></ul></nav>
<article><h1>Ferry runs twice a day</h1><p>{STORY[0]}</p><h2>A narrow pier</h2>
<p>{STORY[1]}</p><p>{STORY[2]}</p><p>{STORY[0][:-1]} again, on Tuesday, in a longer notice.</p>
</article><footer><p>Harbour House, 3 Pier Road</p><p>© 2031 The Quay</p></footer></body></html>"""


PAPER = files.pdf([[STORY[0]], [STORY[1]]])
LETTER = files.docx([("Heading1", "On tides"), ("", STORY[0])])


def document(data: bytes, **said: str) -> Document:
    found = extract(data, **said)
    assert isinstance(found, Document), found
    return found


def words(found: Document, kind: BlockKind) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.kind is kind]


def code(data: bytes, **said: str) -> str:
    found = extract(data, **said)
    assert isinstance(found, Problem), found
    assert found.message.endswith(".")
    return found.code


def test_plain_text_keeps_its_characters() -> None:
    text = "A heading\n\nThe tide was high.\u00a0It fell.\n\nShare."
    found = document(text.encode(), filename="a.txt")
    assert found.text == text
    assert words(found, BlockKind.FURNITURE) == ["Share."]


def test_windows_line_ends_become_plain_ones() -> None:
    assert document(b"One line ends here.\r\nAnother one.").text == (
        "One line ends here.\nAnother one."
    )


def test_markdown_loses_its_marks() -> None:
    source = (
        "---\ntitle: On tides\nauthor: Ana Duarte\ndate: 2031-04-05\n---\n# On *tides*\n\n"
        "The [moon](https://example.org) pulls\nthe **sea**.\n\n- It rises.\n- It falls.\n"
    )
    found = document(source.encode(), filename="tides.md")
    assert found.format == "markdown"
    assert words(found, BlockKind.HEADING) == ["On tides"]
    assert words(found, BlockKind.PARAGRAPH) == [
        "The moon pulls the sea.",
        "It rises.",
        "It falls.",
    ]
    assert (found.metadata.title, found.metadata.published) == ("On tides", "2031-04-05")


def test_html_gives_the_article_and_keeps_the_rest_apart() -> None:
    found = document(PAGE.encode(), content_type="text/html")
    assert found.format == "html"
    assert set(STORY) <= set(words(found, BlockKind.PARAGRAPH))
    assert "A narrow pier" in words(found, BlockKind.HEADING)
    aside = " ".join(words(found, BlockKind.FURNITURE))
    assert "Seafaring" in aside
    assert "© 2031 The Quay" in aside
    assert found.metadata.author == "Ana Duarte"
    assert found.metadata.publisher == "The Quay"
    kinds = [block.kind for block in found.blocks]
    assert kinds[0] is BlockKind.FURNITURE
    assert kinds[-1] is BlockKind.FURNITURE
    assert all(block.why for block in found.blocks if block.kind is BlockKind.FURNITURE)


def test_html_is_recognised_without_a_name() -> None:
    assert document(PAGE.encode()).format == "html"


def test_a_page_without_an_article_is_said_so() -> None:
    assert code(b"<html><body><script>run()</script></body></html>") == "unreadable-page"


def test_pdf_lines_become_paragraphs() -> None:
    lines = [
        "Tides on the north coast",
        "The pier was built when boats were smaller, and the office has wan-",
        "ted a longer one since the storms of the last winter, which closed it",
        "for nine weeks.",
        "Work on the well-known quay begins in spring and will take the crew a",
        "year, the office said.",
    ]
    found = document(files.pdf([lines], title="Tides"))
    assert found.format == "pdf"
    assert found.text.split("\n\n") == [
        "Tides on the north coast",
        "The pier was built when boats were smaller, and the office has wanted a longer one since "
        "the storms of the last winter, which closed it for nine weeks.",
        "Work on the well-known quay begins in spring and will take the crew a year, "
        "the office said.",
    ]
    assert found.blocks[0].kind is BlockKind.HEADING
    assert found.metadata.title == "Tides"


def test_running_heads_of_a_pdf_are_furniture() -> None:
    pages = [
        ["The Quay Almanac", f"On day {n} the harbour master wrote down the height of the tide.",
         str(n)]
        for n in ("one", "two", "three", "four")
    ]  # fmt: skip
    found = document(files.pdf(pages))
    assert words(found, BlockKind.FURNITURE) == ["The Quay Almanac"]
    assert found.text.count("The Quay Almanac") == 1


@pytest.mark.parametrize(
    ("around", "kept"),
    [
        (
            ["4/5/31, 7:38 PM Tides | The Quay", "https://quay.example/tides 1/1"],
            ["4/5/31, 7:38 PM Tides | The Quay", "https://quay.example/tides"],
        ),
        (
            ["05/04/2031, 19:38", "Tides | The Quay", "https://quay.example/tides", "1/1"],
            ["05/04/2031, 19:38", "Tides | The Quay", "https://quay.example/tides", "#/#"],
        ),
        (
            ["Tides | The Quay https://quay.example/tides", "1 of 1 05/04/2031, 19:38"],
            ["https://quay.example/tides", "1 of 1 05/04/2031, 19:38"],
        ),
    ],
)
def test_what_a_browser_prints_around_a_page_is_furniture(
    around: list[str], kept: list[str]
) -> None:
    lines = ["On tides", "The harbour master wrote down the height of the tide at noon."]
    found = document(files.pdf([[*lines, *around]], title="Tides | The Quay"))
    assert words(found, BlockKind.FURNITURE) == kept
    assert [b.span.of(found.text) for b in found.blocks if b.kind is not BlockKind.FURNITURE] == (
        lines
    )
    assert ("link", "https://quay.example/tides") in [
        (signal.kind, signal.text) for signal in provenance.trace(found).signals
    ]


def test_a_sentence_with_an_address_stays_in_a_pdf() -> None:
    line = "The table stands at https://quay.example/tides for all to read."
    bare = "You can read the table at https://quay.example/tides"
    found = document(files.pdf([["The tide was high.", line, bare]], title="Tides"))
    assert words(found, BlockKind.FURNITURE) == []


def test_a_title_that_no_browser_printed_stays_in_a_pdf() -> None:
    found = document(files.pdf([["Tides", "The tide was high at noon and wet the pier."]],
                               title="Tides"))  # fmt: skip
    assert words(found, BlockKind.FURNITURE) == []


def test_a_pdf_that_is_only_marked_as_protected_is_read() -> None:
    locked = files.locked_pdf([["The tide was high and the pier was wet all day."]], "")
    assert "tide was high" in document(locked).text


def test_docx_keeps_headings_and_lists() -> None:
    found = document(
        files.docx(
            [("Heading1", "On tides"), ("", "The moon pulls the sea."), ("bold", "What it does"),
             ("list", "It rises &amp; falls.")],
            title="Tides",
        )
    )  # fmt: skip
    assert found.format == "docx"
    assert words(found, BlockKind.HEADING) == ["On tides", "What it does"]
    assert words(found, BlockKind.PARAGRAPH) == ["The moon pulls the sea.", "It rises & falls."]
    assert found.metadata.title == "Tides"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("\ufeff\u200b".encode(), "empty"),
        (b"x" * (problems.MAX_BYTES + 1), "too-large"),
        (b"word " * 90_000, "too-long"),
        (b"\x00\x01\x02\x03" * 50, "unsupported"),
        (b"\x7fELF\x02\x01\x01\x00", "unsupported"),
        (b"{\\rtf1 words}", "unsupported"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old-word"),
        (b"PK\x03\x04 xl/workbook.xml", "unsupported"),
        (b"PK\x03\x04 word/document.xml and then nothing", "broken"),
        (b"%PDF-1.7 and then nothing", "broken"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(data: bytes, expected: str) -> None:
    assert code(data) == expected


def test_problems_of_pdf() -> None:
    assert code(files.locked_pdf([["Words"]], "secret")) == "encrypted"
    assert code(files.scanned_pdf()) == "scanned"
    assert code(files.pdf([[]])) == "empty"
    assert code(files.pdf([["Page"]] * (problems.MAX_PAGES + 1))) == "too-many-pages"


def test_a_word_file_that_unpacks_without_end_is_not_unpacked() -> None:
    assert code(files.docx([("", "Words.")], extra=70_000_000)) == "too-hard"


def test_a_name_does_not_make_a_picture_a_text() -> None:
    assert code(b"GIF89a......", filename="notes.txt") == "picture"


@pytest.mark.parametrize(
    ("data", "content_type", "expected"),
    [
        ("\ufeffcafé".encode(), "", "café"),
        ("\ufeffcafé".encode("utf-16-le"), "", "café"),
        ("café".encode("latin-1"), "text/plain; charset=iso-8859-1", "café"),
        ("“café”".encode("cp1252"), "", "“café”"),
        (b'<meta charset="iso-8859-2">' + "łódź".encode("iso-8859-2"), "",
         '<meta charset="iso-8859-2">łódź'),
        ("café".encode(), "text/plain; charset=no-such-thing", "café"),
        ("“x”".encode("cp1252"), "text/plain; charset=latin-1", "“x”"),
    ],
)  # fmt: skip
def test_encodings(data: bytes, content_type: str, expected: str) -> None:
    assert decode(data, content_type=content_type) == expected


def test_bytes_that_no_encoding_fits_are_still_text() -> None:
    assert decode(b"caf\x81\x8d and more") != ""


@given(
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04word/", b"<html>", b"\xff\xfe", b"---\n"]),
    st.binary(max_size=300),
)
@settings(max_examples=100, deadline=None)
def test_no_bytes_raise(head: bytes, rest: bytes) -> None:
    found = extract(head + rest, filename="a.md")
    assert isinstance(found, Document | Problem)


@given(st.integers(0, 900), st.binary(min_size=1, max_size=20))
@settings(max_examples=60, deadline=None)
def test_no_damage_to_a_file_raises(at: int, damage: bytes) -> None:
    for whole in (PAPER, LETTER, PAGE.encode()):
        found = extract(whole[:at] + damage + whole[at + len(damage) :])
        assert isinstance(found, Document | Problem)
