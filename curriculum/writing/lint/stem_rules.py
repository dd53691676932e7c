"""The rules for the stem: a positive question about how the text is built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.writing.lint.rules import Rule, error, key_of, own_voice, warning
from curriculum.writing.types import Finding, QuestionDraft

_NEGATIVE = re.compile(
    r"\b(?i:not|except|never|least likely|isn[’']t|doesn[’']t|false|untrue|incorrect)\b"
)
_SENTENCE_END = re.compile(r"(?<=[.:?!])\s+")
_VIEW = re.compile(
    r"\b(?:do(?:es)? (?:you|anybody|everyone) (?:agree|disagree|think|feel|believe|support)|"
    r"agree or disagree|should|ought to|who is right|who is wrong|is it (?:true|right|fair|wrong)|"
    r"in your opinion)\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"\b(?:biased|bias|prejudiced|honest|dishonest|lying|liar|lies about|trustworthy|"
    r"(?:good|bad|better|worse|right|wrong|left-wing|right-wing|liberal|conservative|partisan)"
    r" (?:person|man|woman|leader|politician|side|party|president|government))\b",
    re.IGNORECASE,
)
_COPULA = re.compile(r"\b(?:who|what|which(?: \w+)?) (is|was|has|are|were|have)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?)\s*(?:…|\.\.\.|_+)?\?$")
_MANY = re.compile(r"(?:two|three|four|five|several|some|many|most|both|these|those|few)\b", re.I)
_ONE = re.compile(r"(?:an?|one|this|that|each|every|another)\b", re.I)


def _asks(question: QuestionDraft, text: str) -> Iterator[Finding]:
    if not question.stem.rstrip().endswith("?"):
        yield error("stem-no-question", "stem", "The stem does not end with “?”. Ask a question.")


def _positive(question: QuestionDraft, text: str) -> Iterator[Finding]:
    """A negative in what is asked is easy to overlook, unless capitals make it shout."""
    asked = _SENTENCE_END.split(own_voice(question.stem).rstrip())[-1]
    negatives = _NEGATIVE.findall(asked)
    if any(not word.isupper() for word in negatives):
        yield warning(
            "stem-negative",
            "stem",
            "The stem asks for what is not so, which is easy to misread. Turn it round, or write "
            "the NOT in capitals.",
        )


def _settled_by_the_text(question: QuestionDraft, text: str) -> Iterator[Finding]:
    asked = own_voice(question.stem)
    if _VIEW.search(asked):
        yield error(
            "stem-opinion",
            "stem",
            "The stem asks for a view, and no text can settle that. Ask how the text is built.",
        )
    elif found := _JUDGES.search(asked):
        yield error(
            "stem-judges",
            "stem",
            f"“{found.group()}” judges a person or a side. Ask who says it, what supports it, or "
            "how you would check it.",
        )


def _article(question: QuestionDraft, text: str) -> Iterator[Finding]:
    """A stem that ends "… a?" fits some options only."""
    tail = _ARTICLE.search(question.stem.strip())
    if tail and not all(_fits(tail.group(1), choice.text) for choice in question.choices):
        yield error(
            "grammar-cue",
            "stem",
            f"After “{tail.group(1)}” only some options fit. Put the article into the options.",
        )


def _fits(article: str, option: str) -> bool:
    vowel = option[:1].lower() in "aeiou"
    return vowel if article == "an" else not vowel


def _number(question: QuestionDraft, text: str) -> Iterator[Finding]:
    """A verb that agrees with the right option alone gives it away."""
    verb = _COPULA.search(own_voice(question.stem))
    key = key_of(question)
    if verb is None or key is None:
        return
    many = verb.group(1).lower() in ("are", "were", "have")
    others = [_is_many(choice.text) for choice in question.choices if not choice.key]
    if _is_many(key.text) is many and all(each is (not many) for each in others):
        yield error(
            "number-cue",
            "stem",
            f"Only the right option goes with “{verb.group(1)}”. Let the others be "
            f"{'several' if many else 'one'} too, or put the question so that each fits.",
        )


def _is_many(option: str) -> bool | None:
    """Whether an option speaks of several things; None where the words do not show it."""
    if _MANY.match(option):
        return True
    return False if _ONE.match(option) else None


RULES: tuple[Rule, ...] = (_asks, _positive, _settled_by_the_text, _article, _number)
