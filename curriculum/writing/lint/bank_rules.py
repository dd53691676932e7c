"""The rules for a whole set of questions: cues that show only when items stand together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from curriculum.skills import SKILLS
from curriculum.writing.lint import words
from curriculum.writing.lint.rules import BINARY, warning
from curriculum.writing.types import ChoiceDraft, Finding, QuestionDraft

SPREAD = 0.10  # how far from 1/k a share may be, in a set large enough to tell
ENOUGH = 20  # items from which a share is held to SPREAD; below, one item a position is the rule
SUPPORTED = (0.45, 0.55)  # the share of yes among yes-or-no items
ENOUGH_MARKED = 6  # options with an absolute from which a pattern shows
TELLING = (0.1, 0.75)  # a share of right ones outside of this can be guessed by
EACH_SKILL = 5  # items that a large bank has of every skill that it asks
LARGE = 40  # items from which a bank is a test of skills, and not a lesson's quiz
_ABSOLUTE = re.compile(r"\b(?:always|never|all|none|nobody|everybody|everyone|every|only)\b", re.I)

Rule = Callable[[Sequence[QuestionDraft]], Iterator[Finding]]


def bank(questions: Sequence[QuestionDraft]) -> tuple[Finding, ...]:
    """Everything that is wrong with a set of questions as a set."""
    return tuple(finding for rule in _RULES for finding in rule(questions))


def _warn(code: str, message: str) -> Finding:
    return warning(code, "the whole set", message)


def _positions(questions: Sequence[QuestionDraft]) -> Iterator[Finding]:
    """The key stands equally often in each place; scales keep their order and do not count."""
    counts = key_places(questions)
    total = counts.total()
    for place in range(3 if total else 0):
        if _too_far(counts[place], total, 3):
            yield _warn(
                "key-position",
                f"The right option stands in place {place + 1} in {counts[place]} of "
                f"{total} questions. Move some.",
            )


def _too_far(count: int, total: int, kinds: int) -> bool:
    """Whether a count is off its share: by a tenth in a large set, by two items in a small one."""
    if total < ENOUGH:
        return abs(count - total / kinds) >= 2
    return abs(count / total - 1 / kinds) > SPREAD


def _longest(questions: Sequence[QuestionDraft]) -> Iterator[Finding]:
    three = [question for question in questions if len(question.choices) == 3]
    longest = sum(key_is_longest(question) for question in three)
    limit = 1 / 3 + (SPREAD if len(three) >= ENOUGH else 2 * SPREAD)
    if len(three) >= 5 and longest / len(three) > limit:
        yield _warn(
            "key-longest-often",
            f"The right option is the longest in {longest} of {len(three)} questions. Lengthen "
            "some wrong ones.",
        )


def _absolutes(questions: Sequence[QuestionDraft]) -> Iterator[Finding]:
    """Options with "always" or "never" are neither nearly all wrong nor nearly all right."""
    marked = [
        choice
        for question in questions
        for choice in question.choices
        if _ABSOLUTE.search(choice.text) and not _shared(question, choice)
    ]
    right = sum(choice.key for choice in marked)
    share = right / len(marked) if marked else 0.0
    if len(marked) >= ENOUGH_MARKED and not TELLING[0] <= share <= TELLING[1]:
        yield _warn(
            "absolutes-tell",
            f"Of {len(marked)} options with words such as “always”, {right} are right, so the word "
            "gives the answer away. Break the pattern.",
        )


def _shared(question: QuestionDraft, choice: ChoiceDraft) -> bool:
    """Whether every option has the same absolute, so that it tells nothing."""
    return all(_ABSOLUTE.search(other.text) for other in question.choices)


def _supported(questions: Sequence[QuestionDraft]) -> Iterator[Finding]:
    binary = [question for question in questions if question.family in BINARY]
    yes = sum(_key(question).text.lower().startswith("yes") for question in binary)
    if binary and not SUPPORTED[0] <= yes / len(binary) <= SUPPORTED[1]:
        yield _warn(
            "supported-share",
            f"{yes} of {len(binary)} yes-or-no questions have the answer yes. Make it half, so "
            "that doubting everything does not pay.",
        )


def _each_skill(questions: Sequence[QuestionDraft]) -> Iterator[Finding]:
    """A large bank says something about each skill only if it asks for each often enough."""
    counts = Counter(question.skill for question in questions)
    few = [SKILLS[skill].name for skill, count in counts.items() if count < EACH_SKILL]
    if len(questions) >= LARGE and few:
        yield _warn(
            "skill-thin",
            f"Fewer than {EACH_SKILL} questions ask for {', '.join(few)}. Write more of them, or "
            "leave the skill out.",
        )


def _same_stems(questions: Sequence[QuestionDraft]) -> Iterator[Finding]:
    counts = Counter(words.plain(question.stem) for question in questions)
    for question in questions:
        if counts.pop(words.plain(question.stem), 0) > 1:
            yield _warn("stems-same", f"Two questions ask “{question.stem}”. Change one.")


def _key(question: QuestionDraft) -> ChoiceDraft:
    return next(choice for choice in question.choices if choice.key)


def key_places(questions: Iterable[QuestionDraft]) -> Counter[int]:
    """How often the key stands in each place, among items of three without an order."""
    return Counter(
        question.choices.index(_key(question))
        for question in questions
        if len(question.choices) == 3 and not question.ordinal
    )


def key_is_longest(question: QuestionDraft) -> bool:
    """Whether the key is longer than every other option."""
    key = len(_key(question).text)
    return all(key > len(choice.text) for choice in question.choices if not choice.key)


_RULES: tuple[Rule, ...] = (_positions, _longest, _absolutes, _supported, _each_skill, _same_stems)
