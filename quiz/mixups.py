"""Mix-ups met and left behind: which confusions tempted a learner, and which do no longer. Pure.

Every wrong option names the confusion that it tempts (``curriculum.writing.confusions``). To have
chosen it is to have met that mix-up. It counts as left behind once ``CLEAR`` questions in a row
offered it and the learner chose it in none: with three options, somebody who guesses passes three
such questions three times in ten, so this is a sign and no proof, and the words say no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CLEAR = 3  # questions in a row that offered it, without its being chosen


@dataclass(slots=True)
class Met:
    """One mix-up, as it went for one learner."""

    confusion: str
    chosen: int = 0
    since: int = 0  # questions that offered it after it was last chosen

    @property
    def behind(self) -> bool:
        """Whether it seems to be left behind."""
        return self.since >= CLEAR

    @property
    def wanting(self) -> int:
        """How many such questions more it takes."""
        return max(0, CLEAR - self.since)


@dataclass(frozen=True, slots=True)
class Faced:
    """One answer: the confusions that its options offered, and the chosen option's, if any."""

    offered: frozenset[str]
    chosen: str = ""


def met(answers: Iterable[Faced]) -> list[Met]:
    """The mix-ups that were chosen at least once, the most frequent first; oldest answer first."""
    found: dict[str, Met] = {}
    for answer in answers:
        for confusion in answer.offered & found.keys():
            found[confusion].since += 1
        if answer.chosen:
            row = found.setdefault(answer.chosen, Met(answer.chosen))
            row.chosen += 1
            row.since = 0
    return sorted(found.values(), key=lambda row: (-row.chosen, row.confusion))
