"""What follows from the answers: mastery, what is due again, how hard questions proved."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from curriculum.models import QuestionVersion
from curriculum.models.unit import SKILL_CHOICES
from curriculum.skills import SKILLS, Skill
from quiz import mastery, spacing
from quiz.models.people import Learner


class Mastery(models.Model):
    """How well a learner does at one skill, as ``quiz.mastery`` estimates it."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="masteries")
    skill = models.CharField(max_length=6, choices=SKILL_CHOICES)
    rating = models.FloatField(default=mastery.NEW.rating, help_text="In logits.")
    uncertainty = models.FloatField(
        default=mastery.NEW.uncertainty, help_text="One standard error, in logits."
    )
    answers = models.PositiveIntegerField(default=0, help_text="Answers that count.")
    right = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()

    class Meta:
        ordering = ["learner", "skill"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "skill"], name="a_learner_has_one_mastery_of_a_skill"
            ),
            models.CheckConstraint(
                condition=Q(right__lte=F("answers")), name="right_answers_are_among_the_answers"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.learner}: {self.about.name}, {self.band.words}"

    @property
    def about(self) -> Skill:
        """The skill itself."""
        return SKILLS[self.skill]

    @property
    def estimate(self) -> mastery.Estimate:
        """The row as the pure core's value."""
        return mastery.Estimate(self.rating, self.uncertainty, self.answers, self.right)

    @property
    def band(self) -> mastery.Band:
        """What may be said of it, in words."""
        return mastery.band(self.estimate)

    @property
    def wanting(self) -> int:
        """How many more answers it takes before anything is said."""
        return max(0, mastery.ENOUGH - self.answers)


class Review(models.Model):
    """When a learner should meet a skill again. Derived from ``Response`` alone."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="reviews")
    skill = models.CharField(max_length=6, choices=SKILL_CHOICES)
    step = models.PositiveSmallIntegerField(default=0)
    last_on = models.DateField()
    due_on = models.DateField()

    class Meta:
        ordering = ["due_on", "skill"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "skill"], name="a_learner_reviews_a_skill_on_one_day"
            ),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("last_on")), name="a_review_comes_after_the_last"
            ),
        ]
        indexes = [models.Index(fields=["learner", "due_on"], name="what_is_due_for_a_learner")]

    def __str__(self) -> str:
        return f"{self.learner}: {self.skill} on {self.due_on}"

    @property
    def about(self) -> Skill:
        """The skill itself."""
        return SKILLS[self.skill]

    @property
    def due(self) -> spacing.Due:
        """The row as the pure core's value."""
        return spacing.Due(self.step, self.last_on, self.due_on)


class Calibration(models.Model):
    """How hard a question proved to be. The difficulty in force is copied into each answer."""

    version = models.OneToOneField(
        QuestionVersion, on_delete=models.CASCADE, related_name="calibration"
    )
    difficulty = models.FloatField(help_text="In logits.")
    answers = models.PositiveIntegerField(help_text="Answers that it rests on.")
    calibrated_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.version}: {self.difficulty:.2f}"
