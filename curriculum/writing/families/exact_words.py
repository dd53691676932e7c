"""Trace the quote: which words are the speaker's own, and what a short quotation leaves out.

Why the distractors are wrong. *Exact*: one option stands between quotation marks in the text; each
of the others is passed on without any, or is a sentence of the writer's own. *Retold*: the other
way round, and the others stand between quotation marks. *Fragment*: the text quotes a few
words inside a sentence of the writer's, so the rest of the spoken sentence is not there, while
the speaker's name and the quoted words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from curriculum.reading.types import QuoteType, Reading, Span, Voice
from curriculum.writing import material, quoting, speech
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "exact-words"
NAME = "Trace the quote"
SKILL = "trace"

_EXACT_STEMS = (
    "Which of these does the text give in the speaker’s exact words?",
    "You may put one of these in quotation marks. Which one can you take from the text?",
    "Go back to the text. Which of these statements stands there as a quotation?",
    "Which of these could you quote as said, word for word?",
    "One of these is a speaker’s own wording. Which one?",
)
_RETOLD_STEMS = (
    "Which of these has the writer put in other words than the speaker’s?",
    "Two of these are quoted in the text. Which one is retold?",
    "Which of these statements could differ from what was said, word for word?",
    "Which of these would you leave without quotation marks?",
)
_FRAGMENT_STEMS = (
    "Paragraph {paragraph} quotes only the words {quote}. What does it leave out?",
    "Of all that was said, paragraph {paragraph} quotes {quote}. What is left to look up?",
    "The marks in paragraph {paragraph} hold no more than {quote}. What is left to look for?",
)
# One of the three is longer than the wrong options, so that length tells nothing.
_RESTS = (
    "The rest of what was said around them",
    "What came before these words, and what came after",
    "All else that was told on that occasion",
)
# "I" and "we" give a quotation away among sentences of the writer's.
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|[Uu]s|[Yy]ou|[Yy]our)\b")
_HALF = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Every time|When|If|How|What|Why|Because|"
    r"Although|While|After|Before|As|In|On|At|For|To|By)\b|"
    r"(?:it|this|that|both|all|these|those|he|she|they)\b"
    r"(?! (?:is|was|will|would|has|had|does|did|can|could|should|must|are|were|have|do)\b)",
    re.IGNORECASE,
)
_QUOTED_WORDS = 9  # a longer quotation is no fragment
_SHOWN_WORDS = 16  # of an option at most
_MOST = 4  # items of one kind
_ALIKE = 0.4  # the share of meaning words from which an option may say the same


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Fragments first, then quotations among retellings, then retellings among quotations."""
    yield from _fragments(reading)
    spoken = [(one, quote) for one in material.said(reading) if (quote := _shown(reading, one))]
    quoted = [each for each in spoken if each[0].attribution.type is QuoteType.DIRECT]
    retold = [each for each in spoken if each[0].attribution.type is QuoteType.INDIRECT]
    away = [_of_speech(reading, *each) for each in retold] + _own(reading)
    there = [_of_speech(reading, *each) for each in quoted]
    for one, quote in quoted[:_MOST]:
        if near := _near(quote, [each for each in away if _new(each, quote)]):
            yield _item(reading, _EXACT_STEMS, one, quote, near, exact=True)
    for one, quote in retold[:_MOST]:
        if near := _near(quote, there):
            yield _item(reading, _RETOLD_STEMS, one, quote, near, exact=False)


def _of_speech(reading: Reading, one: Said, quote: Quote) -> Option:
    """Somebody's words as a wrong option."""
    direct = one.attribution.type is QuoteType.DIRECT
    how = "between quotation marks" if direct else "without quotation marks"
    return Option(
        material.capital(quote.words),
        f"Paragraph {one.paragraph} gives it as said by {material.mid(one)}, {how}.",
        "retold-is-quoted",
    )


def _own(reading: Reading) -> list[Option]:
    """Whole sentences of the writer's own as wrong options."""
    numbers = material.paragraphs(reading)
    found = []
    for sentence in material.own(reading):
        quote = quoting.quote(reading.text, sentence.span, longest=_SHOWN_WORDS)
        if quote and not quote.cut and not _HALF.match(quote.words):
            where = f"paragraph {numbers[sentence.block]}"
            found.append(
                Option(
                    material.capital(quote.words),
                    f"It is a sentence of the writer’s own in {where}, and nobody is quoted.",
                    "own-is-reported",
                )
            )
    return found


def _new(other: Option, quote: Quote) -> bool:
    """Whether the option says something else than the quotation."""
    mine, theirs = material.content_words(quote.words), material.content_words(other.text)
    return not mine or len(mine & theirs) / len(mine) < _ALIKE


def _near(quote: Quote, others: list[Option]) -> list[Option]:
    """Two options of like length: one longer and one shorter, two longer, or two shorter.

    Which of these depends on the words alone, so that the right option is the longest in a third.
    """
    size = len(quote.words)
    longer = sorted((o for o in others if len(o.text) >= size), key=lambda o: len(o.text))
    shorter = sorted((o for o in others if len(o.text) < size), key=lambda o: -len(o.text))
    turns = (
        (*longer[:1], *shorter[:1], *longer[1:2], *shorter[1:2]),
        (*longer[:2], *shorter[:2]),
        (*shorter[:2], *longer[:2]),
    )
    near = list(turns[crc32(quote.words.encode()) % 3])[:2]
    return near if len(near) == 2 and near[0].text != near[1].text else []


def _shown(reading: Reading, one: Said) -> Quote | None:
    """The words as an option: whole, and either wholly quoted or not quoted at all."""
    clause = one.of(reading.text)
    says = clause.startswith("that ") or quoting.has_verb(clause)
    if len(one.attribution.content) != 1 or not says or clause.endswith(("?", "!")):
        return None
    inside = one.attribution.content[0].of(reading.text)
    marks = sum(inside.count(mark) for mark in quoting.QUOTES) + inside.count("''")
    wrapped = speech.opens_quotation(inside.strip())
    direct = one.attribution.type is QuoteType.DIRECT
    if (direct and not (wrapped and marks <= 2)) or (not direct and marks):
        return None
    quote = quoting.quote(reading.text, one.words, longest=_SHOWN_WORDS)
    if quote is None or quote.cut or quote.span.end < one.words.end:
        return None
    bare = not _FIRST_PERSON.search(quote.words) and not _HALF.match(quote.words)
    return quote if bare and quoting.opens_clause(quote.words, 0) else None


def _item(
    reading: Reading,
    stems: tuple[str, ...],
    one: Said,
    quote: Quote,
    near: list[Option],
    *,
    exact: bool,
) -> QuestionDraft:
    cue = quoting.on_one_line(one.attribution.cue[0].of(reading.text))
    there, away = "between quotation marks", "without quotation marks"
    key = there if exact else away
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(stems, quote.words),
        key=Option(
            material.capital(quote.words),
            f"It stands {key} in paragraph {one.paragraph}, with the word “{cue}”.",
        ),
        distractors=near,
        explanation=explanation(
            one.paragraph,
            f"The statement stands there {key}.",
            "find a recording or a full text, and compare the two word for word.",
        ),
        proof=(*one.attribution.cue[:1], quote.span),
        score=0.66,
        difficulty=0.2,
    )


def _fragments(reading: Reading) -> Iterator[QuestionDraft]:
    for attribution in reading.attributions:
        sure = attribution.told and attribution.confidence >= material.SURE
        if not sure or attribution.voice is not Voice.NAMED or not attribution.content:
            continue
        words, speaker = attribution.content[0], speech.speaker_of(reading.text, attribution)
        number = material.paragraph_at(reading, words.start)
        one = Said(words, speaker, attribution.voice, number, attribution)
        piece = _piece(reading.text, one)
        if piece and number and speaker and material.surely_named(reading, one):
            yield _fragment(reading, one, piece)


def _piece(text: str, one: Said) -> Span | None:
    """The few quoted words inside a sentence that is otherwise the writer's."""
    content = one.attribution.content[0]
    if one.attribution.type is not QuoteType.MIXED or len(one.attribution.content) > 1:
        return None
    words = content.of(text)
    start, end = words.find("“"), words.find("”")
    if start < 0:
        start, end = words.find('"'), words.find('"', words.find('"') + 1)
    if start < 3 or end <= start or words.count("“") + words.count('"') // 2 > 1:
        return None
    piece = quoting.trimmed(text, Span(content.start + start, content.start + end))
    shown = piece.of(text)
    small = 3 <= len(shown.split()) <= _QUOTED_WORDS and "\n" not in shown
    return piece if small and not shown[:1].isupper() else None


def _fragment(reading: Reading, one: Said, piece: Span) -> QuestionDraft:
    words = quoting.on_one_line(piece.of(reading.text))
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_FRAGMENT_STEMS, words, quote=f"“{words}”", paragraph=one.paragraph),
        key=Option(
            _RESTS[crc32(words.encode()) % len(_RESTS)],
            "The quotation begins and ends inside the writer’s own sentence.",
        ),
        distractors=(
            Option(
                "The name of the person who used these words",
                f"The name is there: {one.speaker}.",
                "gap-not-looked-for",
            ),
            Option(
                "A few of the words just as they were said",
                "Those are there: they stand between the quotation marks.",
                "gap-not-looked-for",
            ),
        ),
        explanation=explanation(
            one.paragraph,
            f"Only “{words}” stands between quotation marks.",
            "find the full statement, and read what came before and after.",
        ),
        proof=(piece,),
        score=0.78,
        difficulty=0.1,
    )
