"""Addresses of learning, progress and classes. Nouns; each name equals its view function."""

from __future__ import annotations

from django.urls import URLPattern, path

from quiz.views import attempts, progress

_LEARN = "learn/<uuid:unit_id>/"
_ATTEMPT = "attempts/<uuid:attempt_id>/"

urlpatterns: list[URLPattern] = [
    path(_LEARN, attempts.learn, name="learn"),
    path(f"{_LEARN}attempts/", attempts.attempts, name="attempts"),
    path(_ATTEMPT, attempts.attempt, name="attempt"),
    path(f"{_ATTEMPT}lessons/<int:number>/", attempts.attempt_lesson, name="attempt_lesson"),
    path(
        f"{_ATTEMPT}lessons/<int:number>/completion/",
        attempts.lesson_completion,
        name="lesson_completion",
    ),
    path(
        f"{_ATTEMPT}questions/<int:position>/", attempts.attempt_question, name="attempt_question"
    ),
    path(
        f"{_ATTEMPT}questions/<int:position>/answer/",
        attempts.attempt_answer,
        name="attempt_answer",
    ),
    path(f"{_ATTEMPT}summary/", attempts.attempt_summary, name="attempt_summary"),
    path("progress/", progress.progress, name="progress"),
    path("progress/departure/", progress.departure, name="departure"),
]
