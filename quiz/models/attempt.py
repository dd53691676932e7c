"""Attempts, and the answers in them. ``Response`` is the one river that all progress flows from."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import F, Q, QuerySet
from django.db.models.deletion import Collector
from django.urls import reverse
from django.utils import timezone

from curriculum.models import Choice, Edition, QuestionVersion
from curriculum.models.question import EditionQuestionQuerySet
from curriculum.models.unit import SKILL_CHOICES
from quiz.models.assignment import TRAVEL, Assignment
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
    """One learner's way through one edition, or through one day's review of several texts.

    Where they stand follows from what they did.
    """

    class Kind(models.TextChoices):
        """What an attempt works through."""

        STUDY = "study", "Study"
        REVIEW = "review", "Review"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="attempts")
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.STUDY)
    edition = models.ForeignKey(
        Edition, on_delete=keep_learners_work, related_name="attempts", null=True, blank=True
    )
    classroom = models.ForeignKey(
        Classroom, on_delete=models.SET_NULL, related_name="attempts", null=True, blank=True
    )
    assignment = models.ForeignKey(
        Assignment, on_delete=models.SET_NULL, related_name="attempts", null=True, blank=True
    )
    started_at = models.DateTimeField(default=timezone.now)
    closes_at = models.DateTimeField(
        null=True, blank=True, help_text="The server takes no answer after this, but for a grace."
    )
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "edition"],
                condition=Q(finished_at__isnull=True, assignment__isnull=True),
                name="a_learner_has_one_open_attempt_at_an_edition",
            ),
            models.UniqueConstraint(
                fields=["learner", "assignment"],
                condition=Q(finished_at__isnull=True),
                name="a_learner_has_one_open_attempt_at_an_assignment",
            ),
            models.UniqueConstraint(
                fields=["learner"],
                condition=Q(finished_at__isnull=True, kind="review"),
                name="a_learner_has_one_open_review",
            ),
            models.CheckConstraint(
                condition=Q(kind="review", edition__isnull=True)
                | Q(kind="study", edition__isnull=False),
                name="a_review_draws_from_many_editions",
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
    def places(self) -> EditionQuestionQuerySet | QuerySet[Drawn]:
        """What this attempt asks, each question at its place; a review, what was drawn for it."""
        return self.drawn.all() if self.kind == self.Kind.REVIEW else self.asked

    @property
    def asked(self) -> EditionQuestionQuerySet:
        """What this attempt asks: the edition, without what was stale on the day that it began.

        The day decides once and for all, so that no question leaves an attempt that is open.
        """
        asked: EditionQuestionQuerySet = self.studied.asked.all()
        return asked.fresh_on(self.day)

    def edition_of(self, version: QuestionVersion) -> Edition:
        """The edition that a question is shown with: the attempt's own; in a review, its unit's."""
        edition = self.edition or version.question.unit.edition
        if edition is None:
            raise TypeError("Nothing is asked of a unit that was never published.")
        return edition

    @property
    def studied(self) -> Edition:
        """The edition of an attempt that is not a review."""
        if self.edition is None:
            raise TypeError("A review draws from many editions.")
        return self.edition

    @property
    def lessons(self) -> list[dict[str, Any]]:
        """The lessons, as the edition keeps them. A review has none."""
        return list(self.edition.lessons) if self.edition else []

    @property
    def title(self) -> str:
        """The unit's title as it was published, or that it was a review."""
        return self.edition.title if self.edition else "Review"

    @property
    def edition_number(self) -> int | None:
        """Which edition it was."""
        return self.edition.number if self.edition else None

    @property
    def day(self) -> date:
        """The day on which it began."""
        return timezone.localdate(self.started_at)

    @property
    def disclosed(self) -> bool:
        """Whether the learner may know by now what was right."""
        return self.assignment is None or self.assignment.discloses()

    def out_of_time(self, at: datetime | None = None) -> bool:
        """Whether its time is up, and what was on its way has arrived."""
        return self.closes_at is not None and self.closes_at + TRAVEL < (at or timezone.now())

    def shut(self, at: datetime | None = None) -> bool:
        """Whether it takes no answer any more."""
        return self.finished_at is not None or self.out_of_time(at)

    def may_ask(self, version: QuestionVersion) -> bool:
        """Whether a question was still fresh on that day."""
        return version.review_by is None or version.review_by >= self.day


class ResponseQuerySet(models.QuerySet["Response"]):
    """The vocabulary of many answers."""

    def disclosed(self, at: datetime | None = None) -> ResponseQuerySet:
        """Those of which the learner may know what was right: not before their work is due,
        where the teacher chose so."""
        waiting = Q(attempt__assignment__feedback=Assignment.Feedback.AFTER_DUE)
        waiting &= Q(attempt__assignment__due_at__gt=at or timezone.now())
        return self.exclude(waiting)


class Response(models.Model):
    """What a learner chose, and whether it was right. Written once, and never changed."""

    class Confidence(models.IntegerChoices):
        """How sure a learner said they were."""

        GUESSING = 1, "Guessing"
        FAIRLY = 2, "Fairly sure"
        CERTAIN = 3, "Certain"

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="responses")
    version = models.ForeignKey(
        QuestionVersion, on_delete=models.RESTRICT, related_name="responses"
    )
    try_number = models.PositiveSmallIntegerField(default=1)
    choice = models.ForeignKey(Choice, on_delete=models.RESTRICT, related_name="responses")
    correct = models.BooleanField()
    # Copied when it was asked: a teacher who refiles the question later changes no history.
    skill = models.CharField(max_length=6, choices=SKILL_CHOICES)
    # As it was taken to be then, so that going through the history again comes to the same.
    difficulty = models.FloatField(help_text="In logits.")
    confidence = models.PositiveSmallIntegerField(choices=Confidence, null=True, blank=True)
    seconds = models.PositiveIntegerField(
        null=True, blank=True, help_text="From the question's appearing to the answer."
    )
    late = models.BooleanField(default=False, help_text="After the assignment was due.")
    options = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="How many choices the learner had. Empty: all that there are.",
    )
    answered_at = models.DateTimeField()

    objects = ResponseQuerySet.as_manager()

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
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__range=(1, 3)),
                name="confidence_has_three_levels",
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


class Drawn(models.Model):
    """A question that was drawn for a review, at its place in it."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="drawn")
    position = models.PositiveSmallIntegerField()
    version = models.ForeignKey(QuestionVersion, on_delete=models.RESTRICT, related_name="drawn")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "position"], name="a_review_has_one_question_at_a_place"
            ),
            models.UniqueConstraint(
                fields=["attempt", "version"], name="a_review_asks_a_question_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.version}"

    @property
    def lesson_number(self) -> int:
        """A review has no lessons; its questions stand together, as those of one lesson do."""
        return 0
