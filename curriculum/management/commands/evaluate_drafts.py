"""``manage.py evaluate_drafts PATH``: how good are the drafts over a folder of texts?"""

from __future__ import annotations

import gzip
import json
import random
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from math import inf
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from curriculum.management.commands.draft import item_lines
from curriculum.management.commands.read import document_at
from curriculum.reading import read, read_text
from curriculum.reading.types import Reading
from curriculum.writing import tally
from curriculum.writing.tally import Drafted
from curriculum.writing.types import QuestionDraft

LENGTHS = (400, 800, 1_300)  # words from which the times of a text are counted together
AROUND = 400  # characters of the text shown on either side of what proves a key


class Command(BaseCommand):
    """Drafts from every text and prints a table of what came of it."""

    help = "Draft from every text in a folder or .jsonl file, and print how it went."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the texts are, how many to take, and how many items to show."""
        parser.add_argument("path", metavar="FOLDER_OR_JSONL", type=Path)
        parser.add_argument("--most", type=int, default=0, help="only the first so many texts")
        parser.add_argument("--show", type=int, default=0, help="print so many items at random")
        parser.add_argument("--seed", type=int, default=1, help="for the draw of --show")

    def handle(self, *args: Any, **options: Any) -> None:
        """Draft, count, and print."""
        if not options["path"].exists():
            raise CommandError(f"There is no file or folder at {options['path']}.")
        sources = list(islice(_sources(options["path"]), options["most"] or None))
        if not sources:
            raise CommandError(f"There is no text in {options['path']}.")
        _drafted(*sources[0])  # the first draft of a process loads the lexicons; it is not timed
        done = [_drafted(name, source) for name, source in sources]
        self.stdout.write("\n".join(report(done)))
        for line in _drawn(done, options["show"], options["seed"]):
            self.stdout.write(line)


def _sources(path: Path) -> Iterator[tuple[str, Path | str]]:
    """Each text by its name: a file to open, or the words themselves."""
    if path.is_dir():
        for file in sorted(p for p in path.rglob("*") if p.is_file() and p.name[0] != "."):
            yield file.name, file
        return
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            row = json.loads(line)
            yield str(row.get("id", number)), row["text"]


def _drafted(name: str, source: Path | str) -> Drafted:
    start = process_time()
    try:
        reading = _reading(source)
        return tally.drafted(name, reading, reading_took=process_time() - start)
    except Exception as trouble:  # a text that breaks the writer is a result, and is counted
        return Drafted(name, "", (), (), (), 0.0, f"{type(trouble).__name__}: {trouble}")


def _reading(source: Path | str) -> Reading:
    return read_text(source) if isinstance(source, str) else read(document_at(str(source)))


def report(done: Sequence[Drafted]) -> Iterator[str]:
    """The table, then the totals."""
    yield (
        f"{'family':<16}{'proposed':>9}{'blocked':>9}{'asked':>7}{'texts':>7}{'longest':>9}"
        f"{'key in A B C':>15}  why blocked"
    )
    for row in tally.families(done):
        why = ", ".join(f"{code} {count}" for code, count in row.why)
        places = " ".join(str(round(100 * n / max(1, sum(row.places)))) for n in row.places)
        yield (
            f"{row.name:<16}{row.proposed:>9}{row.blocked:>9}{row.asked:>7}{row.texts:>7}"
            f"{_share(row.longest, row.asked):>9}{places:>15}  {why}".rstrip()
        )
    yield ""
    yield from _totals(done)


def _totals(done: Sequence[Drafted]) -> Iterator[str]:
    long = [each for each in done if each.words >= tally.LONG]
    questions = sum(len(each.questions) for each in done)
    places = tally.positions(done)
    spread = " ".join(_share(places[place], places.total()) for place in range(3))
    faults = [each for each in done if each.trouble]
    yield f"texts                      {len(done)}"
    yield f"of {tally.LONG} words or more       {len(long)}"
    yield f"full quiz among those      {_share(sum(each.full for each in long), len(long))}"
    yield f"questions                  {questions}"
    yield f"repeated stems in a unit   {_share(sum(each.repeats for each in done), questions)}"
    yield f"units with a bank finding  {_share(sum(bool(each.bank) for each in done), len(done))}"
    for code, count in tally.bank_codes(done).most_common():
        yield f"  {code} {count}"
    yield f"key in place A B C         {spread}"
    yield from _times(done)
    yield f"tracebacks                 {len(faults)}"
    for each in faults:
        yield f"  {each.name}: {each.trouble}"
    short = [each for each in long if not each.full]
    for each in short[:20]:
        kinds = len({question.family for question in each.questions})
        yield f"  not full: {each.name}, {len(each.questions)} questions of {kinds} families"


def _times(done: Sequence[Drafted]) -> Iterator[str]:
    """Processor time for a thousand words, apart by length: each text has costs of its own."""
    if any(each.words for each in done):
        yield f"ms per 1,000 words         {_spread(done)}"
    for low, high in pairwise((*LENGTHS, inf)):
        here = [each for each in done if low <= each.words < high]
        if here:
            name = f"  {low:,} " + (f"to {high:,} words" if high < inf else "words or more")
            yield f"{name:<27}{_spread(here)}, texts: {len(here)}"


def _spread(done: Sequence[Drafted]) -> str:
    timed = [each.milliseconds * 1000 / each.words for each in done if each.words]
    return f"{median(timed):.0f} (median), {max(timed):.0f} (most)"


def _share(count: int, total: int) -> str:
    return f"{100 * count / total:.1f}%" if total else "–"


def _drawn(done: Sequence[Drafted], many: int, seed: int) -> Iterator[str]:
    """Items drawn at random, to be judged cold beside their texts."""
    pool = [(each, question) for each in done for question in each.questions]
    for each, question in random.Random(seed).sample(pool, min(many, len(pool))):
        yield f"\n{each.name}: {question.stem}   ({question.family})"
        yield from item_lines(question)
        yield from _beside(each.text, question)


def _beside(text: str, question: QuestionDraft) -> Iterator[str]:
    """The places that the item stands on, with enough around them to judge it."""
    shown = -1
    for anchor in sorted(question.anchors, key=lambda anchor: anchor.start):
        if anchor.start > shown:
            start, shown = max(0, anchor.start - AROUND), min(len(text), anchor.end + AROUND)
            yield f"  text: … {' '.join(text[start:shown].split())} …"
