"""What the sentence leaves out: the learner asks for the source and the day, and what stands there.

Why the distractors are wrong: what they name stands in the sentence, and the rationale shows the
words: a date, a number, the name of a place or of a person. What is left out is surely so: a
sentence of the article's own names no source, one without a time or a word of time no day, one that
says "many" without a figure no number, and one in which only a group speaks no person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from curriculum.reading.types import ClaimType, Name, NameKind, Reading, Sentence, Span, TimeKind
from curriculum.writing import alone, material, naming, pointing, quoting, unnamed
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "left-out"
NAME = "What the sentence leaves out"
SKILL = "ctx"

TIME, PLACE, PERSON, BODY, NUMBER, SOURCE = (
    "A day, a month or a year",
    "The name of a place",
    "The name of a person",
    "The name of an organisation",
    "A number or an amount",
    "A source for it",
)
_STEMS = (
    "Paragraph {paragraph} says {quote}. Which of these does that sentence leave out?",
    "Which of these would you still have to ask for after the sentence with {quote}?",
    "A friend knows only the sentence with {quote}. Which of these would your friend be missing?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Which of these does it leave "
    "out?",
    "Read the sentence that begins {quote} in paragraph {paragraph}. What is missing from it?",
    "A friend knows only the sentence in paragraph {paragraph} that begins {quote}. Which of these "
    "would your friend be missing?",
)
_WHY = {
    NUMBER: "“{word}” is as near as the sentence comes to a number.",
    PERSON: "“{word}” is as near as the sentence comes to a name.",
    TIME: "No day, month or year stands in the sentence.",
    SOURCE: "No document and no reporting word stands in the sentence.",
}
_CHECK = {
    NUMBER: "look for a report that gives the number, and who counted.",
    PERSON: "look for a report that says who it was.",
    TIME: "look for a report that gives the day.",
    SOURCE: "look for a report that says who counted it, saw it or wrote it down.",
}
_PAST = re.compile(
    r"\b(?!need|feed|seed|speed|indeed|hundred)(?:\w{2,}ed|was|were|rose|fell|lost|won|left|began|"
    r"broke|went|came|grew|shut|cut|took|ran|held|made|met|sold|paid|got|gave|became|kept|built|"
    r"bought|brought|sent|spent|found|led|set|hit|put|drew|drove|flew|wrote|spoke|stood|struck)\b"
)
# Any word for a time, so that nobody can say that there is one after all.
_TIMED = re.compile(
    r"\b(?:now|today|tonight|yesterday|tomorrow|ago|recent\w*|earlier|later|last|next|previous\w*|"
    r"soon|already|then|again|year\w*|month\w*|week\w*|day\w*|hours?|minutes?|morning|afternoon|"
    r"evening|night|midnight|noon|dawn|spring|summer|autumn|winter|fall|season|decade\w*|century|"
    r"times?|moment|early|late|daily|(?:19|20)\d\d\w*|weekend|anniversary|[A-Za-z]+day|january|"
    r"february|march|april|may|june|july|august|september|october|november|december|christmas|"
    r"easter|thanksgiving|election|period|era|age|often|always|usually|sometimes|every|each|ever|"
    r"never|is|are|can|currently|so far|once|when)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?<![\w.,/-])[£$€]?\d[\d,.]*\d?(?:\s(?:%|percent|per cent|million|billion))?(?![\w/-])|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?=[a-z-]+s\b)"
)
_MAYBE_TOLD = re.compile(
    r"\b(?:according|expect\w*|estimat\w*|official\w*|announc\w*|reveal\w*|disclos\w*|alleg\w*|"
    r"accus\w*|vow\w*|promis\w*|plans?|plan\w+|hop\w+|fear\w*|want\w*|urg\w*|propos\w*|"
    r"seem\w*|appear\w*|argu\w*|claim\w*|critic\w*|experts?|analysts?|agreed|refus\w*|data|"
    r"records?|reports?|survey\w*|polls?|stud(?:y|ies)|show\w*|figures|percent)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:19|20)\d\d|\w+day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)(?!\w)"
)
_MONTHS = (
    "Jan|Feb|Mar|March|Apr|April|May|June|July|Aug|Sept|Sep|Oct|Nov|Dec|\\w+ber|\\w+uary|August"
)
_IN = re.compile(r"\b(?:in|at|near|outside|to|from)\s+(?:the )?\Z")
_VAGUE = re.compile(
    r"\b(many|several|dozens of|hundreds of|thousands of|a number of|a handful of|numerous|"
    r"countless|a series of|plenty of|scores of|a majority of)\b(?= [a-z])(?! times| of the most)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b((?:[a-z]+ )?(?:officials|prosecutors|residents|witnesses|neighbou?rs|analysts|experts|"
    r"critics|investigators|scientists|researchers|doctors|lawmakers|protesters|activists|"
    r"organi[sz]ers|campaigners|advisers|aides|supporters|opponents|spokes(?:man|woman|person)))"
    r"(?= (?:said|says?|told|warned|argued?|added|believed?|expect\w*|announced|confirmed))"
)
_ANY_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|third|quarter|first|second|both|"
    r"single|double|twice|once|million|billion)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:Council|Board|Party|University|Ministry|Department|Agency|Bank|Union|Committee|Group|"
    r"Commission|Court|Corp|Inc|Association|Institute|School|Hospital|Company|Foundation|"
    r"Authority|Service|Bureau|Office|Society|Club|Federation|Organi[sz]ation)\b"
)
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+")
_CALM = 0.35  # below this, a sentence reads as a report, of which one may ask for a source
# The writer was there, or the sentence passes on what a paper says.
_SEEN = re.compile(r"\b(?:[Tt]his (?:reporter|writer)|I|[Ww]e|[Mm]y|[Oo]ur|found|clear)\b")
_LONGEST = 34  # words of a sentence

Shown = tuple[str, Span]  # an option, and the words that answer it


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Sentences without a source and sentences without a day, where two other things are told."""
    unsourced = {sentence.span for sentence in material.own(reading)}
    for sentence, paragraph in alone.whole(reading):
        if len(sentence.span.of(reading.text).split()) > _LONGEST or sentence.loaded:
            continue
        quoted = quoting.quote(reading.text, sentence.span)
        whole = quoted and alone.stands_alone(quoted) and not naming.is_heading(quoted.words)
        quote = quoted if whole else pointing.at(reading, sentence)
        if quote:
            told = list(_answers(reading, sentence))
            missing = _missing(reading, sentence, told, bare=sentence.span in unsourced)
            if missing and len(told) >= 2:
                yield _item(reading, quote, paragraph, missing, told)


def _answers(reading: Reading, sentence: Sentence) -> Iterator[Shown]:
    """What surely stands in the sentence, and where."""
    inside = sentence.span
    times = [Span(t.start, t.end) for t in reading.times if t.kind is TimeKind.DATE]
    mine = [span for span in times if inside.contains(span) and _DAY.search(span.of(reading.text))]
    if mine:
        yield TIME, mine[0]
    figures = _FIGURE.finditer(reading.text, inside.start, inside.end)
    bare = [Span(*m.span()) for m in figures if not _in_a_time(reading, m.start())]
    if bare:
        yield NUMBER, bare[0]
    names = [n for n in reading.names if inside.contains(Span(n.start, n.end))]
    for option, fits in ((PLACE, _is_place), (PERSON, _is_person), (BODY, _is_body)):
        found = next((n for n in names if fits(reading, n)), None)
        if found:
            yield option, Span(found.start, found.end)


def _is_person(reading: Reading, name: Name) -> bool:
    if name.kind is not NameKind.PERSON:
        return False
    words, full = material.as_written(reading, name), quoting.on_one_line(name.full)
    known = words == full or full.endswith(f" {words}")
    return known and naming.is_person(reading, full)


def _is_body(reading: Reading, name: Name) -> bool:
    words = material.as_written(reading, name)
    sure = name.kind is NameKind.ORGANISATION and _BODY.search(words)
    return bool(sure) and " " in words and naming.is_body(words)


def _in_a_time(reading: Reading, offset: int) -> bool:
    """Whether the number belongs to a date, a length of time or an age."""
    timed = any(time.start <= offset < time.end for time in reading.times)
    age = re.match(r"\d\d,|\d+[- ]years?", reading.text[offset : offset + 12])
    year = re.match(r"(?:1[5-9]|20)\d\d\b", reading.text[offset : offset + 5])
    before = re.search(rf"(?:{_MONTHS})\.? \Z", reading.text[max(0, offset - 12) : offset])
    return timed or bool(age or year or before)


def _is_place(reading: Reading, name: Name) -> bool:
    """Whether the words name a place wherever they stand, and a "in" or "of" says so here."""
    words = material.as_written(reading, name)
    kinds = {n.kind for n in reading.names if material.as_written(reading, n) == words}
    before = reading.text[max(0, name.start - 14) : name.start]
    return kinds == {NameKind.PLACE} and bool(_IN.search(before))


def _missing(
    reading: Reading, sentence: Sentence, shown: list[Shown], *, bare: bool
) -> tuple[str, str] | None:
    """What the sentence surely leaves out, with the word that comes nearest to it."""
    words = sentence.span.of(reading.text)
    told = {option for option, _ in shown}
    vague, group = _VAGUE.search(words), _GROUP.search(words)
    if vague and NUMBER not in told and not _ANY_NUMBER.search(_without_times(reading, sentence)):
        return NUMBER, vague.group(1)
    if group and PERSON not in told and not _any_person(reading, sentence):
        return PERSON, group.group(1)
    timed = any(sentence.span.overlaps(Span(t.start, t.end)) for t in reading.times)
    if TIME not in told and not timed and not _TIMED.search(words) and _PAST.search(words):
        return TIME, ""
    recorded = unnamed.on_record(reading, sentence.block) or _MAYBE_TOLD.search(words)
    calm = sentence.type is ClaimType.FACT and sentence.subjective < _CALM
    recorded = recorded or _SEEN.search(words)
    return (SOURCE, "") if bare and calm and not recorded else None


def _without_times(reading: Reading, sentence: Sentence) -> str:
    """The sentence without its dates, in which a number is no count."""
    text, start, parts = reading.text, sentence.start, []
    for time in reading.times:
        if sentence.start <= time.start < sentence.end:
            parts.append(text[start : time.start])
            start = max(start, time.end)
    return "".join([*parts, text[start : sentence.end]])


def _any_person(reading: Reading, sentence: Sentence) -> bool:
    """Whether somebody may be named there: a person, or a capital that no place accounts for."""
    inside = [n for n in reading.names if sentence.span.contains(Span(n.start, n.end))]
    if any(name.kind is NameKind.PERSON for name in inside):
        return True
    known = [Span(n.start, n.end) for n in inside] + [Span(t.start, t.end) for t in reading.times]
    capitals = _CAPITAL.finditer(reading.text, sentence.start, sentence.end)
    return any(not any(s.contains(Span(*m.span())) for s in known) for m in capitals)


def _item(
    reading: Reading, quote: Quote, paragraph: int, missing: tuple[str, str], told: list[Shown]
) -> QuestionDraft:
    option, word = missing
    why = _WHY[option].format(word=word)
    first = crc32(quote.words.encode()) % len(told)
    shown = [*told[first:], *told[:first]][:2]
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            pointing.stems(quote, _STEMS, _POINTED), quote.words, quote=quote, paragraph=paragraph
        ),
        key=Option(option, why),
        distractors=[
            Option(
                other,
                f"It is there: “{quoting.on_one_line(span.of(reading.text))}”.",
                "gap-not-looked-for",
            )
            for other, span in shown
        ],
        explanation=explanation(paragraph, why, _CHECK[option]),
        proof=(quote.span,),
        score=0.58,
        difficulty=-0.2,
    )
