"""Threads that do the same thing at the same moment, on a database that they all see.

PostgreSQL is such a database as it is. The suite's own SQLite lives in memory, where threads
cannot wait for one another: so its schema and rows are copied to a file, and the threads open
that, WAL, IMMEDIATE and all. A module that asks for ``threads`` marks itself with ``REAL``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection, connections

TAPS = 8
REAL = pytest.mark.django_db(transaction=True)
T = TypeVar("T")


def in_a_thread(work: Callable[[], T]) -> T:
    """Do the work on a connection of its own, and close it."""
    return together(work)[0]


def at_once(work: Callable[[], T]) -> list[T]:
    """Do the same work in several threads that start together."""
    return together(*[work] * TAPS)


def together(*works: Callable[[], T]) -> list[T]:
    """Do each work in a thread of its own; they start together."""
    barrier = Barrier(len(works))

    def tap(work: Callable[[], T]) -> T:
        barrier.wait()
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return [future.result() for future in [pool.submit(tap, work) for work in works]]


@pytest.fixture
def threads(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """To be called when everything is prepared: new threads find it from then on."""
    if connection.vendor != "sqlite":
        yield lambda: None
        return
    path, entry = tmp_path / "threads.sqlite3", connections.settings["default"]
    before = entry["NAME"]

    def copy() -> None:
        connection.ensure_connection()
        with sqlite3.connect(path) as file:
            connection.connection.backup(file)
            # As a site's database already is: the change to WAL does not wait for a lock, so
            # threads that open a fresh file together would refuse one another.
            file.execute("PRAGMA journal_mode=WAL")
        file.close()
        entry["NAME"] = str(path)

    yield copy
    entry["NAME"] = before
