"""The quiz wing as a Django application."""

from django.apps import AppConfig


class QuizConfig(AppConfig):
    """Who learns, what they answered, what they now know."""

    name = "quiz"
