"""Merging: the answers that a walk-in gave become those of an account, or of a seat in a class.

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

from quiz import rebuilding, taking
from quiz.models import Attempt, Learner, LessonDone, Response


def walk_in(pk: UUID | str | None) -> Learner | None:
    """A learner with answers and without a name, an account, a class, or the wish to be erased."""
    if not pk:
        return None
    nobody = Learner.objects.filter(user=None, enrolments=None, erasure=None)
    return nobody.filter(pk=pk, attempts__isnull=False).distinct().first()


@transaction.atomic
def keep(*, walk_in_pk: UUID | str, user: User | AnonymousUser, into: Learner | None) -> bool:
    """Let the walk-in's answers be the account's, or the learner's. False when there are none.

    An account that never learned takes the walk-in over whole: then nothing moves at all.
    """
    Learner.objects.hold(walk_in_pk, *([into.pk] if into else []))
    found = walk_in(walk_in_pk)  # looked for while held: a second tap finds nobody
    if found is None or found == into:
        return False
    if user.is_authenticated:
        into = Learner.objects.filter(user=user).first()
    if into:
        _merge(found, into)
    elif user.is_authenticated:
        found.user = user
        found.save(update_fields=["user"])
    return True


def _merge(walk_in: Learner, into: Learner) -> None:
    """Move every attempt, and let the walk-in go."""
    for attempt in walk_in.attempts.order_by("started_at"):
        open_there = into.attempts.filter(edition=attempt.edition_id, finished_at=None).first()
        if attempt.finished_at is None and open_there and attempt.edition_id:
            _pour(attempt, into=open_there)
            continue
        if attempt.finished_at is None and open_there:  # two reviews: the other one goes on
            attempt.finished_at = timezone.now()
        attempt.learner = into
        attempt.save(update_fields=["learner", "finished_at"])
    walk_in.delete()
    rebuilding.rebuild(learner=into)


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
    into.save(update_fields=["started_at"])
    into.responses.all().delete()
    attempt.delete()
    Response.objects.bulk_create(rows)
    times = [
        *(row.answered_at for row in rows),
        *into.lessons_done.values_list("done_at", flat=True),
    ]
    taking.finish_if_done(into, max(times, default=into.started_at))
