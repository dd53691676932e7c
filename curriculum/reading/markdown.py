"""Markdown to a Document: the words without their marks, headings as headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from curriculum.reading.layout import Piece, assemble
from curriculum.reading.types import BlockKind, Document, Metadata, Problem

_FRONT_MATTER: Final = re.compile(r"---\n(.{0,5000}?)\n(?:---|\.\.\.)(?:\n|$)", re.DOTALL)
_ENTRY: Final = re.compile(r"^(title|author|date)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def extract(text: str) -> Document | Problem:
    """The words of a Markdown text."""
    matter = _FRONT_MATTER.match(text)
    said = dict(_ENTRY.findall(matter.group(1))) if matter else {}
    day = _ISO.match(said.get("date", ""))
    metadata = Metadata(
        title=said.get("title", ""),
        author=said.get("author", ""),
        published=day.group() if day else "",
    )
    return assemble(
        _pieces(text[matter.end() :] if matter else text), form="markdown", metadata=metadata
    )


def _pieces(text: str) -> Iterator[Piece]:
    from markdown_it import MarkdownIt

    heading = False
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "inline":
            words = "".join(
                " " if part.type.endswith("break") else part.content
                for part in token.children or ()
                if part.type not in ("image", "html_inline")
            )
            yield Piece(words, BlockKind.HEADING if heading else None)
        elif token.type in ("fence", "code_block"):
            yield Piece(token.content, BlockKind.PARAGRAPH)
        heading = token.type == "heading_open"
