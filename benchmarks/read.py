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


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of ``work`` over some rounds, in milliseconds, after one warm-up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def document_of(path: Path) -> Document:
    """The file as a document; a file we cannot read ends the benchmark."""
    found = extract(path.read_bytes(), filename=path.name)
    if not isinstance(found, Document):
        raise SystemExit(f"{path.name}: {found.message}")
    return found


def in_process(path: Path) -> str:
    """One row: reading and drafting beside pysbd, in milliseconds per 1,000 words."""
    document = document_of(path)
    per_thousand = 1000 / len(document.text.split())
    segmenter = pysbd.Segmenter(language="en", clean=False)
    floor = milliseconds(lambda: segmenter.segment(document.text)) * per_thousand
    reading = milliseconds(lambda: read(document)) * per_thousand
    found = read(document)
    drafting = milliseconds(lambda: writing.build(found)) * per_thousand
    return (
        f"{label(path):32} {len(document.text.split()):6} {floor:9.1f} {reading:9.1f} "
        f"{reading / floor:6.2f} {drafting:9.1f}"
    )


def whole_process(*arguments: str) -> float:
    """The median wall time of ``manage.py`` with these arguments, in milliseconds."""
    command = [sys.executable, "manage.py", *arguments]
    return milliseconds(
        lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True), rounds=5
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
    floor = whole_process("version")
    print("\nWhole processes, median of 5, ms")
    print(f"{'text':32} {'floor':>6} {'read':>9} {'ratio':>6} {'draft':>9} {'ratio':>6}")
    for path in paths:
        read_ms = whole_process("read", str(path), "--json")
        draft_ms = whole_process("draft", str(path), "--json")
        print(
            f"{label(path):32} {floor:6.0f} {read_ms:9.0f} {read_ms / floor:6.2f} "
            f"{draft_ms:9.0f} {draft_ms / floor:6.2f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
