"""Flagging: a learner says that a question is unfair or unclear; its unit's teacher answers.

A teacher reads what was said and never who said it. One learner says one thing of one wording; it
can be taken back until it is answered.
"""

from __future__ import annotations

from functools import cached_property

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from curriculum.models import QuestionVersion, Unit
from quiz.models import Attempt, Flag, Learner

REPLY_LENGTH = 300  # a sentence


@transaction.atomic
def put(*, attempt: Attempt, version: QuestionVersion, reason: str, words: str) -> Flag:
    """Note what the learner says; said again, the new words stand. An answered flag stays as it is.

    ``Learner.DoesNotExist`` when the learner was erased meanwhile.
    """
    if not Learner.objects.hold(attempt.learner_id):
        raise Learner.DoesNotExist
    said = {"reason": reason, "words": words}
    flag, first = Flag.objects.get_or_create(
        learner_id=attempt.learner_id, version=version, defaults={"attempt": attempt, **said}
    )
    if not first and flag.outcome == Flag.Outcome.OPEN:
        flag.reason, flag.words = reason, words
        flag.save(update_fields=["reason", "words"])
    return flag


def withdraw(*, attempt: Attempt, version: QuestionVersion) -> bool:
    """Take it back, if nobody has answered it yet."""
    mine = Flag.objects.filter(learner=attempt.learner_id, version=version)
    deleted, _ = mine.filter(outcome=Flag.Outcome.OPEN).delete()
    return bool(deleted)


def settle(*, flag: Flag, outcome: str, reply: str, by: User) -> bool:
    """Answer a flag, once: of two colleagues the first one's answer stands."""
    waiting = Flag.objects.filter(pk=flag.pk, outcome=Flag.Outcome.OPEN)
    return bool(
        waiting.update(outcome=outcome, reply=reply, settled_at=timezone.now(), settled_by=by)
    )


def standing(*, attempt: Attempt, version: QuestionVersion) -> Flag | None:
    """What this learner said of this wording, if anything."""
    return Flag.objects.filter(learner=attempt.learner_id, version=version).first()


def reader(attempt: Attempt, version: QuestionVersion) -> str:
    """Who reads what is said, as the learner knows them."""
    room, owner = attempt.classroom, attempt.edition_of(version).unit.owner_id
    own = room is not None and room.owner_id == owner
    return "your teacher" if own else "the teacher who made this unit"


def told_in(attempt: Attempt) -> list[Flag]:
    """What the learner said of the questions of an attempt, with the answers."""
    said = Flag.objects.filter(learner=attempt.learner_id, attempt=attempt)
    return list(said.select_related("version").order_by("made_at"))


def merge(giver: Learner, *, into: Learner) -> None:
    """When two become one, what both said of one wording is what the other said."""
    said = Flag.objects.filter(learner=into).values("version")
    Flag.objects.filter(learner=giver).exclude(version__in=said).update(learner=into)


class UnitFlags:
    """What learners say of a unit's questions, for its owner: without a name or an attempt."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit

    @cached_property
    def open(self) -> list[Flag]:
        """Those that wait for an answer, oldest first."""
        return [flag for flag in self._all if flag.outcome == Flag.Outcome.OPEN]

    @cached_property
    def settled(self) -> list[Flag]:
        """Those that were answered, newest first."""
        return [flag for flag in reversed(self._all) if flag.outcome != Flag.Outcome.OPEN]

    @cached_property
    def _all(self) -> list[Flag]:
        said = Flag.objects.filter(version__question__unit=self.unit)
        whole = said.select_related("version__question")
        return list(whole.order_by("made_at", "pk"))
