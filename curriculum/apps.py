"""The curriculum wing as a Django application."""

from django.apps import AppConfig


class CurriculumConfig(AppConfig):
    """What is taught, and where it came from."""

    name = "curriculum"
