"""Pieces of a page, in order, laid out as one text with its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from curriculum.reading.problems import MAX_CHARACTERS, problem
from curriculum.reading.types import Block, BlockKind, Document, Metadata, Problem

# Spaces that only look different, and characters that show nothing at all.
_SPACES: Final = re.compile(r"[^\S\n]+")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\ufffe]")
_NEWLINES: Final = re.compile(r"\r\n?|\u2028|\u2029|\x85")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page before it has a place in the text."""

    kind: BlockKind
    text: str
    why: str = ""  # furniture only


def plain(text: str) -> str:
    """The same words with one kind of newline and without characters that show nothing."""
    return _UNSEEN.sub("", _NEWLINES.sub("\n", text))


def squeezed(text: str) -> str:
    """The words of a piece on one line, single spaces between them."""
    return " ".join(_SPACES.sub(" ", plain(text)).split())


def assemble(pieces: Iterable[Piece], *, form: str, metadata: Metadata) -> Document | Problem:
    """One text, its pieces apart by blank lines; a Problem when nothing is left to read."""
    words: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        text = squeezed(piece.text)
        if text:
            blocks.append(Block(piece.kind, at, at + len(text), piece.why))
            words.append(text)
            at += len(text) + 2
    if all(block.kind is BlockKind.FURNITURE for block in blocks):
        return problem("empty")
    if at > MAX_CHARACTERS:
        return problem("too-long")
    return Document("\n\n".join(words), tuple(blocks), form, metadata)
