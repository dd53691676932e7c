"""Where the boxes of a picture stand. Pure: the page draws them, and this knows no page."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.discernment import Judged

WIDTH = 320.0
FEW_BOXES = 24  # up to here the gaps are wide
MOST_BOXES = 40  # in a row; more are too thin to count, and are drawn as one bar
FIVE = 5  # boxes to a group, as in a tally


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a row, filled or hollow."""

    x: float
    width: float
    full: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A box for each statement: those without a source, and those with one."""

    caught: list[Box]
    trusted: list[Box]
    one_each: bool  # whether a box is one statement, or a part of a bar is all of them


def row(got: int, of: int) -> list[Box]:
    """A box for each, the filled ones first; where there are too many, two parts of a bar."""
    if of > MOST_BOXES:
        edge = round(WIDTH * got / of, 1)
        parts = (Box(0.0, edge, full=True), Box(edge, round(WIDTH - edge, 1), full=False))
        return [part for part in parts if part.width]
    gap, more = (4.0, 5.0) if of <= FEW_BOXES else (2.5, 3.0)
    starts = [gap * i + more * (i // FIVE) for i in range(of)]
    width = (WIDTH - starts[-1]) / of if of else 0.0
    return [
        Box(round(start + width * i, 2), round(width, 2), full=i < got)
        for i, start in enumerate(starts)
    ]


def draw(judged: Judged) -> Picture:
    """How many unsupported statements were caught, and how many supported ones trusted."""
    return Picture(
        caught=row(judged.caught, judged.unsupported),
        trusted=row(judged.trusted, judged.supported),
        one_each=max(judged.supported, judged.unsupported) <= MOST_BOXES,
    )
