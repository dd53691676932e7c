"""Time expressions, anchored to a date where one is known (TimeML TIMEX3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from curriculum.reading import timevalue
from curriculum.reading.timegrammar import CAPITALISED, EXPRESSION, KINDS, OPENERS, OPENING
from curriculum.reading.types import Sentence, TimeExpression, TimeKind


def find(
    text: str, sentences: tuple[Sentence, ...], *, published: str = ""
) -> tuple[TimeExpression, ...]:
    """The time expressions in the sentences; ``published`` is an ISO date or empty."""
    anchor = _anchor(published)
    return tuple(found for s in sentences for found in _within(text, s.start, s.end, anchor))


def _within(text: str, start: int, end: int, anchor: date | None) -> Iterator[TimeExpression]:
    done = start
    for word in OPENING.finditer(text, start, end):
        first = word.group().lower()
        if word.start() < done or not (first in OPENERS or first[-1].isdigit()):
            continue
        match = EXPRESSION.match(text, word.start(), end)
        if match is None:
            continue
        done = match.end()
        form = match.lastgroup or ""
        words = match.group()
        if form in CAPITALISED and not any(letter.isupper() for letter in words):
            continue
        if form == "month" and _is_modal(text, match.start(), match.end(), start):
            continue
        kind = KINDS.get(form, TimeKind.DATE)
        value = timevalue.of(form, words, anchor)
        yield TimeExpression(match.start(), match.end(), kind, value)


def _is_modal(text: str, start: int, end: int, opening: int) -> bool:
    """Whether "May" or "March" opens the sentence, as a verb may, and no number follows."""
    return text[start:end] in ("May", "March") and start == opening


def _anchor(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
