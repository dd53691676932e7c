"""A source as a learner reads it: paragraphs, with the words that matter lit up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from curriculum.models import Source
from curriculum.reading.types import BlockKind
from curriculum.writing import anchors
from curriculum.writing.types import Anchor

AROUND = 90  # code points of context on each side of a quotation


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

    kind: str
    number: int  # among the paragraphs, from 1; 0 for headings and furniture
    stretches: tuple[Stretch, ...]


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


def resolve(text: str, found: Iterable[Anchor]) -> list[Lit]:
    """Where the anchors stand, in the order of the text. Words that are gone stay dark."""
    places = (anchors.resolve(anchor, text) for anchor in found)
    spans = sorted({(place.start, place.end) for place in places if place})
    return [Lit(number, *span) for number, span in enumerate(spans, 1)]


def among(lights: Iterable[Lit], text: str, found: Iterable[Anchor]) -> list[Lit]:
    """Those of a page's lights that these anchors lit."""
    wanted = {(light.start, light.end) for light in resolve(text, found)}
    return [light for light in lights if (light.start, light.end) in wanted]


def paragraphs(source: Source, lights: Iterable[Lit] = ()) -> list[Paragraph]:
    """The whole text, block by block."""
    found, number, lit = [], 0, list(lights)
    for block in source.reading_json["blocks"]:
        counted = block["kind"] == BlockKind.PARAGRAPH
        number += counted
        stretches = _stretches(source.text, block["start"], block["end"], lit)
        found.append(Paragraph(block["kind"], number if counted else 0, tuple(stretches)))
    return found


def quotations(source: Source, lights: Iterable[Lit]) -> list[Quotation]:
    """The lit words with enough around them to be understood."""
    return [_quotation(source, group) for group in _neighbours(source, lights)]


def _stretches(text: str, start: int, end: int, lights: list[Lit]) -> list[Stretch]:
    """Cut ``text[start:end]`` at the lights. Where two overlap, the earlier one keeps the words."""
    found, at = [], start
    for light in lights:
        first, last = max(light.start, at), min(light.end, end)
        if first >= last:
            continue
        if at < first:
            found.append(Stretch(text[at:first]))
        opens = light.start >= start
        found.append(Stretch(text[first:last], light.number, opens))
        at = last
    if at < end:
        found.append(Stretch(text[at:end]))
    return found


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
    inside = _stretches(text, first, last, lights)
    around = (Stretch(before), *inside, Stretch(after))
    return Quotation(lights[0].number, paragraph, tuple(s for s in around if s.text))


def _block(source: Source, place: int) -> tuple[int, int, int]:
    """Where the block around a place starts and ends, and which paragraph it is, if it is one."""
    number = 0
    for block in source.reading_json["blocks"]:
        counted = block["kind"] == BlockKind.PARAGRAPH
        number += counted
        if block["start"] <= place < block["end"]:
            return block["start"], block["end"], number if counted else 0
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
