"""Calibrating: how hard questions proved, learned in batches from everybody's first answers.

The difficulty in force is copied into each answer (``Response.difficulty``), so a calibration
changes what comes after it and nothing before: going through the history again comes to the same.
"""

from __future__ import annotations

from collections import defaultdict

from django.db.models import F, QuerySet
from django.utils import timezone

from config.prepared import Prepared
from curriculum.models import QuestionVersion
from quiz import difficulty, rebuilding
from quiz.difficulty import Item, Seen
from quiz.models import Calibration, Response


def _in_force(version: int) -> QuerySet[QuestionVersion, tuple[str, float | None]]:
    rows = QuestionVersion.objects.filter(pk=version).order_by()
    return rows.values_list("question__skill", "calibration__difficulty")


_asked_now = Prepared(_in_force, int)


def in_force(version: QuestionVersion) -> tuple[str, float]:
    """Under which skill a question is filed by now, and how hard it is taken to be: as it proved,
    or else as its author thought."""
    ((skill, proved),) = _asked_now(version.pk)
    return skill, version.difficulty if proved is None else proved


def calibrate() -> int:
    """Learn every answered question's difficulty anew. Returns how many there are.

    The learners' strength is taken as it was believed before each answer: what they learned since
    says nothing of how hard the question was then. Only the first answer of a learner to a
    question counts, since the explanation was read after it.
    """
    seen = _seen()
    versions = QuestionVersion.objects.filter(pk__in=seen).select_related("question")
    skills: dict[str, list[QuestionVersion]] = defaultdict(list)
    for version in versions.order_by("pk"):
        skills[version.question.skill].append(version)
    for asked in skills.values():
        learned = difficulty.learn([Item(each.difficulty, seen[each.pk]) for each in asked])
        _keep(dict(zip(asked, learned, strict=True)), seen)
    return len(seen)


def _seen() -> dict[int, list[Seen]]:
    seen: dict[int, list[Seen]] = defaultdict(list)
    owners = Response.objects.filter(attempt__learner__user=F("version__question__unit__owner"))
    others = Response.objects.exclude(pk__in=owners.values("pk"))  # who wrote it knows the key
    for told in rebuilding.histories(others):
        met: set[int] = set()
        for answer, before in told.trace():
            if answer.version not in met:
                met.add(answer.version)
                seen[answer.version].append(
                    Seen(before.rating, before.uncertainty, answer.options, answer.correct)
                )
    return seen


def _keep(learned: dict[QuestionVersion, float], seen: dict[int, list[Seen]]) -> None:
    now = timezone.now()
    rows = [
        Calibration(
            version=version, difficulty=hard, answers=len(seen[version.pk]), calibrated_at=now
        )
        for version, hard in learned.items()
    ]
    Calibration.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["version"],
        update_fields=["difficulty", "answers", "calibrated_at"],
    )
