"""Fairness of a set: whom its corrections favour, and how often the text holds up.

Each item may favour the critic of a person or view, its defender, or neither. That is said in the
files of a unit and nowhere else: it is never stored with an answer, so that nothing can be worked
out about a learner's politics. A set is balanced when critics and defenders are favoured about as
often as each other, and when "this holds up" is the right answer about as often as a flaw is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from curriculum.writing.lint.rules import warning
from curriculum.writing.types import Finding, QuestionDraft

WITHIN = 0.10  # how far apart two shares may be
CRITIC, DEFENDER, NEITHER = "critic", "defender", "neither"
HOLDS, FLAW = "holds", "flaw"


@dataclass(frozen=True, slots=True)
class Balance:
    """How often each side comes up, and what is wrong with that."""

    one: int
    other: int
    neither: int
    findings: tuple[Finding, ...]

    @property
    def apart(self) -> float:
        """How far apart the two shares are, of all items that come down on a side."""
        sides = self.one + self.other
        return abs(self.one - self.other) / sides if sides else 0.0


def direction(pairs: Iterable[tuple[QuestionDraft, str]]) -> Balance:
    """Critics (``one``) against defenders (``other``), from pairs of an item and ``favours``."""
    return _weighed(
        pairs,
        (CRITIC, DEFENDER),
        "direction-balance",
        "{one} corrections favour a critic and {other} a defender. Add questions of the rarer "
        "kind, so that nobody learns that one side is the careless one.",
    )


def finding(pairs: Iterable[tuple[QuestionDraft, str]]) -> Balance:
    """What holds up (``one``) against flaws (``other``), from pairs of an item and ``finds``."""
    return _weighed(
        pairs,
        (HOLDS, FLAW),
        "finding-balance",
        "{one} questions find that the text holds up and {other} find a flaw. Make it half and "
        "half, so that doubting everything does not pay.",
    )


def _weighed(
    pairs: Iterable[tuple[QuestionDraft, str]], sides: tuple[str, str], code: str, message: str
) -> Balance:
    counts = Counter(side for _, side in pairs)
    one, other = (counts[side] for side in sides)
    balance = Balance(one, other, counts.total() - one - other, ())
    # One item more on a side is no lean, however few there are.
    if abs(one - other) <= 1 or balance.apart <= WITHIN:
        return balance
    told = warning(code, "the whole set", message.format(one=one, other=other))
    return Balance(one, other, balance.neither, (told,))
