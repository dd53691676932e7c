"""Which gaps keep skills best for the time they cost: ``python -m benchmarks.simulate_review``.

Made-up learners meet twelve skills in their first month, and from then on review what is due when
they come by, which they do on three days of five, eight questions a day at most. A review shows a
question of three options: who remembers is right, and who does not guesses. Each schedule sees the
answers alone. Two worlds forget in different ways, so that neither schedule plays at home in both:

- FSRS's own: retrievability, stability and difficulty as the ``fsrs`` package has them, with a
  stability at first that differs from learner to learner and from skill to skill;
- activation, as Pavlik and Anderson have it ("Practice and forgetting effects on vocabulary
  memory", Cognitive Science 29, 2005): m = β + ln Σ tᵢ^−dᵢ, where what is repeated while it is
  still fresh decays faster, dᵢ = c·e^m + a, and P = 1/(1 + e^((τ − m)/s)), with the constants of
  that paper and a β that differs.

A question takes three quarters of a minute, and its explanation another half when it was wrong.
Reported are the minutes over the whole term, the share of skills remembered on an average day of
it, and a month after its end, when nothing was reviewed any more.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from statistics import fmean, stdev
from typing import Protocol

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

from quiz import spacing

SKILLS, A_DAY = 12, 8  # skills to keep; questions of one day
BEGIN, TERM, LATER = 30, 120, 150  # days: all skills begun; the end; the test a month after it
COMES = 0.6  # how likely a learner comes by on a day
GUESS = 1 / 3
ASKING, EXPLAINING = 0.75, 0.5  # minutes
START = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Memory(Protocol):
    """What one learner remembers of one skill."""

    def meet(self, day: int, *, recalled: bool) -> None:
        """The skill is met, remembered or not; the explanation is read."""
        ...

    def chance(self, day: int) -> float:
        """How likely it is remembered on that day."""
        ...


class FsrsMemory:
    """Memory as FSRS supposes it, with stability to begin with that differs."""

    def __init__(self, draw: random.Random, ability: float) -> None:
        first = [p * math.exp(ability + draw.gauss(0, 0.4)) for p in DEFAULT_PARAMETERS[:4]]
        limited = [min(max(p, 0.01), 99.0) for p in first]
        self.laws = _scheduler(0.9, [*limited, *DEFAULT_PARAMETERS[4:]])
        self.card = Card()

    def meet(self, day: int, *, recalled: bool) -> None:
        """Stability and difficulty move as FSRS says."""
        rating = Rating.Good if recalled else Rating.Again
        self.card, _ = self.laws.review_card(self.card, rating, _moment(day))

    def chance(self, day: int) -> float:
        """FSRS's retrievability."""
        return self.laws.get_card_retrievability(self.card, _moment(day))


class ActivationMemory:
    """Memory as activation that decays, by Pavlik and Anderson."""

    DECAY, SCALE, THRESHOLD, NOISE = 0.177, 0.217, -0.704, 0.255
    OUTSIDE = 0.025 * 86400  # a day away from the task forgets like so many seconds at it

    def __init__(self, draw: random.Random, ability: float) -> None:
        self.boost = ability + draw.gauss(0, 0.4)
        self.met: list[tuple[float, float]] = []  # when, and how fast it decays

    def meet(self, day: int, *, recalled: bool) -> None:
        """Three times within the first lesson; once in a review, explanation included."""
        for number in range(1 if self.met else 3):
            now = day * self.OUTSIDE + number * 60
            fresh = math.exp(self._activation(now)) if self.met else 0.0
            self.met.append((now, self.SCALE * fresh + self.DECAY))

    def chance(self, day: int) -> float:
        """The share of the noise above the threshold."""
        activation = self.boost + self._activation(day * self.OUTSIDE + 240)
        return 1 / (1 + math.exp((self.THRESHOLD - activation) / self.NOISE))

    def _activation(self, now: float) -> float:
        return math.log(sum((now - at) ** -decay for at, decay in self.met))


class Schedule(Protocol):
    """When one skill comes back, from its answers alone."""

    def answered(self, day: int, *, right: bool) -> int:
        """Take in an answer; the day on which the skill is due next."""
        ...


class Fixed:
    """``quiz.spacing`` as learners meet it."""

    def __init__(self) -> None:
        self.due: spacing.Due | None = None

    def answered(self, day: int, *, right: bool) -> int:
        """One step on, or one back."""
        self.due = spacing.after(self.due, on=_moment(day).date(), right=right)
        return (self.due.due_on - START.date()).days


class Gaps:
    """Other fixed gaps: one step on when right; when wrong, one back, or all the way."""

    def __init__(self, gaps: Sequence[int], *, restart: bool = False) -> None:
        self.gaps, self.restart, self.step = gaps, restart, -1

    def answered(self, day: int, *, right: bool) -> int:
        """The gap of the step."""
        back = 0 if self.restart else self.step - 1
        self.step = min(max(self.step + 1 if right else back, 0), len(self.gaps) - 1)
        return day + self.gaps[self.step]


class Fsrs:
    """The ``fsrs`` package with its own constants, by the day."""

    def __init__(self, retention: float) -> None:
        self.scheduler = _scheduler(retention, DEFAULT_PARAMETERS)
        self.card = Card()

    def answered(self, day: int, *, right: bool) -> int:
        """Right is "good", wrong is "again": a click says no more."""
        rating = Rating.Good if right else Rating.Again
        self.card, _ = self.scheduler.review_card(self.card, rating, _moment(day))
        return max(day + 1, (self.card.due - START).days)


class Never:
    """No review at all."""

    def answered(self, day: int, *, right: bool) -> int:
        """Not within this term."""
        return 10**6


def _scheduler(retention: float, parameters: Sequence[float]) -> Scheduler:
    return Scheduler(
        parameters=tuple(parameters),
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )


def _moment(day: int) -> datetime:
    return START + timedelta(days=day)


WORLDS: dict[str, Callable[[random.Random, float], Memory]] = {
    "Forgetting as FSRS has it": FsrsMemory,
    "Forgetting as activation": ActivationMemory,
}
SCHEDULES: dict[str, Callable[[], Schedule]] = {
    "no review": Never,
    "1, 7, 21 (ours)": Fixed,
    "1, 7, 21, back to 1": lambda: Gaps((1, 7, 21), restart=True),
    "1, 7, 21, 63": lambda: Gaps((1, 7, 21, 63)),
    "every 7": lambda: Gaps((7,)),
    "every 14": lambda: Gaps((14,)),
    **{f"FSRS {r:.2f}": partial(Fsrs, r) for r in (0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97)},
}


@dataclass(frozen=True)
class Term:
    """What one learner's term came to."""

    minutes: float
    kept: float  # the share remembered on an average day of the term
    later: float  # and a month after it


def learn(draw: random.Random, world: str, schedule: str) -> Term:
    """One learner, day by day."""
    ability = draw.gauss(0, 0.4)
    memories = [WORLDS[world](draw, ability) for _ in range(SKILLS)]
    plans = [SCHEDULES[schedule]() for _ in range(SKILLS)]
    due = [BEGIN * number // SKILLS for number in range(SKILLS)]
    begun = [False] * SKILLS
    minutes, kept = 0.0, []
    for day in range(TERM):
        comes = draw.random() < COMES
        waiting = sorted((n for n in range(SKILLS) if due[n] <= day), key=lambda n: due[n])
        reviews = [n for n in waiting if begun[n]][: A_DAY if comes else 0]
        for n in [*(n for n in waiting if not begun[n]), *reviews]:
            recalled = begun[n] and draw.random() < memories[n].chance(day)
            right = recalled or draw.random() < GUESS or not begun[n]
            minutes += begun[n] * (ASKING + (not right) * EXPLAINING)
            memories[n].meet(day, recalled=recalled or not begun[n])
            due[n] = plans[n].answered(day, right=right)
            begun[n] = True
        if day >= BEGIN:
            kept.append(fmean(memory.chance(day) for memory in memories))
    return Term(minutes, fmean(kept), fmean(memory.chance(LATER) for memory in memories))


def report(world: str, *, learners: int, seed: int) -> list[str]:
    """One table, and ours beside FSRS at the same minutes."""
    lines = [world, f"{'':24}{'minutes':>9}{'kept':>7}{'later':>7}{'gained a minute':>17}"]
    means: dict[str, Term] = {}
    none = 0.0
    for name in SCHEDULES:
        terms = [learn(random.Random(f"{seed}:{n}"), world, name) for n in range(learners)]
        mean = Term(*(fmean(getattr(t, f) for t in terms) for f in ("minutes", "kept", "later")))
        none = none or mean.kept
        gained = (mean.kept - none) / mean.minutes if mean.minutes else 0.0
        error = stdev(t.kept for t in terms) / math.sqrt(learners)
        lines.append(
            f"{name:24}{mean.minutes:9.1f}{mean.kept:7.1%}{mean.later:7.1%}{gained:17.2%}"
            f"   ± {error:.1%}"
        )
        means[name] = mean
    kept, later = _at(means, means["1, 7, 21 (ours)"].minutes)
    return [*lines, f"FSRS at the minutes of ours: kept {kept:.1%}, later {later:.1%}", ""]


def _at(means: dict[str, Term], minutes: float) -> tuple[float, float]:
    """What FSRS keeps at so many minutes, between the two settings on either side."""
    rows = sorted((t.minutes, t.kept, t.later) for n, t in means.items() if n.startswith("FSRS"))
    pairs = pairwise(rows)
    below, above = next((p for p in pairs if p[0][0] <= minutes <= p[1][0]), (rows[0], rows[-1]))
    share = (minutes - below[0]) / (above[0] - below[0])
    return (
        below[1] + share * (above[1] - below[1]),
        below[2] + share * (above[2] - below[2]),
    )


def main() -> None:
    """Print both worlds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    for world in WORLDS:
        print("\n".join(report(world, learners=given.learners, seed=given.seed)))


if __name__ == "__main__":
    main()
