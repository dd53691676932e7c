"""The text beside a question: its paragraphs, cut so that the words that matter can be lit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from curriculum.reading.types import Block, BlockKind, Span
from curriculum.writing import anchors
from curriculum.writing.types import Anchor


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text inside a paragraph; lit where it proves the key."""

    text: str
    lit: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text in pieces. ``start`` is where it begins in the whole text."""

    kind: BlockKind
    start: int
    pieces: tuple[Piece, ...]

    @property
    def lit(self) -> bool:
        """Whether any of its words matter now."""
        return any(piece.lit for piece in self.pieces)


def passage(text: str, blocks: Sequence[Block], proof: Iterable[Anchor]) -> tuple[Paragraph, ...]:
    """The whole text, with the words of ``proof`` lit wherever they still stand."""
    places = sorted(p for p in (anchors.resolve(a, text) for a in proof) if p is not None)
    return tuple(
        Paragraph(block.kind, block.start, tuple(_pieces(text, block.span, places)))
        for block in blocks
    )


def _pieces(text: str, block: Span, places: Sequence[Span]) -> Iterable[Piece]:
    at = block.start
    for place in places:
        start, end = max(place.start, at), min(place.end, block.end)
        if start >= end:
            continue
        if start > at:
            yield Piece(text[at:start], lit=False)
        yield Piece(text[start:end], lit=True)
        at = end
    if at < block.end:
        yield Piece(text[at : block.end], lit=False)
