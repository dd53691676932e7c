"""When a skill comes back: after 1, 7 and 21 days. Pure.

What is met again after a while lasts longer than what is met often at once (Latimier, Peyre and
Ramus, Educational Psychology Review 33, 2021: g = 0.74), and gaps that grow are no better than
equal ones on average (g = 0.03). So the gaps are fixed, and there is nothing to fit. FSRS, which
fits a gap to every card, was simulated against them at the same minutes: where people forget as
FSRS supposes it keeps a point more, where they forget in another way it keeps seven points less,
and a third of what it takes for remembering is guessing (docs/benchmarks.md).

The first day on which a skill is practised puts it on step 0. After that, the first answer of a
day that counts moves it, and the others of that day leave it where it is:

    right, on the day that it is due or later    one step on, to the last at most
    right, before it is due                      the same step, counted from that day
    wrong                                        one step back, to the first at most

and it is due again ``GAPS[step]`` days later. A skill on the last step comes back every 21 days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

GAPS = (1, 7, 21)  # days


@dataclass(frozen=True, slots=True)
class Due:
    """Where a skill stands: its step, when it was last met, when it comes back."""

    step: int
    last_on: date
    due_on: date


def after(before: Due | None, *, on: date, right: bool) -> Due:
    """Where it stands after an answer that counts, given no earlier than the last."""
    if before is None:
        return _at(0, on)
    if on == before.last_on:
        return before
    if not right:
        return _at(max(before.step - 1, 0), on)
    early = on < before.due_on
    return _at(before.step if early else min(before.step + 1, len(GAPS) - 1), on)


def replay(answers: Iterable[tuple[date, bool]]) -> Due | None:
    """Where it stands after a whole history, oldest answer first."""
    due = None
    for on, right in answers:
        due = after(due, on=on, right=right)
    return due


def _at(step: int, on: date) -> Due:
    return Due(step, on, on + timedelta(days=GAPS[step]))
