"""What a time expression points at, as an ISO 8601 value (TimeML TIMEX3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from curriculum.reading.timegrammar import DAYS, MONTHS, NUMBERS, ORDINALS

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)")
_WORD = re.compile(r"[a-z]+|\d+(?:st|nd|rd|th)?")
_LENGTHS = {"second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W",
            "weekend": "P{}WE", "fortnight": "P{}W", "month": "P{}M", "quarter": "P{}Q",
            "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE", "centurie": "P{}CE"}  # fmt: skip
_ADVERBS = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
            "yearly": "P1Y", "annually": "P1Y"}  # fmt: skip
_TENS = {"seventy": 70, "eighty": 80, "ninety": 90}
_STEP = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "that": 0, "same": 0,
         "next": 1, "coming": 1, "following": 1}  # fmt: skip


def of(form: str, words: str, anchor: date | None) -> str:
    """The value of an expression of that form, or "" where the text does not fix one."""
    low = words.lower().replace("’", "'")
    made = _MAKERS.get(form)
    return made(low, anchor) if made else ""


def _calendar(low: str, anchor: date | None) -> str:
    parts = _WORD.findall(low)
    month = next((MONTHS[p] for p in parts if p in MONTHS), 0)
    days = [
        int(p.rstrip("sthndr")) for p in parts if p[0].isdigit() and len(p.rstrip("sthndr")) < 3
    ]
    year = _year(low, anchor)
    if not days:
        return f"{year}-{month:02}" if year else f"XXXX-{month:02}"
    return f"{year}-{month:02}-{days[0]:02}" if year else f"XXXX-{month:02}-{days[0]:02}"


def _year(low: str, anchor: date | None) -> str:
    named = _YEAR.search(low)
    if named:
        return named.group(1)
    if anchor is None:
        return ""
    step = next((s for word, s in _STEP.items() if f"{word} year" in low), 0)
    return str(anchor.year + step)


def _iso(low: str, anchor: date | None) -> str:
    return low


def _spelled(low: str, anchor: date | None) -> str:
    """``nineteen ninety-four``: the hundreds, then the rest."""
    hundreds, *rest = re.split(r"[ -]", low)
    return str(100 * NUMBERS[hundreds] + sum(_TENS.get(w) or NUMBERS[w] for w in rest))


def _decade(low: str, anchor: date | None) -> str:
    named = _YEAR.search(low)
    return named.group(1)[:3] if named else ""


def _century(low: str, anchor: date | None) -> str:
    number = re.search(r"\d+", low)
    return str(int(number.group()) - 1) if number else ""


def _season(low: str, anchor: date | None) -> str:
    codes = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
    return next((f"{_year(low, anchor)}-{code}" for word, code in codes.items() if word in low), "")


def _quarter(low: str, anchor: date | None) -> str:
    year = _year(low, anchor)
    number = next((n for word, n in ORDINALS.items() if word in low), 0)
    if not year or not number:
        return ""
    return f"{year}-Q{number}" if "quarter" in low else f"{year}-H{number}"


def _just_year(low: str, anchor: date | None) -> str:
    named = _YEAR.search(low)
    return named.group(1) if named else ""


def _deictic(low: str, anchor: date | None) -> str:
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if low in steps:
        return (anchor + timedelta(days=steps[low])).isoformat() if anchor else ""
    if low in ("the weekend", "the quarter"):
        return ""
    if "future" in low:
        return "FUTURE_REF"
    return "PAST_REF" if low in ("recently", "the past") else "PRESENT_REF"


def _weekday(low: str, anchor: date | None) -> str:
    """The day nearest before the anchor: news tells of days that have been."""
    if anchor is None:
        return ""
    wanted = next(number for number, name in enumerate(DAYS) if name in low)
    return (anchor - timedelta(days=(anchor.weekday() - wanted) % 7)).isoformat()


def _near(low: str, anchor: date | None) -> str:
    step = next((s for word, s in _STEP.items() if re.search(rf"\b{word}\b", low)), None)
    if anchor is None or step is None:
        return ""
    if "year" in low:
        return str(anchor.year + step)
    if "month" in low:
        months = anchor.year * 12 + anchor.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    if "week" in low:
        week = (anchor + timedelta(weeks=step)).isocalendar()
        return f"{week.year}-W{week.week:02}"
    return ""


def _ago(low: str, anchor: date | None) -> str:
    if anchor is None or not low.endswith(("ago", "from now")):
        return ""  # "two weeks later" counts from another time than the day of publication
    count, unit = _count(low), _unit(low)
    sign = 1 if low.endswith("from now") else -1
    if not count or count > 500:
        return ""
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        return (anchor + sign * timedelta(days=days)).isoformat()
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + sign * count
        return f"{months // 12}-{months % 12 + 1:02}"
    return str(anchor.year + sign * count) if unit == "year" else ""


def _length(low: str, anchor: date | None) -> str:
    unit = _unit(low)
    return _LENGTHS[unit].format(_count(low) or "X") if unit else ""


def _set(low: str, anchor: date | None) -> str:
    return _ADVERBS.get(low) or (_LENGTHS[_unit(low)].format(1) if _unit(low) else "")


def _count(low: str) -> int:
    digits = re.search(r"\d+", low)
    if digits:
        return int(digits.group())
    return next((NUMBERS[w] for w in _WORD.findall(low) if w in NUMBERS), 0)


def _unit(low: str) -> str:
    return next(
        (w.removesuffix("s") for w in _WORD.findall(low) if w.removesuffix("s") in _LENGTHS), ""
    )


_MAKERS: dict[str, Callable[[str, date | None], str]] = {
    "iso": _iso,
    "monthday": _calendar,
    "daymonth": _calendar,
    "monthyear": _calendar,
    "month": _calendar,
    "year": _just_year,
    "spelled": _spelled,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "deictic": _deictic,
    "weekday": _weekday,
    "near": _near,
    "ago": _ago,
    "span": _length,
    "length": _length,
    "set": _set,
}
