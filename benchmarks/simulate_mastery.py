"""How well mastery finds a skill that is known: ``python -m benchmarks.simulate_mastery``.

A thousand made-up learners with a known skill answer three-option questions of known difficulty.
``quiz.mastery`` sees the answers, and an estimate of each difficulty that is off by half a logit
(standard deviation), as a writer's guess would be. Beside it stand two things that a teacher
might do instead: the share right so far, and the last five answers. Two worlds: in one the skill
stays as it is, in the other it grows with practice.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import correlation, fmean
from typing import Protocol

from quiz import mastery

OPTIONS = 3
GUESS = 1 / OPTIONS
MARKS = (5, 10, 20, 40, 80)  # answers after which the estimates are looked at
SKILL, SPREAD = 0.3, 1.1  # mean and standard deviation of the true skill, in logits
DIFFICULTY, MISJUDGED = 0.7, 0.5  # standard deviations of difficulty, and of its estimate
GROWTH = 0.02  # logits an answer, on average, in the world where skill grows
WANTED = 0.8  # share of learners whose band is right


class Estimator(Protocol):
    """Something that forms a view of a learner from answers."""

    def see(self, *, correct: bool, difficulty: float) -> None:
        """Take in one answer."""
        ...

    @property
    def skill(self) -> float:
        """The view so far, in logits."""
        ...


class Ours:
    """``quiz.mastery`` as learners meet it."""

    def __init__(self) -> None:
        self.estimate = mastery.NEW

    def see(self, *, correct: bool, difficulty: float) -> None:
        """Move the rating."""
        self.estimate = mastery.after(
            self.estimate, correct=correct, difficulty=difficulty, options=OPTIONS
        )

    @property
    def skill(self) -> float:
        """The rating."""
        return self.estimate.rating


class Share:
    """The share right of all answers, or of the newest few, turned into logits."""

    def __init__(self, newest: int = 10**9) -> None:
        self.newest = newest
        self.seen: list[bool] = []

    def see(self, *, correct: bool, difficulty: float) -> None:
        """Remember whether it was right; the difficulty is ignored."""
        self.seen = [*self.seen, correct][-self.newest :]

    @property
    def skill(self) -> float:
        """The skill at which a middling question is right this often."""
        if not self.seen:
            return 0.0
        known = (fmean(self.seen) - GUESS) / (1 - GUESS)
        known = min(0.97, max(0.03, known))
        return math.log(known / (1 - known))


MAKERS: dict[str, Callable[[], Estimator]] = {
    "ours (Elo with guessing)": Ours,
    "share right so far": Share,
    "last five": lambda: Share(5),
}


@dataclass
class Seen:
    """What one estimator said, beside the truth."""

    skill: dict[int, list[tuple[float, float]]] = field(
        default_factory=lambda: {mark: [] for mark in MARKS}
    )
    predicted: list[tuple[float, bool]] = field(default_factory=list)


def chance(skill: float, difficulty: float) -> float:
    """How likely the answer is right."""
    return mastery.chance(skill, difficulty=difficulty, options=OPTIONS)


def simulate(*, learners: int, growth: float, seed: int) -> dict[str, Seen]:
    """Let everybody answer, and keep what each estimator said."""
    draw = random.Random(seed)
    seen = {name: Seen() for name in MAKERS}
    for _ in range(learners):
        skill = draw.gauss(SKILL, SPREAD)
        pace = growth * 2 * draw.random()
        views = {name: make() for name, make in MAKERS.items()}
        for number in range(1, MARKS[-1] + 1):
            difficulty = draw.gauss(0, DIFFICULTY)
            guessed = difficulty + draw.gauss(0, MISJUDGED)
            correct = draw.random() < chance(skill, difficulty)
            for name, view in views.items():
                if number > mastery.ENOUGH:
                    seen[name].predicted.append((chance(view.skill, guessed), correct))
                view.see(correct=correct, difficulty=guessed)
            skill += pace
            if number in MARKS:
                for name, view in views.items():
                    seen[name].skill[number].append((view.skill, skill))
    return seen


def level(skill: float) -> int:
    """The band of a skill."""
    return next(band.level for ceiling, band in mastery.BANDS if skill < ceiling)


def banded(pairs: Sequence[tuple[float, float]], *, within: int) -> float:
    """The share of learners whose band is right, or off by no more than ``within``."""
    return fmean(abs(level(said) - level(true)) <= within for said, true in pairs)


def miscalibration(predicted: Sequence[tuple[float, bool]], *, bins: int = 10) -> float:
    """Expected calibration error: how far a foretold share is from what came, on average."""
    ordered = sorted(predicted)
    size = math.ceil(len(ordered) / bins)
    parts = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    gaps = [abs(fmean(p for p, _ in part) - fmean(u for _, u in part)) for part in parts]
    return sum(gap * len(part) for gap, part in zip(gaps, parts, strict=True)) / len(ordered)


def report(world: str, seen: dict[str, Seen]) -> list[str]:
    """One table."""
    lines = [world, f"{'after … answers':26}" + "".join(f"{mark:>8}" for mark in MARKS)]
    for name, view in seen.items():
        rows = [view.skill[mark] for mark in MARKS]
        found = [correlation(*zip(*row, strict=True)) for row in rows]
        lines += [
            name,
            "  correlation with truth  " + "".join(f"{each:8.2f}" for each in found),
            "  band right              " + "".join(f"{banded(row, within=0):8.0%}" for row in rows),
            "  band right, or next     " + "".join(f"{banded(row, within=1):8.0%}" for row in rows),
            f"  band right for {WANTED:.0%} after "
            f"{_first(rows, within=0)} answers, right or next after {_first(rows, within=1)}; "
            f"Brier {fmean((p - u) ** 2 for p, u in view.predicted):.3f}, "
            f"calibration error {miscalibration(view.predicted):.3f}",
        ]
    return lines


def _first(rows: Sequence[Sequence[tuple[float, float]]], *, within: int) -> str:
    """The first mark at which enough bands are right."""
    for mark, row in zip(MARKS, rows, strict=True):
        if banded(row, within=within) >= WANTED:
            return str(mark)
    return f"more than {MARKS[-1]}"


def main() -> None:
    """Print both worlds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    for world, growth in (("Skill stays as it is", 0.0), ("Skill grows with practice", GROWTH)):
        seen = simulate(learners=given.learners, growth=growth, seed=given.seed)
        print("\n".join([*report(world, seen), ""]))


if __name__ == "__main__":
    main()
