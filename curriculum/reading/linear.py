"""Small linear models: a JSON of weights, a dot product, and the reasons for its answer."""

from __future__ import annotations

import json
from functools import cache
from math import exp
from pathlib import Path

from curriculum.reading.features import Features

FOLDER = Path(__file__).parent / "models"
Weights = dict[str, float]


@cache
def load(name: str) -> Weights:
    """The weights of the model ``name``; 0.5 is where its answer turns."""
    found = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    weights: Weights = found["weights"]
    return weights


def probability(weights: Weights, features: Features) -> float:
    """The model's answer, between 0 and 1."""
    return sigmoid(margin(weights, features))


def margin(weights: Weights, features: Features) -> float:
    """How far the features lie on the yes side of the model."""
    total = 0.0
    for name, value in features.items():
        weight = weights.get(name)
        if weight is not None:
            total += weight * value
    return total


def reasons(weights: Weights, features: Features, *, most: int = 2) -> tuple[str, ...]:
    """The features that speak most strongly for a yes, by name, the strongest first."""
    pulls = ((weights.get(name, 0.0) * value, name) for name, value in features.items())
    ranked = sorted((pull, name) for pull, name in pulls if pull > 0)
    return tuple(name for _, name in reversed(ranked[-most:]))


def sigmoid(x: float) -> float:
    """The logistic function, kept from overflowing."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, x))))
