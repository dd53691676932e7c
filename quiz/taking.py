"""Taking: start an edition, read its lessons, answer its questions. Each verb is safe to repeat.

A learner who was erased meanwhile can do nothing: every verb raises ``Learner.DoesNotExist`` then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from curriculum.models import Choice, Edition, EditionQuestion
from quiz import marking, mastery, rebuilding
from quiz.models import Attempt, Classroom, Learner, LessonDone, Mastery, Response


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
    """Begin the edition, or go on with the attempt that is already open."""
    _take_turns(learner.pk)
    attempt, _ = Attempt.objects.get_or_create(
        learner=learner,
        edition=edition,
        finished_at=None,
        defaults={"classroom": classroom, "started_at": at or timezone.now()},
    )
    return attempt


@transaction.atomic
def complete_lesson(*, attempt: Attempt, number: int, at: datetime | None = None) -> None:
    """Note that a lesson was read to its end."""
    _take_turns(attempt.learner_id)
    now = at or timezone.now()
    LessonDone.objects.get_or_create(
        attempt=attempt, lesson_number=number, defaults={"done_at": now}
    )
    finish_if_done(attempt, now)


@transaction.atomic
def answer(
    *,
    attempt: Attempt,
    asked: EditionQuestion,
    choice: Choice,
    confidence: int | None = None,
    seconds: int | None = None,
    at: datetime | None = None,
) -> Answered:
    """Record the choice, mark it, and move the learner's mastery. The first answer stands.

    ``choice`` is one of ``asked.version``'s, and ``asked`` is one of ``attempt.asked``. How sure
    the learner was and how long it took are kept beside it; neither enters a mark.
    """
    _take_turns(attempt.learner_id)
    given = attempt.responses.filter(version=asked.version, try_number=1).first()
    if given:
        return Answered(given, first=False)
    now = at or timezone.now()  # read while holding the turn, so that times follow one another
    choices = list(asked.version.choices.all())
    key = next(each.pk for each in choices if each.is_key)
    response = attempt.responses.create(
        version=asked.version,
        choice=choice,
        correct=marking.mark(key=key, chosen=choice.pk).correct,
        skill=asked.version.question.skill,
        difficulty=asked.version.difficulty,
        confidence=confidence,
        seconds=seconds,
        answered_at=now,
    )
    _learn(attempt.learner, response, options=len(choices))
    finish_if_done(attempt, now)
    return Answered(response, first=True)


def _take_turns(learner_id: UUID) -> None:
    """Two tabs and a double tap queue here, behind an erasure too."""
    if not Learner.objects.hold(learner_id):
        raise Learner.DoesNotExist


def _learn(learner: Learner, response: Response, *, options: int) -> None:
    """Move the mastery of the answer's skill."""
    row = Mastery.objects.filter(learner=learner, skill=response.skill).first()
    if row and response.answered_at < row.last_at:  # history that arrives late
        rebuilding.rebuild(learner=learner, skill=response.skill)
        return
    row = row or Mastery(learner=learner, skill=response.skill)
    if mastery.counts(at=response.answered_at, seen_before=_seen_before(learner, response)):
        moved = mastery.after(
            row.estimate,
            correct=response.correct,
            difficulty=response.difficulty,
            options=options,
        )
        row.rating, row.uncertainty = moved.rating, moved.uncertainty
        row.answers, row.right = moved.answers, moved.right
    row.last_at = response.answered_at
    row.save()


def _seen_before(learner: Learner, response: Response) -> datetime | None:
    """When the learner last answered the same question, in any attempt."""
    earlier = Response.objects.filter(attempt__learner=learner, version=response.version)
    last = earlier.exclude(pk=response.pk).order_by("-answered_at").first()
    return last.answered_at if last else None


def finish_if_done(attempt: Attempt, now: datetime) -> None:
    """Close the attempt once every lesson is read and every question answered."""
    lessons = sum(bool(lesson.get("steps")) for lesson in attempt.lessons)
    answered = attempt.responses.filter(try_number=1).count()
    if attempt.finished_at or answered < attempt.asked.count():
        return
    if attempt.lessons_done.count() >= lessons:
        attempt.finished_at = now
        attempt.save(update_fields=["finished_at"])
