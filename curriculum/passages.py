"""A text in its paragraphs, cut so that the words that matter can be lit. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from curriculum.reading.types import Block, BlockKind
from curriculum.writing import anchors
from curriculum.writing.types import Anchor


@dataclass(frozen=True, slots=True)
class Lit:
    """Words of the text to light up; ``number`` counts from 1 and names the place on the page."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a paragraph that are lit, or not."""

    text: str
    lit: int = 0  # the number of the Lit, or 0
    opens: bool = False  # the first stretch of that Lit, which bears the id


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text, cut where the light goes on and off."""

    kind: BlockKind
    start: int  # in the whole text
    number: int  # among the paragraphs, from 1; 0 for headings and furniture
    stretches: tuple[Stretch, ...]

    @property
    def lit(self) -> bool:
        """Whether any of its words matter now."""
        return any(stretch.lit for stretch in self.stretches)


def resolve(text: str, found: Iterable[Anchor]) -> list[Lit]:
    """Where the anchors stand, in the order of the text. Words that are gone stay dark."""
    places = (anchors.resolve(anchor, text) for anchor in found)
    spans = sorted({(place.start, place.end) for place in places if place})
    return [Lit(number, *span) for number, span in enumerate(spans, 1)]


def numbered(blocks: Iterable[Block]) -> Iterator[tuple[Block, int]]:
    """The blocks, each with its number among the paragraphs; 0 for headings and furniture."""
    number = 0
    for block in blocks:
        counted = block.kind is BlockKind.PARAGRAPH
        number += counted
        yield block, number if counted else 0


def number_at(blocks: Iterable[Block], place: int) -> int:
    """The number of the paragraph around a place; 0 where it stands in none."""
    return next((n for block, n in numbered(blocks) if block.start <= place < block.end), 0)


def paragraphs(
    text: str, blocks: Sequence[Block], lights: Sequence[Lit] = ()
) -> tuple[Paragraph, ...]:
    """The whole text, block by block."""
    return tuple(
        Paragraph(block.kind, block.start, number, stretches(text, block.start, block.end, lights))
        for block, number in numbered(blocks)
    )


def stretches(text: str, start: int, end: int, lights: Iterable[Lit]) -> tuple[Stretch, ...]:
    """Cut ``text[start:end]`` at the lights. Where two overlap, the earlier one keeps the words."""
    found, at = [], start
    for light in lights:
        first, last = max(light.start, at), min(light.end, end)
        if first >= last:
            continue
        if at < first:
            found.append(Stretch(text[at:first]))
        found.append(Stretch(text[first:last], light.number, opens=light.start >= start))
        at = last
    if at < end:
        found.append(Stretch(text[at:end]))
    return tuple(found)
