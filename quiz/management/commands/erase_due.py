"""``manage.py erase_due``: erase whoever asked for it a week ago, and walk-ins long gone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.timezone import localtime

from quiz import leaving


class Command(BaseCommand):
    """For a daily timer. Running it twice, or twice at once, erases nothing more."""

    help = "Erases learners who asked for it and walk-ins past their age. Classes are only named."

    def add_arguments(self, parser: CommandParser) -> None:
        """Look, or do."""
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would go, and delete nothing."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Requests first, then age; each line says what it was."""
        dry = bool(options["dry_run"])
        for erasure in leaving.due():
            if dry or leaving.carry_out(erasure):
                self._say(f"Asked for, receipt {erasure}", dry=dry)
        for walk_in in leaving.old_walk_ins():
            if dry or leaving.let_go(walk_in.pk):
                self._say(_walk_in(walk_in), dry=dry)
        for room in leaving.old_classes():
            self.stdout.write(f"Old, and kept until you decide: {_class(room)}.")

    def _say(self, what: str, *, dry: bool) -> None:
        self.stdout.write(f"{'Would erase' if dry else 'Erased'}: {what}.")


def _walk_in(learner: Any) -> str:
    """A walk-in, counted, as the list names them. Their id is theirs alone."""
    began = f"a walk-in who came on {_day(learner.created_at)}"
    if learner.last_at is None:
        return f"{began} and answered nothing"
    return f"{began}; answers: {learner.answers}, the last on {_day(learner.last_at)}"


def _class(room: Any) -> str:
    """A class, counted, as the list names it."""
    when = f"last answer on {_day(room.last_at)}" if room.last_at else "no answers"
    return f"the class {room} of {room.owner}, seats: {room.seats}, {when}"


def _day(moment: datetime) -> str:
    return f"{localtime(moment):%-d %B %Y}"
