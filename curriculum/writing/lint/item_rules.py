"""The rules for one question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from curriculum.skills import SKILLS
from curriculum.writing import anchors
from curriculum.writing.confusions import CONFUSIONS
from curriculum.writing.families import FAMILIES
from curriculum.writing.lint import words
from curriculum.writing.rewriting import DOUBTS
from curriculum.writing.types import ChoiceDraft, Finding, QuestionDraft, Severity

OWN_FAMILY = "own"  # questions that a teacher wrote
BINARY = ("traceable",)
LONGEST_KEY = 1.25  # times the longest distractor
SLACK = 10  # characters: short options may differ by so much whatever the ratio
LONGEST_QUOTATION = 16  # words

_ALL_OR_NONE = re.compile(r"\b(?:all|none|both|neither|any) of (?:the above|these|them)\b", re.I)
_LETTERS = re.compile(r"\b(?:[ABC] and [ABC]|both [ABC])\b")
_NEGATIVE = re.compile(r"\b(?:not|except|never|least likely|isn[’']t|doesn[’']t|false)\b", re.I)
_OPINION = re.compile(
    r"\b(?:do you (?:agree|think|feel)|should we|who is right|is it true|biased\?|in your opinion)",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\bparagraph \d+\b|\bthe page\b|\bheadline\b", re.I)
_CHECK = re.compile(r"\bcheck\b", re.I)
_STOPS = ".!?;:"

Rule = Callable[[QuestionDraft, str], Iterator[Finding]]


def item(question: QuestionDraft, *, text: str) -> tuple[Finding, ...]:
    """Everything that is wrong with a question about ``text``, the gravest first."""
    found = [finding for rule in _RULES for finding in rule(question, text)]
    return tuple(sorted(found, key=lambda finding: finding.severity is Severity.WARNING))


def error(code: str, where: str, message: str) -> Finding:
    """A finding that blocks publication."""
    return Finding(code, Severity.ERROR, message, where)


def warning(code: str, where: str, message: str) -> Finding:
    """A finding that is shown and does not block."""
    return Finding(code, Severity.WARNING, message, where)


def _options(question: QuestionDraft, text: str) -> Iterator[Finding]:
    binary = question.family in BINARY
    wanted = 2 if binary else 3
    count = len(question.choices)
    if count != wanted and not (question.family == OWN_FAMILY and count == 2):
        yield error("options-count", "choices", f"There are {count} options. Make it {wanted}.")
    keys = sum(choice.key for choice in question.choices)
    if keys != 1:
        yield error("one-key", "choices", f"{keys} options are right. Mark exactly one.")


def _all_or_none(question: QuestionDraft, text: str) -> Iterator[Finding]:
    for where, choice in _numbered(question):
        if _ALL_OR_NONE.search(choice.text) or _LETTERS.search(choice.text):
            yield error(
                "all-or-none",
                where,
                "The option points at other options. Write an answer of its own instead.",
            )


def _stem(question: QuestionDraft, text: str) -> Iterator[Finding]:
    stem = re.sub(r"“[^”]*”", "", question.stem)
    if not question.stem.rstrip().endswith("?"):
        yield error("stem-no-question", "stem", "The stem does not end with “?”. Ask a question.")
    if _NEGATIVE.search(stem):
        yield warning(
            "stem-negative",
            "stem",
            "The stem asks for what is not so, which is easy to misread. Turn it round, or write "
            "the NOT in capitals.",
        )
    if _OPINION.search(stem):
        yield error(
            "stem-opinion",
            "stem",
            "The stem asks for a view, and no text can settle that. Ask how the text is built.",
        )


def _duplicates(question: QuestionDraft, text: str) -> Iterator[Finding]:
    shown = [words.bare(choice.text) for choice in question.choices]
    for second, one in enumerate(shown):
        for first, other in enumerate(shown[:second]):
            where = f"choice {second + 1}"
            if one == other:
                yield error(
                    "options-same", where, f"It says the same as choice {first + 1}. Change one."
                )
            elif _nested(one, other) or _nested(other, one):
                yield error(
                    "options-nested",
                    where,
                    f"It and choice {first + 1} contain one another, so both may be right. Make "
                    "them exclude each other.",
                )


def _nested(one: str, other: str) -> bool:
    """Whether one option lies inside another; a word of doubt in front makes another claim."""
    if other in [f"{doubt} {one}" for doubt in DOUBTS]:
        return False
    return bool(one) and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", other) is not None


def _key_length(question: QuestionDraft, text: str) -> Iterator[Finding]:
    key = _key(question)
    others = [len(choice.text) for choice in question.choices if not choice.key]
    if key is None or not others:
        return
    limit = max(LONGEST_KEY * max(others), max(others) + SLACK)
    if len(key.text) > limit:
        yield error(
            "key-longest",
            _where(question, key),
            "The right option is much longer than the others, which gives it away. Shorten it, or "
            "say more in a wrong one.",
        )


def _grammar(question: QuestionDraft, text: str) -> Iterator[Finding]:
    """A stem that ends "… a" or "… are" fits some options only."""
    tail = re.search(r"\b(an?|is an?|are)\s*(?:…|\.\.\.)?\?$", question.stem.strip())
    if not tail:
        return
    fits = [_fits(tail.group(1), choice.text) for choice in question.choices]
    if not all(fits):
        yield error(
            "grammar-cue",
            "stem",
            f"After “{tail.group(1)}” only some options fit. Put the article into the options.",
        )


def _fits(word: str, option: str) -> bool:
    if word == "are":
        return option.split()[0].rstrip(",").endswith("s") if option.split() else True
    vowel = option[:1].lower() in "aeiou"
    return vowel if word.endswith("an") else not vowel


def _parallel(question: QuestionDraft, text: str) -> Iterator[Finding]:
    ends = {choice.text.rstrip()[-1:] in _STOPS for choice in question.choices}
    starts = {choice.text[:1].isupper() for choice in question.choices if choice.text[:1].isalpha()}
    if len(ends) > 1:
        yield error(
            "not-parallel",
            "choices",
            "Some options end with a stop and some do not. Make them alike.",
        )
    if len(starts) > 1:
        yield error(
            "not-parallel",
            "choices",
            "Some options begin with a capital letter and some do not. Make them alike.",
        )


def _clang(question: QuestionDraft, text: str) -> Iterator[Finding]:
    key = _key(question)
    if key is None:
        return
    stem = words.stems(question.stem)
    shared = words.stems(key.text) & stem
    others = [words.stems(choice.text) & stem for choice in question.choices if not choice.key]
    if shared and not any(others):
        alone = "”, “".join(sorted(shared))
        yield error(
            "key-echoes-stem",
            _where(question, key),
            f"Only the right option repeats words of the stem (“{alone}”). Use them in a wrong "
            "one too, or in none.",
        )


def _quotations(question: QuestionDraft, text: str) -> Iterator[Finding]:
    parts = [("stem", question.stem), ("explanation", question.explanation)]
    parts += [(where, choice.text) for where, choice in _numbered(question)]
    for where, part in parts:
        for quotation in words.quotations(part):
            if where == "stem" and len(quotation.split()) > LONGEST_QUOTATION:
                yield warning(
                    "quotation-long",
                    where,
                    "The quotation is long. Keep the words that matter.",
                )
            if not words.stands_in(quotation, text) and not _offered(question, quotation):
                yield error(
                    "quotation-wrong",
                    where,
                    f"“{quotation}” is not in the text as quoted. Copy the words exactly.",
                )


def _offered(question: QuestionDraft, quotation: str) -> bool:
    """Whether the stem offers the words as a change to make: "put “always” in its place"."""
    shown = re.escape(f"“{quotation}”")
    return re.search(rf"(?:became|put) {shown}", question.stem) is not None


def _confusions(question: QuestionDraft, text: str) -> Iterator[Finding]:
    for where, choice in _numbered(question):
        if not choice.key and choice.confusion not in CONFUSIONS:
            yield error(
                "confusion-unknown",
                where,
                "Say which confusion would make a learner choose this.",
            )
        if not choice.rationale.strip():
            yield error(
                "rationale-missing", where, "Say in a sentence why this option is right or wrong."
            )


def _explanation(question: QuestionDraft, text: str) -> Iterator[Finding]:
    if not _PARAGRAPH.search(question.explanation):
        yield error(
            "explanation-no-place",
            "explanation",
            "Say where to look, for example “paragraph 3”.",
        )
    if not _CHECK.search(question.explanation):
        yield warning(
            "explanation-no-check",
            "explanation",
            "Name one way to check, for example “To check: …”.",
        )


def _anchored(question: QuestionDraft, text: str) -> Iterator[Finding]:
    if not question.anchors:
        yield error(
            "anchor-missing", "anchors", "Choose the words in the text that prove the answer."
        )
    for number, anchor in enumerate(question.anchors, start=1):
        if anchors.resolve(anchor, text) is None:
            yield error(
                "anchor-lost",
                f"anchor {number}",
                "These words are not in the text. Choose the words that prove the answer again.",
            )


def _known(question: QuestionDraft, text: str) -> Iterator[Finding]:
    if question.skill not in SKILLS:
        yield error("skill-unknown", "skill", "Choose one of the twelve skills.")
    if question.family not in FAMILIES and question.family != OWN_FAMILY:
        yield error("family-unknown", "family", "Choose what kind of question it is.")


def _numbered(question: QuestionDraft) -> Iterator[tuple[str, ChoiceDraft]]:
    for number, choice in enumerate(question.choices, start=1):
        yield f"choice {number}", choice


def _key(question: QuestionDraft) -> ChoiceDraft | None:
    return next((choice for choice in question.choices if choice.key), None)


def _where(question: QuestionDraft, choice: ChoiceDraft) -> str:
    return f"choice {question.choices.index(choice) + 1}"


_RULES: tuple[Rule, ...] = (
    _options, _all_or_none, _stem, _duplicates, _key_length, _grammar, _parallel, _clang,
    _quotations, _confusions, _explanation, _anchored, _known,
)  # fmt: skip
