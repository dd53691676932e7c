"""Learners: whoever answers, with or without a name."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import QuerySet

from config.prepared import Prepared


class LearnerQuerySet(models.QuerySet["Learner"]):
    """The vocabulary of many learners."""

    def hold(self, *pks: UUID | str) -> int:
        """Let one thing at a time happen to these learners. Returns how many there still are.

        PostgreSQL locks their rows until the transaction ends. SQLite has one writer at a time
        anyway, because its transactions begin IMMEDIATE.
        """
        if len(pks) == 1 and isinstance(pks[0], UUID):
            return len(_turn_of(pks[0]))
        rows = self.select_for_update().filter(pk__in=pks)
        return len(rows.order_by("pk").values_list("pk"))


def _turn(learner: UUID) -> QuerySet[Learner, UUID]:
    return Learner.objects.select_for_update().filter(pk=learner).values_list("pk", flat=True)


_turn_of = Prepared(_turn, UUID)


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
    asks_confidence = models.BooleanField(
        default=False, help_text="Whether this learner says how sure they are, when practising."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = LearnerQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return self.name or "Walk-in"


class Accommodation(models.Model):
    """What makes the work fair for one learner. It holds wherever the learner works."""

    class ExtraTime(models.IntegerChoices):
        """How much longer a time limit is, in hundredths."""

        NONE = 0, "None"
        QUARTER = 25, "A quarter more"
        HALF = 50, "Half as much again"
        DOUBLE = 100, "Twice the time"

    learner = models.OneToOneField(Learner, on_delete=models.CASCADE, related_name="accommodation")
    extra_time = models.PositiveSmallIntegerField(
        choices=ExtraTime, default=ExtraTime.NONE, help_text="In hundredths of the time given."
    )
    fewer_choices = models.BooleanField(default=False, help_text="One wrong answer less to weigh.")
    larger_text = models.BooleanField(default=False)
    read_aloud = models.BooleanField(default=False, help_text="By the browser's own voice.")
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"What {self.learner} works with"
