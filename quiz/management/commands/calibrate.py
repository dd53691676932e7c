"""``manage.py calibrate``: learn from the answers how hard each question is."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from quiz import calibrating


class Command(BaseCommand):
    """For a daily timer. What was answered before keeps the difficulty that it was marked by."""

    help = "Learns how hard each question is from its answers. Changes nothing of earlier answers."

    def handle(self, *args: Any, **options: Any) -> None:
        """Learn, and say of how many."""
        self.stdout.write(f"{calibrating.calibrate()} questions calibrated.")
