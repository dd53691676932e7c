"""Judging word: the learner finds, among words of one sentence, the one that judges.

Why the distractors are wrong: they are ordinary words of the same quotation. Neither stands in
any form among the loaded words that the reader knows, and neither is a hedge or an absolute.
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.reading import lexicon
from curriculum.reading.lexicon import Token
from curriculum.reading.types import Mark, Reading, Sentence, Span
from curriculum.writing import material, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.types import QuestionDraft

ID = "judging-word"
NAME = "Judging word"
SKILL = "load"

_DESCRIBES = "instead of describing"  # adjectives: a noun may be the plain name of the thing
STRONG = 0.8  # a mark below this score judges only beside other signs
# Words that some readers would call judging: neither a key nor a distractor.
_WEIGHTY = {
    "important", "serious", "major", "great", "failure", "success", "problem", "crisis", "danger",
    "dangerous", "difficult", "famous", "popular", "violation", "violations", "careful", "special",
    "strong", "weak", "unlikely", "leading", "historic", "successful", "failed", "better", "worse",
    "worst", "hardly", "merely", "mistake", "victim", "victims", "support", "supported", "refused",
    "violence", "attack", "attacks", "crime", "fraud", "threat", "threats", "fears", "struggle",
}  # fmt: skip
_STEMS = (
    "Paragraph {paragraph} has the words {quote}. Which of them tells you what to feel?",
    "One word in {quote} judges, and the others report. Which one judges?",
    "Which word in {quote} would a careful reporter think twice about?",
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each sentence of the article's own with one strong loaded word."""
    numbers = material.paragraphs(reading)
    for sentence in material.own(reading):
        strong = [m for m in sentence.loaded if m.score >= STRONG and _DESCRIBES in m.why]
        if len(strong) == 1 and len(sentence.loaded) == 1:
            item = _item(reading, sentence, strong[0], numbers[sentence.block])
            if item:
                yield item


def _item(reading: Reading, sentence: Sentence, mark: Mark, paragraph: int) -> QuestionDraft | None:
    word = mark.span.of(reading.text)
    quote = _around(reading.text, sentence, mark)
    if quote is None or not word.isalpha() or not word.islower():
        return None
    others = _plain_words(reading.text, sentence, mark, quote.span)
    if len(others) < 2:
        return None
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_STEMS, quote.words, quote=quote, paragraph=paragraph),
        key=Option(material.capital(word), f"It {mark.why}."),
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
            f"The word “{word}” {mark.why}.",
            "ask whether people on different sides would both accept the word.",
        ),
        proof=(mark.span, quote.span),
        score=0.35 + 0.3 * mark.score,
        difficulty=-0.5,
    )


def _around(text: str, sentence: Sentence, mark: Mark) -> quoting.Quote | None:
    """A quotation that holds the word, from the sentence's start or a few words before it."""
    starts = [sentence.start]
    words = [token.start for token in lexicon.tokens(text, sentence.start, mark.start)]
    starts += words[-4:-1]
    for start in starts:
        quote = quoting.quote(text, Span(start, sentence.end))
        if quote and quote.span.contains(mark.span):
            return quote
    return None


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
    return sorted(found, key=lambda other: (other[-2:] != word[-2:], abs(len(other) - len(word))))


def _is_plain(text: str, token: Token) -> bool:
    """An ordinary lower-case word that means something and that the lexicons do not list."""
    return (
        len(token.low) >= 5
        and token.low.isalpha()
        and text[token.start : token.end].islower()
        and token.low not in _WEIGHTY
        and not any(_listed(token.low, name) for name in ("loaded", "force"))
        and token.low in material.content_words(token.low)
    )


def _listed(word: str, name: str) -> bool:
    return any(not rest for rest, _ in lexicon.load(name).get(word, ()))
