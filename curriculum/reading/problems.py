"""What can go wrong between a file and its words, said so that a teacher knows what to do next."""

from __future__ import annotations

from typing import Final

from curriculum.reading.types import Problem

MAX_BYTES: Final = 10_000_000
MAX_PAGES: Final = 200
MAX_CHARACTERS: Final = 400_000

_MESSAGES: Final = {
    "empty": "We found no words here. Choose another file, or paste the text instead.",
    "too-large": "This file is larger than 10 MB. Save the article on its own as a smaller file, "
    "or paste the text.",
    "too-long": "This text is longer than a whole book of 400,000 characters. "
    "Bring one article or one chapter at a time.",
    "too-many-pages": f"This PDF has more than {MAX_PAGES} pages. "
    "Save the pages you need as a file of their own, or paste the text.",
    "unsupported": "We cannot read this kind of file. Bring a text, Markdown, HTML, PDF or Word "
    "(.docx) file, or paste the text.",
    "picture": "This file is a picture, and we can only read words. "
    "Paste the text, or bring a file in which you can select the words.",
    "old-word": "This is a Word file in the old .doc format, or one locked with a password. "
    "Open it in a word processor, save it as .docx without a password, and bring that.",
    "encrypted": "This PDF is locked with a password. Save a copy without the password, "
    "or paste the text.",
    "scanned": "This PDF holds pictures of pages and no words that we can read. "
    "Look for a version in which you can select the words, or paste the text.",
    "broken": "This file is damaged, and we could not read it to the end. "
    "Download or save it again, or paste the text.",
    "unreadable-page": "We found no article on this page. Open it in your browser, "
    "copy the words you need, and paste them.",
    "too-hard": "This file took too much time or memory to read. "
    "Bring a shorter part of it, or paste the text.",
}


def problem(code: str) -> Problem:
    """The Problem of that code, with its sentence."""
    return Problem(code, _MESSAGES[code])
