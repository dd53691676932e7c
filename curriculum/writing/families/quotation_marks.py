"""What the marks promise: the learner knows what quotation marks vouch for, and what they do not.

Why the distractors are wrong: by what the marks are for. Marks around a statement give it as it was
said; they neither make it the writer's view nor show that it is so. Where a source is reported
without marks the point is the source's and the wording may be the writer's, so that what stands
there is neither word for word nor the writer's own view.
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.reading.types import QuoteType, Reading
from curriculum.writing import alone, material, pointing, quoting, speech, spoken
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "quotation-marks"
NAME = "What the marks promise"
SKILL = "trace"

_MARKED_STEMS = (
    "Paragraph {paragraph} puts {quote} between quotation marks. What do the marks promise?",
    "What do the quotation marks around {quote} promise a reader?",
    "In paragraph {paragraph}, {quote} stands between quotation marks. What are they a promise of?",
)
_MARKED_POINTED = (
    "In paragraph {paragraph}, a quoted sentence begins {quote}. What do the quotation marks "
    "promise you about it?",
    "Find the quoted sentence in paragraph {paragraph} that begins {quote}. What do its marks "
    "promise a reader?",
    "Quotation marks stand around the sentence in paragraph {paragraph} that begins {quote}. What "
    "are they a promise of?",
)
_BARE_STEMS = (
    "Paragraph {paragraph} reports {quote} without quotation marks. What does it give you?",
    "Around {quote}, reported in paragraph {paragraph}, stand no quotation marks. What is given?",
    "Paragraph {paragraph} passes on {quote}, without quotation marks. What do you have there?",
)
_MARKED_KEYS = (
    "That it is given just as it was said",
    "That nothing in it has been put differently",
)
_BARE_KEYS = (
    "A point that was made, perhaps in other words",
    "The gist of it, in wording that may be changed",
)
_BARE_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. It passes on what somebody "
    "said, without quotation marks. What do you get there?",
    "The sentence in paragraph {paragraph} that begins {quote} has a source, and no quotation "
    "marks. What does it give you?",
)
_ENDORSED = Option(
    "That the writer holds the same view",
    "A writer can quote what somebody says without holding it.",
    "quoted-is-endorsed",
)
_SHOWN = Option(
    "That somebody looked into it, and it is so",
    "The marks are about the wording. Whether it is so takes a look elsewhere.",
    "said-is-shown",
)
_MARKED_WRONG = (_ENDORSED, _SHOWN)
_VERBATIM = Option(
    "A record of it, word for word as it was said",
    "Without marks a writer is free to choose other words.",
    "retold-is-quoted",
)
_WRITER = Option(
    "An opinion of the writer’s, in the writer’s words",
    "A reporting word stands with it, so the point is somebody else’s.",
    "quoted-is-endorsed",
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Statements between marks, and statements that are reported without any."""
    for one in material.said(reading):
        quoted = quoting.quote(reading.text, one.words, fewest=5)
        whole = quoted and alone.own_subject(quoted)
        for pointer in spoken.sentences(reading, one):
            if not (quoted and quoted.span.overlaps(pointer.span)):
                yield _item(reading, one, pointer, _MARKED_POINTED, _MARKED_KEYS, _MARKED_WRONG)
        quote = quoted if whole else pointing.to_one(reading, one)
        if quote is None or len(one.attribution.content) > 1:
            continue
        if one.attribution.type is QuoteType.DIRECT and quote is quoted and _wrapped(reading, one):
            yield _item(reading, one, quote, _MARKED_STEMS, _MARKED_KEYS, _MARKED_WRONG)
        elif one.attribution.type is QuoteType.INDIRECT and _bare(reading, one):
            stems = pointing.stems(quote, _BARE_STEMS, _BARE_POINTED)
            yield _item(reading, one, quote, stems, _BARE_KEYS, (_VERBATIM, _WRITER))


def _wrapped(reading: Reading, one: Said) -> bool:
    """Whether the content opens and closes with a mark, and has none in between."""
    inside = one.attribution.content[0].of(reading.text).strip()
    return speech.opens_quotation(inside) and _marks(inside) <= 2


def _bare(reading: Reading, one: Said) -> bool:
    """Whether no mark stands in the sentence, and nobody wrote the words down."""
    sentence = material.sentence_at(reading, one.words.start)
    if sentence is None or material.DOCUMENT.search(one.speaker):
        return False
    clause = quoting.opens_clause(reading.text, one.words.start)
    return clause and _marks(sentence.span.of(reading.text)) == 0


def _marks(words: str) -> int:
    return sum(words.count(mark) for mark in quoting.QUOTES) + words.count("''")


def _item(
    reading: Reading,
    one: Said,
    quote: Quote,
    stems: tuple[str, ...],
    keys: tuple[str, ...],
    wrong: tuple[Option, Option],
) -> QuestionDraft:
    marked = keys is _MARKED_KEYS
    cue = quoting.on_one_line(one.attribution.cue[0].of(reading.text))
    how = "between quotation marks" if marked else f"after “{cue}”, and without quotation marks"
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(stems, quote.words, quote=quote, paragraph=one.paragraph),
        key=Option(
            material.pick(keys, quote.words),
            "That is what the marks are for, and all that they are for."
            if marked
            else "It is reported, so the point is the source’s. The wording may be the writer’s.",
        ),
        distractors=wrong,
        explanation=explanation(
            one.paragraph,
            f"It stands there {how}.",
            "find a recording or the full statement, and compare.",
        ),
        proof=(quote.span,),
        score=0.56 - (0.06 if quote.cut else 0.0),
        difficulty=-0.3 if marked else 0.1,
    )
