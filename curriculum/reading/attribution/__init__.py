"""Who says what: source, cue and content (Pareti 2013), by rules over a shallow parse."""

from __future__ import annotations

from curriculum.reading.attribution import quotes, relations, tagging, tokens
from curriculum.reading.attribution.relations import Relation
from curriculum.reading.attribution.tokens import Unit
from curriculum.reading.types import (
    Attribution,
    Block,
    Name,
    QuoteType,
    Sentence,
    Span,
    Voice,
)

__all__ = ["find"]


def find(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    names: tuple[Name, ...],
    *,
    english: bool = True,
) -> tuple[Attribution, ...]:
    """The attributions of a text in order of their content."""
    marks = quotes.find(text, blocks)
    found: list[Attribution] = []
    for unit in tokens.units(text, sentences, marks):
        tagging.tag(unit)
        found += [_attribution(unit, relation) for relation in relations.find(unit)]
    return tuple(sorted(found, key=lambda a: (a.content[0].start, a.cue)))


def _span(unit: Unit, first: int, stop: int) -> Span:
    while stop - first > 1 and unit.tags[stop - 1] in ",":
        stop -= 1
    return Span(unit.starts[first], unit.ends[stop - 1])


def _attribution(unit: Unit, relation: Relation) -> Attribution:
    return Attribution(
        source=(_span(unit, *relation.source),) if relation.source else (),
        cue=(_span(unit, *relation.cue),),
        content=tuple(_span(unit, *part) for part in relation.content),
        type=QuoteType.INDIRECT,
        voice=Voice.NAMED,
        confidence=0.5,
    )
