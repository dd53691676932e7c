"""Work done once for each reading: every family asks the same things of the same text.

A reading is too large to hash, so it is known by identity. Only the last few are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from curriculum.reading.types import Reading

T = TypeVar("T")

KEPT = 2  # a draft and its swap test


def once(work: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """The function, doing its work once for a reading; what it returns must not be changed."""
    kept: list[tuple[Reading, T]] = []

    @wraps(work)
    def remembered(reading: Reading) -> T:
        for known, result in tuple(kept):
            if known is reading:
                return result
        result = work(reading)
        kept.append((reading, result))
        del kept[:-KEPT]
        return result

    return remembered
