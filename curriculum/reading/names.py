"""Names of people, organisations and places."""

from __future__ import annotations

from curriculum.reading.types import Name, Sentence


def find(text: str, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
    """The names in the sentences, in order, not overlapping."""
    return ()
