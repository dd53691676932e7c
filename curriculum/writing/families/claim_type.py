"""Claim type: the learner sorts a sentence into fact claim, prediction or judgement.

Why the distractors are wrong: only clear cases are asked. A fact claim is in the past or present,
has a number or a date, or tells of a deed that leaves a trace, and holds no word that judges; a
prediction says "will" and does not judge; a judgement says of its subject that it is good or bad,
with neither a number nor a "will"; a call says that something should be done, and is set beside a
fact and a prediction alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import ClaimType, Force, Reading, Sentence, Span
from curriculum.writing import alone, material, pointing, quoting, spoken
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.pointing import Pointer
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "claim-type"
NAME = "Claim type"
SKILL = "type"

OPTIONS = {
    ClaimType.FACT: "Fact: a record could settle it",
    ClaimType.PREDICTION: "Prediction: only time could settle it",
    ClaimType.VALUE: "Judgement: it calls a thing good or bad",
}
CALL = "Call: it says what ought to be done"
_STEMS = (
    "What kind of statement is {quote} in paragraph {paragraph}?",
    "Paragraph {paragraph} says {quote}. What kind of statement is that?",
    "Think about how one could settle {quote}. What kind of statement is it?",
    "You want to sort {quote} into a box. Which box is the right one?",
    "How would {quote} be settled, and so what kind of statement is it?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. What kind of statement is it?",
    "The sentence that begins {quote} is in paragraph {paragraph}. How would one settle it?",
    "Read the sentence in paragraph {paragraph} that begins {quote}. Which box would you put it "
    "in?",
)
_REASON = {
    ClaimType.FACT: "It tells of something that happened or is so, and that left a trace",
    ClaimType.PREDICTION: "The word “will” shows that it speaks of what has not happened yet",
    ClaimType.VALUE: "The word “{word}” weighs the thing and does not measure it",
}
_CHECK = {
    ClaimType.FACT: "look for the record where it was written down or counted.",
    ClaimType.PREDICTION: "ask what the expectation is based on, and note the date to look again.",
    ClaimType.VALUE: "ask what in it could be measured, and look for that.",
}
_WRONG = {
    (ClaimType.FACT, ClaimType.PREDICTION): (
        "It tells of something that is so, or has been, and does not speak of the future.",
        "happened-or-expected",
    ),
    (ClaimType.FACT, ClaimType.VALUE): (
        "No word in it praises or blames.",
        "fact-is-opinion",
    ),
    (ClaimType.PREDICTION, ClaimType.FACT): (
        "No record can settle it yet, since it has not happened.",
        "happened-or-expected",
    ),
    (ClaimType.PREDICTION, ClaimType.VALUE): (
        "It says what will happen, and time will show whether it does.",
        "fact-is-opinion",
    ),
    (ClaimType.VALUE, ClaimType.FACT): (
        "No record settles how good or bad a thing is.",
        "judgement-is-fact",
    ),
    (ClaimType.VALUE, ClaimType.PREDICTION): (
        "It does not speak of the future.",
        "happened-or-expected",
    ),
}
_FIGURE = re.compile(
    r"(?<![\w-])[£$€]?\d|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice)\b"
)
_FUTURE = re.compile(r"\bwill\b(?! (?:power|of)\b)")
_PAST = re.compile(r"\b(?:\w{3,}ed|was|were|had|won|lost|held|met|began|took|went|came|left)\b")
# Words for what a thing felt like, or what to think of it: no record holds that.
_FELT = re.compile(
    r"\b(?:hysteria|nonsense|farce|joke|disaster|triumph|miracle|shame|disgrace|mess|chaos|circus|"
    r"nightmare|betrayal|mood|top of (?:his|her|their|its) game|1[01]0 ?(?:%|per ?cent)|"
    r"sit well|sat well|felt|seem(?:s|ed)|appear(?:s|ed)|looks?|looked)\b",
    re.IGNORECASE,
)
# What such words point back at stands in another sentence.
_DANGLES = re.compile(r"(?:that|this|these|those|after all|as|they)\b", re.IGNORECASE)
# "Should" for what is due ("should arrive at noon") or a condition is no call.
_OUGHT = re.compile(
    r"(?:(?<=[a-z] )(?:should|ought to)|(?<=\b[Ww]e )(?:must|need to)|"
    r"(?<=[a-z] )must(?= be (?:addressed|changed|stopped|protected|ended|repealed|mended)))\b"
    r"(?! (?:have|not|be (?:noted|able|ready|complete|over|back|done by)|arrive|come|take|help|"
    r"know|happen|last|see|begin|end)\b|n[’']t)"
)
_CALM = 0.35  # below this, a sentence reads as a report
# A reason, a purpose, a comparison or a doubt: more than what a record holds.
_MIXES = re.compile(
    r"\b(?:because|since|due to|thanks to|led to|caus\w+|despite|even (?:though|as|if)|although|"
    r"whereas|in an? (?:effort|attempt|bid|move|sign|blow)|aim\w*|hop(?:e|es|ed|ing)|fear\w*|"
    r"likely|unlikely|perhaps|probably|apparent\w*|clear(?:ly)?|so-called|supposed\w*|alleged\w*|"
    r"accus\w+|critici\w+|controvers\w+|suggest\w*|signal\w*|threat\w*|dealing|sparking|"
    r"raising|but|yet|however|rather|too|so (?:far|much|many)|only|just|even|still|enough|"
    r"as if|like|believ\w+|think\w*|want\w*|try|tries|trying|tried|seek\w*|help\w*|"
    r"success\w*|fail\w*|importan\w+|significan\w+|major|huge|strong\w*|weak\w*|better|worse|"
    r"best|worst|famous\w*|popular\w*|of course|unfortunately|sadly|indeed|notor\w+|"
    r"policy|policies|push\w*|struggl\w+|rival\w*|mock\w*|attack(?:ed|s|ing)|slam\w*|blast\w*)\b",
    re.IGNORECASE,
)
# "Attacks grew when Piet Lander took office": a fact, and a hint at whose fault it is.
_BLAMES = re.compile(r"\bwhen (?:the )?[A-Z]|\b(?:because|due to|thanks to|led to|caused)\b")
_DEED = re.compile(
    r"\b(?:won|lost|voted|signed|opened|closed|built|bought|sold|arrived|returned|died|elected|"
    r"appointed|resigned|arrested|charged|released|published|launched|moved|joined|founded|"
    r"paid|hired|fired|met|visited|attended|married|graduated|retired|crashed|collapsed|"
    r"approved|rejected|filed|acquired|donated|received|sent|delivered|repaired|evacuated|"
    r"injured|rescued|detained|testified|spent|worked|served|flew|drove|landed|issued|authori[sz]ed|"
    r"imposed|deployed|seized|banned|fined|sued|suspended|unveiled|introduced|enacted|established|"
    r"extended|awarded|transferred|invested|produced|took place|took office|took part|escaped|fled|"
    r"shot|killed|destroyed|damaged|flooded|recorded|registered|measured|travell?ed|handed over|"
    r"carried out|removed|replaced|settled|merged|pleaded|gathered|marched|evacuated|"
    r"struck|headed|sailed|earned|enrolled|drew up|fell to|rose to|dropped to|convicted|sentenced|"
    r"jailed|indicted|extradited|deported|hosted|performed|painted|planted|delivered|held (?:talks|"
    r"a (?:meeting|rally|hearing|press|ceremony|vigil|vote))|(?:is|are|was|were) (?:based|located|"
    r"born|buried|owned by|part of|made of|home to|held (?:in|at|on)))\b"
)
_FEELS = re.compile(r"\b(?:I|we|you|my|our|feel|love|hate|hope|fear|want)\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:whether|unclear|uncertain|if|unless|could|may|might|would|knows?|why|how|what)\b"
)
_NOT_YET = re.compile(
    r"\b(?:will|would|shall|should|may|might|could|must|ought|needs?|let|plans?|expected|if|next|"
    r"due|away|upcoming|coming|scheduled|forthcoming|until|ends?|planned|up to)\b"
)
# The weighing word has to be what the sentence says of its subject, and not an aside in it.
_WEIGHS = re.compile(
    r"\b(?:is|are|was|were|has been|have been|be) (?:(?:the|a|an|most|more|very|so|simply|truly|"
    r"quite|not|by far|far and away|one of the) )*"
    r"(best|worst|wonderful|terrible|awful|beautiful|shameful|disgraceful|unfair|unjust|"
    r"wrong|shocking|ridiculous|important|foolish|wise|brilliant|disastrous|admirable|"
    r"excellent|pointless|useless|ugly|lovely|nicer|nicest|good|bad|better|worse)\b"
)
# The words of these that a speaker can use of nothing that is measured.
_SURELY_WEIGHS = re.compile(
    r"\b(?:is|are|was|were) (?:(?:the|a|an|most|very|so|simply|truly|by far|far and away) )*"
    r"(wonderful|terrible|awful|shameful|disgraceful|unfair|unjust|ridiculous|foolish|brilliant|"
    r"disastrous|admirable|excellent|unbelievable|insane|outrageous|absurd|unacceptable|"
    r"inexcusable|superior|fantastic|wrong)\b(?! (?:about|on|to|number|address|side|man|way)\b|-)"
)
_LONGEST_WEIGHED = 18  # words: a longer sentence may state a fact beside its judgement


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """Clear cases among the sentences of the article's own voice."""
    numbers = material.paragraphs(reading)
    for sentence in material.own(reading):
        quoted = quoting.quote(reading.text, sentence.span, longest=14, fewest=5)
        for shown in pointing.shown(reading, sentence, quoted):
            kind, word = _kind(reading, sentence, shown)
            if kind:
                yield _item(reading, shown, numbers[sentence.block], kind, word)
                break
    yield from _calls(reading)
    for one in material.said(reading):
        yield from _weighed(reading, one)
        quote = quoting.quote(reading.text, one.words, fewest=5)
        clear = quote and not quote.cut and not _DANGLES.match(quote.words)
        kind = _of_words(quote.words) if quote and clear else None
        marked = [m for s in reading.sentences for m in s.loaded if one.words.contains(m.span)]
        if quote and kind and not marked:
            yield _item(reading, quote, one.paragraph, kind, "will")


def _weighed(reading: Reading, one: Said) -> Iterator[QuestionDraft]:
    """The quoted sentences in which a speaker calls something good or bad, and does no more."""
    for shown in spoken.sentences(reading, one):
        weighs = _SURELY_WEIGHS.search(shown.words)
        more = _FIGURE.search(shown.words) or _UNSURE.search(shown.words)
        later = _NOT_YET.search(shown.words.replace("far and away ", "")) or _DEED.search(
            shown.words
        )
        short = len(shown.words.split()) <= _LONGEST_WEIGHED
        opens = alone.own_subject(shown)
        if weighs and short and opens and not (more or later):
            yield _item(reading, shown, one.paragraph, ClaimType.VALUE, weighs.group(1))


def _kind(reading: Reading, sentence: Sentence, quote: Quote) -> tuple[ClaimType | None, str]:
    """The kind of a sentence of the article's own, and the word that shows it, where it is clear.

    A whole sentence may hold a reason or a reproach beside its fact; a few words of it do not.
    """
    pointed = isinstance(quote, Pointer)
    if _DANGLES.match(quote.words) or (pointed and _MIXES.search(quote.words)):
        return None, ""
    kind, word = clear_case(sentence, quote, sentence.span.of(reading.text))
    kind = kind or _dated(reading, sentence, quote) or _event(sentence, quote)
    if kind is ClaimType.FACT and _BLAMES.search(quote.words):
        return None, ""
    return (None, "") if kind is ClaimType.FACT and _warm(sentence, quote) else (kind, word)


def _calls(reading: Reading) -> Iterator[QuestionDraft]:
    """What somebody, or the writer, says ought to be done: neither a fact nor a forecast."""
    mine = {sentence.span for sentence in material.own(reading)}
    for sentence, span, paragraph in alone.stretches(reading):
        quoted = quoting.quote(reading.text, span, fewest=5)
        for quote in pointing.shown(reading, sentence if span in mine else None, quoted):
            ought = _OUGHT.search(quote.words)
            if ought and alone.own_subject(quote) and not _UNSURE.search(quote.words):
                yield _call(reading, quote, paragraph, ought.group())
                break


def _call(reading: Reading, quote: Quote, paragraph: int, word: str) -> QuestionDraft:
    reason = f"The word “{word}” asks for something, and does not tell that it is so or will be."
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            pointing.stems(quote, _STEMS, _POINTED), quote.words, quote=quote, paragraph=paragraph
        ),
        key=Option(CALL, reason),
        distractors=(
            Option(
                OPTIONS[ClaimType.FACT],
                "No record settles what ought to be done.",
                "judgement-is-fact",
            ),
            Option(
                OPTIONS[ClaimType.PREDICTION],
                "Time shows whether it is done, and not whether it ought to be.",
                "happened-or-expected",
            ),
        ),
        explanation=explanation(
            paragraph, reason, "ask who would have to do it, and what reasons are given."
        ),
        proof=(quote.span,),
        score=0.7 - (0.1 if quote.cut else 0.0),
        difficulty=-0.3,
    )


def tells_of_a_deed(words: str) -> bool:
    """Whether the words tell of a deed of a kind that leaves a trace, and of nothing to come."""
    return bool(_DEED.search(words)) and not _NOT_YET.search(words) and not _FELT.search(words)


def _warm(sentence: Sentence, quote: Quote) -> bool:
    """Whether a sentence that holds no known judging word still judges or tells of a mood."""
    return sentence.subjective >= _CALM or _FELT.search(quote.words) is not None


def _dated(reading: Reading, sentence: Sentence, quote: Quote) -> ClaimType | None:
    """A plain report of a deed or a count with a day or a year, which a record could settle."""
    words = sentence.span.of(reading.text)
    if not _DEED.search(quote.words) and not _FIGURE.search(quote.words):
        return None
    dated = any(sentence.span.contains(Span(t.start, t.end)) for t in reading.times)
    calm = sentence.type is ClaimType.FACT and sentence.force is Force.PLAIN
    if dated and calm and not sentence.loaded and not _WEIGHS.search(words):
        return None if _NOT_YET.search(words) or not _PAST.search(words) else ClaimType.FACT
    return None


def _event(sentence: Sentence, quote: Quote) -> ClaimType | None:
    """A plain report of a deed, of a kind that leaves a trace: a vote, a sale, an arrival."""
    calm = sentence.type is ClaimType.FACT and sentence.force is Force.PLAIN
    plain = calm and not sentence.loaded and sentence.subjective < _CALM
    deed = plain and _DEED.search(quote.words) and not _NOT_YET.search(quote.words)
    if not deed or _FEELS.search(quote.words) or _WEIGHS.search(quote.words):
        return None
    return ClaimType.FACT


def _of_words(words: str) -> ClaimType | None:
    """The kind of a statement that somebody makes, where its words alone leave no doubt."""
    if any(p.search(words) for p in (_WEIGHS, _FEELS, _FELT)):
        return None
    if _FUTURE.search(words):
        # "A goat will eat anything" tells of a habit, and not of tomorrow.
        unsure = re.search(
            r"^(?:an?|any|every)\b|\b(?:may|might|could|if|would|should)\b", words, re.I
        )
        return None if unsure else ClaimType.PREDICTION
    told = _FIGURE.search(words) or _DEED.search(words)
    return ClaimType.FACT if told and not _NOT_YET.search(words) else None


def clear_case(sentence: Sentence, quote: Quote, whole: str) -> tuple[ClaimType | None, str]:
    """The kind of the sentence where there is no doubt about it, and the word that shows it."""
    future, weighs = _FUTURE.search(quote.words), _WEIGHS.search(quote.words)
    plain = not sentence.loaded and not _WEIGHS.search(whole)
    if sentence.type is ClaimType.PREDICTION and future and plain and not _UNSURE.search(whole):
        return ClaimType.PREDICTION, "will"
    figure = _FIGURE.search(quote.words) and not _NOT_YET.search(whole)
    calm = sentence.force in (Force.PLAIN, Force.HEDGED) and plain
    if sentence.type is ClaimType.FACT and figure and calm:
        return ClaimType.FACT, ""
    unmixed = not _FIGURE.search(whole) and not _NOT_YET.search(whole)
    if sentence.type is ClaimType.VALUE and weighs and unmixed:
        return ClaimType.VALUE, weighs.group(1)
    return None, ""


def _item(
    reading: Reading, quote: Quote, paragraph: int, kind: ClaimType, word: str
) -> QuestionDraft:
    reason = _REASON[kind].format(word=word)
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            pointing.stems(quote, _STEMS, _POINTED), quote.words, quote=quote, paragraph=paragraph
        ),
        key=Option(OPTIONS[kind], f"{reason}."),
        distractors=[
            Option(OPTIONS[other], *_WRONG[kind, other]) for other in OPTIONS if other is not kind
        ],
        explanation=explanation(paragraph, f"{reason}.", _CHECK[kind]),
        proof=(quote.span,),
        score=0.7 - (0.1 if quote.cut else 0.0) + (0.05 if kind is not ClaimType.FACT else 0.0),
        difficulty=-0.3,
    )
