"""A learner's portrait: how the skills moved, which mix-ups were met, how sure and how right, and
what comes round again. It is the learner's own; no teacher is shown it.

Only answers of which the learner may know what was right enter it, so that no figure gives a key
away before its time. Each part is one or two queries, however long the history.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import QuerySet
from django.utils import timezone

from curriculum.models import Choice
from curriculum.skills import SKILLS, Skill
from curriculum.writing.confusions import CONFUSIONS, Confusion
from quiz import certainty, mixups, rebuilding, withheld
from quiz.models import Learner, Response
from quiz.rebuilding import History

FEW = 5  # answers to compare with the five before them
WIDE, HIGH = 120, 28  # the line of a trend, in units of its own
TOP, BOTTOM = 2.5, -2.5  # the ratings at its edges
AHEAD = timedelta(days=28)  # how far the forecast looks


@dataclass(frozen=True, slots=True)
class Trend:
    """How one skill moved, answer by answer."""

    skill: Skill
    ratings: tuple[float, ...]  # after each answer that counts, oldest first
    right: tuple[bool, ...]

    @property
    def told(self) -> bool:
        """Whether there are enough answers to compare."""
        return len(self.right) >= 2 * FEW

    @property
    def words(self) -> str:
        """The latest answers beside those before them."""
        now, before = sum(self.right[-FEW:]), sum(self.right[-2 * FEW : -FEW])
        return f"{now} of your last {FEW} right; {before} of the {FEW} before"

    @property
    def line(self) -> str:
        """The points of a polyline ``WIDE`` by ``HIGH``."""
        last = max(len(self.ratings) - 1, 1)
        return " ".join(
            f"{WIDE * i / last:.1f},{_height(rating):.1f}" for i, rating in enumerate(self.ratings)
        )


@dataclass(frozen=True, slots=True)
class MixUp:
    """A mix-up that was met, with its name and how it stands."""

    confusion: Confusion
    met: mixups.Met


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which skills come round again."""

    on: date
    skills: tuple[Skill, ...]


class Portrait:
    """What one learner's answers show, over all they did."""

    FEW, CLEAR, WIDE, HIGH = FEW, mixups.CLEAR, WIDE, HIGH

    def __init__(self, learner: Learner) -> None:
        self.learner = learner

    @cached_property
    def trends(self) -> list[Trend]:
        """The skills with enough answers to say how they moved, in the order of the skills."""
        order = list(SKILLS)
        each = map(_trend, rebuilding.histories(self._responses))
        return sorted((t for t in each if t.told), key=lambda t: order.index(t.skill.id))

    @cached_property
    def mix_ups(self) -> list[MixUp]:
        """Those met, the most frequent first."""
        rows = list(self._responses.order_by("answered_at", "pk").values_list("version", "choice"))
        versions = {version for version, _ in rows}
        options = Choice.objects.filter(version__in=versions).exclude(confusion="")
        confusion, offered = {}, dict[int, set[str]]()
        for pk, version, name in options.values_list("pk", "version", "confusion"):
            confusion[pk] = name
            offered.setdefault(version, set()).add(name)
        faced = (
            mixups.Faced(frozenset(offered.get(version, ())), confusion.get(choice, ""))
            for version, choice in rows
        )
        found = mixups.met(faced)
        return [MixUp(CONFUSIONS[m.confusion], m) for m in found if m.confusion in CONFUSIONS]

    @property
    def still(self) -> list[MixUp]:
        """The mix-ups to look out for."""
        return [each for each in self.mix_ups if not each.met.behind]

    @property
    def behind(self) -> list[MixUp]:
        """The mix-ups that seem to be left behind."""
        return [each for each in self.mix_ups if each.met.behind]

    @cached_property
    def sureness(self) -> certainty.Calibration:
        """How sure and how right, where the learner said how sure they were."""
        rows = self._responses.values_list("confidence", "correct")
        return certainty.calibration((sure, right) for sure, right in rows if sure is not None)

    @property
    def today(self) -> date:
        """By the site's clock."""
        return timezone.localdate()

    @cached_property
    def forecast(self) -> list[Day]:
        """What comes round in the next weeks, by day; what is overdue counts for today."""
        today = self.today
        rows = withheld.reviews(self.learner).filter(due_on__lte=today + AHEAD)
        days: dict[date, list[Skill]] = {}
        for row in rows:
            days.setdefault(max(row.due_on, today), []).append(SKILLS[row.skill])
        return [Day(on, tuple(skills)) for on, skills in days.items()]

    @property
    def _responses(self) -> QuerySet[Response]:
        return withheld.answers(self.learner)


def _trend(history: History) -> Trend:
    counted = list(history.trace())
    estimate = history.progress.estimate
    believed = [before for _, before in counted[1:]] + ([estimate] if estimate else [])
    ratings = tuple(each.rating for each in believed)
    return Trend(SKILLS[history.skill], ratings, tuple(answer.correct for answer, _ in counted))


def _height(rating: float) -> float:
    return HIGH * (TOP - min(max(rating, BOTTOM), TOP)) / (TOP - BOTTOM)
