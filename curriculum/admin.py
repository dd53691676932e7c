"""The site admin's view of texts, claims and units: to look and to remove, not to rewrite.

A text never changes, since claims and anchors count its characters; versions of questions and
editions never change, since answers point at them.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from config.admin import LookOnly
from curriculum.models import Claim, Correction, Edition, Question, QuestionVersion, Source, Unit


class NeverGone(LookOnly):
    """Rows that others point at for good."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes one here."""
        return False


@admin.register(Source)
class SourceAdmin(LookOnly):
    """Texts, by who brought them."""

    list_display = ("title", "owner", "origin", "format", "created_at")
    list_filter = ("origin", "format")
    search_fields = ("title", "owner__username")
    exclude = ("reading_json",)


@admin.register(Claim)
class ClaimAdmin(LookOnly):
    """Claims, as they stand."""

    list_display = ("__str__", "voice", "speaker", "type", "added", "rejected", "source")
    list_filter = ("voice", "type", "added", "rejected")
    list_select_related = ("source",)


@admin.register(Correction)
class CorrectionAdmin(NeverGone):
    """What teachers corrected, and when."""

    list_display = ("made_at", "by", "before", "after", "undone_at")
    list_select_related = ("by",)


@admin.register(Unit)
class UnitAdmin(LookOnly):
    """Units, by owner."""

    list_display = ("title", "owner", "visibility", "created_at")
    list_filter = ("visibility",)
    search_fields = ("title", "owner__username")


@admin.register(Question)
class QuestionAdmin(LookOnly):
    """Questions, and how far their review has come."""

    list_display = ("id", "unit", "family", "skill", "state")
    list_filter = ("family", "skill", "state")
    list_select_related = ("unit",)


@admin.register(QuestionVersion)
class QuestionVersionAdmin(NeverGone):
    """The exact words that were asked."""

    list_display = ("stem", "question_id", "number", "created_at")


@admin.register(Edition)
class EditionAdmin(NeverGone):
    """What was published, and when."""

    list_display = ("title", "number", "unit", "published_at")
    list_select_related = ("unit",)
