"""Trace the quote: which words are the speaker's own, and what a short quotation leaves out.

Why the distractors are wrong. *Exact*: one option stands between quotation marks in the text and
the other two are passed on without any (or the other way round). *Fragment*: the text quotes a few
words inside a sentence of the writer's, so the rest of the spoken sentence is not there, while
the speaker's name and the quoted words are.
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.reading.types import QuoteType, Reading, Span, Voice
from curriculum.writing import material, quoting
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
)
_RETOLD_STEMS = (
    "Which of these has the writer put in other words than the speaker’s?",
    "Two of these are quoted in the text. Which one is retold?",
    "Which of these statements could differ from what was said, word for word?",
)
_FRAGMENT_STEMS = (
    "The text quotes {speaker} with the words {quote}. What does it leave out?",
    "Only the words {quote} are quoted from {speaker}. What would you want to see?",
    "Paragraph {paragraph} takes the words {quote} from {speaker}. What is left to look for?",
)
_QUOTED_WORDS = 7  # a longer quotation is no fragment
_SHOWN_WORDS = 16  # of an option at most
_MOST = 4  # items of one kind


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Fragments first, then quotations among retellings, then retellings among quotations."""
    yield from _fragments(reading)
    spoken = [(one, quote) for one in material.said(reading) if (quote := _shown(reading, one))]
    quoted = [each for each in spoken if each[0].attribution.type is QuoteType.DIRECT]
    retold = [each for each in spoken if each[0].attribution.type is QuoteType.INDIRECT]
    yield from _among(reading, quoted, retold, exact=True)
    yield from _among(reading, retold, quoted, exact=False)


def _shown(reading: Reading, one: Said) -> Quote | None:
    """The words as an option: whole, and either wholly quoted or not quoted at all."""
    clause = one.of(reading.text)
    says = clause.startswith("that ") or quoting.has_verb(clause)
    if len(one.attribution.content) != 1 or not says or clause.endswith(("?", "!")):
        return None
    inside = one.attribution.content[0].of(reading.text)
    marks = sum(inside.count(mark) for mark in quoting.QUOTES) + inside.count("''")
    wrapped = inside.strip()[:1] in quoting.QUOTES or inside.strip().startswith("''")
    direct = one.attribution.type is QuoteType.DIRECT
    if (direct and not (wrapped and marks <= 2)) or (not direct and marks):
        return None
    quote = quoting.quote(reading.text, one.words, longest=_SHOWN_WORDS)
    whole = quote is not None and not quote.cut and quoting.opens_clause(quote.words, 0)
    return quote if whole else None


def _among(
    reading: Reading,
    keys: list[tuple[Said, Quote]],
    others: list[tuple[Said, Quote]],
    *,
    exact: bool,
) -> Iterator[QuestionDraft]:
    stems = _EXACT_STEMS if exact else _RETOLD_STEMS
    for one, quote in keys[:_MOST]:
        near = sorted(others, key=lambda other: _unlike(quote, other[1]))[:2]
        if len(near) == 2:
            yield _item(reading, stems, one, quote, near, exact=exact)


def _unlike(quote: Quote, other: Quote) -> float:
    """How easily the two are told apart by their length, and a little by their distance."""
    shorter = max(0, len(quote.words) - len(other.words))
    return shorter * 2 + abs(len(quote.words) - len(other.words)) + other.span.start / 1e6


def _item(
    reading: Reading,
    stems: tuple[str, ...],
    one: Said,
    quote: Quote,
    near: list[tuple[Said, Quote]],
    *,
    exact: bool,
) -> QuestionDraft:
    cue = quoting.on_one_line(one.attribution.cue[0].of(reading.text))
    there, away = "between quotation marks", "without quotation marks"
    key, wrong = (there, away) if exact else (away, there)
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(stems, quote.words),
        key=Option(
            material.capital(quote.words),
            f"It stands {key} in paragraph {one.paragraph}, with the word “{cue}”.",
        ),
        distractors=[
            Option(
                material.capital(words.words),
                f"In paragraph {other.paragraph} it stands {wrong}.",
                "retold-is-quoted",
            )
            for other, words in near
        ],
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
        words, speaker = attribution.content[0], material.speaker_of(reading.text, attribution)
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
    small = 2 <= len(shown.split()) <= _QUOTED_WORDS and "\n" not in shown
    return piece if small and not shown[:1].isupper() else None


def _fragment(reading: Reading, one: Said, piece: Span) -> QuestionDraft:
    words = quoting.on_one_line(piece.of(reading.text))
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            _FRAGMENT_STEMS, words, quote=f"“{words}”", speaker=one.speaker, paragraph=one.paragraph
        ),
        key=Option(
            "The rest of what was said around these words",
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
