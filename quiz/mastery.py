"""What answers show of a skill: a Bayesian rating that allows for guessing, and what is said of it.

Pure. A learner has a rating θ and a question a difficulty b, both in logits. Someone who knows
nothing still picks the key of a k-option question once in k, so

    P(right) = 1/k + (1 − 1/k)·σ(θ − b),        σ(x) = 1/(1 + e^−x)

which is Lord's three-parameter model with equal discrimination. What is believed of θ is a normal
distribution N(μ, s²). An answer u multiplies it by the likelihood of u, and the result, which is
not normal, is replaced by the normal distribution with the same mean and variance:

    p(θ) ∝ N(θ; μ, s²)·P(u | θ)        μ ← E[θ],  s² ← Var[θ]

This is assumed density filtering, one pass of expectation propagation (Minka, "Expectation
propagation for approximate Bayesian inference", UAI 2001), and what rates players in TrueSkill.
The two moments are sums over a grid of points from μ − 4s to μ + 4s. People learn, so before each
answer the belief is widened a little, s² ← s² + DRIFT², as a random walk of the skill would.

An Elo rating (Pelánek, Computers & Education 98, 2016) was here before. On made-up learners the
two are close: this one ranks them better from twenty answers on, and Elo follows a skill that
grows for very long a little faster. What decides is s, which has to say how far off the rating may
be: the error that can be put beside an Elo rating is too small after many answers, and then more
is said than is known (docs/benchmarks.md).

What is said comes from the belief: the narrowest run of bands that holds the skill with a
probability of at least ``SURE``. After few answers that is a wide run, and the words are as wide.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import NormalDist

ENOUGH = 5  # answers of a skill before anything is said of it
ENOUGH_FOR_ONE = 20  # before a single band is: the belief of fewer is not yet shaped like a bell
SURE = 0.85  # how probable a thing is before it is said: right 4 times in 5, with a margin
DRIFT = 0.07  # logits by which a skill wanders between two answers, as a standard deviation
RESTS = timedelta(hours=24)  # a question seen again sooner tests memory of it, not the skill

_REACH = [number / 4 for number in range(-16, 17)]  # the grid, in standard deviations
_WEIGHTS = [math.exp(-z * z / 2) for z in _REACH]
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is believed of one learner and one skill."""

    rating: float
    uncertainty: float
    answers: int
    right: int


NEW = Estimate(rating=0.0, uncertainty=1.2, answers=0, right=0)


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the scale, in words: from its lowest step to its highest, of four."""

    low: int  # 0 for silence
    high: int
    words: str  # as a learner of eleven reads them

    @property
    def level(self) -> int:
        """The step that stands for the stretch where there is room for one; 0 is silence."""
        return (self.low + self.high) // 2

    @property
    def dots(self) -> str:
        """The scale to look at: reached, perhaps reached, not reached."""
        return "●" * self.low + "◐" * (self.high - self.low) + "○" * (STEPS - self.high)


EDGES = (-0.5, 0.4, 1.2)  # the ratings at which one step ends and the next begins
STEPS = len(EDGES) + 1
SILENT = Band(0, 0, "not enough answers yet")
BANDS = {
    (band.low, band.high): band
    for band in (
        Band(1, 1, "just starting"),
        Band(2, 2, "getting there"),
        Band(3, 3, "mostly right"),
        Band(4, 4, "strong"),
        Band(1, 2, "just starting or getting there"),
        Band(2, 3, "getting there or mostly right"),
        Band(3, 4, "mostly right or strong"),
        Band(1, 3, "on the way"),
        Band(2, 4, "getting there or better"),
    )
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in a learner's history of a skill."""

    version: int
    at: datetime
    correct: bool
    difficulty: float
    options: int


def chance(rating: float, *, difficulty: float, options: int) -> float:
    """How likely the answer is right, guessing included."""
    guess = 1 / options
    return guess + (1 - guess) / (1 + math.exp(difficulty - rating))


def after(before: Estimate, *, correct: bool, difficulty: float, options: int) -> Estimate:
    """What is believed once the answer is in."""
    wide = math.hypot(before.uncertainty, DRIFT)
    mass = first = second = 0.0
    for z, weight in zip(_REACH, _WEIGHTS, strict=True):
        right = chance(before.rating + wide * z, difficulty=difficulty, options=options)
        weight *= right if correct else 1 - right
        mass += weight
        first += weight * z
        second += weight * z * z
    mean = first / mass
    return Estimate(
        rating=before.rating + wide * mean,
        uncertainty=wide * math.sqrt(second / mass - mean * mean),
        answers=before.answers + 1,
        right=before.right + correct,
    )


def counts(*, at: datetime, seen_before: datetime | None) -> bool:
    """Whether an answer counts: not when the same question was answered within a day before.

    The first answer always counts, whether right or wrong. An explanation was read after it, so
    a quick repeat would show memory of the explanation and not the skill.
    """
    return seen_before is None or at - seen_before >= RESTS


def trace(history: Iterable[Answer]) -> Iterator[tuple[Answer, Estimate]]:
    """Each answer that counts, oldest first, with what was believed before it."""
    estimate = NEW
    seen: dict[int, datetime] = {}
    for answer in history:
        if counts(at=answer.at, seen_before=seen.get(answer.version)):
            yield answer, estimate
            estimate = _with(estimate, answer)
        seen[answer.version] = answer.at


def replay(history: Iterable[Answer]) -> Estimate:
    """The estimate after a whole history of one skill, oldest answer first."""
    estimate = NEW
    for answer, before in trace(history):
        estimate = _with(before, answer)
    return estimate


def _with(estimate: Estimate, answer: Answer) -> Estimate:
    return after(
        estimate, correct=answer.correct, difficulty=answer.difficulty, options=answer.options
    )


def probabilities(estimate: Estimate) -> list[float]:
    """How probable each step of the scale is."""
    edges = [(edge - estimate.rating) / estimate.uncertainty for edge in EDGES]
    below = [0.0, *map(_NORMAL.cdf, edges), 1.0]
    return [high - low for low, high in pairwise(below)]


def band(estimate: Estimate) -> Band:
    """The narrowest thing that may be said. Below ``ENOUGH`` answers: nothing."""
    if estimate.answers < ENOUGH:
        return SILENT
    each = probabilities(estimate)
    for width in range(1 if estimate.answers >= ENOUGH_FOR_ONE else 2, STEPS):
        runs = [(sum(each[at : at + width]), at + 1) for at in range(STEPS - width + 1)]
        sure, low = max(runs)
        if sure >= SURE:
            return BANDS[low, low + width - 1]
    return SILENT
