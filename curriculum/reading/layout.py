"""Pieces of a page, in order, laid out as one text with its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from curriculum.reading import blocks
from curriculum.reading.problems import MAX_CHARACTERS, problem
from curriculum.reading.types import Block, BlockKind, Document, Metadata, Problem

# Characters that show nothing at all.
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\ufffe]")
_NEWLINES: Final = re.compile(r"\r\n?|\u2028|\u2029|\x85")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page before it has a place in the text."""

    text: str
    kind: BlockKind | None = None  # None: the rules for plain text decide
    why: str = ""  # furniture only


def plain(text: str) -> str:
    """The same words with one kind of newline and without characters that show nothing."""
    return _UNSEEN.sub("", _NEWLINES.sub("\n", text))


def squeezed(text: str) -> str:
    """The words of a piece on one line, single spaces between them."""
    return " ".join(plain(text).split())


def assemble(pieces: Iterable[Piece], *, form: str, metadata: Metadata) -> Document | Problem:
    """One text, its pieces apart by blank lines; a Problem when nothing is left to read."""
    kept = [(piece, words) for piece in pieces if (words := squeezed(piece.text))]
    text = "\n\n".join(words for _, words in kept)
    if len(text) > MAX_CHARACTERS:
        return problem("too-long")
    laid = tuple(
        Block(piece.kind, block.start, block.end, piece.why) if piece.kind else block
        for (piece, _), block in zip(kept, blocks.split(text), strict=True)
    )
    if all(block.kind is BlockKind.FURNITURE for block in laid):
        return problem("empty")
    return Document(text, laid, form, metadata)
