"""How hard questions prove to be: what their answers say, shrunk towards what the author said.

Pure. An author's estimate a of a question's difficulty is a guess with an error of about
``AUTHORS_ERROR`` logits; answers correct it. Under the curve of ``quiz.mastery`` the difficulty b
is the mode of its posterior (Mislevy, "Bayes modal estimation in item response models",
Psychometrika 51, 1986),

    b̂ = argmax  Σ log P(uᵢ | θᵢ, b) − (b − a − δ)² / 2τ²,        τ = AUTHORS_ERROR

so a question without answers keeps its author's estimate and one with hundreds hardly feels it.
The learners' θᵢ are only believed, as N(μᵢ, sᵢ²) from their earlier answers. Averaging the curve
over that belief flattens it, nearly as dividing its argument by √(1 + πsᵢ²/8) would (MacKay, "The
evidence framework applied to classification networks", Neural Computation 4, 1992). The mode is
found by Fisher scoring.

Answers cannot tell hard questions from weak learners: add a constant to every θ and every b, and
nothing that is seen changes. Left alone, the scale drifts; where learners grow, the simulation saw
their ratings fall by more than a logit behind. So only differences within a skill are learned: δ
is how far all of its questions seem off together, and it is taken out again,

    δ = Σ (b̂ᵢ − aᵢ) / Σ wᵢ   with δ = 0,  wᵢ the weight of the answers in b̂ᵢ;   then  bᵢ = b̂ᵢ − δ.

The authors' estimates hold the scale on average, and the bands keep their meaning.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

AUTHORS_ERROR = 0.5  # one standard deviation, in logits
_ROUNDS = 25
_LARGEST_STEP = 1.0  # a step further out would leave the curve's bend
_NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Seen:
    """One first answer, with what was believed of the learner before it."""

    rating: float
    uncertainty: float
    options: int
    correct: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A question of a skill: what its author thought, and how it was answered."""

    author: float
    seen: Sequence[Seen]


def learn(items: Sequence[Item]) -> list[float]:
    """The difficulties of one skill's questions, in the same order."""
    first = [_mode(item, item.author) for item in items]
    off = sum(found - item.author for item, (found, _) in zip(items, first, strict=True))
    weight = sum(each for _, each in first)
    shift = off / weight if weight else 0.0
    return [_mode(item, item.author + shift)[0] - shift for item in items]


def _mode(item: Item, prior: float) -> tuple[float, float]:
    """The most probable difficulty, and how much of it the answers weigh, from 0 to 1."""
    held = AUTHORS_ERROR**-2
    at, told = prior, 0.0
    for _ in range(_ROUNDS):
        slope, told = _slope(item.seen, at)
        step = (slope - (at - prior) * held) / (told + held)
        at += max(-_LARGEST_STEP, min(_LARGEST_STEP, step))
        if abs(step) < _NEAR:
            break
    return at, told / (told + held)


def _slope(seen: Sequence[Seen], at: float) -> tuple[float, float]:
    """The slope of the log-likelihood in b, and the Fisher information."""
    slope = told = 0.0
    for each in seen:
        guess = 1 / each.options
        flat = 1 / math.sqrt(1 + math.pi * each.uncertainty**2 / 8)
        knows = 1 / (1 + math.exp(flat * (at - each.rating)))
        right = guess + (1 - guess) * knows
        falls = (1 - guess) * knows * (1 - knows) * flat
        slope -= (each.correct - right) * falls / (right * (1 - right))
        told += falls * falls / (right * (1 - right))
    return slope, told
