"""Attempts, and the answers in them. ``Response`` is the one river that all progress flows from."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q, QuerySet
from django.db.models.deletion import Collector
from django.urls import reverse
from django.utils import timezone

from curriculum.models import Choice, Edition, QuestionVersion
from curriculum.models.question import EditionQuestionQuerySet
from curriculum.models.unit import SKILL_CHOICES
from quiz.models.classroom import Classroom
from quiz.models.people import Learner


def keep_learners_work(
    collector: Collector, field: models.Field[Any, Any], attempts: QuerySet[Attempt], using: str
) -> None:
    """Protect an edition that learners worked at. Its owner's own tries go with it."""
    own = attempts.filter(learner__user=F("edition__unit__owner"))
    if others := attempts.exclude(pk__in=own.values("pk")):
        models.PROTECT(collector, field, others, using)
    models.CASCADE(collector, field, attempts, using)


class Attempt(models.Model):
    """One learner's way through one edition. Where they stand follows from what they did."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="attempts")
    edition = models.ForeignKey(Edition, on_delete=keep_learners_work, related_name="attempts")
    classroom = models.ForeignKey(
        Classroom, on_delete=models.SET_NULL, related_name="attempts", null=True, blank=True
    )
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "edition"],
                condition=Q(finished_at__isnull=True),
                name="a_learner_has_one_open_attempt_at_an_edition",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
                name="an_attempt_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.learner}: {self.edition}"

    def get_absolute_url(self) -> str:
        """Where the learner goes on, or looks back."""
        return reverse("attempt", args=[self.pk])

    @property
    def asked(self) -> EditionQuestionQuerySet:
        """What this attempt asks: the edition, without what was stale on the day that it began.

        The day decides once and for all, so that no question leaves an attempt that is open.
        """
        asked: EditionQuestionQuerySet = self.edition.asked.all()
        return asked.fresh_on(self.day)

    @property
    def day(self) -> date:
        """The day on which it began."""
        return timezone.localdate(self.started_at)

    def may_ask(self, version: QuestionVersion) -> bool:
        """Whether a question was still fresh on that day."""
        return version.review_by is None or version.review_by >= self.day


class Response(models.Model):
    """What a learner chose, and whether it was right. Written once, and never changed."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="responses")
    version = models.ForeignKey(
        QuestionVersion, on_delete=models.RESTRICT, related_name="responses"
    )
    try_number = models.PositiveSmallIntegerField(default=1)
    choice = models.ForeignKey(Choice, on_delete=models.RESTRICT, related_name="responses")
    correct = models.BooleanField()
    # Copied when it was asked: a teacher who refiles the question later changes no history.
    skill = models.CharField(max_length=6, choices=SKILL_CHOICES)
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["answered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "version", "try_number"],
                name="a_question_is_answered_once_per_try",
                violation_error_message="You have already answered this question.",
            ),
            models.CheckConstraint(
                condition=Q(try_number__gte=1), name="tries_are_numbered_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.choice}"


class LessonDone(models.Model):
    """A lesson that a learner read to its end, so that they can go on where they stopped."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="lessons_done")
    lesson_number = models.PositiveSmallIntegerField()
    done_at = models.DateTimeField()

    class Meta:
        ordering = ["lesson_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "lesson_number"], name="a_lesson_is_done_once_per_attempt"
            )
        ]

    def __str__(self) -> str:
        return f"Lesson {self.lesson_number}"
