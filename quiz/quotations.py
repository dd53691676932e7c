"""Lit words quoted out of their text, with enough around them to be understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from curriculum.models import Source
from curriculum.passages import Lit, Stretch, numbered, resolve, stretches
from curriculum.writing.types import Anchor

AROUND = 90  # code points of context on each side of a quotation


@dataclass(frozen=True, slots=True)
class Quotation:
    """Lit words with the words around them; lit words that stand close together share one."""

    number: int  # of the first Lit in it
    paragraph: int  # 0 outside paragraphs
    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(stretch.text for stretch in self.stretches)


def among(lights: Iterable[Lit], text: str, found: Iterable[Anchor]) -> list[Lit]:
    """Those of a page's lights that these anchors lit."""
    wanted = {(light.start, light.end) for light in resolve(text, found)}
    return [light for light in lights if (light.start, light.end) in wanted]


def quotations(source: Source, lights: Iterable[Lit]) -> list[Quotation]:
    """The lit words, each group of neighbours in a quotation of its own."""
    return [_quotation(source, group) for group in _neighbours(source, lights)]


def _neighbours(source: Source, lights: Iterable[Lit]) -> list[list[Lit]]:
    """Lights of one block that stand close enough for one quotation to hold them all."""
    groups: list[list[Lit]] = []
    for light in lights:
        last = groups[-1][-1] if groups else None
        close = last is not None and light.start - last.end <= AROUND
        if last and close and _block(source, last.start) == _block(source, light.start):
            groups[-1].append(light)
        else:
            groups.append([light])
    return groups


def _quotation(source: Source, lights: list[Lit]) -> Quotation:
    text, first, last = source.text, lights[0].start, max(light.end for light in lights)
    start, end, paragraph = _block(source, first)
    before, after = _tail(text[start:first]), _head(text[last : max(last, end)])
    around = (Stretch(before), *stretches(text, first, last, lights), Stretch(after))
    return Quotation(lights[0].number, paragraph, tuple(s for s in around if s.text))


def _block(source: Source, place: int) -> tuple[int, int, int]:
    """Where the block around a place starts and ends, and which paragraph it is, if it is one."""
    for block, number in numbered(source.blocks):
        if block.start <= place < block.end:
            return block.start, block.end, number
    return place, place, 0


def _tail(words: str) -> str:
    """The last words before a quotation, cut between words."""
    if len(words) <= AROUND:
        return words
    return "… " + words[-AROUND:].partition(" ")[2]


def _head(words: str) -> str:
    """The first words after a quotation, cut between words."""
    if len(words) <= AROUND:
        return words
    return words[:AROUND].rpartition(" ")[0] + " …"
