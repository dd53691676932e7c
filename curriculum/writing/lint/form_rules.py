"""The rules for the options as a set: nothing in their form may tell which one is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from curriculum.writing.lint import words
from curriculum.writing.lint.rules import (
    BINARY,
    OWN_FAMILY,
    Rule,
    error,
    key_of,
    numbered,
    own_voice,
    place_of,
    warning,
)
from curriculum.writing.rewriting import DOUBTS
from curriculum.writing.types import Finding, QuestionDraft

LONGEST_KEY = 1.25  # times the longest distractor
SLACK = 10  # characters: short options may differ by so much whatever the ratio

_ALL_OR_NONE = re.compile(
    r"\b(?:all|none|both|neither|any) of "
    r"(?:the above|them|these(?! (?!(?:are|is|fit)\b)\w))\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\b(?:[ABC] and [ABC]|both [ABC])\b")
_RANGE = re.compile(r"\b(\d[\d,]*)\s*(?:–|-|to|and)\s*(\d[\d,]*)\b")
_STOPS = ".!?;:"
# Options that begin with such a word are phrases of one kind, and a lone one of them stands out.
_OPENERS = {"because", "to", "by", "when", "whether", "how", "if", "yes", "no"}


def _count(question: QuestionDraft, text: str) -> Iterator[Finding]:
    wanted = 2 if question.family in BINARY else 3
    count = len(question.choices)
    if count != wanted and not (question.family == OWN_FAMILY and count == 2):
        yield error("options-count", "choices", f"There are {count} options. Make it {wanted}.")
    keys = sum(choice.key for choice in question.choices)
    if keys != 1:
        yield error("one-key", "choices", f"{keys} options are right. Mark exactly one.")


def _all_or_none(question: QuestionDraft, text: str) -> Iterator[Finding]:
    for where, choice in numbered(question):
        own = own_voice(choice.text)  # what is quoted points at nothing here
        if _ALL_OR_NONE.search(own) or _LETTERS.search(own):
            yield error(
                "all-or-none",
                where,
                "The option points at other options. Write an answer of its own instead.",
            )


def _apart(question: QuestionDraft, text: str) -> Iterator[Finding]:
    """No option says the same as another, holds it, or shares a stretch of numbers with it."""
    shown = [(number, words.bare(c.text)) for number, c in enumerate(question.choices, start=1)]
    for (first, one), (second, other) in combinations(shown, 2):
        where = f"choice {second}"
        if one == other:
            yield error("options-same", where, f"It says the same as choice {first}. Change one.")
        elif _nested(one, other) or _nested(other, one):
            yield error(
                "options-nested",
                where,
                f"It and choice {first} contain one another, so both may be right. Make them "
                "exclude each other.",
            )
        elif _overlap(one, other):
            yield error(
                "options-overlap",
                where,
                f"Its numbers overlap with those of choice {first}. Let each stretch begin where "
                "the other has ended.",
            )


def _nested(one: str, other: str) -> bool:
    """Whether one option lies inside another; a word of doubt in front makes another claim."""
    if other in [f"{doubt} {one}" for doubt in DOUBTS]:
        return False
    if not one or one not in other:
        return False  # seen at once, where a pattern for each option would have to be made
    return re.search(rf"(?<!\w){re.escape(one)}(?!\w)", other) is not None


def _overlap(one: str, other: str) -> bool:
    found = [_RANGE.search(option) for option in (one, other)]
    if found[0] is None or found[1] is None:
        return False
    (low, high), (start, end) = (
        [int(edge.replace(",", "")) for edge in match.groups()] for match in found if match
    )
    same_kind = _RANGE.sub("", one).strip() == _RANGE.sub("", other).strip()
    return same_kind and low <= end and start <= high


def _length(question: QuestionDraft, text: str) -> Iterator[Finding]:
    key = key_of(question)
    others = [len(choice.text) for choice in question.choices if not choice.key]
    if key is None or not others:
        return
    if len(key.text) > max(LONGEST_KEY * max(others), max(others) + SLACK):
        yield error(
            "key-longest",
            place_of(question, key),
            "The right option is much longer than the others, which gives it away. Shorten it, or "
            "say more in a wrong one.",
        )


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


def _odd_one_out(question: QuestionDraft, text: str) -> Iterator[Finding]:
    """Three options, of which the right one alone is built in another way."""
    key = key_of(question)
    others = [_opener(choice.text) for choice in question.choices if not choice.key]
    if key is None or len(others) < 2:
        return
    alike = len(set(others)) == 1 and others[0] != _opener(key.text)
    if alike and (others[0] or _opener(key.text)):
        yield warning(
            "key-stands-out",
            place_of(question, key),
            "The wrong options begin alike and the right one does not, so it stands out. Build "
            "all of them in one way.",
        )


def _opener(option: str) -> str:
    first = words.plain(option).split()[:1]
    return first[0].strip(",") if first and first[0].strip(",") in _OPENERS else ""


def _clang(question: QuestionDraft, text: str) -> Iterator[Finding]:
    key = key_of(question)
    if key is None:
        return
    stem = words.stems(question.stem)
    shared = words.stems(key.text) & stem
    others = [words.stems(choice.text) & stem for choice in question.choices if not choice.key]
    if shared and not any(others):
        alone = "”, “".join(sorted(shared))
        yield error(
            "key-echoes-stem",
            place_of(question, key),
            f"Only the right option repeats words of the stem (“{alone}”). Use them in a wrong "
            "one too, or in none.",
        )


RULES: tuple[Rule, ...] = (
    _count, _all_or_none, _apart, _length, _parallel, _odd_one_out, _clang,
)  # fmt: skip
