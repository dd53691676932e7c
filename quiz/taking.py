"""Taking: start an edition, read its lessons, answer its questions. Each verb is safe to repeat.

A learner who was erased meanwhile can do nothing: every verb raises ``Learner.DoesNotExist`` then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from config import prepared
from curriculum.models import Choice, Edition, EditionQuestion
from quiz import calibrating, learning, marking, places, working
from quiz.models import Attempt, Classroom, Drawn, Learner, LessonDone, Response


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer that stands, and whether this call was the one that gave it."""

    response: Response
    first: bool


@transaction.atomic
def start(
    *,
    learner: Learner,
    edition: Edition,
    classroom: Classroom | None = None,
    at: datetime | None = None,
) -> Attempt:
    """Begin the edition, or go on with the attempt that is already open: their own, or else one of
    those that they began for a class and have left it since."""
    _take_turns(learner.pk)
    now = at or timezone.now()
    begun = learner.attempts.filter(edition=edition, finished_at=None)
    own_first = begun.order_by(F("assignment_id").asc(nulls_first=True))
    going = next((each for each in own_first if not each.out_of_time(now)), None)
    return going or Attempt.objects.create(
        learner=learner, edition=edition, classroom=classroom, started_at=now
    )


@transaction.atomic
def complete_lesson(*, attempt: Attempt, number: int, at: datetime | None = None) -> None:
    """Note that a lesson was read to its end."""
    _take_turns(attempt.learner_id)
    now = at or timezone.now()
    if working.as_it_is_now(attempt).shut(now):
        return
    LessonDone.objects.get_or_create(
        attempt=attempt, lesson_number=number, defaults={"done_at": now}
    )
    finish_if_done(attempt, now)


@transaction.atomic
def answer(
    *,
    attempt: Attempt,
    asked: EditionQuestion | Drawn,
    choice: Choice,
    confidence: int | None = None,
    seconds: int | None = None,
    options: int | None = None,
    at: datetime | None = None,
) -> Answered:
    """Record the choice, mark it, and move what follows from it. The first answer stands.

    ``choice`` is one of ``asked.version``'s, and ``asked`` is one of ``attempt.places``. How sure
    the learner was and how long it took are kept beside it; neither enters a mark. ``options`` is
    how many choices were laid out, all of them unless it says otherwise. Raises ``working.Shut``
    when the attempt takes no answer any more.
    """
    _take_turns(attempt.learner_id)
    waiting = _unanswered(attempt)
    if asked.version_id not in waiting:
        return Answered(attempt.responses.get(version=asked.version, try_number=1), first=False)
    now = at or timezone.now()  # read while holding the turn, so that times follow one another
    current = working.as_it_is_now(attempt)
    if current.shut(now):
        raise working.Shut
    choices = list(asked.version.choices.all())
    key = next(each.pk for each in choices if each.is_key)
    skill, difficulty = calibrating.in_force(asked.version)
    response = Response(
        attempt=attempt,
        version=asked.version,
        choice=choice,
        correct=marking.mark(key=key, chosen=choice.pk).correct,
        skill=skill,
        difficulty=difficulty,
        confidence=confidence,
        seconds=seconds,
        late=current.assignment is not None and current.assignment.marks_late(now),
        options=options or len(choices),
        answered_at=now,
    )
    prepared.insert(response)
    learning.learn(attempt.learner, response, options=options or len(choices))
    if waiting == {asked.version_id}:
        finish_if_done(attempt, now)
    return Answered(response, first=True)


def _take_turns(learner_id: UUID) -> None:
    """Two tabs and a double tap queue here, behind an erasure too."""
    if not Learner.objects.hold(learner_id):
        raise Learner.DoesNotExist


def _unanswered(attempt: Attempt) -> set[int]:
    """The versions that still wait for an answer."""
    asked = {place.version_id for place in places.of(attempt)}
    return asked.difference(places.answered_in(attempt.pk))


def finish_if_done(attempt: Attempt, now: datetime) -> None:
    """Close the attempt once every lesson is read and every question answered."""
    if attempt.finished_at or _unanswered(attempt):
        return
    lessons = sum(bool(lesson.get("steps")) for lesson in attempt.lessons)
    if attempt.lessons_done.count() >= lessons:
        attempt.finished_at = now
        attempt.save(update_fields=["finished_at"])
