"""Questions and their immutable versions: an answer points at the version that was asked."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from curriculum.models.unit import SKILL_CHOICES, Edition, Lesson, Unit
from curriculum.writing import types as writing
from curriculum.writing.types import ChoiceDraft, QuestionDraft


class QuestionQuerySet(models.QuerySet["Question"]):
    """The vocabulary of many questions."""

    def whole(self) -> QuestionQuerySet:
        """With unit, text and every version's words. The long text is fetched once, not joined."""
        return self.prefetch_related(
            "unit__source", "lesson", "versions__choices", "versions__anchors"
        )

    def approved(self) -> QuestionQuerySet:
        """Those that a teacher found good."""
        return self.filter(state=Question.State.APPROVED)

    def to_review(self) -> QuestionQuerySet:
        """Those that nobody has decided on."""
        return self.filter(state=Question.State.DRAFTED)


_QuestionManager = models.Manager.from_queryset(QuestionQuerySet)


class StandingQuestions(_QuestionManager["Question"]):
    """The questions of lessons that no teacher removed."""

    def get_queryset(self) -> QuestionQuerySet:
        """Without those that went with their lesson."""
        return QuestionQuerySet(self.model, using=self._db).filter(lesson__removed_at=None)


class Question(models.Model):
    """An item of a unit, and how far its review has come. Its words live in its versions."""

    class State(models.TextChoices):
        """How far the review has come."""

        DRAFTED = "drafted", "to review"
        APPROVED = "approved", "approved"
        DISCARDED = "discarded", "discarded"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="questions")
    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    family = models.CharField(max_length=40)
    skill = models.CharField(max_length=6, choices=SKILL_CHOICES)
    practice = models.BooleanField(
        default=False, help_text="Asked inside the lesson, with feedback; never counted."
    )
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFTED)
    item = models.CharField(
        max_length=60, blank=True, help_text="Its id in the files of a bundled unit."
    )

    objects = StandingQuestions()
    everything = _QuestionManager()

    class Meta:
        ordering = ["lesson__position", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "position"], name="a_unit_has_one_question_in_each_place"
            )
        ]

    def __str__(self) -> str:
        latest = self.latest
        return latest.stem if latest else "An unwritten question"

    def get_absolute_url(self) -> str:
        """Its place in the review queue."""
        return reverse("question", args=[self.pk])

    def get_wording_url(self) -> str:
        """Where a teacher rewords it."""
        return reverse("wording", args=[self.pk])

    @property
    def latest(self) -> QuestionVersion | None:
        """The words as they are now."""
        return max(self.versions.all(), key=lambda version: version.number, default=None)


class QuestionVersion(models.Model):
    """The exact words of a question at one moment. Rows are written once and never updated."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    stem = models.TextField()
    explanation = models.TextField()
    ordinal = models.BooleanField(default=False, help_text="The options form a scale.")
    difficulty = models.FloatField(default=0.0, help_text="Prior estimate, in logits.")
    review_by = models.DateField(
        null=True, blank=True, help_text="The last day on which it is asked unless looked at again."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "number"], name="versions_of_a_question_are_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return self.stem

    def as_draft(self) -> QuestionDraft:
        """The words as a plain value, for lint and for comparing."""
        return QuestionDraft(
            family=self.question.family,
            skill=self.question.skill,
            stem=self.stem,
            choices=tuple(
                ChoiceDraft(choice.text, choice.is_key, choice.rationale, choice.confusion)
                for choice in self.choices.all()
            ),
            explanation=self.explanation,
            anchors=tuple(anchor.as_draft() for anchor in self.anchors.all()),
            ordinal=self.ordinal,
            difficulty=self.difficulty,
        )


class Choice(models.Model):
    """One option of a question version."""

    version = models.ForeignKey(QuestionVersion, on_delete=models.CASCADE, related_name="choices")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    is_key = models.BooleanField(default=False)
    confusion = models.CharField(max_length=40, blank=True)
    rationale = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "position"], name="a_version_has_one_choice_in_each_place"
            ),
            models.UniqueConstraint(
                fields=["version"], condition=Q(is_key=True), name="a_version_has_one_key"
            ),
            models.CheckConstraint(
                condition=Q(is_key=False) | Q(confusion=""), name="a_key_tempts_no_confusion"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Anchor(models.Model):
    """The words of the source that prove the key (W3C TextQuote and TextPosition selectors)."""

    version = models.ForeignKey(QuestionVersion, on_delete=models.CASCADE, related_name="anchors")
    exact = models.TextField()
    prefix = models.TextField(blank=True)
    suffix = models.TextField(blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="an_anchor_has_words")
        ]

    def __str__(self) -> str:
        return self.exact

    def as_draft(self) -> writing.Anchor:
        """The selector as a plain value."""
        return writing.Anchor(self.exact, self.prefix, self.suffix, self.start, self.end)


class EditionQuestionQuerySet(models.QuerySet["EditionQuestion"]):
    """The vocabulary of many places in an edition."""

    def fresh_on(self, day: date) -> EditionQuestionQuerySet:
        """Without those that lean on a record and should have been looked at before that day."""
        return self.filter(Q(version__review_by=None) | Q(version__review_by__gte=day))


class EditionQuestion(models.Model):
    """Which version of which question an edition asks, and where."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="asked")
    version = models.ForeignKey(QuestionVersion, on_delete=models.RESTRICT, related_name="asked_in")
    lesson_number = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField(help_text="Through the whole edition, from 1.")

    objects = EditionQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "position"], name="an_edition_asks_one_question_in_each_place"
            ),
            models.UniqueConstraint(
                fields=["edition", "version"], name="an_edition_asks_a_version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.version}"
