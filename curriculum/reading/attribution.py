"""Who says what: source, cue and content (Pareti 2013)."""

from __future__ import annotations

from curriculum.reading.types import Attribution, Block, Name, Sentence


def find(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    names: tuple[Name, ...],
    *,
    english: bool = True,
) -> tuple[Attribution, ...]:
    """The attributions of a text in order of their content."""
    return ()
