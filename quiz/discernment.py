"""Trusting and doubting, told apart by signal detection. Pure.

Items of the family "traceable as written?" have two answers: yes, the text names a source for the
statement, or no, it does not. The signal is a statement that has a source. Somebody who doubts
everything is right about every statement without one, so the share right flatters a habit. Two
numbers keep the two apart, as in Macmillan and Creelman, "Detection Theory: A User's Guide" (2nd
edition, 2005): d′ for telling the two kinds apart, and c for leaning to one answer,

    H = (hits + ½)/(S + 1)        FA = (false alarms + ½)/(N + 1)
    d′ = z(H) − z(FA)             c = −(z(H) + z(FA))/2

where S statements have a source and N have none, a hit is a trusted one of the S, a false alarm is
a trusted one of the N, and z is the inverse of the normal distribution. The halves keep both rates
off 0 and 1, where z has no value (Hautus, "Corrections for extreme proportions and their biasing
effects on estimated values of d′", Behavior Research Methods, Instruments, & Computers 27, 1995).

Few answers make noisy numbers (docs/benchmarks.md measures how noisy), so nothing is said before
ten of each kind, words after that, and numbers with their standard errors after twenty of each.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist

FAMILY = "traceable"
WORDS_AFTER = 10  # of each kind
NUMBERS_AFTER = 20  # of each kind
SAME_WAY = 0.9  # a share of one answer that says more of a habit than of the text
LEANS = 0.5  # where d′ is 1: two answers of one kind for each of the other

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Measure:
    """An estimate and its standard error."""

    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Band:
    """A step in words: to the learner, and to their teacher."""

    you: str
    they: str


def unbiased(right: float) -> float:
    """The d′ of somebody who leans neither way and is right this often: 2·z(right)."""
    return 2 * _NORMAL.inv_cdf(right)


TELLING = (
    (unbiased(2 / 3), Band("You do not tell the two apart yet.", "not yet")),
    (unbiased(4 / 5), Band("You often tell the two apart.", "often")),
    (math.inf, Band("You tell the two apart most of the time.", "mostly")),
)
TRUSTING = Band(
    "You lean to trusting: where you are not sure, you tend to say “yes”.", "to trusting"
)
NEITHER = Band("You lean neither to doubting nor to trusting.", "neither")
DOUBTING = Band(
    "You lean to doubting: where you are not sure, you tend to say “no”.", "to doubting"
)


@dataclass(frozen=True, slots=True)
class Judged:
    """How often supported statements were trusted, and unsupported ones caught."""

    supported: int = 0
    trusted: int = 0
    unsupported: int = 0
    caught: int = 0

    def __add__(self, other: Judged) -> Judged:
        """Both taken together."""
        return Judged(
            self.supported + other.supported,
            self.trusted + other.trusted,
            self.unsupported + other.unsupported,
            self.caught + other.caught,
        )

    @property
    def answers(self) -> int:
        """How many statements were judged."""
        return self.supported + self.unsupported

    @property
    def false_alarms(self) -> int:
        """How many unsupported statements were trusted."""
        return self.unsupported - self.caught

    @property
    def said_yes(self) -> int:
        """How often the answer was yes, whatever the statement."""
        return self.trusted + self.false_alarms

    @property
    def said_no(self) -> int:
        """How often the answer was no."""
        return self.answers - self.said_yes

    @property
    def enough(self) -> bool:
        """Whether something may be said in words."""
        return min(self.supported, self.unsupported) >= WORDS_AFTER

    @property
    def enough_for_numbers(self) -> bool:
        """Whether the numbers may be shown."""
        return min(self.supported, self.unsupported) >= NUMBERS_AFTER

    @property
    def each_time(self) -> bool:
        """Whether there was one answer only."""
        return self.answers > 0 and self.said_yes in (0, self.answers)

    @property
    def same_way(self) -> bool:
        """Whether nearly every answer was the same, whatever the statement.

        Both kinds weigh alike. Otherwise somebody who met few statements with a source, and was
        right about every one of all, would be told of a habit that is not theirs.
        """
        yes = self.trusted / max(1, self.supported)
        yes = (yes + self.false_alarms / max(1, self.unsupported)) / 2
        return round(max(yes, 1 - yes), 9) >= SAME_WAY

    @property
    def d_prime(self) -> Measure:
        """How well the two kinds are told apart."""
        return d_prime(self)

    @property
    def c(self) -> Measure:
        """Which answer is leaned to."""
        return criterion(self)

    @property
    def telling(self) -> Band:
        """How well the two kinds are told apart, in words."""
        found = self.d_prime.value
        return next(band for ceiling, band in TELLING if found < ceiling)

    @property
    def lean(self) -> Band:
        """Which answer is leaned to, in words, and neither of them blamed."""
        found = self.c.value
        return DOUBTING if found >= LEANS else TRUSTING if found <= -LEANS else NEITHER


def judge(answers: Iterable[tuple[bool, bool]]) -> Judged:
    """Count answers given as (said yes, was right)."""
    pairs = list(answers)
    supported = [right for yes, right in pairs if yes == right]
    unsupported = [right for yes, right in pairs if yes != right]
    return Judged(len(supported), sum(supported), len(unsupported), sum(unsupported))


def rates(judged: Judged) -> tuple[float, float]:
    """H = (hits + ½)/(S + 1) and FA = (false alarms + ½)/(N + 1), after Hautus (1995)."""
    hits = (judged.trusted + 0.5) / (judged.supported + 1)
    return hits, (judged.false_alarms + 0.5) / (judged.unsupported + 1)


def d_prime(judged: Judged) -> Measure:
    """d′ = z(H) − z(FA): 0 for whoever gives one answer to all, more the better both are told.

    Its variance is that of z(H) and that of z(FA) together, H and FA being independent
    (Gourevitch and Galanter, "A significance test for one parameter isosensitivity functions",
    Psychometrika 32, 1967).
    """
    hits, false = rates(judged)
    value = _NORMAL.inv_cdf(hits) - _NORMAL.inv_cdf(false)
    return Measure(value, _error(judged))


def criterion(judged: Judged) -> Measure:
    """c = −(z(H) + z(FA))/2: above 0 leans to doubting, below 0 to trusting.

    Half the sum of the same two terms: its standard error is half that of d′.
    """
    hits, false = rates(judged)
    value = -(_NORMAL.inv_cdf(hits) + _NORMAL.inv_cdf(false)) / 2
    return Measure(value, _error(judged) / 2)


def _error(judged: Judged) -> float:
    hits, false = rates(judged)
    return math.sqrt(_variance(hits, judged.supported) + _variance(false, judged.unsupported))


def _variance(rate: float, count: int) -> float:
    """The variance of z(rate) by the delta method: p(1 − p)/(n·φ(z(p))²); unknown without any."""
    if not count:
        return math.inf
    return rate * (1 - rate) / (count * _NORMAL.pdf(_NORMAL.inv_cdf(rate)) ** 2)
