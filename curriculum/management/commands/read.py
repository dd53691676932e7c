"""``manage.py read PATH|- [--json]``: the close reading of a file, for people or for programs."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from curriculum.reading import read, report, serial
from curriculum.reading.extract import extract
from curriculum.reading.types import Document, Problem


class Command(BaseCommand):
    """Prints the Reading of a text, Markdown, HTML, PDF or DOCX file."""

    help = "Print the close reading of a text, Markdown, HTML, PDF or DOCX file (- reads stdin)."
    requires_system_checks = ()  # nothing here touches the site, and a teacher waits
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One file, and the choice of form."""
        parser.add_argument("path", metavar="PATH", help="the file to read, or - for stdin")
        parser.add_argument("--json", action="store_true", help="print JSON instead of a report")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, and print."""
        reading = read(document_at(options["path"]))
        if options["json"]:
            self.stdout.write(json.dumps(serial.dump(reading), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(report.lines(reading)))


def document_at(path: str) -> Document:
    """The Document in a file or on stdin; a problem ends the command with its sentence."""
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise CommandError(f"We could not open {path}: {error.strerror}.") from error
    found = extract(data, filename="" if path == "-" else Path(path).name)
    if isinstance(found, Problem):
        raise CommandError(found.message)
    return found
