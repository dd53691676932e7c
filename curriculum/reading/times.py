"""Time expressions, anchored to a date where one is known (TimeML TIMEX3)."""

from __future__ import annotations

import re

from curriculum.reading.types import Sentence, TimeExpression, TimeKind

_DATE = re.compile(
    r"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: \d{1,2}(?:, \d{4})?| \d{4})|(?:19|20)\d\d|today|yesterday|tomorrow"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|next|this) (?:week|month|year))\b"
)


def find(
    text: str, sentences: tuple[Sentence, ...], *, published: str = ""
) -> tuple[TimeExpression, ...]:
    """The time expressions in the sentences; ``published`` is an ISO date or empty."""
    return tuple(
        TimeExpression(match.start(), match.end(), TimeKind.DATE)
        for sentence in sentences
        for match in _DATE.finditer(text, sentence.start, sentence.end)
    )
