"""Fetching through permission: the object if it is yours, else 404."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from curriculum.models import Claim, Correction, Lesson, Question, Source, Step, Unit


def get_source_for(request: HttpRequest, pk: UUID) -> Source:
    """A text that this teacher brought in."""
    return get_object_or_404(Source.objects.for_teacher(request.user), pk=pk)


def get_claim_for(request: HttpRequest, pk: UUID, number: int) -> Claim:
    """A claim of a text that this teacher brought in."""
    source = get_source_for(request, pk)
    claim = get_object_or_404(source.claims.all(), pk=number)
    claim.source = source
    return claim


def get_unit_for(request: HttpRequest, pk: UUID) -> Unit:
    """A unit that this teacher may edit."""
    return get_object_or_404(Unit.objects.for_teacher(request.user).select_related("source"), pk=pk)


def get_lesson_for(request: HttpRequest, pk: int) -> Lesson:
    """A lesson of a unit that this teacher may edit."""
    units = Unit.objects.for_teacher(request.user)
    return get_object_or_404(Lesson.objects.select_related("unit__source"), unit__in=units, pk=pk)


def get_removed_lesson_for(request: HttpRequest, pk: int) -> Lesson:
    """A lesson that this teacher removed, or never did."""
    units = Unit.objects.for_teacher(request.user)
    return get_object_or_404(Lesson.everything.select_related("unit"), unit__in=units, pk=pk)


def get_step_for(request: HttpRequest, pk: int) -> Step:
    """A step of a lesson that this teacher may edit."""
    steps = Step.objects.select_related("lesson__unit__source")
    return get_object_or_404(steps, lesson__in=_lessons_of(request), pk=pk)


def get_removed_step_for(request: HttpRequest, pk: int) -> Step:
    """A step that this teacher removed, or never did."""
    steps = Step.everything.select_related("lesson__unit")
    return get_object_or_404(steps, lesson__in=_lessons_of(request), pk=pk)


def _lessons_of(request: HttpRequest) -> QuerySet[Lesson]:
    return Lesson.objects.filter(unit__in=Unit.objects.for_teacher(request.user))


def get_copyable_unit_for(request: HttpRequest, pk: UUID) -> Unit:
    """A unit that this teacher may copy: their own, or one in the library."""
    mine = Q(owner=teacher_of(request))
    in_library = Q(pk__in=Unit.objects.public().values("pk"))
    return get_object_or_404(Unit.objects.select_related("source"), mine | in_library, pk=pk)


def get_question_for(request: HttpRequest, pk: UUID) -> Question:
    """A question of a unit that this teacher may edit, with all its words."""
    units = Unit.objects.for_teacher(request.user)
    return get_object_or_404(Question.objects.whole(), unit__in=units, pk=pk)


def get_correction_for(request: HttpRequest, pk: UUID, number: int) -> Correction:
    """A correction of a text that this teacher brought in."""
    source = get_source_for(request, pk)
    return get_object_or_404(Correction.objects.filter(claim__source=source), pk=number)


def teacher_of(request: HttpRequest) -> User:
    """The signed-in teacher; every page that asks is behind the sign-in."""
    assert isinstance(request.user, User)
    return request.user
