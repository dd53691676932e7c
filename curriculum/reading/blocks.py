"""Plain text to blocks: headings, paragraphs, and the furniture that was copied along."""

from __future__ import annotations

import re

from curriculum.reading.types import Block, BlockKind

_LINE = re.compile(r"[^\n]+")


def split(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order; every non-blank line lies in exactly one."""
    found = []
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if not words:
            continue
        heading = len(words) < 90 and words[-1] not in ".!?:”\"'"
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        found.append(Block(kind, start, start + len(words)))
    return tuple(found)


def headline(text: str, blocks: tuple[Block, ...]) -> str:
    """The first heading, or nothing."""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            return block.span.of(text)
    return ""
