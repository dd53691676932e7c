"""Time expressions, anchored to a date where one is known (TimeML TIMEX3)."""

from __future__ import annotations

from curriculum.reading.types import Sentence, TimeExpression


def find(
    text: str, sentences: tuple[Sentence, ...], *, published: str = ""
) -> tuple[TimeExpression, ...]:
    """The time expressions in the sentences; ``published`` is an ISO date or empty."""
    return ()
