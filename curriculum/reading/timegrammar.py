"""The grammar of time expressions (TimeML TIMEX3), as one regular expression with named forms.

Every alternative starts at a word and repeats nothing without bound, so that matching is linear.
"""

from __future__ import annotations

import re

from curriculum.reading.lexicon import listed
from curriculum.reading.types import TimeKind

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    word: number
    for number, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen"
            " fourteen fifteen sixteen seventeen eighteen nineteen twenty"
        )
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_SPELLED_YEAR = (  # as it is spoken: nineteen ninety-four
    r"(?:(?:eighteen|nineteen|twenty)\ "
    r"(?:(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[\ -](?:one|two|three|four|five|six|seven|eight|nine))?))"
)
_DATE = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_WORDS = "|".join(word for word in NUMBERS if len(word) > 2)
_COUNT = rf"(?:\d{{1,4}}(?:[.,]\d{{1,3}})?(?:\ 1/2)?|{_WORDS})"
_FEW = rf"(?:{_COUNT}|an?|several|many|(?:a\ )?few|a\ couple\ of|two\ or\ three|dozens\ of)"
_UNIT = r"(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|century)"
_UNITS = (
    r"(?:(?:second|minute|hour|day|week|weekend|fortnight|month|quarter|year|decade)s?"
    r"|centur(?:y|ies))"
)
_ROUGH = r"(?:(?:nearly|almost|over|at\ least|up\ to|more\ than|less\ than|fewer\ than)\ )?"
_PART = r"(?:morning|afternoon|evening|night)"
_SEASON = r"(?:spring|summer|fall|autumn|winter)"
_EDGE = (
    r"(?:(?:(?:earlier|later|early|late|mid)[\ -]|(?:the\ )?(?:beginning|end|start|middle|early"
    r"|late|mid)\ (?:of\ |part\ of\ )?)?)"
)
_PAST = r"(?:last|next|this|past|previous|following|coming|same|current|that|latest)"
_FEAST = (
    r"(?:Thanksgiving(?:\ Day)?|Christmas(?:\ (?:Day|Eve))?|Easter(?:\ (?:Sunday|Monday))?"
    r"|New\ Year['’]s\ (?:Day|Eve)|Halloween|Election\ Day|Labor\ Day|Memorial\ Day"
    r"|Independence\ Day|Boxing\ Day|Good\ Friday|Ramadan|Passover)"
)

_FORMS: tuple[tuple[str, str], ...] = (
    # clock times
    ("clockday", r"(?:\d{1,2}(?::\d\d)?\ ?[ap]\.?m\.?|noon|midnight)(?:\ [A-Z]{2,3}T)?"
                 rf"(?:\ on)?\ {_DAY}"),
    ("clock", r"\d{1,2}(?::\d\d){1,2}(?:\ ?[ap]\.?m\b\.?)?|\d{1,2}\ ?(?:[ap]\.m\.?|[ap]m\b)"
              r"|\d{1,2}\ o['’]clock|noon\b|midnight\b|tonight\b|last\ night|this\ " + _PART),
    # calendar dates
    ("iso", rf"{_YEAR}-\d\d-\d\d\b"),
    ("slash", rf"\d{{1,2}}/\d{{1,2}}/(?:{_YEAR}|\d\d)\b"),
    ("monthday", rf"(?:{_DAY},?\ )?{_EDGE}{_MONTH}\ {_DATE}\b(?:,?\ {_YEAR}\b)?"),
    ("daymonth", rf"(?:{_DAY},?\ )?(?:the\ )?{_DATE}\ (?:of\ )?{_MONTH}(?:,?\ {_YEAR}\b)?"),
    ("spelled", _SPELLED_YEAR + r"\b"),
    ("monthyear", rf"{_EDGE}{_MONTH}(?:,|\ of)?\ (?:{_YEAR}|(?:last|this|next)\ year)\b"),
    # parts of years and larger stretches
    ("quarter", r"(?:the\ )?(?:fiscal\ )?(?:(?:first|second|third|fourth|latest|current"
                r"|year-(?:ago|earlier))[\ -]quarter|(?:first|second)[\ -]half)"
                rf"(?:\ of\ (?:(?:last|this|next)\ year|(?:fiscal\ )?{_YEAR}))?"
                r"|this\ year['’]s\ (?:first|second|third|fourth)\ quarter"
                r"|the\ year-(?:ago|earlier)\ period|year-(?:ago|earlier|end)"),
    ("decade", rf"{_EDGE}(?:the\ )?(?:(?:early|late|mid)[\ -])?(?:{_YEAR}s|['’]\d0s)\b"),
    ("century", r"(?:the\ )?(?:(?:early|late|mid)[\ -])?(?:\d{1,2}(?:st|nd|rd|th)"
                r"|nineteenth|twentieth|twenty-first|eighteenth)[\ -]century"),
    ("season", rf"{_EDGE}(?:(?:the\ )?{_SEASON}\ of\ {_YEAR}|{_SEASON}\ {_YEAR})\b"),
    # reckoned from now, or from another time
    ("ago", rf"{_ROUGH}{_FEW}\ {_UNITS}\ (?:ago|earlier|later|from\ now)\b"),
    ("near", rf"{_EDGE}(?:the\ )?{_PAST}\ (?:{_UNIT}|{_SEASON}|{_MONTH}|{_DAY}|{_FEAST})\b"
             rf"(?:\ {_PART}\b)?(?!\ {_UNITS})"),
    ("weekday", rf"{_DAY}(?:\ {_PART}\b)?"),
    ("feast", rf"(?:last\ |next\ |this\ )?{_FEAST}\b"),
    ("deictic", r"today|yesterday|tomorrow|nowadays|now|currently|recently"
                r"|current(?=\ \w)|the\ past(?=[.,;])"
                r"|at\ the\ moment|at\ present|the\ (?:near\ )?future|the\ (?:weekend|quarter)"),
    ("vague", rf"(?:recent|coming)\ {_UNITS}\b"),
    # stretches
    ("set", rf"daily|weekly|monthly|hourly|yearly|annually|nightly|(?:every|each)\ (?:other\ )?"
            rf"(?:{_UNIT}|{_DAY}|{_SEASON}|{_PART})\b"
            rf"|(?:once|twice|{_COUNT}\ times)\ (?:a|an|each|every|per)\ {_UNIT}\b"),
    ("span", rf"the\ {_COUNT}\ {_UNITS}\b"
             r"|(?:the\ )?(?:(?:past|last|next|first|coming|previous|following)\ )"
             rf"(?:{_FEW}\ )?(?:\w{{1,8}}\ )?{_UNITS}\b"),
    ("length", rf"{_ROUGH}{_COUNT}(?:\ more)?\ {_UNITS}\b(?:\ and\ a\ half)?|(?:several|many"
               rf"|a\ few|a\ couple\ of|dozens\ of)\ {_UNITS}\b"
               rf"|{_COUNT}-{_UNIT}(?:-long)?\b(?!-old)|{_UNIT}s?-long\b"
               r"|(?:half\ )?an\ hour|(?:half\ )?a\ (?:month|decade|century)\b"),
    ("month", rf"{_EDGE}{_MONTH}\b"),
    ("year", rf"(?:{_EDGE}|fiscal\ ){_YEAR}\b"),
)  # fmt: skip

KINDS = {
    "clock": TimeKind.TIME,
    "set": TimeKind.SET,
    "span": TimeKind.DURATION,
    "length": TimeKind.DURATION,
}  # every other form is a date

# A letter, a digit or "$" before means that the number or word is part of something else.
EXPRESSION = re.compile(
    r"(?<![\w$£€#.,])(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _FORMS) + r")"
    r"(?![\w%]|[.,]\d|\ ?(?:per\ cent|percent|million|billion)\b)",
    re.VERBOSE | re.IGNORECASE,
)
# Where an expression may start: trying the whole grammar at every word would be slow.
OPENING = re.compile(r"[A-Za-z]+|['’]?\d+")
OPENERS = frozenset(
    listed(
        "a almost an annually at autumn beginning boxing christmas coming couple current"
        " currently daily day days decade decades dozens each earlier early easter eighteenth"
        " election end every fall few fewer first fiscal following fourth good half halloween"
        " hour hourly hours independence labor last late later latest less many memorial mid"
        " middle midnight minute month monthly months more nearly new next nightly nineteenth"
        " noon now nowadays once over passover past previous ramadan recent recently same"
        " second several spring start summer thanksgiving that the third this today tomorrow"
        " tonight twentieth twice two up week weekly weeks winter year yearly years yesterday"
    )
) | {*MONTHS, *DAYS, *NUMBERS}

CAPITALISED = frozenset(("month", "weekday", "feast"))  # "may" and "march" are verbs too
