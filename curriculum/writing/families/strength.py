"""Strength: the learner sees how one small word sets how much a sentence claims.

Two kinds of item. *One word changed*: would the sentence claim more, less or the same? The words
come from a fixed table in which the direction is certain. *One case against*: what would show
that an absolute ("every", "never") goes too far? By the meaning of the word, one exception; the
other options are reactions of people, and no number of those is an exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import MarkKind, Reading, Sentence, Span
from curriculum.writing import cutting, material, pointing, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.types import QuestionDraft

ID = "strength"
NAME = "Strength"
SKILL = "force"

MORE = "It would claim more than it does now"
LESS = "It would claim less than it does now"
SAME = "It would claim the same as it does now"

# The word, the word that takes its place, and whether the sentence then claims more.
_CHANGES = {
    "may": ("will", True), "might": ("will", True), "probably": ("certainly", True),
    "perhaps": ("certainly", True), "possibly": ("certainly", True), "some": ("all", True),
    "many": ("all", True), "most": ("all", True), "often": ("always", True),
    "generally": ("always", True), "typically": ("always", True),
    "frequently": ("always", True), "commonly": ("always", True),
    "several": ("all", True), "rarely": ("never", True), "seldom": ("never", True),
    "apparently": ("certainly", True), "reportedly": ("certainly", True),
    "no one": ("hardly anyone", False), "sometimes": ("always", True),
    "usually": ("always", True), "likely": ("certain", True),
    "never": ("rarely", False), "always": ("often", False), "every": ("nearly every", False),
    "all": ("most", False), "nobody": ("hardly anybody", False),
    "everyone": ("nearly everyone", False), "everybody": ("nearly everybody", False),
    "certainly": ("probably", False),
}  # fmt: skip
# Uses in which the word does not set the strength of the sentence.
_OTHER_USES = re.compile(
    r"\bin all\b|\b(?:some|several|many) (?!(?:[\w-]+ )?[\w-]+s\b|people)|"
    r"\b(?:nearly|almost|virtually|practically|would|at|after|above|first of|of|once and for|not)"
    r" (?:all|always|never|every|everyone|everybody|nobody|most)\b|n[’']t (?:all|always|every)\b"
    r"|\b(?:all|every) (?:right|over|along|but|so often|other|by himself|by herself|by itself)\b"
    r"|\b(?:is|are|was|were|it|they|we|you|them|us|this|that) all\b|\bwill (?:always|never)\b"
    r"|\bmost (?:\w+(?:ed|ful|ous|ant|ent|ive|al|ble|ic|ing)|likely|often|of all|important)\b"
    r"|\bthe most\b|\b(?:as|so|how|too|very|more|less|un)[ -]?(?:many|often|likely)\b"
    r"|\bmay (?:\d|not)\b|\b\d+ may\b|\bmight not\b|\bmay or may\b|\bnot (?:likely|always|all)\b"
    r"|\bnever before\b|\bsome (?:\d+|kind|sort|time|day|of|one)\b|\bmost of\b|\bmany of\b"
    r"|\ball bets\b|\ball (?:eyes|hell|ears|hands|sorts|kinds)\b|\bnever mind\b"
    r"|\bnever be the same\b|\bhave always known\b|\bif all\b|\ball about\b"
    r"|\b(?:nobody|no one) knows\b|\bseveral (?:of|hundred|other|times)\b|\ball of\b"
    r"|\ball (?:the time|month|season|summer|winter|morning|day|night|year|week)\b"
    r"|\b(?:may|might) (?:have|want|wish|like|well|as|expect|be (?:able|allowed|entitled)|say)\b"
    r"|\b(?:one|you|who) (?:may|might)\b|\ball (?:rights|times|rates|of|in|but|too|that)\b"
    r"|\bonce and for all\b|\bover all\b|\bnever been (?:more|less|so|better|worse)\b"
    r"|\bnot at all\b|\bat all\b|\bevery (?:bit|inch|now|other|once|time)\b"
    r"|\bnever (?:ending|again|a|an)\b|\b(?:most|many|some) (?:likely|recently|notably|famously)\b",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"(?:he said|she said|they said|where|which|who|whose|when|while|as|than|to|and|but|what|how|"
    r"whether|if|why)\b",
    re.IGNORECASE,
)
# "Quist said, is usually full": somebody else has the word at the edge or in the middle.
_SPOKEN_IN = re.compile(
    r"(?:\A|, )(?:[\w.’'-]+ ){1,4}(?:said|says|added|argued|argues|explained|noted|told|adding)"
    r"(?:,|\Z| \w+,)|,(?: [\w.’'-]+){1,4},?\Z"
)
# A vow, a wish, a prayer or a feeling: it states nothing that a case could go against.
_VOW = re.compile(
    r"\b(?:will|would|shall|should|must|needs?|ought|wants?|wanted|wish\w*|hop(?:e|es|ed|ing)|"
    r"pray\w*|bless\w*|vow\w*|pledg\w+|promis\w+|swore|swear|determined|tr(?:y|ied|ying)|let|thanks?|"
    r"thank|sorry|loves?|loved|thoughts?|thinks?|feels?|felt|dreams?|dreamed|imagined?|expected|"
    r"believed|I|me|my|we|us|our|you|your|deserves?|cares?|welcome|honou?r\w*|proud|"
    r"order\w*|demand\w*|call(?:s|ed) (?:for|on)|urg\w+)\b|[’']ll\b|[’']d\b|\bto never\b|[()!]"
)
# "For all New Yorkers", "in every way": whom or what is meant, and no claim about each of them.
_NO_CLAIM = re.compile(
    r"\b(?:for|of|to|with|in|at|by|on|from|and|or|the|with|against|than) \Z", re.I
)
_RULE = re.compile(
    r"\b(?:laws?|rules?|acts?|bills?|declaration|order|permit\w*|allow\w*|constitution|policy|"
    r"contract|statute|regulations?|provide[sd]?|entitle\w*)\b",
    re.IGNORECASE,
)
_ADVERBS = {
    "often", "generally", "typically", "frequently", "commonly", "rarely", "seldom", "sometimes",
    "usually", "always", "never", "likely",
}  # fmt: skip
# After "not" or "if" the word works the other way round.
_TURNED = re.compile(
    r"(?:n[’']t|\b(?:not|never|no|cannot|without|hardly|nor|neither|if|whether|unless)) "
    r"(?:[\w’']+ ){0,3}\Z",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|nor|neither|cannot|but|except|unless|if)\b|n[’']t\b")
_IS = re.compile(r"\b(?:is|are|was|were|be|been|seems?|looks?|more|becomes?) \Z")
_WISH = re.compile(r"\b(?:should|must|ought|let us|let[’']s)\b", re.IGNORECASE)  # no case fits one
_TOLD = re.compile(r"\b(?:that|said|says)\b[^.]{0,3}\Z")
# "All the pressure needed": as much as it takes, and no claim of every case.
_AS_MUCH = re.compile(r"\ball (?:[\w-]+ ){1,4}(?:needed|necessary|possible|required|available)\b")
# What did not come about once is no row of cases: "the bunkers never came to much".
_ONCE = re.compile(
    r"never (?:c[ao]me|happen|materiali[sz]|end|beg[au]n|got|get|reach|finish|recover|return|arriv|"
    r"follow|took place|found|find|learn|knew|met|saw|left|made it)",
    re.IGNORECASE,
)
_FEWEST = 6  # words of a statement that one case could upset
_SOME = ("some", "many", "several", "most")
_ABSOLUTES = ("never", "always", "every", "all", "nobody", "no one", "everyone", "everybody")
# Beside these, a word in a whole sentence may have another sense, or somebody else the say.
_OFFSETS = re.compile(r"[“\"]|\b(?:if|whether|than|as \w+ as|while|although|though)\b")
_CHANGE_STEMS = (
    "Suppose “{word}” in {quote} became “{other}”. How much would the sentence claim then?",
    "In {quote}, put “{other}” in the place of “{word}”. What happens to the claim?",
    "Read {quote} aloud, and put “{other}” where “{word}” stands. What becomes of the claim?",
    "A friend passes on {quote}, with “{other}” for “{word}”. How much would it claim then?",
)
_CHANGE_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Suppose “{word}” in it became "
    "“{other}”. How much would it claim then?",
    "Read the sentence in paragraph {paragraph} that begins {quote}, and put “{other}” in the "
    "place of “{word}”. What becomes of the claim?",
)
_CASE_STEMS = (
    "Paragraph {paragraph} says {quote}. What would be enough to show that “{word}” goes too far?",
    "What single discovery would show that “{word}” is too strong in {quote}?",
    "The word “{word}” carries much in {quote}. Which discovery would speak against it?",
    "You doubt the “{word}” in {quote}. What should you look for?",
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each sentence with a small word of strength that it hangs on."""
    numbers = material.paragraphs(reading)
    for sentence in reading.sentences:
        if sentence.block in numbers:
            found = (
                _asked(reading, sentence, place, word, numbers[sentence.block])
                for place, word in _words(reading, sentence)
            )
            item = next((item for item in found if item), None)
            if item:
                yield item


def _asked(
    reading: Reading, sentence: Sentence, place: Span, word: str, paragraph: int
) -> QuestionDraft | None:
    quote = _around(reading.text, sentence, place) or _pointed(reading, sentence, word)
    if quote is None or not _is_plain_statement(reading.text, sentence, quote, place):
        return None
    if sum(quote.span.overlaps(mark.span) for mark in sentence.hedges) != 1:
        return None  # a second word of strength would have its say
    if word not in _ABSOLUTES:
        fair = _may_grow(reading.text, quote, place, word)
        return _one_word(reading, quote, place, word, paragraph) if fair else None
    led = reading.text[sentence.start : quote.span.start]
    vowed = _VOW.search(led) is not None and not _TOLD.search(led)
    if vowed or quote.cut or not _claims_of_each(reading.text, quote, place):
        return None  # what is cut off may hold the exception
    return _one_case(reading, quote, place, word, paragraph)


def _pointed(reading: Reading, sentence: Sentence, word: str) -> quoting.Quote | None:
    """The sentence by its first words, where the word that changes stands in it once."""
    pointer = pointing.at(reading, sentence)
    once = pointer and pointing.once_in(pointer, word) and not _OFFSETS.search(pointer.words)
    return pointer if once and word not in _ABSOLUTES else None


def _is_plain_statement(text: str, sentence: Sentence, quote: quoting.Quote, place: Span) -> bool:
    """Whether the words state something, and neither "not" nor a wish turns the word round."""
    heading = quote.words == quote.words.title() or text[quote.span.end : quote.span.end + 1] == ":"
    turned = _TURNED.search(text[sentence.start : place.start])
    return not (
        heading
        or turned
        or place.of(text).isupper()
        or _WISH.search(quote.words)
        or _SPOKEN_IN.search(quote.words)
        or _NOT.search(quote.words)  # "every shot did not hit": that some did not, or that none did
    )


def _may_grow(text: str, quote: quoting.Quote, place: Span, word: str) -> bool:
    """Whether the stronger word fits in the place of the weaker one, and means what it says."""
    if word in _SOME:
        return _is_subject(text, quote, place)
    if word in ("may", "might"):
        rest = text[place.end : quote.span.end].split()
        return len(rest) > 2 and not _RULE.search(quote.words)
    if word == "likely" and re.match(r" (?:to|that)\b", text[place.end :]):
        return True
    return word not in _ADVERBS or _beside_a_verb(text, quote, place)


def _beside_a_verb(text: str, quote: quoting.Quote, place: Span) -> bool:
    """Whether an adverb goes with the verb: not so in "commonly held views"."""
    unit = cutting.parsed(text, quote.span)
    at = unit.starts.index(place.start) if place.start in unit.starts else 0
    before, after = unit.tags[max(0, at - 1) : at], unit.tags[at + 1 : at + 2]
    return bool(after) and (after in "VBHXK" or (before in tuple("BHX") and after in "NGnvJ"))


def _claims_of_each(text: str, quote: quoting.Quote, place: Span) -> bool:
    """Whether an absolute speaks of every single case, so that one could go against it."""
    before = text[quote.span.start : place.start]
    follows = cutting.parsed(text, Span(place.start, quote.span.end)).tags[1:2]
    floats = place.of(text).lower() == "all" and follows in tuple("VXBHKN")
    short = len(quote.words.split()) < _FEWEST
    once = _ONCE.match(text, place.start)
    bare = not cutting.states(text, quote.span) or _AS_MUCH.search(quote.words)
    return not (
        bare or floats or short or once or _VOW.search(quote.words) or _NO_CLAIM.search(before)
    )


def _is_subject(text: str, quote: quoting.Quote, place: Span) -> bool:
    """Whether the word opens the statement: "raise many questions" cannot become "all"."""
    before = text[quote.span.start : place.start]
    return not before.strip() or before.endswith(("that ", ", "))


def _words(reading: Reading, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    """The words of the table that the reader marked too, where the sentence has only one."""
    text = reading.text
    kinds = (MarkKind.HEDGE, MarkKind.ABSOLUTE)
    if "?" in sentence.span.of(text):
        return
    for mark in sentence.hedges:
        word = mark.span.of(text).lower()
        near = text[max(sentence.start, mark.start - 14) : min(sentence.end, mark.end + 24)]
        if mark.kind in kinds and word in _CHANGES and not _OTHER_USES.search(near):
            yield mark.span, word


def _around(text: str, sentence: Sentence, place: Span) -> quoting.Quote | None:
    """A quotation that holds the word: from the start of the sentence, or from its clause."""
    for start in _starts(text, sentence, place):
        quote = quoting.quote(text, Span(start, sentence.end), longest=14)
        whole = start == sentence.start or quoting.opens_clause(text, start)
        if quote and whole and quote.span.contains(place) and not _HANGS.match(quote.words):
            return quote
    return None


def _starts(text: str, sentence: Sentence, place: Span) -> Iterator[int]:
    yield sentence.start
    before = text[sentence.start : place.start]
    for joint in (r"\bthat |[“\"]", r"[,;:] (?:and |but )?"):
        for match in re.finditer(joint, before):
            yield sentence.start + match.end()


def _one_word(
    reading: Reading, quote: quoting.Quote, place: Span, word: str, paragraph: int
) -> QuestionDraft:
    other, more = _CHANGES[word]
    if word == "likely" and not _IS.search(reading.text[quote.span.start : place.start]):
        other = "certainly"
    key, wrong = (MORE, LESS) if more else (LESS, MORE)
    rules = "rules out more" if more else "leaves room for exceptions"
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            pointing.stems(quote, _CHANGE_STEMS, _CHANGE_POINTED),
            quote.words,
            word=place.of(reading.text),
            other=other,
            quote=quote,
            paragraph=paragraph,
        ),
        key=Option(
            key, f"With “{other}” the sentence {rules}, so it is the {_size(more=more)} claim."
        ),
        distractors=(
            Option(
                wrong,
                f"It is the other way round: with “{other}” the sentence {rules}.",
                "strength-backwards",
            ),
            Option(
                SAME,
                f"The word “{place.of(reading.text)}” is small, and it sets how much is claimed.",
                "hedge-missed" if more else "absolute-missed",
            ),
        ),
        explanation=explanation(
            paragraph,
            f"The word “{place.of(reading.text)}” sets the strength of the sentence.",
            "say the sentence both ways, and ask which one a single case could upset.",
        ),
        proof=(place, quote.span),
        score=0.62,
        difficulty=-0.2,
    )


def _size(*, more: bool) -> str:
    return "bigger" if more else "smaller"


def _one_case(
    reading: Reading, quote: quoting.Quote, place: Span, word: str, paragraph: int
) -> QuestionDraft:
    shown = place.of(reading.text)
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_CASE_STEMS, quote.words, word=shown, quote=quote, paragraph=paragraph),
        key=Option(
            "One clear case that does not fit",
            f"“{shown}” leaves no exception, so one exception is enough.",
        ),
        distractors=(
            Option(
                "Many readers who do not believe it",
                "Not believing it is a reaction, and no case against it.",
                "popular-is-true",
            ),
            Option(
                "A speaker who gains by saying it",
                "Somebody who gains may still be right. It is a reason to check.",
                "motive-is-refutation",
            ),
        ),
        explanation=explanation(
            paragraph,
            f"The word “{shown}” leaves no exception.",
            "look for one clear case that does not fit.",
        ),
        proof=(place, quote.span),
        score=0.72,
        difficulty=0.3,
    )
