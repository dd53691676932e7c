"""The swap test: with other people in the text, the same words must be the key.

Names, titles, parties, places and pronouns are replaced, the text is read and drafted again, and
each item is looked for among the new candidates. If the key depends on who somebody is, and not on
what the text does, the key changes, and the item may not be published. An item that nothing drafts
again is tested in place, beside the replaced text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from curriculum.reading import read
from curriculum.reading.types import Block, Document, Reading
from curriculum.writing.lint import words
from curriculum.writing.lint.identities import Others, others
from curriculum.writing.lint.replacing import in_place
from curriculum.writing.lint.rules import error
from curriculum.writing.planning import key_of
from curriculum.writing.types import Finding, QuestionDraft

Drafter = Callable[[Reading], Sequence[QuestionDraft]]


def swap(
    questions: Sequence[QuestionDraft], reading: Reading, draft: Drafter
) -> dict[int, tuple[Finding, ...]]:
    """Findings by the place of the question; ``draft`` makes the candidates of a reading."""
    who = others(reading)
    if not who.words:
        return {}
    document = replaced(reading, who)
    again: defaultdict[tuple[str, ...], list[QuestionDraft]] = defaultdict(list)
    for other in draft(read(document)):
        again[_proof(other)].append(other)
    found = {}
    for place, question in enumerate(questions):
        twins = again[_proof(question, who)]
        findings = (
            _compare(question, twins, who) if twins else in_place(question, who, document.text)
        )
        if findings:
            found[place] = findings
    return found


def replaced(reading: Reading, who: Others) -> Document:
    """The same document about others, its blocks moved along."""
    text, blocks, at = "", [], 0
    for block in reading.blocks:
        text += reading.text[at : block.start]
        start = len(text)
        text += who.put(block.span.of(reading.text))
        blocks.append(Block(block.kind, start, len(text), block.why))
        at = block.end
    return Document(text + reading.text[at:], tuple(blocks))


def _proof(question: QuestionDraft, who: Others | None = None) -> tuple[str, ...]:
    """By what an item is found again: its family and the words that prove it."""
    exact = (who.put(anchor.exact) if who else anchor.exact for anchor in question.anchors)
    return (question.family, *map(words.plain, exact))


def _compare(
    question: QuestionDraft, twins: Sequence[QuestionDraft], who: Others
) -> tuple[Finding, ...]:
    stem = words.plain(who.put(question.stem))
    key = words.plain(who.put(key_of(question)))
    same = [other for other in twins if words.plain(other.stem) == stem] or twins
    if any(words.plain(key_of(other)) == key for other in same):
        return ()
    return (
        error(
            "swap-changed",
            "choices",
            "With other people in the text another option would be right. Ask about the words and "
            "not about who says them.",
        ),
    )
