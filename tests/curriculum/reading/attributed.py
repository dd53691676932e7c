"""Who says what in a text, as plain strings, for tables in tests."""

from __future__ import annotations

from curriculum.reading import attribution, blocks, names, sentences
from curriculum.reading.types import Attribution, Span


def read(text: str, *, english: bool = True) -> tuple[Attribution, ...]:
    """The attributions of a text, by the stages that attribution rests on and no others."""
    found_blocks = blocks.split(text)
    spans = sentences.split(text, found_blocks)
    found_names = names.find(text, spans) if english else ()
    return attribution.find(text, found_blocks, spans, found_names, english=english)


def words(text: str, spans: tuple[Span, ...]) -> str:
    """The words of some spans, " … " where they have a gap."""
    return " … ".join(span.of(text) for span in spans)


def said(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution."""
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in read(text)]
