"""Mastery: what a learner's answers show of each skill. Derived from ``Response`` alone."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from curriculum.models.unit import SKILL_CHOICES
from curriculum.skills import SKILLS, Skill
from quiz import mastery
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
