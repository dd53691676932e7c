"""The quiz wing in Django's admin: for looking, and for mending names. Answers are read-only."""

from __future__ import annotations

from django.contrib import admin

from config.admin import LookOnly
from quiz.models import Assignment, Attempt, Classroom, Learner, Mastery, Response


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


@admin.register(Assignment)
class AssignmentAdmin(LookOnly):
    """Which unit is set for which class."""

    list_display = ("classroom", "unit", "set_at")
    list_select_related = ("classroom", "unit")


@admin.register(Attempt)
class AttemptAdmin(LookOnly):
    """Attempts, newest first."""

    list_display = ("learner", "edition", "started_at", "finished_at")
    list_select_related = ("learner", "edition")


@admin.register(Response)
class ResponseAdmin(LookOnly):
    """Answers, as they were given."""

    list_display = ("attempt", "version", "correct", "answered_at")
    list_select_related = ("attempt__learner", "attempt__edition", "version")


@admin.register(Mastery)
class MasteryAdmin(LookOnly):
    """What the answers show."""

    list_display = ("learner", "skill", "rating", "answers", "right", "last_at")
    list_select_related = ("learner",)
