"""Missing context or voice: who is talked about and never heard, and figures that stand alone.

Why the distractors are wrong. *Unheard*: the other two people surely speak in the text, and the
rationale says where; the key's name stands in no source and beside no reporting word. *Figure*:
it is of a kind that is counted again and again, and neither its paragraph nor the next ones give
another figure of the kind or a word of comparison, so nothing near it says whether that is much;
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
    "What would you ask for, to tell whether the figure in {quote} is high or low?",
    "A friend reads {quote} and says that this is a lot. What do you need before you can agree?",
)
_EARLIER = {
    "share": (
        "The same share, measured some years earlier",
        "look for the same share in an earlier year, counted in the same way.",
    ),
    "sum": (
        "The same kind of sum for an earlier year",
        "look for the sum of the year before, counted in the same way.",
    ),
    "count": (
        "The same kind of count for an earlier year",
        "look for the count of the year before, made in the same way.",
    ),
}
_YEARLY_SUM = re.compile(
    r"\b(?:budgets?|revenues?|sales|profits?|turnover|wages?|salar(?:y|ies)|incomes?|earnings|"
    r"exports?|imports?|deficit|spending|subsid(?:y|ies)|output|(?:a|per|each|every) year|"
    r"annual(?:ly)?|yearly|(?:a|per|each|every) month)\b",
    re.IGNORECASE,
)
_YEARLY_COUNT = re.compile(
    r"\b(?:visitors?|tourists|students|pupils|members|passengers|readers|subscribers|patients|"
    r"births|enrol\w+|employ(?:s|ees)|registered|unemployed|households|attend\w*|"
    r"(?:a|per|each|every) (?:year|month|week|day)|annual(?:ly)?|yearly)\b",
    re.IGNORECASE,
)
# A price, a gift, a fine or a theft happens once: no year before has its like.
_ONCE = re.compile(
    r"\b(?:charg(?:e|ed|es)|fined?|fines|prison|sentenced?|ransom|bail|settle\w*|lawsuit|pric\w+|"
    r"costs?|bought|sold|paid|pays?|stole\w*|theft|donat\w+|award\w*|tickets?|contract|deal|"
    r"acquir\w+|rewards?|prizes?|pledg\w+|gifts?|loans?|lent|owed?|raised|bid|bets?|worth|"
    r"jury|guilty|plead\w*|forfeit\w*|fraud|bribes?|aid|assistance|relief|damages?|jackpot)\b",
    re.IGNORECASE,
)
_ANY_FIGURE = re.compile(
    r"[£$€] ?\d[\d,.]*|\d[\d,.]* ?(?:%|per ?cent)|(?<![\w$£€,.-])(?!(?:19|20)\d\d\b)\d[\d,]*"
    r"(?! ?(?:%|per ?cent|a\.m|p\.m|years? old|[\d,]))"
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
    r"\b(?:STOXX|S&P|FTSE|Fortune|Nikkei|Dow|CAC|Act|Bill|Article|Section|Route|Flight|Resolution|"
    r"Room|No\.|number|page|aged?|channel|"
    r"(?:100|110) ?(?:%|per ?cent)|"
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
    if len(figures) != 1 or _CODE.search(words) or _HARM.search(words) or _ONCE.search(words):
        return None
    kind = _kind(figures[0].group(), words)
    place = Span(sentence.start + figures[0].start(), sentence.start + figures[0].end())
    quote = quoting.around(reading.text, sentence.span, place, beyond=1)
    if kind is None or quote is None or _set_beside(reading, sentence, figures[0].group()):
        return None
    if reading.text[max(0, quote.span.start - 4) : quote.span.start].endswith(("So ", "Still, ")):
        return None  # "So far …" has lost its first word
    right, check = _EARLIER[kind]
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_FIGURE_STEMS, quote.words, quote=quote, paragraph=paragraph),
        key=Option(right, "It is counted again and again, so one can see whether it rose or fell."),
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
            f"It gives “{place.of(reading.text)}”, and nothing near it to set beside that.",
            check,
        ),
        proof=(place, quote.span),
        score=0.66,
        difficulty=0.1,
    )


def _kind(figure: str, words: str) -> str | None:
    """What sort of figure it is, if it is one that comes back year by year."""
    if "%" in figure or "per" in figure:
        return "share"
    if figure[0] in "£$€" or re.match(r"[^.]{0,40}\b(?:dollars|pounds|euros)\b", words):
        return "sum" if _YEARLY_SUM.search(words) else None
    return "count" if _YEARLY_COUNT.search(words) else None


def _set_beside(reading: Reading, sentence: Sentence, figure: str) -> bool:
    """Whether the paragraph compares, or it or a neighbour has another figure of the sort."""
    start, end = (reading.blocks[sentence.block].start, reading.blocks[sentence.block].end)
    own = reading.text[start:end]
    if _COMPARED.search(own) or len(_ANY_FIGURE.findall(own)) > 1:
        return True
    mark = next((m for m in ("%", "percent", "per cent", "$", "£", "€") if m in figure), "")
    near = [
        reading.blocks[index].span.of(reading.text)
        for index in (sentence.block - 1, sentence.block + 1)
        if 0 <= index < len(reading.blocks)
    ]
    return any(
        mark in found if mark else found[:1].isdigit()
        for words in near
        for found in _ANY_FIGURE.findall(words)
    )
