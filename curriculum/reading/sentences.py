"""Blocks to sentences."""

from __future__ import annotations

import re

from curriculum.reading.types import Block, BlockKind, Sentence

_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])")


def split(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """The sentences of the headings and paragraphs, bare of judgement, in order."""
    found = []
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.FURNITURE:
            continue
        start = block.start
        for stop in [*(m.end() for m in _END.finditer(text, block.start, block.end)), block.end]:
            while start < stop and text[start].isspace():
                start += 1
            if start < stop:
                found.append(Sentence(start, stop, index))
            start = stop
    return tuple(found)
