"""Closing an account: what goes with it, what others keep, and the deed.

A teacher's account holds more than its owner: pupils, and units that strangers learn with. The
rule is that nobody loses their own work through somebody else's leaving, but for the pupils of
classes that end with their teacher. A class with a co-teacher passes on. A unit that others have
answered stays, with its text and without a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from curriculum.models import Source, Unit
from quiz.models import Enrolment, Learner, Response


@dataclass(frozen=True)
class Stake:
    """What an account's end would mean, counted."""

    sources: int
    units: int
    units_kept: int
    classes: int
    classes_passed_on: int
    pupils: int
    pupils_answers: int
    own_answers: int


def stake(user: User) -> Stake:
    """Count what goes and what stays."""
    ending, pupils, kept = _ending(user), _pupils(user), _kept(user)
    texts = Source.objects.filter(owner=user).exclude(units__in=kept)
    return Stake(
        sources=texts.count(),
        units=user.units.exclude(pk__in=kept).count(),
        units_kept=len(kept),
        classes=len(ending),
        classes_passed_on=user.classrooms.exclude(pk__in=ending).count(),
        pupils=len(pupils),
        pupils_answers=Response.objects.filter(attempt__learner__in=pupils).count(),
        own_answers=Response.objects.filter(attempt__learner__user=user).count(),
    )


def is_last_admin(user: User) -> bool:
    """Whether nobody could run the site afterwards."""
    admins = User.objects.filter(is_superuser=True, is_active=True)
    return user.is_superuser and not admins.exclude(pk=user.pk).exists()


@transaction.atomic
def close(user: User) -> None:
    """Delete the account and what hangs on it alone."""
    pupils, kept = _pupils(user), _kept(user)
    Learner.objects.hold(*pupils)
    Learner.objects.filter(Q(pk__in=pupils) | Q(user=user)).delete()
    _pass_on(user)
    user.classrooms.all().delete()
    Source.objects.filter(owner=user, units__in=kept).update(owner=None)
    Unit.objects.filter(pk__in=kept).update(owner=None)
    user.units.all().delete()
    user.delete()


# The three below give ids, not queries: nested in each other they are more than SQLite will parse.


def _ending(user: User) -> list[UUID]:
    """Classes that nobody else teaches."""
    return list(user.classrooms.filter(co_teachers=None).values_list("pk", flat=True))


def _pupils(user: User) -> list[UUID]:
    """Learners with a seat in a class that ends, and neither a seat elsewhere nor an account."""
    ending = _ending(user)
    seated = Learner.objects.filter(user=None, enrolments__classroom__in=ending)
    elsewhere = Enrolment.objects.exclude(classroom__in=ending).values("learner")
    return list(seated.exclude(pk__in=elsewhere).values_list("pk", flat=True))


def _kept(user: User) -> list[UUID]:
    """Units of the account at which somebody works who stays."""
    staying = Learner.objects.exclude(user=user).exclude(pk__in=_pupils(user)).values("pk")
    worked_at = (
        "editions__attempts__learner__in",
        "questions__versions__responses__attempt__learner__in",  # in a review, which has no edition
        "questions__versions__drawn__attempt__learner__in",
    )
    found = [
        user.units.filter(**{each: staying}).values_list("pk", flat=True) for each in worked_at
    ]
    return list(set(chain(*found)))


def _pass_on(user: User) -> None:
    """A class with colleagues is from now on the one's who has taught it longest."""
    for classroom in user.classrooms.exclude(co_teachers=None):
        heir = classroom.co_teachers.order_by("joined_at", "pk")[0]
        classroom.owner = heir.user
        classroom.save(update_fields=["owner"])
        heir.delete()
