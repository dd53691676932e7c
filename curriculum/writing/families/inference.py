"""Fact or inference: the learner sees where a sentence stops reporting and starts concluding.

Three kinds of item, each with a certain answer. *After*: the sentence puts one thing after
another and holds no word of cause, so it tells the order and neither a cause nor its absence.
*Cause*: the stem itself grants that both things happened, so what stays open is only the link.
*Wish*: the article's own voice says what somebody wants or feels, which can be concluded from
words and deeds, and is neither watched nor entered in a register.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import Reading, Sentence, Span
from curriculum.writing import material, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.types import QuestionDraft

ID = "inference"
NAME = "Fact or inference"
SKILL = "infer"

_CAUSE = re.compile(
    r"\b(because of|because|as a result of|thanks to|led to|leads to|leading to|caused|"
    r"resulted in|sparked|triggered|prompted|fuell?ed|driven by|contributed to|brought about|"
    r"stemmed from|stems from|due to|caused by|as a result)\b"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|what|to|had|has|have|Asked)\s+\Z|\bAsked\b")
_PAST = re.compile(
    r"\b(?!need|feed|seed|speed|indeed)(?:\w{2,}ed|was|were|had|rose|fell|lost|won|left|began|broke|"
    r"went|came|grew|shut|sank|cut|took|ran|held|made|met|sold|paid|got|gave|became|kept|shrank)\b"
)
_UNREAL = re.compile(
    r"\b(?:not|if|may|might|could|will|would|going to|should|must|whether|to be)\b|n[’']t\b"
)
_SEQUENCE = re.compile(
    r"\b(after|since|before)(?= (?:the|a|an|his|"
    r"her|their|its|\w+ing|\w+ed|[A-Z]\w+|he|she|they|it|two|three|last)\b)"
)
_NO_SEQUENCE = re.compile(
    r"\b(?:named|look\w*|seek\w*|sought|take[ns]?|took|soon|right|day|year|one|week|modell?ed|goes|"
    r"went|go|chas\w+|run\w*|ran|clean\w*|ever|only|has|have|had) (?:after|since)\b|"
    r"\b(?:for|of) (?:\w+ ){1,3}before\b|"
    r"\b(?:the|a|an|his|her|their|its|of|large|strong|with|loyal|big|was|were|is|are|been|be) "
    r"following\b|\bsince (?:the )?(?:\d|then|when)|\bafter all\b",
    re.IGNORECASE,
)
_ANY_CAUSE = re.compile(
    r"\b(?:becaus\w*|caus\w+|led|leads?|result\w*|thanks|due|therefore|so that|forc\w+|prompt\w*|"
    r"trigger\w*|spark\w*|reason\w*|why|in response|amid|over|means|drove|driven|blam\w+|if|when|"
    r"unless|until|will|would|could|may|might|should|must|speculat\w*|accus\w+|for \w+ing)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(wants?|wanted to|hopes? to|hoped to|hoping to|feared?|fearing|eager to|keen to|"
    r"seems? to want|afraid|worried|determined to|reluctant to|convinced|confident|frustrated|"
    r"angry|anxious|intends? to|intended to|aims? to|in an (?:effort|attempt) to|"
    r"in (?:the )?hopes? of)\b"
)
_AFTER_STEMS = (
    "Paragraph {paragraph} says {quote}. What does “{word}” tell you about the two events?",
    "Read {quote} again. What does the word “{word}” say about the two events?",
    "What can a reader learn from the word “{word}” in {quote}?",
    "Two things are told in {quote}. What do you know of them from the word “{word}”?",
)
_CAUSE_STEMS = (
    "Suppose both things in {quote} did happen. What would still have to be shown?",
    "Paragraph {paragraph} says {quote}. If both halves are on record, what is still open?",
    "Imagine a record of each thing in {quote}. Which point would the records leave open?",
)
_WISH_STEMS = (
    "Paragraph {paragraph} says {quote}. How could the writer come to know that?",
    "Look at “{word}” in {quote}. How can a writer know such a thing?",
    "In {quote}, “{word}” tells of somebody’s mind. How could a writer find that out?",
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Causes and wishes first, then what is only told in order."""
    numbers = material.paragraphs(reading)
    plain = {sentence.span for sentence in material.own(reading)}
    for sentence in reading.sentences:
        if sentence.block not in numbers or "?" in sentence.span.of(reading.text):
            continue
        number = numbers[sentence.block]
        found = (
            _cause(reading, sentence, number)
            or (_wish(reading, sentence, number) if sentence.span in plain else None)
            or _after(reading, sentence, number)
        )
        if found:
            yield found


def _hit(
    reading: Reading, sentence: Sentence, pattern: re.Pattern[str], *, beyond: int
) -> tuple[quoting.Quote, Span] | None:
    """A quotation that holds the word and some words on either side of it, and the word."""
    words = sentence.span.of(reading.text)
    match = pattern.search(words)
    if not match or pattern.search(words, match.end()) or len(words[: match.start()].split()) < 3:
        return None
    place = Span(sentence.start + match.start(1), sentence.start + match.end(1))
    quote = quoting.around(reading.text, sentence.span, place, before=3, beyond=beyond)
    return (quote, place) if quote else None


def _cause(reading: Reading, sentence: Sentence, paragraph: int) -> QuestionDraft | None:
    found = _hit(reading, sentence, _CAUSE, beyond=2)
    if found is None or _UNREAL.search(found[0].words):
        return None
    quote, place = found
    first = reading.text[quote.span.start : place.start]
    if _RELATIVE.search(first) or not _PAST.search(first):
        return None  # what holds at all times has no record, and nothing happened that could
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_CAUSE_STEMS, quote.words, quote=quote, paragraph=paragraph),
        key=Option(
            "That the one brought about the other",
            f"“{place.of(reading.text)}” joins the two. That link is a conclusion of its own.",
        ),
        distractors=(
            Option(
                "That the two things took place at all",
                "The question grants that. What it does not grant is the link between them.",
                "linked-is-caused",
            ),
            Option(
                "That most readers would see it that way",
                "How many people see a link does not make one.",
                "popular-is-true",
            ),
        ),
        explanation=explanation(
            paragraph,
            f"“{place.of(reading.text)}” claims a link, and not only two events.",
            "ask what else could have brought it about, and who looked into it.",
        ),
        proof=(place, quote.span),
        score=0.72,
        difficulty=0.3,
    )


def _after(reading: Reading, sentence: Sentence, paragraph: int) -> QuestionDraft | None:
    found = _hit(reading, sentence, _SEQUENCE, beyond=2)
    if found is None:
        return None
    quote, place = found
    if _ANY_CAUSE.search(quote.words) or _NO_SEQUENCE.search(quote.words):
        return None
    first = reading.text[quote.span.start : place.start]
    if not quoting.has_verb(first) or (
        place.of(reading.text) == "since" and not re.search(r"\b(?:has|have|had)\b", first)
    ):
        return None  # "since" without "has" may give a reason
    word = place.of(reading.text)
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_AFTER_STEMS, quote.words, quote=quote, word=word, paragraph=paragraph),
        key=Option(
            "That one of them came first, and no more",
            f"“{word}” is a word of time. It puts two things in order.",
        ),
        distractors=(
            Option(
                "That the first thing led to the second",
                f"“{word}” speaks of time. A cause would need a word such as “because”.",
                "linked-is-caused",
            ),
            Option(
                "That the two have nothing to do with each other",
                f"“{word}” leaves that open. There may be a link, and the word does not say so.",
                "unstated-is-untrue",
            ),
        ),
        explanation=explanation(
            paragraph,
            f"The word “{word}” gives an order in time and leaves the cause open.",
            "look for a source that studied or saw how the one came of the other.",
        ),
        proof=(place, quote.span),
        score=0.55,
        difficulty=0.2,
    )


def _wish(reading: Reading, sentence: Sentence, paragraph: int) -> QuestionDraft | None:
    found = _hit(reading, sentence, _WISH, beyond=2) or _early_wish(reading, sentence)
    if found is None:
        return None
    quote, place = found
    word = quoting.on_one_line(place.of(reading.text))
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_WISH_STEMS, quote.words, quote=quote, word=word, paragraph=paragraph),
        key=Option(
            "By concluding it from words or deeds",
            "A wish or a fear cannot be seen. What people say and do can be.",
        ),
        distractors=(
            Option(
                "By watching it happen, as at a match",
                "One can watch what somebody does. The wish behind it stays out of sight.",
                "motive-is-seen",
            ),
            Option(
                "By looking it up in a public register",
                "Registers hold deeds and dates. No register holds what people want.",
                "motive-is-seen",
            ),
        ),
        explanation=explanation(
            paragraph,
            f"“{word}” tells of somebody’s mind, and nobody is quoted on it.",
            "look for what the person said or did, with its date.",
        ),
        proof=(place, quote.span),
        score=0.68,
        difficulty=0.1,
    )


def _early_wish(reading: Reading, sentence: Sentence) -> tuple[quoting.Quote, Span] | None:
    """The same where the wish stands among the first words: "Parents want to keep the hall"."""
    words = sentence.span.of(reading.text)
    match = _WISH.search(words)
    if not match or _WISH.search(words, match.end()) or not words[: match.start()].strip():
        return None
    place = Span(sentence.start + match.start(1), sentence.start + match.end(1))
    quote = quoting.around(reading.text, sentence.span, place, beyond=2)
    return (quote, place) if quote else None
