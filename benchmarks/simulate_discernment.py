"""How well d′, c and their words find what is known: ``python -m benchmarks.simulate_discernment``.

First made-up learners who all tell the two kinds apart alike (d′ = 1, leaning neither way): how
far apart do their estimates lie, and does the standard error say so? Then learners who differ,
some leaning, some not: how often are the words right that they would read? And those who give one
answer to everything: are they told so, and is anybody else? And those who toss a coin.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, pstdev

from quiz import discernment
from quiz.discernment import NEITHER, Band, Judged

SIZES = (10, 20, 40)  # statements of each kind
ABILITY, SPREAD = 1.2, 0.8  # mean and standard deviation of d′ among those who differ
LEANING, LEAN_SPREAD = 0.1, 0.5  # the same of c: people lean a little to doubting
NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Told:
    """What one learner is like, and what the answers came to."""

    d_prime: float
    c: float
    judged: Judged


def answer(draw: random.Random, *, d_prime: float, c: float, each: int) -> Judged:
    """So many statements of each kind, judged by a learner of this d′ and c."""
    hit, false = NORMAL.cdf(d_prime / 2 - c), NORMAL.cdf(-d_prime / 2 - c)
    trusted = sum(draw.random() < hit for _ in range(each))
    caught = each - sum(draw.random() < false for _ in range(each))
    return Judged(each, trusted, each, caught)


def alike(draw: random.Random, *, learners: int, each: int, d_prime: float = 1.0) -> list[Judged]:
    """Learners who are all the same and lean neither way."""
    return [answer(draw, d_prime=d_prime, c=0.0, each=each) for _ in range(learners)]


def mixed(draw: random.Random, *, learners: int, each: int) -> list[Told]:
    """Learners who differ; nobody is worse than a coin."""
    told = []
    for _ in range(learners):
        d_prime = max(0.0, draw.gauss(ABILITY, SPREAD))
        c = draw.gauss(LEANING, LEAN_SPREAD)
        told.append(Told(d_prime, c, answer(draw, d_prime=d_prime, c=c, each=each)))
    return told


def telling(d_prime: float) -> Band:
    """The words for a d′ that is known."""
    return next(band for ceiling, band in discernment.TELLING if d_prime < ceiling)


def lean(c: float) -> Band:
    """The words for a c that is known."""
    if abs(c) < discernment.LEANS:
        return NEITHER
    return discernment.DOUBTING if c > 0 else discernment.TRUSTING


def steps(told: Told) -> int:
    """How many bands the words are off."""
    order = [band for _, band in discernment.TELLING]
    return abs(order.index(told.judged.telling) - order.index(telling(told.d_prime)))


def covered(judged: Sequence[Judged], *, d_prime: float) -> float:
    """The share whose d′ lies within two standard errors of the truth."""
    measures = [each.d_prime for each in judged]
    return fmean(abs(each.value - d_prime) <= 2 * each.error for each in measures)


def exactly(each: int) -> tuple[float, float]:
    """The standard deviations of d′ and c at d′ = 1, from every outcome and its probability."""
    hit, false = (_outcomes(each, NORMAL.cdf(side)) for side in (0.5, -0.5))
    weighed = [
        (p * q, Judged(each, trusted, each, each - taken))
        for trusted, p in enumerate(hit)
        for taken, q in enumerate(false)
    ]
    d = [(weight, judged.d_prime.value) for weight, judged in weighed]
    c = [(weight, judged.c.value) for weight, judged in weighed]
    return _deviation(d), _deviation(c)


def _outcomes(count: int, chance: float) -> list[float]:
    """The binomial distribution."""
    return [math.comb(count, k) * chance**k * (1 - chance) ** (count - k) for k in range(count + 1)]


def _deviation(weighed: Sequence[tuple[float, float]]) -> float:
    mean = sum(weight * value for weight, value in weighed)
    return math.sqrt(sum(weight * (value - mean) ** 2 for weight, value in weighed))


def noise(draw: random.Random, *, learners: int) -> list[str]:
    """The first table: learners of d′ = 1. "Exactly" leaves no room for the luck of the draw."""
    lines = [
        "d′ = 1, c = 0        mean d′  SD of d′  exactly  its error  within 2"
        "  SD of c  exactly  its error"
    ]
    for each in SIZES:
        seen = alike(draw, learners=learners, each=each)
        d, c = [one.d_prime for one in seen], [one.c for one in seen]
        exact_d, exact_c = exactly(each)
        lines.append(
            f"{f'{each} + {each}':20}{fmean(x.value for x in d):8.2f}"
            f"{pstdev(x.value for x in d):10.2f}{exact_d:9.2f}{fmean(x.error for x in d):11.2f}"
            f"{covered(seen, d_prime=1):10.0%}"
            f"{pstdev(x.value for x in c):9.2f}{exact_c:9.2f}{fmean(x.error for x in c):11.2f}"
        )
    return lines


def words(draw: random.Random, *, learners: int) -> list[str]:
    """The second table: how often the words are right."""
    lines = [
        "learners who differ      telling right  or next  lean right  opposite  c = 0 told lean"
    ]
    for each in SIZES:
        told = mixed(draw, learners=learners, each=each)
        straight = alike(draw, learners=learners, each=each)
        off = [steps(one) for one in told]
        leans = [(one.judged.lean, lean(one.c)) for one in told]
        opposite = [said != true and NEITHER not in (said, true) for said, true in leans]
        lines.append(
            f"{f'{each} + {each}':24}{fmean(x == 0 for x in off):13.0%}"
            f"{fmean(x <= 1 for x in off):9.0%}{fmean(a == b for a, b in leans):12.0%}"
            f"{fmean(opposite):10.1%}{fmean(x.lean != NEITHER for x in straight):17.0%}"
        )
    return lines


def habits(draw: random.Random, *, learners: int) -> list[str]:
    """The third table: one answer to everything, and who is told of it."""
    lines = [
        "one answer to all        d′ (doubts all)  c  (trusts all)  c   told so  others told so"
    ]
    for each in SIZES:
        doubts, trusts = Judged(each, 0, each, each), Judged(each, each, each, 0)
        others = [one.judged.same_way for one in mixed(draw, learners=learners, each=each)]
        lines.append(
            f"{f'{each} + {each}':24}{doubts.d_prime.value:14.2f}{doubts.c.value:6.2f}"
            f"{trusts.c.value:15.2f}{'yes' if doubts.same_way and trusts.same_way else 'no':>9}"
            f"{fmean(others):16.1%}"
        )
    return lines


def guesses(draw: random.Random, *, learners: int) -> list[str]:
    """The fourth table: what is said to somebody who tosses a coin."""
    bands = [band for _, band in discernment.TELLING]
    heads = "".join(f"{band.they:>10}" for band in bands)
    lines = [f"a coin (d′ = 0) is told  {heads}  same way"]
    for each in SIZES:
        coins = alike(draw, learners=learners, each=each, d_prime=0.0)
        shares = "".join(f"{fmean(x.telling == band for x in coins):10.1%}" for band in bands)
        habit = fmean(one.same_way for one in coins)
        lines.append(f"{f'{each} + {each}':25}{shares}{habit:10.1%}")
    return lines


def main() -> None:
    """Print the four tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    draw = random.Random(given.seed)
    for table in (noise, words, habits, guesses):
        print("\n".join([*table(draw, learners=given.learners), ""]))


if __name__ == "__main__":
    main()
