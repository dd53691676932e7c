"""Whether quoted words can be read without the words before them."""

from __future__ import annotations

import re

from curriculum.reading.types import Reading, Sentence, Span
from curriculum.writing import material, quoting
from curriculum.writing.quoting import Quote
from curriculum.writing.remembering import once

_LEANS = re.compile(
    r"(?:he|she|it|they|him|them|his|hers?|its|theirs?|this|that|these|those|such|there|here|one|"
    r"both|neither|either|then|also|instead|meanwhile|however|but|and|so|yet|or|nor|which|who|whose|"
    r"whom|where|when|why|how|what|as|not|other|others|another|i|we|you|my|our|your|me|us|too|"
    r"still|even|thus|therefore|otherwise|elsewhere|likewise|similarly|indeed|after all|"
    r"the (?:latter|former|same|two|three|four|other|others)|all of (?:which|this|that|them|these)|"
    r"to|of|than|including|because|say|had|were|was|is|are|do|does|did|suppose|imagine|since|while|with|by|from|for|if|unless|although|though|"
    r"in (?:this|that|it|addition)|at (?:that|this)|most of (?:it|them))\b",
    re.IGNORECASE,
)
# "the council will vote, a spokeswoman said": half of it is the reporting.
_REPORTED = re.compile(r"\b(?:said|says|told|added|adding|wrote|according to)\b")
# A clause that is quoted from its middle on has lost its first words.
_FRONT = re.compile(
    r"[A-Z0-9£$€]|(?:the|an?|some|many|most|several|few|all|every|everybody|everyone|each|no|nobody|"
    r"both|people|two|three|four|five|six|seven|eight|nine|ten|parents|children)\b"
)
_OURS = re.compile(r"(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our)\b")
_WHOLE = re.compile(r"[A-Z0-9£$€][^?]*[.!][”\"’']{0,2}\Z", re.DOTALL)
# A heading that ran into a sentence, a caption, a credit: no statements of the text.
_SHOUTED = re.compile(
    r"(?:[A-Z’'-]{3,}[ .,:]+){2}|\([A-Z][\w ]+/[\w. ]+\)|[Pp]hoto|REUTERS/|\([CLR]\)|"
    r"\b(?:is|are) (?:seen|pictured|shown)\b|contributed (?:reporting|to this)|"
    r"\b(?:[Rr]eporting|[Ee]diting|[Ww]riting) by\b"
)
_MARKS = (*quoting.QUOTES, "''", "‘", "’’")


def stands_alone(quote: Quote) -> bool:
    """Whether the words open with their own subject, and say something of it."""
    return opens_itself(quote.words) and quoting.has_verb(quote.words)


def opens_itself(words: str) -> bool:
    """Whether the words begin at a beginning, and point at nothing before them."""
    titled = sum(word[:1].isupper() for word in words.split()) * 2 > len(words.split()) + 2
    opens = _FRONT.match(words) and not _LEANS.match(words) and not titled
    return bool(opens) and not _REPORTED.search(words)


def own_subject(quote: Quote) -> bool:
    """The same as ``stands_alone`` for what a speaker says, in which "I" and "we" are clear."""
    return stands_alone(quote) or (bool(_OURS.match(quote.words)) and quoting.has_verb(quote.words))


@once
def plain(reading: Reading) -> list[tuple[Sentence, int]]:
    """Whole sentences of the body in which nobody is quoted, each with its paragraph.

    Somebody may be reported there: what the words claim does not depend on whose they are.
    """
    return [
        (sentence, number)
        for sentence, number in whole(reading)
        if not any(mark in sentence.span.of(reading.text) for mark in _MARKS)
    ]


@once
def whole(reading: Reading) -> list[tuple[Sentence, int]]:
    """Whole sentences of the body that open in the writer's words, each with its paragraph."""
    numbers = material.paragraphs(reading)
    return [
        (sentence, numbers[sentence.block])
        for sentence in reading.sentences
        if sentence.block in numbers and _is_whole(reading, sentence)
    ]


@once
def stretches(reading: Reading) -> list[tuple[Sentence, Span, int]]:
    """Where words may be quoted from: what sources surely say, and all other plain sentences.

    Each comes with its sentence and its paragraph, in the order of the text.
    """
    found: list[tuple[Sentence, Span, int]] = []
    for one in material.said(reading):
        sentence = material.sentence_at(reading, one.words.start)
        if sentence:
            found.append((sentence, one.words, one.paragraph))
    spoken = {sentence.span for sentence, _, _ in found}
    found += [(s, s.span, number) for s, number in plain(reading) if s.span not in spoken]
    return sorted(found, key=lambda each: each[1])


def _is_whole(reading: Reading, sentence: Sentence) -> bool:
    words = sentence.span.of(reading.text)
    long_enough = len(words.split()) >= quoting.FEWEST_WORDS
    if not _WHOLE.match(words) or not long_enough or _SHOUTED.search(words):
        return False
    return not material.in_open_quotation(reading, sentence.span)
