"""Passing: a learner would rather not read a text, and need not say why. They may change their
mind at any time."""

from __future__ import annotations

from django.db import transaction

from curriculum.models import Unit
from quiz.models import Learner, Pass


@transaction.atomic
def put(*, learner: Learner, unit: Unit) -> None:
    """Note that the learner passes. ``Learner.DoesNotExist`` when they were erased meanwhile."""
    if not Learner.objects.hold(learner.pk):
        raise Learner.DoesNotExist
    Pass.objects.get_or_create(learner=learner, unit=unit)


def withdraw(*, learner: Learner | None, unit: Unit) -> bool:
    """Let the learner read it after all."""
    deleted, _ = Pass.objects.filter(learner=learner, unit=unit).delete()
    return bool(deleted)


def passed(*, learner: Learner | None, unit: Unit) -> bool:
    """Whether the learner would rather not read it."""
    return learner is not None and Pass.objects.filter(learner=learner, unit=unit).exists()


def merge(giver: Learner, *, into: Learner) -> None:
    """When two become one, a text that either would rather not read is passed on."""
    known = Pass.objects.filter(learner=into).values("unit")
    Pass.objects.filter(learner=giver).exclude(unit__in=known).update(learner=into)
