"""``manage.py load_units TEACHER``: bring in the bundled practice texts, draft and publish them."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum import drafting, importing, publishing
from curriculum.models import Edition, Question, Source, Unit
from curriculum.reading.extract import extract
from curriculum.reading.types import Document
from curriculum.units import BundledText, bundled


class Command(BaseCommand):
    """Load the bundled units for a teacher. Safe to repeat: what is there stays as it is."""

    help = "Bring in the practice texts, draft a unit from each, and publish it to the library."

    def add_arguments(self, parser: CommandParser) -> None:
        """The teacher who will own them, and texts to leave for review."""
        parser.add_argument("teacher", help="user name of the teacher who will own the units")
        parser.add_argument(
            "--leave", action="append", default=[], help="slug of a text to draft, not publish"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load each text that this teacher does not have yet."""
        owner = User.objects.filter(username=options["teacher"]).first()
        if owner is None:
            raise CommandError(f"There is no teacher called {options['teacher']!r}.")
        for text in bundled():
            if self._load(text, owner=owner, publish=text.slug not in options["leave"]):
                self.stdout.write(f"Loaded “{text.title}”.")

    def _load(self, text: BundledText, *, owner: User, publish: bool) -> bool:
        document = extract(text.text.encode(), filename=f"{text.slug}.md")
        if not isinstance(document, Document):
            raise CommandError(f"{text.slug}: {document.message}")
        if importing.known(text=document.text, by=owner):
            return False
        source = importing.bring(
            document=document, origin=Source.Origin.BUNDLED, title=text.title, by=owner
        )
        unit = drafting.draft(source=source, by=owner)
        if not isinstance(unit, Unit):
            raise CommandError(f"{text.slug}: {unit.message}")
        if publish:
            self._publish(unit, owner=owner)
        return True

    def _publish(self, unit: Unit, *, owner: User) -> None:
        """Approve what lint lets through, and put the edition in the library."""
        unit.questions.update(state=Question.State.APPROVED)
        edition = publishing.publish(unit=unit, by=owner)
        if not isinstance(edition, Edition):
            raise CommandError(f"{unit}: {edition[0].message}")
        unit.visibility = Unit.Visibility.PUBLIC
        unit.save(update_fields=["visibility"])
