"""Time expressions, anchored to a date where one is known (TimeML TIMEX3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from curriculum.reading import timevalue
from curriculum.reading.timegrammar import CAPITALISED, EXPRESSION, KINDS, OPENERS, OPENING
from curriculum.reading.types import Sentence, TimeExpression, TimeKind

# What each form of the grammar tells, and from where it is counted.
_CALENDAR = "a date on the calendar"
_COUNTED = "counted from another day"
WHY = {
    **dict.fromkeys(("clock", "clockday"), "a time of day"),
    **dict.fromkeys(("iso", "slash", "monthday", "daymonth", "monthyear"), _CALENDAR),
    **dict.fromkeys(("month", "feast"), _CALENDAR),
    **dict.fromkeys(("year", "spelled"), "a year"),
    "quarter": "a part of a year",
    "season": "a part of a year",
    "decade": "ten years together",
    "century": "a hundred years together",
    **dict.fromkeys(("ago", "near", "weekday", "deictic", "vague"), _COUNTED),
    "set": "says how often",
    "span": "says how long",
    "length": "says how long",
}
_FROM_PUBLICATION = "counted from the day on which the text appeared"
_NO_DAY = "counted from another day, which this copy does not give"
_NO_YEAR = "; it gives no year, so we take the one in which the text appeared"


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
        if first not in OPENERS and not first[-1].isdigit():
            continue
        if word.start() < done:
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
        why = _why(form, words, value, anchor)
        yield TimeExpression(match.start(), match.end(), kind, value, why)


def _why(form: str, words: str, value: str, anchor: date | None) -> str:
    why = WHY[form]
    if why == _COUNTED:
        return _FROM_PUBLICATION if anchor and value else _NO_DAY
    if why != _CALENDAR or anchor is None or str(anchor.year) in words:
        return why
    return why + _NO_YEAR if value.startswith(f"{anchor.year}-") else why


def _is_modal(text: str, start: int, end: int, opening: int) -> bool:
    """Whether "May" or "March" opens the sentence, as a verb may, and no number follows."""
    return text[start:end] in ("May", "March") and start == opening


def _anchor(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
