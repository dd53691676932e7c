"""Merging: the answers that a walk-in gave become those of an account, or of a seat in a class; and
a pupil with a seat and an account of their own becomes one person.

Somebody always says yes to it on a page that tells what will happen. Of a pupil, the page asks for
the seat's PIN or pictures too, since the next person at a shared computer may be signing in.

Attempts move as they are. One case needs a rule: both had an open attempt at the same edition, and
a learner has one. Then the two become one, which keeps every answer of both in the order in which
they were given: a question that was answered in both has its earlier answer as the first try,
the one that stands, and the later one as the next try. It begins when the earlier of the two
began, so that it asks whatever either of them asked.

Choices are laid out by the learner's id, so a question that is looked back at after a merge may
show its options in another order than it did.
"""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.utils import timezone

from quiz import accommodating, enrolling, flagging, passing, rebuilding, taking
from quiz.models import Attempt, CalendarFeed, Classroom, Learner, LessonDone, Response


def walk_in(pk: UUID | str | None) -> Learner | None:
    """A learner with answers and without a name, an account, a class, or the wish to be erased."""
    if not pk:
        return None
    nobody = Learner.objects.filter(user=None, enrolments=None, erasure=None)
    return nobody.filter(pk=pk, attempts__isnull=False).distinct().first()


def pupil(pk: UUID | str | None, user: User | AnonymousUser) -> Learner | None:
    """A learner with a seat who may be the owner of this account: not where the account teaches."""
    if not pk or not user.is_authenticated:
        return None
    seated = Learner.objects.filter(user=None, erasure=None, enrolments__removed_at=None, pk=pk)
    taught = Classroom.objects.for_teacher(user).filter(enrolments__learner__pk=pk)
    return None if taught.exists() else seated.filter(enrolments__isnull=False).first()


def offered(pk: UUID | str | None, user: User | AnonymousUser) -> Learner | None:
    """Whose answers somebody may claim who comes in where this learner was."""
    return walk_in(pk) or pupil(pk, user)


@transaction.atomic
def keep(*, walk_in_pk: UUID | str, user: User | AnonymousUser, into: Learner | None) -> bool:
    """Let the answers be the account's, or the learner's. False when there are none.

    An account that never learned takes the other over whole: then nothing moves at all.
    """
    held = Learner.objects.hold(walk_in_pk, *([into.pk] if into else []))
    found = offered(walk_in_pk, user)  # looked for while held: a second tap finds nobody
    if found is None or found == into or held < 1 + bool(into):
        return False
    if user.is_authenticated:
        into = Learner.objects.filter(user=user).first()
    if into:
        _merge(found, into)
    elif user.is_authenticated:
        found.user = user
        found.save(update_fields=["user"])
    return True


def _merge(giver: Learner, into: Learner) -> None:
    """Move everything that points at a learner, and let the giver go."""
    for attempt in giver.attempts.order_by("started_at"):
        _move(attempt, into)
    accommodating.merge(giver, into=into)
    flagging.merge(giver, into=into)
    passing.merge(giver, into=into)
    enrolling.merge(giver, into=into)
    if not CalendarFeed.objects.filter(learner=into).exists():
        CalendarFeed.objects.filter(learner=giver).update(learner=into)
    into.name = into.name or giver.name
    into.asks_confidence = into.asks_confidence or giver.asks_confidence
    into.created_at = min(into.created_at, giver.created_at)
    into.save(update_fields=["name", "asks_confidence", "created_at"])
    giver.delete()
    rebuilding.rebuild(learner=into)


def _move(attempt: Attempt, into: Learner) -> None:
    """The attempt becomes the other's. One that is open where they have one open is poured into
    theirs; where the two ask different questions, it ends as it stands."""
    there = into.attempts.filter(finished_at=None, kind=attempt.kind)
    if attempt.assignment_id:
        there = there.filter(assignment=attempt.assignment_id)
    elif attempt.edition_id:
        there = there.filter(edition=attempt.edition_id, assignment=None)
    twin = there.first() if attempt.finished_at is None else None
    if twin and attempt.edition_id and twin.edition_id == attempt.edition_id:
        _pour(attempt, into=twin)
        return
    if twin:
        attempt.finished_at = timezone.now()
    attempt.learner = into
    attempt.save(update_fields=["learner", "finished_at"])


def _pour(attempt: Attempt, *, into: Attempt) -> None:
    """Make one open attempt of two. No answer changes: each is written again as it was given."""
    both = Response.objects.filter(attempt__in=[attempt, into]).order_by("answered_at", "pk")
    tries: Counter[int] = Counter()
    rows = []
    for given in both:
        tries[given.version_id] += 1
        given.pk, given.attempt, given.try_number = None, into, tries[given.version_id]
        rows.append(given)
    read = set(into.lessons_done.values_list("lesson_number", flat=True))
    for lesson in attempt.lessons_done.exclude(lesson_number__in=read):
        LessonDone(attempt=into, lesson_number=lesson.lesson_number, done_at=lesson.done_at).save()
    into.started_at = min(into.started_at, attempt.started_at)
    if into.closes_at and attempt.closes_at:  # nobody loses time by it
        into.closes_at = max(into.closes_at, attempt.closes_at)
    into.save(update_fields=["started_at", "closes_at"])
    into.responses.all().delete()
    attempt.flags.update(attempt=into)
    attempt.delete()
    Response.objects.bulk_create(rows)
    times = [
        *(row.answered_at for row in rows),
        *into.lessons_done.values_list("done_at", flat=True),
    ]
    taking.finish_if_done(into, max(times, default=into.started_at))
