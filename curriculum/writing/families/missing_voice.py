"""Missing context or voice: who is talked about and never heard, and figures that stand alone.

Why the distractors are wrong. *Unheard*: the other two people surely speak in the text, and the
rationale says where; the key's name stands in no source and beside no reporting word. *Figure*:
the sentence has one figure and no word of comparison, so nothing in it says whether that is much;
how often a figure is repeated, or how it is printed, does not say so either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from curriculum.reading.types import ClaimType, NameKind, Reading, Sentence, Span
from curriculum.writing import material, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.types import QuestionDraft

ID = "missing-voice"
NAME = "Missing context or voice"
SKILL = "ctx"

_UNHEARD_STEMS = (
    "Which of these people is talked about in the text, with no word of their own in it?",
    "Listen for voices. Whose name is in the text without a word from that person?",
)
_FIGURE_STEMS = (
    "Is the figure in {quote} high or low? Which of these would help you to judge?",
    "Paragraph {paragraph} says {quote}. What would show whether that is a lot?",
    "What would you ask for, to know what the figure in {quote} means?",
    "A friend says of {quote}: that is a lot! What do you need before you can tell?",
)
_ONE_FIGURE = re.compile(
    r"(?<![\w/,.-])(?:[£$€] ?\d[\d,.]*\d?(?: (?:million|billion|trillion))?|"
    r"\d[\d,.]*(?: ?%| per ?cent| million| billion)|(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3})+|"
    r"(?!(?:19|20)\d\d\b)\d{3,6})(?![\w/-])"
)
_COMPARED = re.compile(
    r"\b(?:than|compared|comparison|versus|vs|from|against|up|down|rose|risen|fell|fallen|grew|"
    r"grown|more|less|fewer|higher|lower|double\w*|twice|increas\w*|decreas\w*|drop\w*|"
    r"average|surpass\w*|exceed\w*|outpac\w+|beat\w*|topp\w+|"
    r"record|largest|biggest|out of|rais\w+|highest|lowest|ahead|lead|points?|to \d)\b",
    re.IGNORECASE,
)
# Nobody should be asked whether so many people hurt are a lot.
_HARM = re.compile(
    r"\b(?:kill\w*|dead|died|deaths?|wounded|injur\w+|victims?|murder\w*|shot|bodies|casualt\w+|"
    r"rap(?:e|ed|es)|hostages?|suicides?|tortur\w+|massacre\w*|abus\w+)\b",
    re.IGNORECASE,
)
_CARRIES_ON = re.compile(r"(?:He|She|They|His|Her|The)\b|[\"“'‘]")
_CODE = re.compile(
    r"\b(?:STOXX|S&P|FTSE|Fortune|Nikkei|Dow|CAC|Act|Bill|Article|Section|Route|Flight|Resolution|Room|No\.|number|page|aged?|channel|"
    r"p\.m|a\.m|flight|Boeing|Airbus|iPhone|Street|Avenue|Road|tel|phone|call|chapter|title)\b"
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """People who are never heard, then figures with nothing beside them."""
    yield from _unheard(reading)
    numbers = material.paragraphs(reading)
    for sentence in reading.sentences:
        if sentence.block in numbers and sentence.type is not ClaimType.PREDICTION:
            item = _figure(reading, sentence, numbers[sentence.block])
            if item:
                yield item


def _unheard(reading: Reading) -> Iterator[QuestionDraft]:
    heard = material.persons(material.said(reading))
    if len(heard) < 2:
        return
    for place, (name, span) in enumerate(_silent(reading)[: len(_UNHEARD_STEMS)]):
        first, second = heard[place % len(heard)], heard[(place + 1) % len(heard)]
        paragraph = material.paragraph_at(reading, span.start)
        yield question(
            reading,
            family=ID,
            skill=SKILL,
            stems=(*_UNHEARD_STEMS[place:], *_UNHEARD_STEMS[:place]),
            key=Option(name, "The name is there, and no reporting word gives that person a say."),
            distractors=[
                Option(
                    material.capital(one.speaker),
                    f"{material.capital(one.speaker)} is heard in paragraph {one.paragraph}.",
                    "gap-not-looked-for",
                )
                for one in (first, second)
            ],
            explanation=explanation(
                paragraph,
                f"It speaks of {name}, and no paragraph passes on a statement from there.",
                f"look for what {name} said about it, in another report.",
            ),
            proof=(span,),
            score=0.85 - 0.1 * place,
            difficulty=0.3,
        )


def _silent(reading: Reading) -> list[tuple[str, Span]]:
    """People named in full and then again, none of whose sentences reports a statement."""
    found: list[tuple[str, Span]] = []
    speakers = " ".join(
        f"{a.speaker} {' '.join(s.of(reading.text) for s in a.source)}"
        for a in reading.attributions
    )
    mentions = Counter(
        quoting.on_one_line(n.full or material.as_written(reading, n)) for n in reading.names
    )
    for name in material.people(reading):
        spans = [
            n
            for n in reading.names
            if n.kind is NameKind.PERSON and quoting.on_one_line(n.full) == name
        ]
        beside_speech = any(_speech_near(reading, n.start) for n in spans)
        if mentions[name] < 2 or material.same_person(name, speakers) or beside_speech or not spans:
            continue
        found.append((name, Span(spans[0].start, spans[0].end)))
    return found


def _speech_near(reading: Reading, offset: int) -> bool:
    """Whether the sentence of the name, or the next one, passes on words."""
    sentence = material.sentence_at(reading, offset)
    if sentence is None:
        return True
    after = material.sentence_at(reading, sentence.end + 1)
    near = [sentence]
    if after and _CARRIES_ON.match(after.span.of(reading.text)):
        near.append(after)
    return any(material.is_said(reading, s.span, s.span.of(reading.text)) for s in near)


def _figure(reading: Reading, sentence: Sentence, paragraph: int) -> QuestionDraft | None:
    words = sentence.span.of(reading.text)
    figures = list(_ONE_FIGURE.finditer(words))
    if len(figures) != 1 or _COMPARED.search(words) or _CODE.search(words) or _HARM.search(words):
        return None
    place = Span(sentence.start + figures[0].start(), sentence.start + figures[0].end())
    quote = quoting.around(reading.text, sentence.span, place, beyond=1)
    if quote is None:
        return None
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_FIGURE_STEMS, quote.words, quote=quote, paragraph=paragraph),
        key=Option(
            "The same figure for another time or place",
            "A figure is high or low beside another one. This sentence gives only one.",
        ),
        distractors=(
            Option(
                "The number of websites that print the figure",
                "Printing a figure again says nothing about how much it is.",
                "repeated-is-proven",
            ),
            Option(
                "The figure once more, with every digit",
                "More digits make it more exact. It still stands alone.",
                "figure-speaks",
            ),
        ),
        explanation=explanation(
            paragraph,
            f"It gives “{place.of(reading.text)}” and sets nothing beside it.",
            "look for the same count a year before, or for a place of the same size.",
        ),
        proof=(place, quote.span),
        score=0.66,
        difficulty=0.1,
    )
