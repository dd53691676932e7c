"""Extraction in a child process: the same answer, and no harm when the child fails."""

from __future__ import annotations

import subprocess
import sys

import pytest

from curriculum import isolation
from curriculum.reading.extract import extract
from curriculum.reading.problems import MAX_BYTES
from curriculum.reading.types import Problem
from tests.curriculum.reading import files

LINES = ["The tide rose in the night, and by morning the whole of the pier was under water."]


@pytest.mark.parametrize(
    "data",
    [
        files.pdf([LINES]),
        files.docx([("Heading1", "Tides – “high”"), ("", LINES[0])]),
        "<html><body><p>Café. The tide rose in the night.</p></body></html>".encode(),
        b"",
        b"%PDF-1.7 and then nothing",
    ],
    ids=["pdf", "docx", "html", "nothing", "broken"],
)
def test_the_child_says_what_the_parent_would(data: bytes) -> None:
    url = "https://example.org/"
    assert isolation.extract_safely(data, url=url) == extract(data, url=url)


def test_the_child_does_not_load_django() -> None:
    script = "import curriculum.isolation, sys; print('django' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_too_much_is_refused_before_a_child_starts() -> None:
    found = isolation.extract_safely(b"x" * (MAX_BYTES + 1))
    assert isinstance(found, Problem)
    assert found.code == "too-large"


def test_a_child_that_takes_too_long_is_killed() -> None:
    found = isolation.extract_safely(files.pdf([LINES]), seconds=0.01)
    assert isinstance(found, Problem)
    assert found.code == "too-hard"


def test_a_child_that_eats_memory_hurts_only_itself() -> None:
    bomb = files.docx([("", "")] * 80_000)  # small on disk, a giant once it is parsed
    assert len(bomb) < 1_000_000
    found = isolation.extract_safely(bomb, memory=200_000_000)
    assert isinstance(found, Problem)
    assert found.code == "too-hard"
