"""Sources: documents as teachers brought them in, with the reading that was made of them."""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse

from curriculum.reading import serial
from curriculum.reading.types import Block, Reading

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


class SourceQuerySet(models.QuerySet["Source"]):
    """The vocabulary of many sources."""

    def for_teacher(self, user: User | AnonymousUser) -> SourceQuerySet:
        """The texts that this teacher brought in."""
        return self.filter(owner=user) if user.is_authenticated else self.none()


class Source(models.Model):
    """A document as brought in. Its text never changes: anchors and claims count on it."""

    class Origin(models.TextChoices):
        """How the text came to us."""

        PASTED = "pasted", "pasted"
        UPLOADED = "uploaded", "uploaded"
        ADDRESS = "address", "fetched from an address"
        BUNDLED = "bundled", "a practice text that comes with Second Source"
        EXCERPTS = "excerpts", "short quotations from a text that we may not keep whole"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="sources",
        null=True,
        blank=True,
        help_text="The teacher who brought it in; empty for bundled texts.",
    )
    title = models.CharField(max_length=300)
    origin = models.CharField(max_length=10, choices=Origin.choices)
    format = models.CharField(max_length=10, default="text")
    filename = models.CharField(max_length=255, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    reading_json = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="a_source_has_text",
                violation_error_message="A text needs some words.",
            ),
            models.UniqueConstraint(
                fields=["owner", "sha256"],
                name="a_teacher_brings_a_text_once",
                violation_error_message="You have already brought in this text.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The close reading."""
        return reverse("close_reading", args=[self.pk])

    @property
    def label(self) -> str:
        """What a reader should know of the text first; empty for what a teacher brought."""
        return {
            self.Origin.BUNDLED: "A practice text, written for learning. It was never news.",
            self.Origin.EXCERPTS: (
                "Short quotations from a longer text, joined in our words. The full text is not "
                "ours to print."
            ),
        }.get(self.Origin(self.origin), "")

    @cached_property
    def reading(self) -> Reading:
        """The reading as it was made, before a teacher's corrections. It never changes."""
        return serial.load(self.reading_json)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the reading alone, which cost little to load."""
        return serial.load_blocks(self.reading_json["blocks"])

    @property
    def words(self) -> int:
        """How long the text is."""
        return len(self.text.split())
