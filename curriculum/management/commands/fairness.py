"""``manage.py fairness [SLUG…]``: whether the items of the bundled units lean."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from curriculum import units
from curriculum.management.commands.check_units import named
from curriculum.units import BundledUnit
from curriculum.units.checking import spread
from curriculum.units.fairness import Line, Pairs, report, rulebook

TOGETHER = ("two-leaders", "standing-firm")  # one subject, two leanings, one rulebook


class Command(BaseCommand):
    """Prints the report of each unit, and of the two that lean opposite ways together."""

    help = "Print whether the items of bundled units lean; fail where they are out of balance."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which units; all of them without a word."""
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="folder of a unit")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print, and fail where a figure is out of balance."""
        read = [parsed.unit for parsed in map(units.parse, named(options["slugs"]))]
        found = {unit.slug: unit for unit in read if unit and unit.quiz}
        wrong = sum(self._tell(slug, report(_pairs(unit))) for slug, unit in found.items())
        if all(slug in found for slug in TOGETHER):
            wrong += self._together(*(found[slug] for slug in TOGETHER))
        if wrong:
            raise CommandError(f"{wrong} figures are out of balance.")

    def _together(self, one: BundledUnit, other: BundledUnit) -> int:
        both = (*_pairs(one), *_pairs(other))
        wrong = self._tell(f"{one.slug} and {other.slug} together", report(both))
        heading = f"families of {one.slug} and {other.slug}, keyed by the same rulebook"
        return wrong + self._tell(heading, rulebook(one.quiz, other.quiz))

    def _tell(self, heading: str, lines: Iterable[Line]) -> int:
        """Print figures under a heading, and say how many are out of balance."""
        wrong = 0
        self.stdout.write(heading)
        for line in lines:
            wrong += bool(line.wrong)
            self.stdout.write(f"  {line.name:<28}{line.figure}")
            if line.wrong:
                self.stdout.write(f"    ✗ {line.wrong}")
        self.stdout.write("")
        return wrong


def _pairs(unit: BundledUnit) -> Pairs:
    laid = spread(unit)
    return [(item, laid[item.id]) for item in unit.quiz if item.id in laid]
