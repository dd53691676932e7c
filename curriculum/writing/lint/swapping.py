"""The swap test: with other names in the text, the same words must be the key.

Every person's name in the text is replaced by an invented one, the text is read and drafted again,
and each item is looked for among the new candidates. If the key depends on who somebody is, and
not on what the text does, the key changes, and the item may not be published. Titles, places and
pronouns stay as they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from curriculum.reading import read
from curriculum.reading.types import Block, Document, NameKind, Reading
from curriculum.writing.lint import words
from curriculum.writing.material import as_written
from curriculum.writing.quoting import on_one_line
from curriculum.writing.types import Finding, QuestionDraft, Severity

_FIRST = ("Robin", "Alex", "Sam", "Kim", "Jamie", "Chris", "Lee", "Morgan", "Terry", "Dana")
_LAST = (
    "Marsh", "Holt", "Barton", "Ellis", "Fisher", "Norton", "Porter", "Sutton", "Weston", "Archer",
    "Barlow", "Carver", "Denton", "Easton", "Garner", "Harding", "Kendall", "Lawson", "Milton",
    "Preston",
)  # fmt: skip

_WORD = re.compile(r"\w+")

Drafter = Callable[[Reading], Sequence[QuestionDraft]]


def swap(
    questions: Sequence[QuestionDraft], reading: Reading, draft: Drafter
) -> dict[int, tuple[Finding, ...]]:
    """Findings by the place of the question; ``draft`` makes the candidates of a reading."""
    names = renaming(reading)
    if not names:
        return {}
    again: defaultdict[tuple[str, ...], list[QuestionDraft]] = defaultdict(list)
    for other in draft(read(renamed(reading, names))):
        again[_proof(other, {})].append(other)
    found = {}
    for place, question in enumerate(questions):
        findings = _compare(question, again[_proof(question, names)], names)
        if findings:
            found[place] = findings
    return found


def renaming(reading: Reading) -> dict[str, str]:
    """For each word of a person's name, another; the same word always becomes the same."""
    table: dict[str, str] = {}
    firsts, lasts = iter(_FIRST), iter(_LAST)
    for name in reading.names:
        if name.kind is not NameKind.PERSON:
            continue
        parts = on_one_line(name.full or as_written(reading, name)).split()
        for index, part in enumerate(parts):
            if part not in table and part[:1].isupper() and part.isalpha():
                pool = lasts if index == len(parts) - 1 else firsts
                new = next(pool, None)
                if new is None:
                    return table
                table[part] = new
    return table


def renamed(reading: Reading, names: dict[str, str]) -> Document:
    """The same document with other names, its blocks moved along."""
    text, blocks, at = "", [], 0
    for block in reading.blocks:
        text += reading.text[at : block.start]
        start = len(text)
        text += _renamed(block.span.of(reading.text), names)
        blocks.append(Block(block.kind, start, len(text), block.why))
        at = block.end
    return Document(text + reading.text[at:], tuple(blocks))


def _renamed(text: str, names: dict[str, str]) -> str:
    return _WORD.sub(lambda match: names.get(match.group(), match.group()), text)


def _proof(question: QuestionDraft, names: dict[str, str]) -> tuple[str, ...]:
    """By what an item is found again: its family and the words that prove it."""
    exact = (_renamed(anchor.exact, names) for anchor in question.anchors)
    return (question.family, *map(words.plain, exact))


def _compare(
    question: QuestionDraft, twins: Sequence[QuestionDraft], names: dict[str, str]
) -> tuple[Finding, ...]:
    if not twins:
        return ()  # the names changed what could be read, so nothing was tried
    stem = words.plain(_renamed(question.stem, names))
    key = words.plain(_renamed(_key(question), names))
    same = [other for other in twins if words.plain(other.stem) == stem] or twins
    if any(words.plain(_key(other)) == key for other in same):
        return ()
    return (
        Finding(
            "swap-changed",
            Severity.ERROR,
            "With other names in the text another option would be right. Ask about the words and "
            "not about who says them.",
            "choices",
        ),
    )


def _key(question: QuestionDraft) -> str:
    return next(choice.text for choice in question.choices if choice.key)
