"""Learners: whoever answers, with or without a name."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models


class Learner(models.Model):
    """Somebody who answers: a walk-in without a name, a pupil of a class, or an account's owner.

    The id is known to the learner's own browser session alone; no page prints it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=60, blank=True, help_text="Empty for a walk-in.")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="learner",
        null=True,
        blank=True,
        help_text="The account behind the learner, where there is one.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return self.name or "Walk-in"
