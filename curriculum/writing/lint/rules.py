"""What the rules share: their shape, and how a finding and a place are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from curriculum.writing.types import ChoiceDraft, Finding, QuestionDraft, Severity

OWN_FAMILY = "own"  # questions that a teacher wrote
BINARY = ("traceable",)

Rule = Callable[[QuestionDraft, str], Iterator[Finding]]

_QUOTED = re.compile(r"“[^”]*”")


def error(code: str, where: str, message: str) -> Finding:
    """A finding that blocks publication."""
    return Finding(code, Severity.ERROR, message, where)


def warning(code: str, where: str, message: str) -> Finding:
    """A finding that is shown and does not block."""
    return Finding(code, Severity.WARNING, message, where)


def numbered(question: QuestionDraft) -> Iterator[tuple[str, ChoiceDraft]]:
    """The options with the names of their places."""
    for number, choice in enumerate(question.choices, start=1):
        yield f"choice {number}", choice


def key_of(question: QuestionDraft) -> ChoiceDraft | None:
    """The right option, if one is marked."""
    return next((choice for choice in question.choices if choice.key), None)


def place_of(question: QuestionDraft, choice: ChoiceDraft) -> str:
    """The name of an option's place."""
    return f"choice {question.choices.index(choice) + 1}"


def own_voice(words: str) -> str:
    """The words without what they quote; every character keeps its place."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), words)
