"""Trusting and doubting, told apart. Pure.

Items of the family "traceable as written?" have two answers: yes, the text names a source for the
statement, or no, it does not. Accuracy alone would flatter whoever doubts everything, so the two
shares are told side by side: how many of the supported statements were trusted, and how many of
the unsupported ones were caught. Nothing is said before ten of each kind, where the shares begin
to mean something, and somebody who nearly always gives the same answer hears that, and no praise.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

FAMILY = "traceable"
ENOUGH_OF_EACH = 10
SAME_WAY = 0.9  # a share of one answer that says more of a habit than of the text


@dataclass(frozen=True, slots=True)
class Judged:
    """How often supported statements were trusted, and unsupported ones caught."""

    supported: int = 0
    trusted: int = 0
    unsupported: int = 0
    caught: int = 0

    @property
    def enough(self) -> bool:
        """Whether there were ten of each kind."""
        return min(self.supported, self.unsupported) >= ENOUGH_OF_EACH

    @property
    def same_way(self) -> bool:
        """Whether nearly every answer was the same, whatever the statement."""
        yes = self.trusted + self.unsupported - self.caught
        share = yes / max(1, self.supported + self.unsupported)
        return share >= SAME_WAY or share <= 1 - SAME_WAY


def judge(answers: Iterable[tuple[bool, bool]]) -> Judged:
    """Count answers given as (said yes, was right)."""
    pairs = list(answers)
    supported = [right for yes, right in pairs if yes == right]
    unsupported = [right for yes, right in pairs if yes != right]
    return Judged(len(supported), sum(supported), len(unsupported), sum(unsupported))
