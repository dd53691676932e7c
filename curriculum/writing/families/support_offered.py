"""Support offered: the learner names what the text itself offers for a statement.

Why the distractors are wrong: the four kinds of support exclude each other, and only statements
whose kind is sure are asked: a person with a full name beside a reporting word; a document or a
body; a source without a name; or nothing, in a sentence of the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import ClaimType, QuoteType, Reading, Sentence, Span, Voice
from curriculum.writing import cutting, material, pointing, quoting, speakers, unnamed
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "support-offered"
NAME = "Support offered"
SKILL = "supp"

PERSON = "The word of a person with a name"
DOCUMENT = "A report, a count or a record"
UNNAMED = "The word of somebody without a name"
NOTHING = "Nothing, it is simply stated"
_FIRST_PERSON = re.compile(
    r"\b(?:[Tt]his (?:reporter|writer|correspondent)|I|[Mm]y|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our)\b"
)
_LEANS = re.compile(
    r"(?:he|she|it|they|this|that|these|those|such|both|here|then|one|another|others|what|so|"
    r"and|but|as|yes|no|well|sure)\b(?! of\b)",
    re.IGNORECASE,
)
# A call, a welcome or a slogan: nobody supports it, and nobody could look it up.
_CALLS = re.compile(
    r"\b(?:must|should|ought|shall|let[’']?s?|need(?:s|ed)? to|time (?:to|for|that)|welcome[sd]?|"
    r"thanks?|bless|deserves?|hopes?|wish|wishes|please|proud|honou?red|congratulat\w+|"
    r"belongs? to)\b|!",
    re.IGNORECASE,
)
# What a reader of a plain report would want to see a source for: a count, or a first or a most.
_COUNTS = re.compile(
    r"\d[\d,.]*(?:-\d[\d,.]*)? ?(?:percent|per cent|%|[a-z]{4,}s\b|million|billion)|[$£€]\d|"
    r"\b(?:most|least|more|fewer|less|never|always|best|worst|(?:larg|small|high|low|"
    r"old|young|great|big|fast|slow|rich|poor|strong|weak|long|short|dead)\w*est|thousands|"
    r"hundreds|dozens|half|third|quarter|majority|twice|doubled|rose|fell|grew|widely|mostly|"
    r"largely|because|led to|caused|drove|due to|thanks to)\b",
    re.IGNORECASE,
)
_NEAR = 2  # paragraphs in which a speaker may go on to name a record
_EVIDENCE = re.compile(
    r"\b(?:reports?|evidence|testimony|memo|letter|review|audit|court|photos?)\b"
)
FEWEST = 3  # bare statements that make a text of opinion worth asking about
_STEMS = (
    "What does the text offer in support of {quote} in paragraph {paragraph}?",
    "Paragraph {paragraph} has {quote}. On what does the text rest that?",
    "As the text stands, what is there to back up {quote}?",
    "Look for what stands behind {quote} in paragraph {paragraph}. What do you find?",
    "Somebody asks you what {quote} is based on. What can you point to in the text?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. On what does the text rest "
    "what it says there?",
    "Read the sentence that begins {quote} in paragraph {paragraph}. What stands behind it?",
    "The sentence in paragraph {paragraph} that begins {quote} makes a statement. What does the "
    "text offer for it?",
)
_WRONG = {
    PERSON: ("No person’s name is joined to it by a reporting word.", "detail-is-source"),
    DOCUMENT: ("No report or count is joined to it.", "official-is-true"),
    UNNAMED: ("The text does not leave the source without a name here.", "name-missed"),
    NOTHING: ("A source does stand with it, so it is not left bare.", "doubted-is-wise"),
}
_WRONG_OF_NONE = {
    UNNAMED: ("No source stands with it, with a name or without one.", "detail-is-source"),
}
_REASON = re.compile(
    r"\b(?:because|since|for example|for instance|after all|such as|among them|as evidence|"
    r"this is why|that is why|the reason|consider|just look)\b",
    re.IGNORECASE,
)
WORTH_CHECKING = 0.5  # from here on, a reader would want to know on what a sentence rests
SHARED = 2  # meaning words from which the next sentence is about the same matter
_CHECK = {
    PERSON: "ask how that person could know.",
    DOCUMENT: "open the document, and see what it counted.",
    UNNAMED: "look for a report that gives a name.",
    NOTHING: "look for somebody elsewhere who gives a source.",
}


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Statements with each kind of support, then those without any.

    A very short text in which nobody says anything is left alone: there is nothing to tell apart.
    """
    spoken, bare = list(_sourced(reading)), list(_bare(reading))
    yield from spoken
    if spoken or len(bare) >= FEWEST:
        yield from bare


def _sourced(reading: Reading) -> Iterator[QuestionDraft]:
    for one in material.said(reading):
        kind = _kind(reading, one)
        quote = _shown(reading, one) if kind else None
        if quote:
            cue = quoting.on_one_line(one.attribution.cue[0].of(reading.text))
            proof = f"The word “{cue}” joins it to {material.mid(one)}."
            yield _item(reading, quote, one.paragraph, kind, proof, one.attribution.source)


def _shown(reading: Reading, one: Said) -> Quote | None:
    """How the statement may be shown, if it claims what somebody could support."""
    quoted = quoting.quote(reading.text, one.words, fewest=5)
    retold = one.attribution.type is QuoteType.INDIRECT
    if quoted:
        return quoted if _is_a_claim(reading, quoted, retold=retold) else None
    pointer = pointing.to_one(reading, one)
    claims = not (_FIRST_PERSON.search(one.of(reading.text)) or _CALLS.search(one.of(reading.text)))
    return pointer if claims else None


def _is_a_claim(reading: Reading, quote: Quote, *, retold: bool = False) -> bool:
    """Whether the words claim what somebody could support: no slogan, and nothing left open.

    Whoever speaks of "me" is the support, and what a "he" at the front did is told elsewhere.
    """
    mine, leans = _FIRST_PERSON.search(quote.words), _LEANS.match(quote.words)
    whole = quoting.has_verb(quote.words) or cutting.states(reading.text, quote.span)
    return (whole or retold) and not (mine or leans or _CALLS.search(quote.words))


def _kind(reading: Reading, one: Said) -> str:
    """Which kind of support it surely is; empty where it might be two."""
    document = material.DOCUMENT.search(one.speaker)
    if one.voice is Voice.UNNAMED:
        return UNNAMED if unnamed.stays_unnamed(reading, one) and not document else ""
    if one.voice is Voice.INSTITUTION:
        return DOCUMENT if document else ""
    beside = one.attribution.source and material.same_person(
        one.attribution.source[0].of(reading.text), one.speaker
    )
    named = beside and speakers.is_person(reading, one)
    return PERSON if named and not document else ""


def _bare(reading: Reading) -> Iterator[QuestionDraft]:
    """Sentences of the article's own in paragraphs where nobody speaks."""
    numbers = material.paragraphs(reading)
    spoken = {one.paragraph for one in material.said(reading, sure=0.0)}
    for sentence in material.own(reading):
        number = numbers[sentence.block]
        asked = sentence.type in (ClaimType.INTERPRETATION, ClaimType.VALUE, ClaimType.MIXED)
        words = sentence.span.of(reading.text)
        counted = sentence.checkworthy > WORTH_CHECKING and _COUNTS.search(words)
        opens = number == 1 and sentence.start == reading.blocks[sentence.block].start
        worth = (asked or counted) and not opens  # what follows may bear out an opening
        loose = number not in spoken and not unnamed.on_record(reading, sentence.block)
        if not (worth and loose) or _FIRST_PERSON.search(words):
            continue
        quoted = quoting.quote(reading.text, sentence.span, fewest=6)
        for quote in pointing.shown(reading, sentence, quoted):
            taken = pointing.borrows(quote) or _goes_on(reading, sentence, quote)
            if _is_a_claim(reading, quote) and not taken:
                proof = "No name, no reporting word and no document stands with it."
                yield _item(reading, quote, number, NOTHING, proof, ())
                break


def _goes_on(reading: Reading, sentence: Sentence, quote: Quote) -> bool:
    """Whether what follows may be the support: a list, an example, a reason, a record."""
    pointed = isinstance(quote, pointing.Pointer)
    seen = 0 if pointed else quote.span.end - sentence.start
    rest = sentence.span.of(reading.text)[seen:]
    after = material.sentence_at(reading, sentence.end + 1)
    if ":" in rest or _REASON.search(rest):
        return True
    if after is None:
        return False
    words, same_paragraph = after.span.of(reading.text), after.block == sentence.block
    opinion = sentence.type is not ClaimType.FACT
    counted = re.search(r"\d", words) is not None  # a figure may be the count behind it
    return bool(
        (same_paragraph and (opinion or counted or _same_matter(sentence, words, reading)))
        or _REASON.search(words)
        or unnamed.on_record(reading, after.block)
        or (material.is_said(reading, after.span, words) and _same_matter(sentence, words, reading))
    )


def _same_matter(sentence: Sentence, words: str, reading: Reading) -> bool:
    mine = material.content_words(sentence.span.of(reading.text))
    return len(mine & material.content_words(words)) >= SHARED


def _near_a_record(reading: Reading, paragraph: int) -> bool:
    """Whether the paragraph, or one beside it, speaks of a record, which may be support too."""
    numbers = material.paragraphs(reading)
    return any(
        abs(number - paragraph) <= _NEAR
        and (unnamed.on_record(reading, block) or _EVIDENCE.search(_words(reading, block)))
        for block, number in numbers.items()
    )


def _words(reading: Reading, block: int) -> str:
    return reading.blocks[block].span.of(reading.text)


def _item(
    reading: Reading,
    quote: Quote,
    paragraph: int,
    kind: str,
    proof: str,
    source: tuple[Span, ...],
) -> QuestionDraft:
    others = [each for each in (NOTHING, PERSON, DOCUMENT, UNNAMED) if each != kind]
    record = DOCUMENT in others and _near_a_record(reading, paragraph)
    others.remove(DOCUMENT if record else material.pick(tuple(others[1:]), quote.words))
    wrong = {**_WRONG, **(_WRONG_OF_NONE if kind == NOTHING else {})}
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            pointing.stems(quote, _STEMS, _POINTED), quote.words, quote=quote, paragraph=paragraph
        ),
        key=Option(kind, proof),
        distractors=[Option(each, *wrong[each]) for each in others],
        explanation=explanation(paragraph, proof, _CHECK[kind]),
        proof=(*source[:1], quote.span),
        score=0.55 if kind is not PERSON else 0.5,
        difficulty=0.1,
    )
