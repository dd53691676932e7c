"""``manage.py load_units TEACHER``: bring in the bundled units, and publish them to the library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum import drafting, importing, loading, publishing, units
from curriculum.loading import Loaded
from curriculum.models import Edition, Question, Source, Unit
from curriculum.reading.extract import extract
from curriculum.reading.types import Document
from curriculum.units import BundledText
from curriculum.writing.types import Severity


class Command(BaseCommand):
    """Load the bundled units for a teacher. Safe to repeat: what was edited by hand stays."""

    help = "Bring in the units of curriculum/units, and publish them to the library."

    def add_arguments(self, parser: CommandParser) -> None:
        """The teacher who will own them, and texts to draft a unit from as well."""
        parser.add_argument("teacher", help="user name of the teacher who will own the units")
        parser.add_argument(
            "--leave",
            action="append",
            default=[],
            help="slug of a text from which to draft a unit as well, and leave it for review",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load every folder. One that has mistakes is told of, and does not stop the others."""
        owner = User.objects.filter(username=options["teacher"]).first()
        if owner is None:
            raise CommandError(f"There is no teacher called {options['teacher']!r}.")
        written = [folder for folder in units.folders() if (folder / "unit.yaml").exists()]
        for folder in written:
            self._load(folder, owner=owner)
        for text in units.bundled():
            leave = text.slug in options["leave"]
            if leave or text.slug not in {folder.name for folder in written}:
                self._draft(text, owner=owner, publish=not leave)

    def _load(self, folder: Path, *, owner: User) -> None:
        """A unit that is written out in files."""
        parsed = units.parse(folder)
        errors = sum(each.severity is Severity.ERROR for each in parsed.mistakes)
        if errors or parsed.unit is None:
            self.stderr.write(
                f"{folder.name} is not loaded: its files have {errors} mistakes. "
                f"“manage.py check_units {folder.name}” lists them."
            )
            return
        unit, done = loading.load(parsed.unit, owner=owner)
        first = unit.edition is None
        if done is not Loaded.EDITED and (first or done is Loaded.CHANGED):
            self._publish(unit, owner=owner, first=first)
        if done is not Loaded.SAME:
            self.stdout.write(f"“{unit.title}”: {done}.")

    def _draft(self, text: BundledText, *, owner: User, publish: bool) -> None:
        """A unit that the program drafts from a text, once."""
        document = extract(text.text.encode(), filename=f"{text.slug}.md")
        if not isinstance(document, Document):
            raise CommandError(f"{text.slug}: {document.message}")
        source = importing.bring(
            document=document, origin=Source.Origin.BUNDLED, title=text.title, by=owner
        )
        if source.units.filter(owner=owner, bundle="").exists():
            return
        unit = drafting.draft(source=source, by=owner, again=True)
        if not isinstance(unit, Unit):
            raise CommandError(f"{text.slug}: {unit.message}")
        if publish:
            unit.questions.update(state=Question.State.APPROVED)
            self._publish(unit, owner=owner, first=True)
        self.stdout.write(f"“{unit.title}”: drafted.")

    def _publish(self, unit: Unit, *, owner: User, first: bool) -> None:
        """Make the edition that learners see, unless something stands in its way.

        The first one opens the unit to everybody; later on its owner decides who may learn with it.
        """
        made = publishing.publish(unit=unit, by=owner)
        if not isinstance(made, Edition):
            told = f"{made[0].message} ({made[0].about})"
            self.stderr.write(f"“{unit.title}” is not published: {told}")
        elif first:
            unit.visibility = Unit.Visibility.PUBLIC
            unit.save(update_fields=["visibility"])
