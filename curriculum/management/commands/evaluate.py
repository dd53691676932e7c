"""``manage.py evaluate``: the reader against data sets with known answers."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from curriculum.reading import read_text
from curriculum.reading.evaluation import TASKS, Row, predictions
from curriculum.reading.yardstick import RUNS, Measure, Run

SPEED = "newsdiscourse.jsonl.gz"  # the texts that both the reader and pysbd are timed on
SPEED_TEXTS = 40


class Command(BaseCommand):
    """Writes predictions for one task, or prints the table of all of them."""

    help = "Run the reader over an evaluation data set, or over a folder of them with --table."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A task with its data and the place for its answers; or --list; or --table."""
        parser.add_argument("task", nargs="?", help="the task, see --list")
        parser.add_argument("dataset", nargs="?", type=Path, help="a .jsonl or .jsonl.gz file")
        parser.add_argument("--out", type=Path, help="where the predictions go, as .jsonl")
        parser.add_argument("--list", action="store_true", help="name the tasks")
        parser.add_argument("--table", type=Path, metavar="FOLDER", help="score every task")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what was asked, or say what is missing."""
        if options["list"]:
            for task in TASKS.values():
                self.stdout.write(f"{task.name:14} {task.purpose}")
        elif options["table"]:
            for line in table(options["table"]):
                self.stdout.write(line)
        else:
            self._predict(options["task"], options["dataset"], options["out"])

    def _predict(self, name: str | None, dataset: Path | None, out: Path | None) -> None:
        if not (name and dataset and out):
            raise CommandError("Name a task, a data set and --out, or use --list or --table.")
        if name not in TASKS:
            raise CommandError(f"There is no task {name}. The tasks are: {', '.join(TASKS)}.")
        rows = _rows(dataset)
        started = time.perf_counter()
        _write(out, predictions(TASKS[name], rows, dataset.parent))
        spent = time.perf_counter() - started
        self.stdout.write(f"{len(rows)} answers in {spent:.1f} s, written to {out}.")


def table(folder: Path) -> Iterator[str]:
    """The table, row by row as it is measured: our figure, what others reach, and our aim."""
    scorer = folder / "score.py"
    if not scorer.exists():
        raise CommandError(f"There is no score.py in {folder}: give the folder of the data sets.")
    yield f"{'measure':46} {'ours':>6} {'aim':>6}  others"
    with tempfile.TemporaryDirectory() as scratch:
        for run in RUNS:
            gold = folder / run.dataset
            if not gold.exists():
                yield f"{run.dataset}: not here, skipped"
                continue
            answers = Path(scratch) / f"{run.dataset}.jsonl"
            if not answers.exists():
                _write(answers, predictions(TASKS[run.task], _rows(gold), folder))
            yield from _measured(run, scorer, gold, answers)
    if (folder / SPEED).exists():
        yield from speed(_rows(folder / SPEED)[:: 600 // SPEED_TEXTS])


def _measured(run: Run, scorer: Path, gold: Path, answers: Path) -> Iterator[str]:
    asked = [*run.arguments, "--gold", str(gold), "--pred", str(answers), "--json"]
    done = subprocess.run(
        [sys.executable, str(scorer), *asked], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CommandError(f"score.py could not score {run.task}: {done.stderr.strip()}")
    found = json.loads(done.stdout)["metrics"]
    yield from (_line(measure, found[measure.key]) for measure in run.measures)


def _line(measure: Measure, ours: float) -> str:
    sign = " " if ours >= measure.aim else "<"
    return f"{measure.says:46} {ours:6.3f}{sign}{measure.aim:6.3f}  {measure.reference}"


def speed(rows: list[Row]) -> Iterator[str]:
    """Milliseconds per 1,000 words: the whole reading, and pysbd splitting the same texts."""
    import pysbd

    texts = [row["text"] for row in rows]
    thousands = sum(len(text.split()) for text in texts) / 1000
    segmenter = pysbd.Segmenter(language="en", clean=False)
    read_text(texts[0])  # lexicons are read once a process, not once a text
    for name, act in (("whole reading", read_text), ("pysbd, splitting only", segmenter.segment)):
        started = time.process_time()
        for text in texts:
            act(text)
        spent = (time.process_time() - started) * 1000
        yield f"{'ms per 1,000 words, ' + name:46} {spent / thousands:6.1f}"


def _rows(path: Path) -> list[Row]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CommandError(f"We could not open {path}: {error.strerror}.") from error
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def _write(path: Path, answers: list[Row]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for answer in answers:
            file.write(json.dumps(answer, ensure_ascii=False) + "\n")
