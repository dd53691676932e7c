"""``manage.py check_units [SLUG…]``: everything that is wrong with the files of bundled units."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from curriculum import units
from curriculum.units import Mistake, Parsed
from curriculum.units.checking import check, counted
from curriculum.writing.types import Severity

COLUMNS = ("lessons", "quiz", "practice", "holds", "yes")


class Command(BaseCommand):
    """Checks each unit on its own: one that is broken does not stop the others."""

    help = "Check the files of bundled units, and say what to mend."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which units; all of them without a word."""
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="folder of a unit")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print every mistake, then a table; fail where there is an error."""
        checked = [(parsed, check(parsed)) for parsed in map(units.parse, named(options["slugs"]))]
        for parsed, mistakes in checked:
            self._tell(parsed, mistakes)
        self._table(checked)
        errors = sum(_errors(mistakes) for _, mistakes in checked)
        if errors:
            raise CommandError(f"{errors} to mend.")

    def _tell(self, parsed: Parsed, mistakes: Sequence[Mistake]) -> None:
        if mistakes:
            self.stdout.write(f"{parsed.slug}")
        for each in sorted(mistakes, key=lambda each: (each.file, each.item)):
            mark = "✗" if each.severity is Severity.ERROR else "·"
            self.stdout.write(f"  {mark} {each}")

    def _table(self, checked: Sequence[tuple[Parsed, Sequence[Mistake]]]) -> None:
        head = "".join(f"{name:>10}" for name in (*COLUMNS, "errors", "warnings"))
        self.stdout.write(f"\n{'unit':<22}{head}")
        for parsed, mistakes in checked:
            figures = counted(parsed)
            errors = _errors(mistakes)
            row = [*(figures.get(name, "–") for name in COLUMNS), errors, len(mistakes) - errors]
            self.stdout.write(f"{parsed.slug:<22}" + "".join(f"{each:>10}" for each in row))


def _errors(mistakes: Sequence[Mistake]) -> int:
    return sum(each.severity is Severity.ERROR for each in mistakes)


def named(slugs: Sequence[str]) -> list[Path]:
    """The folders with these names, or all of them."""
    found = {folder.name: folder for folder in units.folders()}
    unknown = sorted(set(slugs) - set(found))
    if unknown:
        raise CommandError(f"There is no unit called {unknown[0]}. There are: {', '.join(found)}.")
    return [found[slug] for slug in slugs] if slugs else list(found.values())
