"""Marking, pure: was it the key? Later kinds of question mark here too."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer was worth: 1.0 for the key, 0.0 for a distractor."""

    worth: float

    @property
    def correct(self) -> bool:
        """Whether it was worth everything."""
        return self.worth == 1.0


def mark(*, key: int, chosen: int) -> Mark:
    """Compare the choice that was taken with the key. Both are whatever names a choice."""
    return Mark(1.0 if chosen == key else 0.0)
