"""Who says what: source, cue and content (Pareti 2013), by rules over a shallow parse."""

from __future__ import annotations

from curriculum.reading.attribution import joining, quotes, relations, tagging, tokens
from curriculum.reading.attribution.joining import Finding
from curriculum.reading.types import (
    Attribution,
    Block,
    Name,
    QuoteType,
    Sentence,
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
    read = []
    block = -1
    for unit in tokens.units(text, sentences, marks):
        tagging.tag(unit)
        read.append((unit, relations.find(unit, opens_block=unit.block != block)))
        block = unit.block
    found = [_attribution(finding) for finding in joining.join(read)]
    return tuple(sorted(found, key=lambda a: (a.content[0].start, a.cue)))


def _attribution(finding: Finding) -> Attribution:
    return Attribution(
        source=finding.source,
        cue=finding.cue,
        content=tuple(finding.content),
        type=QuoteType.INDIRECT,
        voice=Voice.NAMED,
        confidence=0.5,
    )
