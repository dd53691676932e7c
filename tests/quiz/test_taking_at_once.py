"""Two taps at the same moment, in real transactions on a real file: one answer, one attempt.

The suite's own SQLite database lives in memory, where threads cannot wait for one another. So
the schema and rows are copied to a file, and the threads open that: WAL, IMMEDIATE and all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections
from django.test import Client

from quiz import rebuilding
from quiz.models import Attempt, Learner, Mastery, Response
from tests.factories import create_attempt, create_learner, create_published_unit

TAPS = 8
T = TypeVar("T")
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="copies a SQLite database"),
]


def in_a_thread(work: Callable[[], T]) -> T:
    """Do the work on a connection of its own, and close it."""

    def closing() -> T:
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(closing).result()


def at_once(work: Callable[[], T]) -> list[T]:
    """Do the same work in several threads that start together."""
    barrier = Barrier(TAPS)

    def tap() -> T:
        barrier.wait()
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(TAPS) as pool:
        return [future.result() for future in [pool.submit(tap) for _ in range(TAPS)]]


@pytest.fixture
def on_file(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Copy the database to a file when called; from then on new threads use the file."""
    path, entry = tmp_path / "taking.sqlite3", connections.settings["default"]
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


def test_taps_at_once_are_one_answer(tess: User, on_file: Callable[[], None]) -> None:
    unit = create_published_unit(owner=tess)
    learner = create_learner()
    attempt = create_attempt(learner=learner, unit=unit)
    address = f"/attempts/{attempt.pk}/questions/1/"
    client = Client()
    session = client.session
    session["learner"] = str(learner.pk)
    session.save()
    cookies = client.cookies
    tokens = [each.token for each in client.get(address).context["laid"]]
    on_file()

    def tap() -> int:
        browser = Client()
        browser.cookies = cookies
        return browser.post(f"{address}answer/", {"choice": tokens[0]}).status_code

    assert at_once(tap) == [302] * TAPS
    assert in_a_thread(Response.objects.count) == 1
    assert Response.objects.count() == 0  # the database in memory was left alone
    assert in_a_thread(lambda: Mastery.objects.get().answers) == 1
    assert in_a_thread(rebuilding.differences) == []


def test_taps_at_once_on_start_are_one_walk_in(tess: User, on_file: Callable[[], None]) -> None:
    unit = create_published_unit(owner=tess)
    page = Client().get(f"/learn/{unit.pk}/")
    ticket = page.context["form"].initial["ticket"]
    on_file()

    def tap() -> str:
        return Client().post(f"/learn/{unit.pk}/attempts/", {"ticket": ticket}).headers["Location"]

    assert len(set(at_once(tap))) == 1
    assert in_a_thread(Learner.objects.count) == 1
    assert in_a_thread(Attempt.objects.count) == 1


def test_different_questions_at_once_are_all_kept(tess: User, on_file: Callable[[], None]) -> None:
    unit = create_published_unit(owner=tess, lessons=("attr",), questions_each=TAPS)
    learner = create_learner()
    attempt = create_attempt(learner=learner, unit=unit)
    client = Client()
    session = client.session
    session["learner"] = str(learner.pk)
    session.save()
    waiting = []
    for position in range(1, TAPS + 1):
        address = f"/attempts/{attempt.pk}/questions/{position}/"
        waiting.append((address, client.get(address).context["laid"][0].token))
    on_file()

    def tap() -> int:
        address, token = waiting.pop()
        browser = Client()
        browser.cookies = client.cookies
        return browser.post(f"{address}answer/", {"choice": token}).status_code

    assert at_once(tap) == [302] * TAPS
    assert in_a_thread(Response.objects.count) == TAPS
    assert in_a_thread(lambda: Mastery.objects.get().answers) == TAPS
    assert in_a_thread(rebuilding.differences) == []
