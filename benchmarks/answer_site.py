"""The site's side of ``benchmarks.answer``: a school that is about to answer, and the check after.

``prepare LEARNERS`` loads the bundled units for several teachers, seats the learners in classes,
lets each begin every unit, and prints what a browser would know: a session id, and for each
question its address and the token of the choice to pick. ``check FILE`` compares the answers that
were acknowledged with those that are kept.
"""

from __future__ import annotations

import io
import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from curriculum.models import Edition, EditionQuestion  # noqa: E402
from quiz import enrolling, rebuilding, shuffling  # noqa: E402
from quiz.models import Attempt, Classroom, Learner, LessonDone, Response  # noqa: E402

TEACHERS = 6  # each with the bundled units, so that a minute is not enough for all questions
SEATS = 25  # in a class
Waiting = list[tuple[str, str, str]]  # (address, token, "attempt version choice")


@transaction.atomic
def prepare(learners: int) -> list[dict[str, Any]]:
    """Everything that a minute of answering needs."""
    for number in range(TEACHERS):
        name = f"teacher-{number}"
        User.objects.create(username=name)
        call_command("load_units", name, stdout=io.StringIO())
    seated = [_seat(number) for number in range(learners)]
    for edition in Edition.objects.all():
        _begin(edition, seated)
    asked = EditionQuestion.objects.select_related("version").prefetch_related("version__choices")
    by_edition: dict[int, list[EditionQuestion]] = {}
    for each in asked.order_by("position"):
        by_edition.setdefault(each.edition_id, []).append(each)
    return [_browser(learner, by_edition) for learner in seated]


def _seat(number: int) -> Learner:
    """A pupil in a class of one of the teachers."""
    owner = User.objects.get(username=f"teacher-{number // SEATS % TEACHERS}")
    classroom, _ = Classroom.objects.get_or_create(owner=owner, name=f"Class {number // SEATS}")
    return enrolling.add_learner(classroom=classroom, name=f"Pupil {number}").enrolment.learner


def _begin(edition: Edition, learners: list[Learner]) -> None:
    """An attempt for each learner, its lessons read: the last answer finishes it."""
    classes = {each.pk: each.enrolments.get().classroom for each in learners}
    attempts = Attempt.objects.bulk_create(
        Attempt(learner=each, edition=edition, classroom=classes[each.pk]) for each in learners
    )
    LessonDone.objects.bulk_create(
        LessonDone(attempt=each, lesson_number=lesson["number"], done_at=each.started_at)
        for each in attempts
        for lesson in edition.lessons
    )


def _browser(learner: Learner, asked: dict[int, list[EditionQuestion]]) -> dict[str, Any]:
    """A session, and what to answer in which order: unit by unit, each learner in another order."""
    session = SessionStore()
    session["learner"] = str(learner.pk)
    session.save()
    chance = random.Random(learner.name)
    attempts = list(learner.attempts.all())
    chance.shuffle(attempts)
    waiting = [
        _pick(chance, attempt, each)
        for attempt in attempts
        for each in asked[attempt.edition_id or 0]
    ]
    return {"session": session.session_key, "waiting": waiting}


def _pick(chance: random.Random, attempt: Attempt, asked: EditionQuestion) -> tuple[str, str, str]:
    laid = chance.choice(shuffling.lay_out(asked.version, learner=attempt.learner_id))
    address = f"/attempts/{attempt.pk}/questions/{asked.position}/"
    return address, laid.token, f"{attempt.pk} {asked.version_id} {laid.choice.pk}"


def check(acknowledged: list[str]) -> dict[str, int]:
    """What became of the answers: nobody may find theirs gone, changed, or there twice."""
    rows = Response.objects.values_list("attempt_id", "version_id", "choice_id")
    kept = {f"{attempt} {version} {choice}" for attempt, version, choice in rows}
    places = Counter((attempt, version) for attempt, version, _ in rows)
    return {
        "lost": len(set(acknowledged) - kept),
        "doubled": sum(count > 1 for count in places.values()),
        "unacknowledged": len(kept - set(acknowledged)),
        "progress": len(rebuilding.differences()),
    }


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["prepare", learners]:
            print(json.dumps(prepare(int(learners))))
        case ["check", path]:
            print(json.dumps(check(json.loads(Path(path).read_text()))))
