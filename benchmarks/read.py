"""How long reading and drafting take: ``make bench-read``, or ``python -m benchmarks.read FILE…``.

Two tables. In the process: milliseconds per 1,000 words, beside what pysbd needs to split the
same text into sentences. As whole processes: ``manage.py read`` and ``manage.py draft``, beside
a Django management command that does nothing (``manage.py version``). Without files, the bundled
practice texts are read.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pysbd

from curriculum import writing
from curriculum.reading import read
from curriculum.reading.extract import extract
from curriculum.reading.types import Document

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 7


def milliseconds(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median time of each work, in milliseconds, after one warm-up.

    The works take turns, so that a busy machine slows all of them alike.
    """
    times: list[list[float]] = [[] for _ in works]
    for round_number in range(rounds + 1):
        for work, taken in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            if round_number:
                taken.append((time.perf_counter() - start) * 1000)
    return [statistics.median(taken) for taken in times]


def document_of(path: Path) -> Document:
    """The file as a document; a file we cannot read ends the benchmark."""
    found = extract(path.read_bytes(), filename=path.name)
    if not isinstance(found, Document):
        raise SystemExit(f"{path.name}: {found.message}")
    return found


def in_process(path: Path) -> str:
    """One row: reading and drafting beside pysbd, in milliseconds per 1,000 words."""
    document = document_of(path)
    words = len(document.text.split())
    segmenter = pysbd.Segmenter(language="en", clean=False)
    found = read(document)
    floor, reading, drafting = (
        taken * 1000 / words
        for taken in milliseconds(
            lambda: segmenter.segment(document.text),
            lambda: read(document),
            lambda: writing.build(found),
        )
    )
    return (
        f"{label(path):32} {words:6} {floor:9.1f} {reading:9.1f} {reading / floor:6.2f} "
        f"{drafting:9.1f}"
    )


def whole_processes(path: Path) -> str:
    """One row: ``read`` and ``draft`` as whole processes, beside a command that does nothing."""
    floor, reading, drafting = milliseconds(
        *(
            lambda arguments=arguments: subprocess.run(
                [sys.executable, "manage.py", *arguments], cwd=ROOT, check=True, capture_output=True
            )
            for arguments in (
                ["version"],
                ["read", str(path.resolve()), "--json"],
                ["draft", str(path.resolve()), "--json"],
            )
        ),
        rounds=5,
    )
    return (
        f"{label(path):32} {floor:6.0f} {reading:9.0f} {reading / floor:6.2f} "
        f"{drafting:9.0f} {drafting / floor:6.2f}"
    )


def label(path: Path) -> str:
    """A file's name, with its folder where every file is called the same."""
    return f"{path.parent.name}/{path.name}"[:32]


def main(arguments: list[str]) -> None:
    """Print both tables."""
    paths = [Path(a) for a in arguments] or sorted((ROOT / "curriculum/units").glob("*/text.md"))
    print("In the process, median of 7, ms per 1,000 words")
    print(f"{'text':32} {'words':>6} {'pysbd':>9} {'reading':>9} {'ratio':>6} {'drafting':>9}")
    for path in paths:
        print(in_process(path))
    print("\nWhole processes, median of 5, ms")
    print(f"{'text':32} {'floor':>6} {'read':>9} {'ratio':>6} {'draft':>9} {'ratio':>6}")
    for path in paths:
        print(whole_processes(path))


if __name__ == "__main__":
    main(sys.argv[1:])
