"""Goes further than the text: the learner finds the retelling that claims no more and no less.

Why the distractors are wrong: all three retellings differ in one place only, changed on purpose.
Where a source says something, one distractor drops the source and one turns saying into proving.
Where one word sets the strength ("may", "some"), one distractor strengthens it and one denies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import MarkKind, QuoteType, Reading, Sentence, Span, Voice
from curriculum.writing import material, quoting, rewriting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.rewriting import Retelling
from curriculum.writing.types import QuestionDraft

ID = "goes-further"
NAME = "Goes further than the text"
SKILL = "trace"

LONGEST = 17  # words of a statement that is retold whole
_STEMS = (
    "Which retelling stays with what paragraph {paragraph} says?",
    "A friend sums up one point of paragraph {paragraph}. Which summary is fair to it?",
    "You want to pass on a point from paragraph {paragraph}. Which sentence keeps its meaning?",
    "Which of these does paragraph {paragraph} bear out, just as it is worded?",
    "One of these could go into your notes on paragraph {paragraph} as it is. Which one?",
)
_FAIR = (
    "According to {speaker}, {claim}.",
    "{speaker} says that {claim}.",
    "The text reports {speaker} as saying that {claim}.",
)
_FAIR_MANY = ("According to {speaker}, {claim}.", "{speaker} say that {claim}.")
_PROVEN = ("{speaker} has proved that {claim}.", "{speaker} has shown for certain that {claim}.")
_PROVEN_MANY = ("{speaker} have proved that {claim}.", "{speaker} have shown that {claim}.")
_KNOWN = (
    "It is now known for sure that {claim}.",
    "There is no doubt any more that {claim}.",
    "It is an established fact that {claim}.",
)
# Verbs that only say: after "found" or "pointed out" the stronger retelling might be fair.
_ONLY_SAYS = re.compile(
    r"\b(?:says?|said|told|argue[sd]?|believes?|believed|thinks?|thought|claim(?:s|ed)?|"
    r"warn(?:s|ed)?|insist(?:s|ed)?|predict(?:s|ed)?|according to|fear(?:s|ed)?|add(?:s|ed)?)\b",
    re.IGNORECASE,
)
_LEANS_BACK = re.compile(
    r"(?:he|she|they|it|we|i|you|his|her|hers|its|their|theirs|our|my|this|these|those|one|both|"
    r"such|there|what|when|if|because|although|while|and|but|still|however|meanwhile|also|instead|"
    r"then|thus|therefore|moreover|indeed|yet|so|even|perhaps)\b",
    re.IGNORECASE,
)
# Such a word loses its capital where a quotation becomes a clause; a name would keep it.
_LOWERED = re.compile(
    r"(?:The|A|An|Every|Most|Many|Some|People|Children|Parents|Nobody|Everyone|Everybody|Our|No|"
    r"All|Both|Each|More|Fewer|Few|Several|Two|Three|Four|Half) "
)
_TWO_IN_ONE = re.compile(r"[\"“”:;?–]|, (?:and|but) that\b")
_LEANS_INSIDE = re.compile(r"\b(?:I|we|our|us|my|me|theirs|you|your)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:he|she|him|his|her|they|their|them)\b", re.IGNORECASE)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Retellings of what a source says, then of sentences with one word of doubt or number."""
    for one in material.said(reading):
        item = _with_source(reading, one)
        if item:
            yield item
    numbers = material.paragraphs(reading)
    for sentence in reading.sentences:
        if sentence.block in numbers:
            item = _with_degree(reading, sentence, numbers[sentence.block])
            if item:
                yield item


def _with_source(reading: Reading, one: Said) -> QuestionDraft | None:
    claim = _clause(reading, one)
    cue = quoting.on_one_line(one.attribution.cue[0].of(reading.text))
    if claim is None or not _ONLY_SAYS.search(cue) or not material.surely_named(reading, one):
        return None
    speaker, many = material.mid(one), _is_plural(one)
    fair = material.pick(_FAIR_MANY if many else _FAIR, claim)
    proven = material.pick(_PROVEN_MANY if many else _PROVEN, claim)
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_STEMS, claim, paragraph=one.paragraph),
        key=Option(
            material.capital(fair.format(speaker=speaker, claim=claim)),
            "It keeps both the statement and the source, and adds nothing.",
        ),
        distractors=(
            Option(
                material.capital(proven.format(speaker=speaker, claim=claim)),
                f"The text has “{cue}”. Saying something is not proving it.",
                "said-is-shown",
            ),
            Option(
                material.pick(_KNOWN, claim).format(claim=claim),
                f"The source has gone. In the text this is what {speaker} said.",
                "reported-is-known",
            ),
        ),
        explanation=explanation(
            one.paragraph,
            f"The word “{cue}” tells you that {speaker} said it, and no more than that.",
            f"look for what {speaker} based it on.",
        ),
        proof=(*one.attribution.cue[:1], one.words),
        score=0.65 + (0.1 if one.voice is Voice.NAMED else 0.0) - 0.01 * len(claim.split()),
        difficulty=0.2,
    )


def _clause(reading: Reading, one: Said) -> str | None:
    """The statement as a clause of its own, without "that"; None where it would not stand."""
    words = one.of(reading.text)
    if one.attribution.type is QuoteType.MIXED or len(one.attribution.content) > 1:
        return None
    claim = words.removeprefix("that ")
    if one.attribution.type is QuoteType.DIRECT:
        opening = _LOWERED.match(claim)
        claim = claim[:1].lower() + claim[1:] if opening and "." not in claim else ""
    fits = 5 <= len(claim.split()) <= LONGEST and not _TWO_IN_ONE.search(claim)
    sentence = material.sentence_at(reading, one.words.start)
    hedged = sentence and any(mark.kind is MarkKind.HEDGE for mark in sentence.hedges)
    if (
        not fits
        or hedged
        or _LEANS_BACK.match(claim)
        or _LEANS_INSIDE.search(claim)
        or _POINTS_BACK.search(claim)
    ):
        return None
    return claim if claim != words or words[:1].islower() else None


def _is_plural(one: Said) -> bool:
    last = one.speaker.split()[-1].lower()
    many = last in ("police", "people", "authorities")
    return many or (one.voice is Voice.UNNAMED and last.endswith("s"))


def _with_degree(reading: Reading, sentence: Sentence, paragraph: int) -> QuestionDraft | None:
    statement = sentence.span.of(reading.text)
    if not 6 <= len(statement.split()) <= LONGEST or ":" in statement:
        return None
    if _LEANS_BACK.match(statement) or _LEANS_INSIDE.search(statement):
        return None
    retelling = next(rewriting.retellings(statement), None)
    return _degrees(reading, sentence, paragraph, retelling) if retelling else None


def _degrees(
    reading: Reading, sentence: Sentence, paragraph: int, retelling: Retelling
) -> QuestionDraft:
    statement, was = sentence.span.of(reading.text), retelling.was
    start = sentence.start + retelling.at.start
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_STEMS, statement, paragraph=paragraph),
        key=Option(
            quoting.on_one_line(retelling.put(statement, retelling.same)),
            f"In place of “{was}” it has words that claim just as much.",
        ),
        distractors=(
            Option(
                quoting.on_one_line(retelling.put(statement, retelling.more)),
                f"The word “{was}” is gone, and with it the limit that the text sets.",
                retelling.change.more_tempts,
            ),
            Option(
                quoting.on_one_line(retelling.put(statement, retelling.less)),
                f"The text has “{was}”. This version takes back what that word leaves open.",
                retelling.change.less_tempts,
            ),
        ),
        explanation=explanation(
            paragraph,
            f"The small word “{was}” sets how much the sentence claims.",
            "put each retelling beside the text and compare them word by word.",
        ),
        proof=(Span(start, start + len(was)), sentence.span),
        score=0.7 - 0.01 * len(statement.split()),
        difficulty=0.0,
    )
