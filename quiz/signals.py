"""What must follow wherever it happens from: something that goes, and a sign-in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_delete, pre_delete
from django.dispatch import receiver
from django.http import HttpRequest

from quiz import access, merging, rebuilding, working
from quiz.models import Assignment, Attempt, Enrolment, Learner


@receiver(post_delete, sender=Attempt)
def forget_what_it_showed(instance: Attempt, **_: Any) -> None:
    """Its answers are gone, so what they said of the learner's skills goes too."""
    learner = Learner.objects.filter(pk=instance.learner_id).first()
    if learner:
        rebuilding.rebuild(learner=learner)


@receiver(pre_delete, sender=Assignment)
def let_learners_finish(instance: Assignment, **_: Any) -> None:
    """What they began stays theirs, with no clock."""
    working.let_go(instance)


@receiver(pre_delete, sender=Enrolment)
def drop_work_for_nobody(instance: Enrolment, **_: Any) -> None:
    """Work for this seat alone goes with it, since work for no seat is work for the whole class."""
    for work in instance.assignments.all():
        work.seats.remove(instance)
        if not work.seats.exists():
            work.delete()


@receiver(user_logged_in)
def ask_about_answers(request: HttpRequest, user: User, **_: Any) -> None:
    """Somebody learned in this browser before the sign-in: ask whether it was the same person."""
    access.set_aside(request, merging.offered(request.session.get(access.SESSION_KEY), user))
