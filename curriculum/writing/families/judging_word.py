"""Judging word: the learner finds, among words of one sentence, the one that judges.

Why the distractors are wrong: they are ordinary words of the same quotation. Neither stands in
any form among the loaded words that the reader knows, and neither is a hedge or an absolute. The
key is chosen for itself: part of a compound ("blast walls"), a name or an idiom is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from curriculum.reading import lexicon
from curriculum.reading.lexicon import Token
from curriculum.reading.types import Mark, QuoteType, Reading, Sentence, Span
from curriculum.writing import material, pointing, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.types import QuestionDraft

ID = "judging-word"
NAME = "Judging word"
SKILL = "load"

_JUDGES = "judges"  # most others are nouns, and a noun may be the plain name of the thing
STRONG = 0.8  # a mark below this score judges only beside other signs
# Words that some readers would call judging: neither a key nor a distractor.
_WEIGHTY = {
    "important", "serious", "major", "great", "failure", "success", "problem", "crisis", "danger",
    "dangerous", "difficult", "famous", "popular", "violation", "violations", "careful", "special",
    "strong", "weak", "unlikely", "leading", "historic", "successful", "failed", "better", "worse",
    "worst", "hardly", "merely", "mistake", "victim", "victims", "support", "supported", "refused",
    "loopholes", "patchwork", "painted", "bureaucracy", "confrontation",
    "grave", "severe", "harsh", "heavy", "tough", "deep", "sharp", "bleak", "loud", "sick",
    "violence", "attack", "attacks", "crime", "fraud", "threat", "threats", "fears", "struggle",
}  # fmt: skip
_MAY_BE_PLAIN = {
    "toxic", "explosive", "vermin", "bitter", "rotten",
    "fake", "fraudulent", "deceptive", "discredited", "corrupt", "illegal", "unlawful", "racist",
    "bigoted", "false", "unjustifiably", "unjustified", "reckless", "criminal", "violent", "bogus",
}  # fmt: skip
# A word with such an ending describes the noun after it; "blast" in "blast walls" names a kind.
_DESCRIBES = re.compile(
    r"(?:ing|ed|ous|ful|less|ive|ic|ical|al|able|ible|ish|ly|y|id|ent|ant|ane|ile|ese|grim|harsh|"
    r"bleak|fierce|crude|rude|stark|vague|lame|cruel|absurd|brash|huge|vast|dire|mere)\Z"
)
_IDIOM = re.compile(
    r"(?:crazy|mad|wild) about|(?:battle|fight|war|race) (?:for|against|on|to)\b|"
    r"bitter (?:cold|chocolate|lemon)|terribly sorry|pretty \w+ly"
)
_PAIRED = re.compile(
    r",? (?:and|or|but) [a-z]+(?:ed|ing|ous|ful|less|ive|ic|al|able|ish|ly|y|id|ent)\b"
)
_PAIRED_BEFORE = re.compile(
    r"[a-z]+(?:ed|ing|ous|ful|less|ive|ic|al|able|ish|y|id|ent),?(?: and| or| but)? \Z"
)
_LIGHT = {
    "under", "after", "about", "there", "their", "which", "while", "where", "other", "first",
    "second", "could", "would", "should", "these", "those", "being", "since", "until", "before",
    "again", "still", "often", "nearly", "among", "during", "because", "around", "another",
    "today", "against", "within", "through", "whose", "every", "might", "between", "never",
}  # fmt: skip
_STEMS = (
    "Paragraph {paragraph} has the words {quote}. Which word tells you what to think of the thing?",
    "One word in {quote} judges, and the others report. Which one judges?",
    "Which word in {quote} would a careful reporter think twice about?",
    "Which word in {quote} says how good or bad the writer finds the thing?",
)
_SPOKEN_STEMS = (
    "Paragraph {paragraph} quotes somebody with {quote}. Which of the words judges?",
    "Somebody says {quote} in paragraph {paragraph}. Which word shows how the speaker feels?",
    "In paragraph {paragraph} a speaker says {quote}. Which word judges, while the others tell?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Which of these words in it "
    "tells you what to think of the thing?",
    "Read the sentence in paragraph {paragraph} that begins {quote}. Which of these words in it "
    "judges, while the others tell?",
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each sentence with one strong loaded word: the article's, then speakers'."""
    numbers = material.paragraphs(reading)
    for sentence in material.own(reading):
        for mark in filter(_strong, sentence.loaded):
            quoted = _around(reading.text, sentence.span, mark)
            for shown in pointing.shown(reading, sentence, quoted):
                stems = pointing.stems(shown, _STEMS, _POINTED)
                item = _item(reading, sentence, mark, shown, numbers[sentence.block], stems)
                if item:
                    yield item
                    break
    for one in material.said(reading):
        sentence_ = material.sentence_at(reading, one.words.start)
        if sentence_ and one.attribution.type is QuoteType.DIRECT:
            for mark in filter(_strong, sentence_.loaded):
                quote = _around(reading.text, one.words, mark)
                item = _item(reading, sentence_, mark, quote, one.paragraph, _SPOKEN_STEMS)
                if item:
                    yield item


def _strong(mark: Mark) -> bool:
    return mark.score >= STRONG and mark.why.startswith(_JUDGES)


def surely_judges(text: str, mark: Mark) -> bool:
    """Whether a marked word judges beyond doubt, and is no part of a thing's plain name."""
    return _strong(mark) and _fair_key(mark.span.of(text)) and stands_free(text, mark)


def stands_free(text: str, mark: Mark) -> bool:
    """Whether the word is chosen for itself: no part of a compound, a name or an idiom."""
    word, after = mark.span.of(text), text[mark.end : mark.end + 30]
    if text[max(0, mark.start - 1) : mark.start] in ("-", "’", "'"):
        return False
    if re.match(r"-| [A-Z]", after) or _IDIOM.match(word + after):
        return False
    if re.match(r" (?:about |over |nearly |some )?\d", after):
        return False  # "towering 40 feet above the lane" tells a height
    if _PAIRED.match(after) or _PAIRED_BEFORE.search(text, max(0, mark.start - 24), mark.start):
        return False  # "greedy and coldhearted": the other one may judge too
    following = re.match(r" ([a-z]+)\b", after)
    noun = following and following.group(1) not in _LIGHT | quoting.DANGLING
    return not noun or bool(_DESCRIBES.search(word))


def reason(mark: Mark) -> str:
    """Why the word counts as judging, in one clause."""
    return mark.why.split(". ")[0].rstrip(".")


def _fair_key(word: str) -> bool:
    """Whether the word judges wherever it stands; "fake accounts" may be the plain fact."""
    return word.isalpha() and word.islower() and word not in _MAY_BE_PLAIN


def _item(
    reading: Reading,
    sentence: Sentence,
    mark: Mark,
    quote: quoting.Quote | None,
    paragraph: int,
    stems: tuple[str, ...],
) -> QuestionDraft | None:
    word = mark.span.of(reading.text)
    if quote is None or not surely_judges(reading.text, mark):
        return None
    if sum(quote.span.overlaps(other.span) for other in sentence.loaded) != 1:
        return None
    others = _plain_words(reading.text, sentence, mark, quote.span)
    if len(others) < 2:
        return None
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(stems, quote.words, quote=quote, paragraph=paragraph),
        key=Option(material.capital(word), f"It {reason(mark)}."),
        distractors=[
            Option(
                material.capital(other),
                f"The word “{other}” says what happened or what the thing is, and does not judge.",
                "serious-is-loaded",
            )
            for other in others[:2]
        ],
        explanation=explanation(
            paragraph,
            f"The word “{word}” {reason(mark)}.",
            "ask whether people on different sides would both accept the word.",
        ),
        proof=(mark.span, quote.span),
        score=0.35 + 0.3 * mark.score,
        difficulty=-0.5,
    )


def _around(text: str, whole: Span, mark: Mark) -> quoting.Quote | None:
    """A quotation that holds the word, from the beginning or from a clause before it."""
    return quoting.around(text, whole, mark.span)


def _plain_words(text: str, sentence: Sentence, mark: Mark, inside: Span) -> list[str]:
    """Ordinary words of the quotation, those most like the loaded one in form first."""
    word = mark.span.of(text)
    marked = [m.span for m in (*sentence.hedges, *sentence.loaded)]
    found = [
        token.low
        for token in lexicon.tokens(text, inside.start, inside.end)
        if _is_plain(text, token)
        and not any(Span(token.start, token.end).overlaps(m) for m in marked)
    ]
    found = [other for other in dict.fromkeys(found) if other != word]
    longer = crc32(word.encode()) % 3 > 0  # so that the right word is the longest in a third
    found.sort(key=lambda other: (other[-2:] != word[-2:], abs(len(other) - len(word))))
    return sorted(found, key=lambda other: longer and len(other) < len(word))


def _is_plain(text: str, token: Token) -> bool:
    """An ordinary lower-case word that means something and that the lexicons do not list."""
    return (
        len(token.low) >= 5
        and token.low.isalpha()
        and text[token.start : token.end].islower()
        and token.low not in _WEIGHTY | _LIGHT
        and not any(_listed(token.low, name) for name in ("loaded", "force"))
        and token.low in material.content_words(token.low)
    )


def _listed(word: str, name: str) -> bool:
    return any(not rest for rest, _ in lexicon.load(name).get(word, ()))
