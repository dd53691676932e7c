"""``manage.py rebuild_progress``: what follows from the answers, anew; ``--check`` compares."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quiz import rebuilding


class Command(BaseCommand):
    """Recompute what learners know from what they answered."""

    help = "Recompute mastery and review from the answers. With --check, compare and write nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One flag."""
        parser.add_argument("--check", action="store_true", help="compare only; exit 1 if unequal")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild, or say what differs."""
        if not options["check"]:
            self.stdout.write(f"{rebuilding.rebuild()} skills rebuilt from the answers.")
            return
        if found := rebuilding.differences():
            raise CommandError("\n".join(found))
        self.stdout.write("What is kept equals what the answers say.")
