"""The quiz wing as a Django application."""

from django.apps import AppConfig


class QuizConfig(AppConfig):
    """Who learns, what they answered, what they now know."""

    name = "quiz"

    def ready(self) -> None:
        """Listen for what the rest of the site does."""
        from quiz import signals  # noqa: F401  # models exist only now
