"""Traceable as written? Does the text say where a statement comes from?  Two options.

Keyed yes as often as no, so that answers can show discernment apart from suspicion. The key is
"yes" where a named person, body or document surely says it in the same sentence, and "no" where
the sentence is surely in the article's own voice or the source has no name. Whatever is between
the two is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.reading.types import ClaimType, Reading, Sentence, Voice
from curriculum.writing import material, pointing, quoting, unnamed
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "traceable"
NAME = "Traceable as written?"
SKILL = "supp"

YES = "Yes, the text names a source for it"
NO = "No, the text names no source for it"
_STEMS = (
    "Does the text name a source for {quote} in paragraph {paragraph}?",
    "Going by the text alone, is there a named source for {quote}?",
    "Paragraph {paragraph} has {quote}. Does the text say by name where that comes from?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Does the text name a source "
    "for it?",
    "Read the sentence in paragraph {paragraph} that begins {quote}. Do you learn by name where "
    "it comes from?",
    "Look up the sentence that begins {quote} in paragraph {paragraph}. Could you name its source "
    "from the text alone?",
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Statements with a named source, with an unnamed one, and with none.

    A text that names no source at all has only one answer, and nothing to tell apart.
    """
    items = [*_with_source(reading), *_without(reading)]
    if any(choice.key and choice.text == YES for item in items for choice in item.choices):
        yield from items


def _with_source(reading: Reading) -> Iterator[QuestionDraft]:
    for one in material.said(reading):
        open_ = one.voice is Voice.UNNAMED and unnamed.stays_unnamed(reading, one)
        if not (open_ or _named_here(reading, one)):
            continue
        quoted = quoting.quote(reading.text, one.words)
        quote = quoted or pointing.to_one(reading, one)
        if quote and quoting.says_something(quote):
            yield _attributed(reading, one, quote)


def _without(reading: Reading) -> Iterator[QuestionDraft]:
    sourced, numbers = _sourced(reading), material.paragraphs(reading)
    for sentence in material.own(reading):
        quoted = quoting.quote(reading.text, sentence.span, fewest=6)
        quote = next(pointing.shown(reading, sentence, quoted), None)
        alone = numbers[sentence.block] not in sourced
        alone = alone and not unnamed.on_record(reading, sentence.block)
        if quote is None or pointing.borrows(quote):
            continue
        if sentence.type is not ClaimType.PREDICTION and alone:
            yield _bare(reading, quote, numbers[sentence.block], _weight(sentence))


def _named_here(reading: Reading, one: Said) -> bool:
    """Whether the name itself stands in the sentence: else a pronoun hides it."""
    source = one.attribution.source
    if one.voice is Voice.UNNAMED or not source:
        return False
    return material.same_person(source[0].of(reading.text), one.speaker)


def _sourced(reading: Reading) -> set[int]:
    """Where a named source speaks, and the paragraph after, a sentence might be read as theirs."""
    spoken = [one for one in material.said(reading, sure=0.0) if one.voice is not Voice.UNNAMED]
    return {one.paragraph + more for one in spoken for more in (0, 1)}


def _attributed(reading: Reading, one: Said, quote: Quote) -> QuestionDraft:
    named = one.voice is not Voice.UNNAMED
    cue = quoting.on_one_line(one.attribution.cue[0].of(reading.text))
    proof = (
        f"The word “{cue}” joins it to {one.speaker}."
        if named
        else f"The words “{one.speaker}” tell what kind of source it is, and not who."
    )
    return _item(reading, quote, one.paragraph, yes=named, proof=proof, detail="role-is-name")


def _weight(sentence: Sentence) -> float:
    """Better the more a reader would want a source for it."""
    return 0.62 + 0.2 * sentence.checkworthy


def _bare(reading: Reading, quote: Quote, paragraph: int, score: float) -> QuestionDraft:
    proof = "Nobody is named for it, and no reporting word stands beside it."
    return _item(reading, quote, paragraph, yes=False, proof=proof, score=score)


def _item(
    reading: Reading,
    quote: Quote,
    paragraph: int,
    *,
    yes: bool,
    proof: str,
    detail: str = "detail-is-source",
    score: float = 0.74,
) -> QuestionDraft:
    right, wrong = (YES, NO) if yes else (NO, YES)
    check = (
        "go to that source, and see whether it says so."
        if yes
        else "search for the statement elsewhere, with a source."
    )
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            pointing.stems(quote, _STEMS, _POINTED), quote.words, quote=quote, paragraph=paragraph
        ),
        key=Option(right, proof),
        distractors=(Option(wrong, f"Look again. {proof}", "doubted-is-wise" if yes else detail),),
        explanation=explanation(paragraph, proof, check),
        proof=(quote.span,),
        score=score,
        difficulty=0.0,
        ordinal=(YES, NO),
    )
