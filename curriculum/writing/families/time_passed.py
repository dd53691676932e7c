"""Time: what was true on the day of writing, and what may have changed since.

Why the distractors are wrong. *Now*: words such as "now" or "next week" count from the day of
writing, whoever reads them, whenever. Sentences inside a quotation are left out, since there the
day of speaking counts. *Plan*: a sentence with "will" and a date stays a plan of its day; a later
reader cannot turn it into a report, nor is a plan a mistake because its day is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import Reading, Sentence, Span
from curriculum.writing import material, pointing, quoting, speech
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.types import QuestionDraft

ID = "time"
NAME = "Time: true then, changed since"
SKILL = "ctx"

_NOW = re.compile(
    r"\b((?:(?<=is )|(?<=are )|(?<=holds )|(?<=has ))now(?= \d| [a-z]+(?:ed|en)\b)|"
    r"now(?= (?:has|have|holds?|costs?|stands?|owns?|employs?|counts?|is|are)\b)|"
    r"currently|at present|so far|today|yesterday|tomorrow|tonight|recently|"
    r"(?:this|last|next|past) (?:week|month|year|summer|spring|autumn|fall|winter|season|weekend|"
    r"morning|afternoon|evening|decade|century)|last night|these days|nowadays|"
    r"in (?:recent|the past few|the last few|the coming) (?:days|weeks|months|years)|"
    r"(?<!-)(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d+|a few|several|some) "
    r"(?:days?|weeks?|months?|years?|decades?) ago|"
    r"(?:on |last |next )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"(?: (?:morning|afternoon|evening|night))?)\b"
)
_OTHER_NOW = re.compile(
    r"\b(?:until|till|by|from|right|even|just|for|every|each|USA|and|than|Black|Super|Easter) "
    r"(?:now|today|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|\bnow that\b|"
    r"\bnow and\b|(?:day|week|month|year|now|night|morning|afternoon|evening)[’']s|"
    r"day (?:in (?!the (?!sp|su|fa|wi|au))|of\b|after\b|before\b)|"
    r", (?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)|"
    r"days\b",
)
_PLAN = re.compile(r"\b(will|is (?:due|set|scheduled|expected) to|are (?:due|set|expected) to)\b")
_NO_PLAN = re.compile(
    r"\b(?:if|unless|not|never|would|free will|good will|will be (?:up|left) to|up to)\b|n[’']t\b",
    re.I,
)
_QUOTED = re.compile(r"[\"“”]|''|‘")
_NOW_STEMS = (
    "You read {quote} three years later. What does “{word}” mean by then?",
    "A friend sends you {quote} long after it was written. What does “{word}” mean there?",
    "Paragraph {paragraph} says {quote}. What does “{word}” mean to a later reader?",
    "You find {quote} in an old paper. What does “{word}” mean there?",
)
_DAY_STEMS = (
    "You read {quote} three years later. When is “{word}”?",
    "A friend sends you {quote} long after it was written. When is “{word}”?",
    "Paragraph {paragraph} says {quote}. When is “{word}” for a later reader?",
    "You find {quote} in an old paper. Which day is meant by “{word}”?",
)
_NOW_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. What does “{word}” mean there "
    "to somebody who reads it years later?",
    "The sentence in paragraph {paragraph} that begins {quote} has “{word}” in it. What does that "
    "mean to a later reader?",
)
_DAY_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. When is “{word}” for somebody "
    "who reads it years later?",
    "The sentence in paragraph {paragraph} that begins {quote} has “{word}” in it. Which day is "
    "meant?",
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_PLAN_STEMS = (
    "You read {quote} when the time for it is over. What is that sentence then?",
    "Paragraph {paragraph} says {quote}. What is it to somebody who reads it years later?",
    "Years from now, somebody finds {quote}. How should they take it?",
)
_PLAN_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. What is it to somebody who "
    "reads it when the time for it is over?",
    "Years from now, somebody finds the sentence in paragraph {paragraph} that begins {quote}. "
    "How should they take it?",
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Plans first, then words that lean on the day of writing."""
    numbers = material.paragraphs(reading)
    for sentence in reading.sentences:
        words = sentence.span.of(reading.text)
        open_quote = material.in_open_quotation(reading, sentence.span)
        if sentence.block not in numbers or "?" in words or open_quote:
            continue
        item = _plan(reading, sentence, numbers[sentence.block]) or _now(
            reading, sentence, numbers[sentence.block]
        )
        if item:
            yield item


def _only(
    reading: Reading, sentence: Sentence, pattern: re.Pattern[str], *, beyond: int
) -> tuple[quoting.Quote, Span] | None:
    """A quotation around the one place where the pattern stands in the sentence."""
    words, pointer = sentence.span.of(reading.text), pointing.at(reading, sentence)
    for match in pattern.finditer(words):
        near = words[max(0, match.start() - 8) : match.end() + 14]
        place = Span(sentence.start + match.start(1), sentence.start + match.end(1))
        quote = quoting.around(reading.text, sentence.span, place, beyond=beyond)
        if _QUOTED.search(words, 0, match.start()):
            return None  # inside a quotation, the day of speaking counts
        quote = quote or pointer
        if quote and len(pattern.findall(quote.words)) == 1 and not _OTHER_NOW.search(near):
            return quote, place
    return None


def _now(reading: Reading, sentence: Sentence, paragraph: int) -> QuestionDraft | None:
    found = _only(reading, sentence, _NOW, beyond=0)
    if found is None:
        return None
    quote, place = found
    word = quoting.on_one_line(place.of(reading.text)).removeprefix("on ")
    day = _DAY.search(word)
    what = f"A {day.group()} around" if day else "A time counted from"
    stems = (
        pointing.stems(quote, _DAY_STEMS, _DAY_POINTED)
        if day
        else pointing.stems(quote, _NOW_STEMS, _NOW_POINTED)
    )
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(stems, quote.words, quote=quote, word=word, paragraph=paragraph),
        key=Option(
            f"{what} the day when it was written",
            f"The writer wrote “{word}” on one day and counted from there.",
        ),
        distractors=(
            Option(
                f"{what} the day when somebody reads it",
                "The words stay as they were. A later reader does not move them along.",
                "now-is-today",
            ),
            Option(
                f"{what} the day when it was passed on",
                "Sharing a text again does not make it newer.",
                "now-is-today",
            ),
        ),
        explanation=explanation(
            paragraph,
            f"“{word}” counts from the day of writing.",
            "find the date of the text, and look for a later report of the same thing.",
        ),
        proof=(place, quote.span),
        score=0.6,
        difficulty=-0.1,
    )


def _plan(reading: Reading, sentence: Sentence, paragraph: int) -> QuestionDraft | None:
    words = sentence.span.of(reading.text)
    dated = any(sentence.span.contains(Span(t.start, t.end)) for t in reading.times)
    if not dated or _NO_PLAN.search(words):
        return None
    found = _only(reading, sentence, _PLAN, beyond=2)
    if found is None or speech.reports(reading.text[sentence.start : found[1].start]):
        return None  # "announced that it will" is a report of an announcement
    quote, place = found
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            pointing.stems(quote, _PLAN_STEMS, _PLAN_POINTED),
            quote.words,
            quote=quote,
            paragraph=paragraph,
        ),
        key=Option(
            "What was expected, to be checked against what came",
            f"“{place.of(reading.text)}” looks ahead from the day of writing.",
        ),
        distractors=(
            Option(
                "A report of what took place when the time came",
                "It was written before, so it cannot tell what happened.",
                "happened-or-expected",
            ),
            Option(
                "A mistake, because the time for it is over",
                "It was about the future when it was written. Time passing does not make it wrong.",
                "old-is-wrong",
            ),
        ),
        explanation=explanation(
            paragraph,
            f"There “{place.of(reading.text)}” speaks of what was still to come.",
            "look for a later report that says what happened.",
        ),
        proof=(place, quote.span),
        score=0.7,
        difficulty=0.0,
    )
