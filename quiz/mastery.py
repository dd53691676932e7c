"""What answers show of a skill: an Elo rating that allows for guessing. Pure.

A learner has a rating θ and a question a difficulty b, both in logits. Someone who knows nothing
still picks the key of a k-option question once in k, so

    P(right) = 1/k + (1 − 1/k)·σ(θ − b),        σ(x) = 1/(1 + e^−x)

and after each answer u (1 right, 0 wrong) the rating moves towards what was seen:

    θ ← θ + K·(u − P),        K = 1/(1 + 0.05·n)

with n the answers so far: quick to learn at first, steadier later. This is the Elo rating system
for education as Pelánek describes it ("Applications of the Elo rating system in adaptive
educational systems", Computers & Education 98, 2016), where it is found simple and robust.

Elo itself says nothing about how sure it is. We carry a standard error beside it: a normal prior
of one and a half logits, narrowed by the Fisher information of each answer under the same curve
(Lord's three-parameter model with equal discrimination),

    I = ((P − 1/k)/(1 − 1/k))² · (1 − P)/P,        1/s² ← 1/s² + I.

It is an approximation, because θ is not the maximum-likelihood estimate; it only serves to say
"rather sure" or "not sure yet", and the words a learner reads depend on the count of answers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

ENOUGH = 5  # answers of a skill before anything is said of it
RESTS = timedelta(hours=24)  # a question seen again sooner tests memory of it, not the skill


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is believed of one learner and one skill."""

    rating: float
    uncertainty: float
    answers: int
    right: int


NEW = Estimate(rating=0.0, uncertainty=1.5, answers=0, right=0)


@dataclass(frozen=True, slots=True)
class Band:
    """A step of the scale, in words. Level 0 stands for silence."""

    level: int  # 0, or 1 (weakest) to 4
    words: str


SILENT = Band(0, "not enough answers yet")
BANDS = (
    (-0.5, Band(1, "just starting")),
    (0.4, Band(2, "getting there")),
    (1.2, Band(3, "mostly right")),
    (math.inf, Band(4, "strong")),
)


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


def information(rating: float, *, difficulty: float, options: int) -> float:
    """How much one answer at this question tells of a learner at this rating."""
    guess = 1 / options
    p = chance(rating, difficulty=difficulty, options=options)
    return ((p - guess) / (1 - guess)) ** 2 * (1 - p) / p


def after(before: Estimate, *, correct: bool, difficulty: float, options: int) -> Estimate:
    """What is believed once the answer is in."""
    expected = chance(before.rating, difficulty=difficulty, options=options)
    step = 1 / (1 + 0.05 * before.answers)
    seen = information(before.rating, difficulty=difficulty, options=options)
    return Estimate(
        rating=before.rating + step * (correct - expected),
        uncertainty=1 / math.sqrt(1 / before.uncertainty**2 + seen),
        answers=before.answers + 1,
        right=before.right + correct,
    )


def counts(*, at: datetime, seen_before: datetime | None) -> bool:
    """Whether an answer counts: not when the same question was answered within a day before.

    The first answer always counts, whether right or wrong. An explanation was read after it, so
    a quick repeat would show memory of the explanation and not the skill.
    """
    return seen_before is None or at - seen_before >= RESTS


def replay(history: Iterable[Answer]) -> Estimate:
    """The estimate after a whole history of one skill, oldest answer first."""
    estimate = NEW
    seen: dict[int, datetime] = {}
    for answer in history:
        if counts(at=answer.at, seen_before=seen.get(answer.version)):
            estimate = after(
                estimate,
                correct=answer.correct,
                difficulty=answer.difficulty,
                options=answer.options,
            )
        seen[answer.version] = answer.at
    return estimate


def band(estimate: Estimate) -> Band:
    """What may be said in words. Below ``ENOUGH`` answers: that there are not enough."""
    if estimate.answers < ENOUGH:
        return SILENT
    return next(step for ceiling, step in BANDS if estimate.rating < ceiling)
