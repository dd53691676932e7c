"""Extraction of bytes from strangers, in a child process that may be killed.

A parser can be made to loop, to eat memory or to crash. Here it can only hurt a process of its
own, which has a limit of memory and processor time and is killed when its time is up.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from curriculum.reading import serial
from curriculum.reading.extract import extract
from curriculum.reading.problems import MAX_BYTES, problem
from curriculum.reading.types import Document, Metadata, Problem

MEMORY: Final = 1_500_000_000  # bytes of address space
SECONDS: Final = 20.0  # wall time
_ROOT: Final = Path(__file__).resolve().parent.parent


def extract_safely(
    data: bytes,
    *,
    filename: str = "",
    content_type: str = "",
    url: str = "",
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Document | Problem:
    """What ``extract`` returns, from a child process; a Problem when the child fails."""
    if len(data) > MAX_BYTES:
        return problem("too-large")
    asked = {"filename": filename, "content_type": content_type, "url": url}
    command = [sys.executable, "-m", "curriculum.isolation", json.dumps(asked), str(memory)]
    try:
        done = subprocess.run(
            [*command, str(round(seconds) + 1)],
            input=data,
            capture_output=True,
            timeout=seconds,
            cwd=_ROOT,
            env={"PYTHONHASHSEED": "0", "PATH": os.environ.get("PATH", "")},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return problem("too-hard")
    if done.returncode:
        return problem("too-hard" if done.returncode < 0 else "broken")  # killed, or crashed
    return _loaded(json.loads(done.stdout))


def _loaded(plain: dict[str, Any]) -> Document | Problem:
    if "code" in plain:
        return Problem(**plain)
    blocks = serial.load_blocks(plain["blocks"])
    return Document(plain["text"], blocks, plain["format"], Metadata(**plain["metadata"]))


def main(asked: str, memory: str, seconds: str) -> None:
    """The child: limits first, then bytes from stdin, the result as JSON to stdout."""
    resource.setrlimit(resource.RLIMIT_AS, (int(memory), int(memory)))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    found: Document | Problem
    try:
        found = extract(sys.stdin.buffer.read(), **json.loads(asked))
    except (MemoryError, RecursionError):
        found = problem("too-hard")
    json.dump(asdict(found), sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
