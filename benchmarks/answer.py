"""How fast answers are kept, and whether every one is: ``make bench-answer``.

Many learners answer the bundled units as fast as they can, over HTTP with kept connections, real
sessions and CSRF tokens, against the real server: one process on SQLite, then two workers on
PostgreSQL. Each answer is timed from the first byte sent to the last received, and acknowledged
means committed. Afterwards the database is asked for every acknowledged answer. The floor, in the
same run and on the same settings, is ``benchmarks.floor``. The exit is 1 where it could not
measure, or where an answer was lost or doubled; how fast it was is for people to judge.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.parse import urlsplit

from benchmarks.answer_client import Answer, Browser, Tally, run

ROOT = Path(__file__).resolve().parent.parent
SITE, FLOOR = "config.asgi:application", "benchmarks.floor:application"
SETUPS = {"sqlite": ("SQLite, one process", 1), "postgresql": ("PostgreSQL, two workers", 2)}
PLENTY = 3_000  # answers a second that the floor has questions for


@dataclass(frozen=True, slots=True)
class Round:
    """One thing to time."""

    name: str
    app: str
    browsers: list[Browser]
    seconds: float
    htmx: bool = False


def python(*arguments: str, env: dict[str, str]) -> str:
    """What a Python process of the project prints; one that fails ends the benchmark."""
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=env, stdout=subprocess.PIPE)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)[:60]} failed: nothing was measured.")
    return done.stdout.decode()


@contextmanager
def serving(app: str, *, workers: int, env: dict[str, str]) -> Iterator[int]:
    """A server as ``make run`` starts it, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", app, "--port", str(port), "--no-server-header"]
    command += ["--log-level", "warning", *(["--workers", str(workers)] if workers > 1 else [])]
    server = subprocess.Popen(command, cwd=ROOT, env=env)
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Return when somebody answers a request, whatever they say."""
    for _ in range(300):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
                line.sendall(b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
                if line.recv(1):
                    return
        except OSError:
            if server.poll() is not None:
                break
        time.sleep(0.1)
    raise SystemExit("The server did not start: nothing was measured.")


def of_site(prepared: list[dict[str, Any]], half: int) -> list[Browser]:
    """Browsers that know the site, with one half of what there is to answer."""
    browsers = []
    for each in prepared:
        middle = len(each["waiting"]) // 2
        waiting = each["waiting"][middle:] if half else each["waiting"][:middle]
        answers = [Answer(f"{page}answer/", token, key) for page, token, key in waiting]
        browsers.append(Browser(each["session"], waiting[0][0], answers))
    return browsers


def of_floor(sessions: list[str], seconds: float, half: int) -> list[Browser]:
    """Browsers that know the floor, each with the same numbers to answer."""
    each = int(PLENTY * seconds / len(sessions)) + 1
    numbers = range(half * each, (half + 1) * each)
    answers = [Answer(f"/answer/{number}/", "a", str(number)) for number in numbers]
    return [Browser(session, "/question/", answers) for session in sessions]


def measure(setup: str, *, learners: int, seconds: float, var: Path) -> bool:
    """Time one set-up, print its table, and say whether every answer is there once."""
    name, workers = SETUPS[setup]
    site, floor = _environments(var)
    python("manage.py", "migrate", "--verbosity", "0", env=site)
    python("manage.py", "collectstatic", "--noinput", "--verbosity", "0", env=site)
    prepared = json.loads(
        python("-m", "benchmarks.answer_site", "prepare", str(learners), env=site)
    )
    sessions = json.loads(python("-m", "benchmarks.floor", str(learners), env=floor))
    rounds = [
        Round("floor", FLOOR, of_floor(sessions, seconds / 2, 0), seconds / 2),
        Round("answer, by htmx", SITE, of_site(prepared, 0), seconds, htmx=True),
        Round("answer, by the form", SITE, of_site(prepared, 1), seconds),
        Round("floor again", FLOOR, of_floor(sessions, seconds / 2, 1), seconds / 2),
    ]
    tallies = []
    for each in rounds:
        with serving(each.app, workers=workers, env=floor if each.app == FLOOR else site) as port:
            tallies.append(run(each.browsers, port=port, seconds=each.seconds, htmx=each.htmx))
    _table(name, rounds, tallies)
    acknowledged = [key for tally in tallies[1:3] for key in tally.acknowledged]
    (var / "acknowledged.json").write_text(json.dumps(acknowledged))
    report = python(
        "-m", "benchmarks.answer_site", "check", str(var / "acknowledged.json"), env=site
    )
    found = json.loads(report)
    failed = sum(
        count for tally in tallies for status, count in tally.statuses.items() if status >= 500
    )
    print(
        f"{len(acknowledged):,} answers acknowledged: {found['lost']} lost, {found['doubled']} "
        f"doubled, {found['unacknowledged']} kept without an acknowledgement; {failed} answered "
        f"with 5xx; progress differs from the answers for {found['progress']}.\n"
    )
    return not (found["lost"] or found["doubled"])


def _environments(var: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The site's environment and the floor's: alike, with a database each."""
    plain = {"DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "s" * 50, **os.environ}
    site, floor = ({**plain, "SECOND_SOURCE_VAR": str(var / name)} for name in ("site", "floor"))
    for each in (site, floor):
        Path(each["SECOND_SOURCE_VAR"]).mkdir()
    if url := os.environ.get("DATABASE_URL"):
        import psycopg

        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE floor")
        floor["DATABASE_URL"] = urlsplit(url)._replace(path="/floor").geturl()
    return site, floor


def _table(name: str, rounds: list[Round], tallies: list[Tally]) -> None:
    rates = [len(tally.acknowledged) / tally.wall for tally in tallies]
    floor = (rates[0] + rates[-1]) / 2
    print(f"{name}, {len(rounds[0].browsers)} learners")
    print(f"{'':22}{'answers/s':>10}{'p50 ms':>8}{'p99 ms':>8}{'ratio':>7}{'client CPU':>12}")
    for each, tally, rate in zip(rounds, tallies, rates, strict=True):
        cuts = [1000 * second for second in quantiles(tally.seconds, n=100)]
        print(
            f"{each.name:22}{rate:10.0f}{cuts[49]:8.0f}{cuts[98]:8.0f}{rate / floor:7.2f}"
            f"{tally.busy / tally.wall:12.0%}"
        )
        if tally.ran_out:
            raise SystemExit(f"{tally.ran_out} learners ran out of questions: measure for less.")
        if tally.broken:
            print(f"  {tally.broken} connections broke in the middle of an answer")
        odd = {status: n for status, n in tally.statuses.items() if status not in (200, 204, 302)}
        if odd:
            print(f"  other statuses: {odd}")


def main() -> None:
    """Measure both set-ups, or the one that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--learners", type=int, default=200)
    parser.add_argument("--on", choices=SETUPS, help="one set-up; PostgreSQL is in DATABASE_URL")
    asked = parser.parse_args()
    if asked.on:
        with tempfile.TemporaryDirectory() as var:
            kept = measure(asked.on, learners=asked.learners, seconds=asked.seconds, var=Path(var))
        sys.exit(not kept)
    again = [sys.executable, "-m", "benchmarks.answer", *sys.argv[1:], "--on"]
    own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    codes = [
        subprocess.run([*again, "sqlite"], cwd=ROOT, env=own).returncode,
        subprocess.run(["tools/postgres", *again, "postgresql"], cwd=ROOT, env=own).returncode,
    ]
    sys.exit(any(codes))


if __name__ == "__main__":
    main()
