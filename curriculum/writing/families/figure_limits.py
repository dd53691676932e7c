"""How exact a figure is: the learner reads the small word before a number as the limit it sets.

Why the distractors are wrong: by the meaning of the word. "At least" and "more than" set a floor,
"up to" and "fewer than" a ceiling, and "about" neither; each rules out what the other two say.
Words that people read in two ways ("nearly", "over" before a length of time) are not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import Reading, Sentence, Span
from curriculum.writing import alone, pointing, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.types import QuestionDraft

ID = "figure-limits"
NAME = "How exact a figure is"
SKILL = "force"

FLOOR = "That it could be higher, and not lower"
CEILING = "That it could be lower, and not higher"
ROUND = "That it could be a little off, up or down"
_STEMS = (
    "Paragraph {paragraph} says {quote}. What does “{word}” tell you about the number?",
    "What do you learn from “{word}” about the number in {quote}?",
    "Look at “{word}” in {quote}. What does it say of the number that comes after it?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. What does “{word}” tell you "
    "about the number after it?",
    "A sentence in paragraph {paragraph} begins {quote}. What do you learn from “{word}” about the "
    "number that comes next?",
)
_WHY = {
    FLOOR: "“{word}” gives the least that it can be.",
    CEILING: "“{word}” gives the most that it can be.",
    ROUND: "“{word}” says that the number is rounded, up or down.",
}
_WRONG = {
    FLOOR: "“{word}” does not give the least that it can be.",
    CEILING: "“{word}” does not give the most that it can be.",
    ROUND: "“{word}” does more than round: it sets a limit on one side.",
}
_NUMBER = (
    r"(?= (?:[£$€] ?)?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"a dozen|twenty|thirty|forty|fifty|half|a (?:hundred|thousand|million))"
    r"(?! ?(?:[ap]\.?m\b|o[’']clock|\d))(?!:\d))"
)
_DURATION = r"(?! \S+ (?:years?|months?|weeks?|days?|hours?|minutes?|decades?|[a-z]+ years)\b)"
_LIMITS = (
    (FLOOR, re.compile(rf"\b([Mm]ore than|[Aa]t least|[Oo]ver{_DURATION}){_NUMBER}")),
    (CEILING, re.compile(rf"\b([Uu]p to|[Aa]s (?:many|much) as|[Ff]ewer than|[Ll]ess than|"
                         rf"[Nn]o more than|[Aa]t most){_NUMBER}")),
    (ROUND, re.compile(rf"\b([Aa]bout|[Aa]round|[Rr]oughly|[Aa]pproximately|[Aa]n estimated)"
                       rf"{_NUMBER}")),
)  # fmt: skip
# "No more than", "little more than", "add up to", "about 2016", "around 5 March": another sense.
_OTHER = re.compile(
    r"\b(?:no|not|any|little|far|much|slightly|just|rather|nothing|adds?|added|live|pay|lead\w*|make|"
    r"even|well|ever|of|only|by|the|down|went|go|going|is|was|from|turn\w*|talk\w*|what|how) \Z",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r" \S+ (?:to|or|and|-) \S*\d|"  # a range has a limit on either side
    r" (?:1[5-9]|20)\d\d(?![,\d])(?! [a-z]+s\b)|"
    r" \d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r" \d[\d.]* (?:in the )?(?:morning|evening|afternoon|noon|GMT|local time)"
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each sentence in which one such word stands before one number."""
    for sentence, span, paragraph in alone.stretches(reading):
        found = _found(reading, sentence, span)
        if found:
            yield _item(reading, *found, paragraph)


def _found(
    reading: Reading, sentence: Sentence, span: Span
) -> tuple[str, quoting.Quote, Span] | None:
    """What the word sets, a quotation with the number in it, and the word; None for two."""
    words = span.of(reading.text)
    hits = [(sets, m) for sets, pattern in _LIMITS for m in pattern.finditer(words)]
    if len(hits) != 1:
        return None
    sets, match = hits[0]
    before, after = words[: match.start()], words[match.end() :]
    no_more = match.group(1).lower() in ("no more than", "at most", "at least")
    if (_OTHER.search(before) and not no_more) or _YEAR.match(after):
        return None
    place = Span(span.start + match.start(1), span.start + match.end(1))
    quote = quoting.around(reading.text, span, place, beyond=2)
    if quote is None or not alone.own_subject(quote):
        pointer = pointing.at(reading, sentence)
        one = pointer and pointing.once_in(pointer, match.group(1))
        quote = pointer if one else None
    return (sets, quote, place) if quote else None


def _item(
    reading: Reading, sets: str, quote: quoting.Quote, place: Span, paragraph: int
) -> QuestionDraft:
    word = quoting.on_one_line(place.of(reading.text)).lower()
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            pointing.stems(quote, _STEMS, _POINTED),
            quote.words,
            quote=quote,
            word=word,
            paragraph=paragraph,
        ),
        key=Option(sets, _WHY[sets].format(word=word)),
        distractors=[
            Option(
                other,
                _WRONG[other].format(word=word),
                "hedge-missed" if ROUND in (sets, other) else "strength-backwards",
            )
            for other in (FLOOR, CEILING, ROUND)
            if other != sets
        ],
        explanation=explanation(
            paragraph,
            f"There “{word}” stands before the number.",
            "look for whoever counted, and for the number that they wrote down.",
        ),
        proof=(place, quote.span),
        score=0.6,
        difficulty=-0.2,
    )
