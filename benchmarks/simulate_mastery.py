"""How well mastery finds a skill that is known: ``python -m benchmarks.simulate_mastery``.

A thousand made-up learners with a known skill answer questions of three options, drawn from a bank
of 120 whose difficulties are known too. Their authors judged those with an error of half a logit
(standard deviation). ``quiz.mastery`` sees the answers twice: with the authors' estimates for
good, and with difficulties that ``quiz.difficulty`` learns anew whenever a hundred more learners
are through. Beside it stand an Elo rating, which was here before, and two things that a teacher
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

from quiz import difficulty, mastery
from quiz.difficulty import Item
from quiz.mastery import Estimate

OPTIONS = 3
GUESS = 1 / OPTIONS
MARKS = (5, 10, 20, 40, 80)  # answers after which the estimates are looked at
SKILL, SPREAD = 0.3, 1.1  # mean and standard deviation of the true skill, in logits
QUESTIONS = 120  # of the skill, in the whole library
DIFFICULTY, MISJUDGED = 0.7, 0.5  # standard deviations of difficulty, and of its estimate
WAVE = 100  # learners between two calibrations
GROWTH = 0.02  # logits an answer, on average, in the world where skill grows
WANTED = 0.8  # share of learners of whom what is said is right


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
        """Move the belief."""
        self.estimate = mastery.after(
            self.estimate, correct=correct, difficulty=difficulty, options=OPTIONS
        )

    @property
    def skill(self) -> float:
        """The rating."""
        return self.estimate.rating


class Elo:
    """The rating that came before, with the standard error that the information would give."""

    def __init__(self) -> None:
        self.estimate = Estimate(0.0, 1.5, 0, 0)

    def see(self, *, correct: bool, difficulty: float) -> None:
        """Move the rating by what was not foreseen."""
        was = self.estimate
        right = chance(was.rating, difficulty)
        told = ((right - GUESS) / (1 - GUESS)) ** 2 * (1 - right) / right
        self.estimate = Estimate(
            was.rating + (correct - right) / (1 + 0.05 * was.answers),
            1 / math.sqrt(1 / was.uncertainty**2 + told),
            was.answers + 1,
            was.right + correct,
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


LEARNED = "ours, difficulty learned"
MAKERS: dict[str, Callable[[], Estimator]] = {
    LEARNED: Ours,
    "ours, author's difficulty": Ours,
    "Elo with guessing": Elo,
    "share right so far": Share,
    "last five": lambda: Share(5),
}


@dataclass
class Seen:
    """What one estimator said, beside the truth."""

    skill: dict[int, list[tuple[float, float]]] = field(
        default_factory=lambda: {mark: [] for mark in MARKS}
    )
    said: dict[int, list[tuple[mastery.Band, float]]] = field(
        default_factory=lambda: {mark: [] for mark in MARKS}
    )
    predicted: list[tuple[float, bool]] = field(default_factory=list)


class Bank:
    """The questions: how hard they are, what their authors thought, and what was learned."""

    def __init__(self, draw: random.Random) -> None:
        self.truth = [draw.gauss(0, DIFFICULTY) for _ in range(QUESTIONS)]
        self.author = [hard + draw.gauss(0, MISJUDGED) for hard in self.truth]
        self.learned = list(self.author)
        self.seen: list[list[difficulty.Seen]] = [[] for _ in self.truth]
        self.history: list[tuple[float, float, float]] = []

    def calibrate(self) -> None:
        """Learn from all first answers so far, and note how near it comes."""
        items = [Item(*pair) for pair in zip(self.author, self.seen, strict=True)]
        self.learned = difficulty.learn(items)
        self.history.append(self.quality(self.learned))

    def quality(self, found: Sequence[float]) -> tuple[float, float, float]:
        """Answers a question, correlation with the truth, and the root mean square error."""
        errors = [(each - hard) ** 2 for each, hard in zip(found, self.truth, strict=True)]
        answers = fmean(len(each) for each in self.seen)
        return answers, correlation(found, self.truth), math.sqrt(fmean(errors))


def chance(skill: float, difficulty: float) -> float:
    """How likely the answer is right."""
    return mastery.chance(skill, difficulty=difficulty, options=OPTIONS)


def simulate(*, learners: int, growth: float, seed: int) -> tuple[dict[str, Seen], Bank]:
    """Let everybody answer, and keep what each estimator said."""
    draw = random.Random(seed)
    bank = Bank(draw)
    seen = {name: Seen() for name in MAKERS}
    for number in range(learners):
        if number and number % WAVE == 0:
            bank.calibrate()
        _learner(draw, bank, seen, growth=growth * 2 * draw.random())
    bank.calibrate()
    return seen, bank


def _learner(draw: random.Random, bank: Bank, seen: dict[str, Seen], *, growth: float) -> None:
    skill = draw.gauss(SKILL, SPREAD)
    views = {name: make() for name, make in MAKERS.items()}
    met: dict[int, difficulty.Seen] = {}
    for number in range(1, MARKS[-1] + 1):
        asked = draw.randrange(QUESTIONS)
        correct = draw.random() < chance(skill, bank.truth[asked])
        ours = views[LEARNED]
        assert isinstance(ours, Ours)
        told = ours.estimate
        met.setdefault(asked, difficulty.Seen(told.rating, told.uncertainty, OPTIONS, correct))
        for name, view in views.items():
            hard = (bank.learned if name == LEARNED else bank.author)[asked]
            if number > mastery.ENOUGH:
                seen[name].predicted.append((chance(view.skill, hard), correct))
            view.see(correct=correct, difficulty=hard)
        skill += growth
        if number in MARKS:
            _look(views, seen, number=number, skill=skill)
    for asked, answer in met.items():
        bank.seen[asked].append(answer)


def _look(views: dict[str, Estimator], seen: dict[str, Seen], *, number: int, skill: float) -> None:
    for name, view in views.items():
        seen[name].skill[number].append((view.skill, skill))
        if isinstance(view, Ours | Elo):
            seen[name].said[number].append((mastery.band(view.estimate), skill))


def level(skill: float) -> int:
    """The step of the scale on which a skill stands."""
    return 1 + sum(skill >= edge for edge in mastery.EDGES)


def banded(pairs: Sequence[tuple[float, float]], *, within: int) -> float:
    """The share of learners whose band is right, or off by no more than ``within``."""
    return fmean(abs(level(said) - level(true)) <= within for said, true in pairs)


def said(pairs: Sequence[tuple[mastery.Band, float]], *, widths: Sequence[int]) -> str:
    """Of how many learners something of these widths is said, and how often it is right."""
    told = [
        band.low <= level(skill) <= band.high
        for band, skill in pairs
        if band.low and band.high - band.low + 1 in widths
    ]
    right = f"{fmean(told):.0%}" if told else "–"
    return f"{len(told) / len(pairs):.0%} {right}"


def miscalibration(predicted: Sequence[tuple[float, bool]], *, bins: int = 10) -> float:
    """Expected calibration error: how far a foretold share is from what came, on average."""
    ordered = sorted(predicted)
    size = math.ceil(len(ordered) / bins)
    parts = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    gaps = [abs(fmean(p for p, _ in part) - fmean(u for _, u in part)) for part in parts]
    return sum(gap * len(part) for gap, part in zip(gaps, parts, strict=True)) / len(ordered)


def report(world: str, seen: dict[str, Seen], bank: Bank) -> list[str]:
    """Two tables: of the learners, and of the questions."""
    lines = [world, f"{'after … answers':26}" + "".join(f"{mark:>10}" for mark in MARKS)]
    for name, view in seen.items():
        lines += [name, *_report(view)]
    lines.append("difficulty: answers a question, correlation with the truth, error in logits")
    rows = [(0.0, *bank.quality(bank.author)[1:]), *bank.history]
    return [*lines, *(f"  {n:6.0f} {r:.2f} {e:.2f}" for n, r, e in rows[:2] + rows[5::5])]


def _report(view: Seen) -> list[str]:
    rows = [view.skill[mark] for mark in MARKS]
    found = [correlation(*zip(*row, strict=True)) for row in rows]
    lines = [
        "  correlation with truth  " + "".join(f"{each:10.2f}" for each in found),
        "  band right              " + "".join(f"{banded(row, within=0):10.0%}" for row in rows),
        "  band right, or next     " + "".join(f"{banded(row, within=1):10.0%}" for row in rows),
        f"  band right for {WANTED:.0%} after "
        f"{_first(rows, within=0)} answers, right or next after {_first(rows, within=1)}; "
        f"Brier {fmean((p - u) ** 2 for p, u in view.predicted):.3f}, "
        f"calibration error {miscalibration(view.predicted):.3f}",
    ]
    if not view.said[MARKS[0]]:
        return lines
    for title, widths in (
        ("one band is said, right", [1]),
        ("two are said, right", [2]),
        ("one or two, right", [1, 2]),
        ("three are said, right", [3]),
    ):
        told = (said(view.said[mark], widths=widths) for mark in MARKS)
        lines.append(f"  {title:24}" + "".join(f"{each:>10}" for each in told))
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
        seen, bank = simulate(learners=given.learners, growth=growth, seed=given.seed)
        print("\n".join([*report(world, seen, bank), ""]))


if __name__ == "__main__":
    main()
