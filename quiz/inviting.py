"""Inviting: colleagues join a class by a link that works once, leave it, and take it over."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from curriculum.reading.types import Problem
from quiz.models import Classroom, CoTeacher, Invitation

LASTS = timedelta(days=7)
AT_ONCE = 10  # open links of one class: a link each for a department, and no heap of them
ENOUGH = Problem(
    "links-enough",
    f"{AT_ONCE} links of this class are open already. Take one back first, or pass one of them on.",
)


def invitations() -> QuerySet[Invitation]:
    """Links that still work."""
    return Invitation.objects.filter(
        expires_at__gt=timezone.now(), classroom__archived_at=None
    ).select_related("classroom", "made_by")


def invite(*, classroom: Classroom, by: User) -> Invitation | Problem:
    """A new link. Those that are too old go."""
    Invitation.objects.filter(expires_at__lte=timezone.now()).delete()
    if classroom.invitations.count() >= AT_ONCE:
        return ENOUGH
    return classroom.invitations.create(made_by=by, expires_at=timezone.now() + LASTS)


def teaches(user: User, classroom: Classroom) -> bool:
    """Whether the class is theirs, alone or with others."""
    return Classroom.objects.for_teacher(user).filter(pk=classroom.pk).exists()


@transaction.atomic
def accept(*, invitation: Invitation, by: User) -> bool:
    """Join the class, and use the link up. False when somebody was quicker, or it was taken back.

    Whoever deletes the row has it: of two who press at once, one does.
    """
    if not invitations().filter(pk=invitation.pk).exists():
        return False
    if not Invitation.objects.filter(pk=invitation.pk).delete()[0]:
        return False
    CoTeacher.objects.get_or_create(classroom=invitation.classroom, user=by)
    return True


@transaction.atomic
def part(*, co_teacher: CoTeacher) -> None:
    """A colleague no longer teaches the class; links that they made and nobody used go too."""
    co_teacher.classroom.invitations.filter(made_by=co_teacher.user).delete()
    co_teacher.delete()


@transaction.atomic
def hand_over(*, classroom: Classroom, to: CoTeacher, by: User) -> bool:
    """A co-teacher owns the class from now on, and who owned it teaches it with them.

    False when it was handed over in this very moment already, or the co-teacher has just left.
    Units stay with whoever made them.
    """
    mine = Classroom.objects.filter(pk=classroom.pk, owner=by)
    if not mine.select_for_update().first() or not CoTeacher.objects.filter(pk=to.pk).delete()[0]:
        return False
    mine.update(owner=to.user)
    CoTeacher.objects.get_or_create(classroom=classroom, user=by)
    return True
