"""The quiz wing in Django's admin: for looking, and for mending names. Answers are read-only."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from quiz.models import Attempt, Classroom, ClassroomUnit, Learner, Mastery, Response


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """Rows that follow from what learners did, and that nobody edits."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds one by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody changes one by hand."""
        return False


@admin.register(Learner)
class LearnerAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """Learners by name."""

    list_display = ("__str__", "user", "created_at")
    search_fields = ("name",)
    raw_id_fields = ("user",)


@admin.register(Classroom)
class ClassroomAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """Classes by teacher. PINs are hashes and are not shown."""

    list_display = ("name", "owner", "join_code", "archived_at")
    search_fields = ("name", "join_code")
    raw_id_fields = ("owner",)


@admin.register(ClassroomUnit)
class ClassroomUnitAdmin(ReadOnly):
    """Which unit is set for which class."""

    list_display = ("classroom", "unit", "set_at")
    list_select_related = ("classroom", "unit")


@admin.register(Attempt)
class AttemptAdmin(ReadOnly):
    """Attempts, newest first."""

    list_display = ("learner", "edition", "started_at", "finished_at")
    list_select_related = ("learner", "edition")


@admin.register(Response)
class ResponseAdmin(ReadOnly):
    """Answers, as they were given."""

    list_display = ("attempt", "version", "correct", "answered_at")
    list_select_related = ("attempt__learner", "attempt__edition", "version")


@admin.register(Mastery)
class MasteryAdmin(ReadOnly):
    """What the answers show."""

    list_display = ("learner", "skill", "rating", "answers", "right", "last_at")
    list_select_related = ("learner",)
