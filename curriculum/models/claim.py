"""Claims: the statements of a source, as the reader found them and as a teacher corrected them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from curriculum.models.source import Source


class ClaimQuerySet(models.QuerySet["Claim"]):
    """The vocabulary of many claims."""

    def standing(self) -> ClaimQuerySet:
        """The claims that no teacher rejected."""
        return self.filter(rejected=False)


class Claim(models.Model):
    """A statement in the text: which words, who stands behind them, what kind, how sure."""

    class Voice(models.TextChoices):
        """Who stands behind the statement."""

        ARTICLE = "article", "the article itself"
        NAMED = "named", "a named person"
        INSTITUTION = "institution", "an institution"
        UNNAMED = "unnamed", "somebody unnamed"

    class Type(models.TextChoices):
        """What kind of statement it is."""

        FACT = "fact", "fact"
        INTERPRETATION = "interpretation", "interpretation"
        PREDICTION = "prediction", "prediction"
        VALUE = "value", "value"
        MIXED = "mixed", "mixed"

    class Force(models.TextChoices):
        """How sure it sounds."""

        HEDGED = "hedged", "careful"
        PLAIN = "plain", "plain"
        BOOSTED = "boosted", "sure"
        ABSOLUTE = "absolute", "very sure"

    CORRECTABLE = ("voice", "speaker", "type", "rejected")

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="claims")
    start = models.PositiveIntegerField(help_text="First code point of the words, in the text.")
    end = models.PositiveIntegerField(help_text="One past the last code point.")
    voice = models.CharField(max_length=12, choices=Voice.choices)
    speaker = models.CharField(max_length=200, blank=True)
    type = models.CharField(max_length=14, choices=Type.choices)
    force = models.CharField(max_length=8, choices=Force.choices, default=Force.PLAIN)
    attribution = models.JSONField(
        default=dict, blank=True, help_text="source, cue and content spans, where attributed"
    )
    confidence = models.FloatField(default=1.0)
    why = models.JSONField(default=list, blank=True, help_text="Reasons, in a teacher’s words.")
    added = models.BooleanField(default=False, help_text="A teacher added it by selecting words.")
    rejected = models.BooleanField(default=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["start", "end", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="a_claim_has_words",
                violation_error_message="Select at least one word.",
            ),
            models.CheckConstraint(
                condition=~Q(voice="named") | ~Q(speaker=""),
                name="a_named_voice_has_a_name",
                violation_error_message="Give the name of the person who says it.",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """The words of the claim, as they stand in the text."""
        return self.source.text[self.start : self.end]

    def state(self) -> dict[str, Any]:
        """What a correction may change, as it is now."""
        return {name: getattr(self, name) for name in self.CORRECTABLE}


class Correction(models.Model):
    """A teacher's change to a claim, kept so that it can be undone."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="corrections")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    before = models.JSONField(help_text="Claim.state() before; empty when the claim was added.")
    after = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
