"""A learner's wish to be forgotten, and the receipt that outlives them and says nothing of them."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from quiz.models.classroom import JOIN_ALPHABET
from quiz.models.people import Learner

CODE_LENGTH = 8


def new_code() -> str:
    """Eight characters that can be read aloud, and are not worth guessing at."""
    return "".join(secrets.choice(JOIN_ALPHABET) for _ in range(CODE_LENGTH))


class Erasure(models.Model):
    """Asked for, waiting, done. Taking it back deletes the row; doing it lets go of the learner."""

    code = models.CharField(max_length=CODE_LENGTH, unique=True, default=new_code)
    learner = models.OneToOneField(
        Learner, on_delete=models.SET_NULL, related_name="erasure", null=True, blank=True
    )
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(learner__isnull=True),
                name="a_receipt_knows_nobody",
            )
        ]

    def __str__(self) -> str:
        return self.spoken

    def get_absolute_url(self) -> str:
        """The receipt."""
        return reverse("receipt", args=[self.code])

    @property
    def spoken(self) -> str:
        """The code in two halves, as it is read out."""
        return f"{self.code[:4]}-{self.code[4:]}"

    @property
    def due(self) -> bool:
        """Whether the days to think it over are past."""
        return self.due_at <= timezone.now()
