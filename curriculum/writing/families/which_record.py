"""Which record: the learner chooses what was written down or pictured when a thing happened.

Why the distractors are wrong: what people think of an event, and how often it is told, are made
afterwards and by others. The key comes from a fixed table of deeds that are recorded as they
happen: a vote is counted, an arrest is entered, a law is printed. Only plain reports of such a deed
are asked, in sentences of the article's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from curriculum.reading.types import ClaimType, Force, Reading, Sentence, Span
from curriculum.writing import alone, material, pointing, quoting, unnamed
from curriculum.writing.families import claim_type
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "which-record"
NAME = "Which record"
SKILL = "corrob"

_STEMS = (
    "Paragraph {paragraph} says {quote}. Where would you look to see whether that happened?",
    "Which of these would come closest to the event in {quote}?",
    "You want to be sure of {quote}. Which of these would you open?",
    "A friend asks how you know about {quote}. Which of these would be the best answer?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Where would you look to see "
    "whether that happened?",
    "You want to be sure of what the sentence in paragraph {paragraph} that begins {quote} tells. "
    "Which of these would you open?",
    "The sentence in paragraph {paragraph} that begins {quote} tells of an event. Which of these "
    "comes closest to it?",
)
_WRONG = (
    (
        Option(
            "A survey of how many people believe it",
            "What people believe of an event is no trace of the event.",
            "popular-is-true",
        ),
        Option(
            "A second website that tells it the same way",
            "The second may have it from the first.",
            "repeated-is-proven",
        ),
    ),
    (
        Option(
            "A page of comments by readers who agree with it",
            "Readers who agree need not have been there.",
            "agreement-is-evidence",
        ),
        Option(
            "A later article in which the sentence comes again",
            "Telling it once more adds no trace of the event.",
            "repeated-is-proven",
        ),
    ),
)
# Deeds, words without which the deed may be of another kind, and the record that each leaves.
_RECORDS = tuple(
    (re.compile(rf"\b(?:{deeds})\b"), re.compile(rf"\b(?i:{near})\b"), record)
    for deeds, near, record in (
        (
            r"arrested|detained|charged|indicted|convicted|sentenced|acquitted|jailed|imprisoned|"
            r"extradited|arraigned",
            r"\w",
            "A record of the police or of the court",
        ),
        (
            r"elected|re-elected|voted|won|lost|defeated",
            r"elect\w*|vot\w*|ballots?|seats?|primary|referendum|polls",
            "The official count, with the number of votes",
        ),
        (
            r"signed|passed|approved|rejected|adopted|ratified|repealed|enacted|vetoed",
            r"laws?|bills?|act|treaty|deal|agreement|order|resolution|budget|ordinance|amendment|"
            r"parliament|senate|congress|council|assembly|committee|contract",
            "The minutes, or the paper that was signed",
        ),
        (
            r"bought|sold|acquired|merged|invested|purchased",
            r"stake|compan\w+|firm|billion|million|group|corp\w*|business|units?",
            "The papers of the sale, or the yearly accounts",
        ),
        (
            r"opened|built|destroyed|damaged|flooded|burned|demolished|repaired|"
            r"rebuilt|crashed|exploded|evacuated",
            r"\w",
            "Pictures or notes from the place, with their date",
        ),
        (
            r"met|visited|attended|gathered|rallied|marched|protested|arrived|hosted|toured|"
            r"testified",
            r"\w",
            "Pictures or minutes from that day and place",
        ),
        (
            r"held",
            r"talks|meetings?|hearings?|rall(?:y|ies)|ceremony|conference|protests?|elections?|"
            r"concert|vigil|summit|session",
            "Pictures or minutes from that day and place",
        ),
        (
            r"published|released|issued",
            r"reports?|books?|films?|statements?|data|videos?|albums?|documents?|photos?|letters?|"
            r"results|figures|study|guidelines|songs?|warnings?",
            "The thing itself, as it was first put out",
        ),
        (
            r"founded|appointed|resigned|retired|graduated|married|born|hired|named|nominated|"
            r"joined",
            r"\w",
            "A register or a notice from that time",
        ),
    )
)
_MARKET = re.compile(
    r"\b(?:shares?|stocks?|prices?|index|Dow|Nasdaq|yields?|dollar|euro|yen|sales|rates?|market|"
    r"futures|bonds?|oil|criteria|deadline|targets?|goals?|needs?|demands?|standards?|"
    r"percent|per cent|bargain|(?:was|were|been) (?:named|born) (?:after|for|of|to|into))\b",
    re.IGNORECASE,
)
# Without a helping verb the word may only describe: "the damaged hall", "farms flooded in May".
_OBJECT = ("the", "a", "an", "its", "their", "his", "her", "some", "many", "at", "more", "several")
_ANY_RECORD = "A record or a picture made at the time"
_ANY = re.compile("|".join(f"(?:{deeds.pattern})" for deeds, _, _ in _RECORDS))
_ASIDE = re.compile(r"\b(?:who|which|that|whose|where|when|as|while|after|because)\b|[:;]")
_HELPERS = re.compile(r"(?:\b(?:was|were|has|have|had|been|\w+ly|also|already|then|first) )+\Z")
_TAKES_OBJECT = (
    "opened", "built", "destroyed", "damaged", "flooded", "burned", "demolished", "repaired",
    "rebuilt", "evacuated", "founded", "hired", "named", "nominated", "appointed", "published",
    "released", "issued", "arrested", "detained", "charged", "convicted", "sentenced", "jailed",
)  # fmt: skip
_OPEN = re.compile(
    r"\b(?:not|no|never|nobody|none|if|unless|whether|would|could|(?-i:may)|might|should|will|must|cannot|"
    r"reportedly|allegedly|apparently|seem\w*|appear(?:s|ed)? to|felt|feel\w*|hop\w+|want\w*|"
    r"plan\w*|tried|trying|about to|to be|sometimes|often|usually|always|every|hundreds of times|"
    r"thought|believ\w+|expect\w*|known|fear\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_CALM = 0.4  # below this, a sentence reads as a report


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Plain reports of a deed that is recorded as it happens."""
    numbers = material.paragraphs(reading)
    for sentence in material.own(reading):
        calm = sentence.type is ClaimType.FACT and sentence.force is Force.PLAIN
        if not calm or sentence.loaded or sentence.subjective >= _CALM:
            continue
        quoted = quoting.quote(reading.text, sentence.span, fewest=5)
        if unnamed.on_record(reading, sentence.block):
            continue
        for quote in pointing.shown(reading, sentence, quoted):
            found = _record(reading, sentence, quote) if alone.stands_alone(quote) else None
            if found:
                yield _item(reading, quote, numbers[sentence.block], *found)
                break


def _record(reading: Reading, sentence: Sentence, quote: Quote) -> tuple[Span, str] | None:
    """The deed that the words tell of, if it is their first verb, and where it is written down."""
    words = quote.span.of(reading.text)
    if _OPEN.search(words) or _MARKET.search(words):
        return None
    found = _ANY.search(words)
    for deeds, near, record in _RECORDS if found and _is_first(words, found) else ():
        if found and deeds.fullmatch(found.group()) and near.search(sentence.span.of(reading.text)):
            place = Span(quote.span.start + found.start(), quote.span.start + found.end())
            return place, record
    dated = any(sentence.span.contains(Span(t.start, t.end)) for t in reading.times)
    return (quote.span, _ANY_RECORD) if dated and claim_type.tells_of_a_deed(words) else None


def _is_first(words: str, deed: re.Match[str]) -> bool:
    """Whether nothing but a subject and helping words stands before the deed."""
    before, after = words[: deed.start()], words[deed.end() :].split()
    passive = re.search(r"\b(?:was|were|been) (?:\w+ly )?\Z", before)
    subject = _HELPERS.sub("", before)
    if (
        re.search(r"\b(?:he|she|it|they|we|I|you) \Z", subject)
        or quoting.has_verb(subject)
        or _ASIDE.search(subject)
        or not subject.strip()
    ):
        return False
    if passive or deed.group() not in _TAKES_OBJECT:
        return bool(passive) or after[:1] != ["by"]  # "a hall built by pupils" tells of no deed yet
    return after[:1] != [] and (after[0] in _OBJECT or after[0][0].isdigit())


def _item(reading: Reading, quote: Quote, paragraph: int, deed: Span, record: str) -> QuestionDraft:
    told = f"The word “{deed.of(reading.text)}” tells" if deed != quote.span else "The words tell"
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            pointing.stems(quote, _STEMS, _POINTED), quote.words, quote=quote, paragraph=paragraph
        ),
        key=Option(record, "It was made at the time, by whoever was there or kept the books."),
        distractors=_WRONG[crc32(quote.words.encode()) % len(_WRONG)],
        explanation=explanation(
            paragraph,
            f"{told} of a deed that leaves a trace.",
            f"{record[:1].lower()}{record[1:]} would show it.",
        ),
        proof=(deed, quote.span),
        score=0.56 - (0.06 if quote.cut else 0.0),
        difficulty=-0.4,
    )
