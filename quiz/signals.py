"""What must follow wherever it happens from: a deleted attempt, and a sign-in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.http import HttpRequest

from quiz import access, merging, rebuilding
from quiz.models import Attempt, Learner


@receiver(post_delete, sender=Attempt)
def forget_what_it_showed(instance: Attempt, **_: Any) -> None:
    """Its answers are gone, so what they said of the learner's skills goes too."""
    learner = Learner.objects.filter(pk=instance.learner_id).first()
    if learner:
        rebuilding.rebuild(learner=learner)


@receiver(user_logged_in)
def ask_about_answers(request: HttpRequest, user: User, **_: Any) -> None:
    """Somebody practised in this browser before the sign-in: ask whose answers those are."""
    access.set_aside(request, merging.walk_in(request.session.get(access.SESSION_KEY)))
