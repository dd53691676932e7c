"""Flags: a learner finds a question unfair or unclear, and a teacher answers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from curriculum.models import QuestionVersion
from quiz.models.attempt import Attempt
from quiz.models.people import Learner


class Flag(models.Model):
    """What one learner said of one question as it was asked."""

    class Reason(models.TextChoices):
        """What the learner finds of the question."""

        UNFAIR = "unfair", "It is unfair"
        UNCLEAR = "unclear", "I do not understand what it asks"
        WRONG = "wrong", "The right answer looks wrong to me"

    class Outcome(models.TextChoices):
        """What a teacher made of it."""

        OPEN = "open", "Not looked at yet"
        MENDED = "mended", "The question was changed"
        KEPT = "kept", "The question stays as it is"

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="flags")
    version = models.ForeignKey(QuestionVersion, on_delete=models.CASCADE, related_name="flags")
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="flags")
    reason = models.CharField(max_length=8, choices=Reason)
    words = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.OPEN)
    reply = models.CharField(max_length=500, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "version"], name="a_learner_flags_a_question_once"
            ),
            models.CheckConstraint(
                condition=Q(outcome="open", settled_at__isnull=True)
                | (~Q(outcome="open") & Q(settled_at__isnull=False)),
                name="a_settled_flag_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.version}"
