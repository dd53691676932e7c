"""How sure, and how right: certainty-based marks and what they show of a learner. Pure.

Someone who says how sure they are of an answer is told whether that fitted. The marks are those of
A. R. Gardner-Medwin ("Confidence assessment in the teaching of basic science", ALT-J 3(1), 1995):

    level           right   wrong
    guessing          1       0
    fairly sure       2      −2
    certain           3      −6

With a chance p of being right, the levels are worth p, 4p − 2 and 9p − 6. The first is best below
p = 2/3, the second between 2/3 and 4/5, the third above 4/5: whoever says honestly how sure they
are earns the most. So each level claims a range for the share of right answers, and that is what
an answer's level is held against here. The marks are practice, and never enter a grade.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from math import sqrt

MARKS = {1: (1, 0), 2: (2, -2), 3: (3, -6)}  # level: when right, when wrong
CLAIMS = {1: (0.0, 2 / 3), 2: (2 / 3, 4 / 5), 3: (4 / 5, 1.0)}  # the shares each level pays for
ENOUGH = 10  # answers at a level before it is said to fit or not
Z = 1.645  # a share lies outside its claim only if nine intervals of ten say so


class Fit(Enum):
    """How a level and the answers given at it go together."""

    UNTOLD = "not enough answers yet to say"
    FITS = "that fits"
    TOO_SURE = "surer than your answers bear out"
    TOO_UNSURE = "you know more than you think"


@dataclass(frozen=True, slots=True)
class Level:
    """Everything answered at one level."""

    level: int
    right: int
    answers: int

    @property
    def share(self) -> float | None:
        """Right answers of all, if there are any."""
        return self.right / self.answers if self.answers else None

    @property
    def claim(self) -> tuple[float, float]:
        """The shares of right answers for which this level is the one that pays."""
        return CLAIMS[self.level]

    @property
    def enough(self) -> bool:
        """Whether anything may be said of it."""
        return self.answers >= ENOUGH

    @property
    def fit(self) -> Fit:
        """Whether the share of right answers is what the level claims, as far as can be told."""
        if not self.enough:
            return Fit.UNTOLD
        low, high = _interval(self.right, self.answers)
        if high < self.claim[0]:
            return Fit.TOO_SURE
        return Fit.TOO_UNSURE if low > self.claim[1] else Fit.FITS

    @property
    def marks(self) -> int:
        """What these answers are worth in certainty-based marks."""
        when_right, when_wrong = MARKS[self.level]
        return self.right * when_right + (self.answers - self.right) * when_wrong


@dataclass(frozen=True, slots=True)
class Calibration:
    """All three levels of somebody's answers, those with no answers too."""

    levels: tuple[Level, ...]

    @property
    def answers(self) -> int:
        """How many answers say how sure the learner was."""
        return sum(level.answers for level in self.levels)

    @property
    def given(self) -> tuple[Level, ...]:
        """The levels that were used, the surest first."""
        return tuple(level for level in reversed(self.levels) if level.answers)

    @property
    def told(self) -> bool:
        """Whether there is enough at any level to say how it fits."""
        return any(level.enough for level in self.levels)

    @property
    def marks(self) -> int:
        """The marks in all."""
        return sum(level.marks for level in self.levels)

    @property
    def most(self) -> int:
        """The marks there would be for the same answers, all right and all certain."""
        return self.answers * MARKS[3][0]


def calibration(answers: Iterable[tuple[int, bool]]) -> Calibration:
    """What pairs of a level and whether the answer was right come to."""
    right, every = dict.fromkeys(MARKS, 0), dict.fromkeys(MARKS, 0)
    for level, correct in answers:
        every[level] += 1
        right[level] += correct
    return Calibration(tuple(Level(level, right[level], every[level]) for level in MARKS))


def _interval(right: int, answers: int) -> tuple[float, float]:
    """Wilson's interval for a share: it stays between 0 and 1, and holds for few answers."""
    share, z2 = right / answers, Z * Z
    middle = (share + z2 / (2 * answers)) / (1 + z2 / answers)
    half = Z * sqrt(share * (1 - share) / answers + z2 / (4 * answers**2)) / (1 + z2 / answers)
    return middle - half, middle + half
