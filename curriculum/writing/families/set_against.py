"""Consistency: the learner finds what the text itself sets against a statement.

Why the distractors are wrong: the key follows the statement at once, in the article's own
voice, and opens with "but" or "however"; the other sentences stand in other paragraphs, open with
no such word, and share no meaning word with the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import Reading, Sentence, Span
from curriculum.writing import material, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "set-against"
NAME = "Consistency"
SKILL = "corrob"

_STEMS = (
    "The text says {quote}. What does it set against that?",
    "Which words of the text pull the other way from {quote}?",
    "Which of these does the text set against {quote}?",
    "The text says {quote}, and then turns to the other side. Which of these is the turn?",
    "A friend repeats {quote}. Which words of the text would you add, to show the other side?",
)
_TURN = re.compile(r"(?:But|However,|Yet|Still,|Even so,|Nevertheless,) (?=\S)")
_LEANS = re.compile(
    r"(?:he|she|they|it|that|this|these|those|there|not|if|when|what|as|in|for|to|at|with)\b", re.I
)
_CREDIT = re.compile(
    r"\b(?:[Cc]ontributed|[Rr]eporting|[Ee]diting|[Ww]riting) (?:to|by|reporting)\b"
)
_OBJECTS = re.compile(
    r"\b(?:critics?|opponents?|skeptics|sceptics|experts?|analysts?|some|others|many|supporters?|"
    r"expect\w*|doubt\w*|object\w*|worr\w+|disput\w+|disagree\w*)\b",
    re.IGNORECASE,
)
_WORDS = (6, 14)  # of an option


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each sentence that turns against the one before it."""
    numbers = material.paragraphs(reading)
    for before, after in zip(reading.sentences, reading.sentences[1:], strict=False):
        if before.block == after.block and before.block in numbers:
            item = _item(reading, before, after, numbers[before.block])
            if item:
                yield item


def _item(
    reading: Reading, before: Sentence, after: Sentence, paragraph: int
) -> QuestionDraft | None:
    turn = _TURN.match(after.span.of(reading.text))
    if not turn or _TURN.match(before.span.of(reading.text)):
        return None
    start = after.start + turn.end()
    statement = _whole(reading, before.span)
    key = _whole(reading, Span(start, after.end))
    if statement is None or key is None or key.cut:  # a turn cut short may turn elsewhere
        return None
    others = _others(reading, before, key)
    if len(others) < 2 or _LEANS.match(key.words) or _OBJECTS.search(key.words):
        return None
    if material.is_said(reading, after.span, after.span.of(reading.text)):
        return None  # others object there, and the text itself takes no turn
    word = quoting.on_one_line(turn.group()).rstrip(",")
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_STEMS, statement.words, quote=statement),
        key=Option(
            material.capital(key.words),
            f"It comes next and opens with “{word}”, which turns against what was said.",
        ),
        distractors=[
            Option(
                material.capital(other.words),
                f"It stands in paragraph {material.paragraph_at(reading, other.span.start)} and "
                "is about something else.",
                "other-is-against",
            )
            for other in others
        ],
        explanation=explanation(
            paragraph,
            f"The word “{word}” joins the two and sets the second against the first.",
            "ask whether both can be so, and what would show which one weighs more.",
        ),
        proof=(Span(after.start, start), key.span, statement.span),
        score=0.74,
        difficulty=0.2,
    )


def _whole(reading: Reading, span: Span) -> Quote | None:
    """The words as an option: a whole sentence that leans on nothing before it."""
    words = span.of(reading.text)
    if any(mark in words for mark in quoting.QUOTES) or "?" in words or "''" in words:
        return None
    quote = quoting.quote(reading.text, span, longest=_WORDS[1], fewest=_WORDS[0])
    if quote is None or not quoting.has_verb(quote.words):
        return None
    return quote


def _others(reading: Reading, before: Sentence, key: Quote) -> list[Quote]:
    """Sentences from elsewhere that have nothing to do with the statement, of like length."""
    numbers = material.paragraphs(reading)
    mine = material.content_words(before.span.of(reading.text))
    mine |= material.content_words(key.words)
    found = []
    for sentence in reading.sentences:
        words = sentence.span.of(reading.text)
        far = sentence.block in numbers and abs(sentence.block - before.block) > 1
        if not far or _TURN.match(words) or _LEANS.match(words) or _CREDIT.search(words):
            continue
        if mine & material.content_words(words) or re.search(r"\b(?:but|however|yet)\b", words):
            continue
        quote = _whole(reading, sentence.span)
        if quote and quote.cut == key.cut:
            found.append(quote)
    found.sort(key=lambda quote: (abs(len(quote.words) - len(key.words)), quote.span))
    return found[:2]
