"""The passage beside a question: whole, in its paragraphs, with the proof lit."""

from __future__ import annotations

from curriculum.passages import passage
from curriculum.reading.types import Block, BlockKind, Span
from curriculum.writing import anchors
from curriculum.writing.types import Anchor

TEXT = "A heading\n\nThe gate was shut. Nobody came.\n\nShare"
BLOCKS = (
    Block(BlockKind.HEADING, 0, 9),
    Block(BlockKind.PARAGRAPH, 11, 42),
    Block(BlockKind.FURNITURE, 44, 49),
)


def lit(*proof: Anchor) -> list[str]:
    """The words that are lit."""
    return [
        piece.text for each in passage(TEXT, BLOCKS, proof) for piece in each.pieces if piece.lit
    ]


def test_no_word_is_lost_or_moved() -> None:
    proof = anchors.at(TEXT, Span(15, 19))
    found = passage(TEXT, BLOCKS, [proof])
    for paragraph, block in zip(found, BLOCKS, strict=True):
        assert "".join(piece.text for piece in paragraph.pieces) == block.span.of(TEXT)
        assert (paragraph.start, paragraph.kind) == (block.start, block.kind)
    assert [paragraph.lit for paragraph in found] == [False, True, False]


def test_the_proof_is_lit() -> None:
    assert lit(anchors.at(TEXT, Span(15, 19))) == ["gate"]


def test_words_that_are_proof_twice_are_shown_once() -> None:
    inner, outer = anchors.at(TEXT, Span(15, 19)), anchors.at(TEXT, Span(11, 28))
    assert lit(inner, outer) == ["The gate was shut"]


def test_lost_words_light_nothing() -> None:
    assert lit(Anchor("words that nobody wrote here")) == []
