"""The client of ``benchmarks.answer``: many learners on kept connections, as light as may be.

Requests are bytes that were put together before the clock started; of an answer only the status
and the length are read. Every twenty-fifth answer is sent down two connections at once, as by a
double tap or a second tab. Nothing here knows Django.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import cast

import uvloop

DOUBLED = 25
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="(\w+)"')
_COOKIE = re.compile(rb"set-cookie: *(csrftoken=\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to give: where, which choice, and what the check will know it by."""

    path: str
    choice: str
    key: str


@dataclass(frozen=True, slots=True)
class Browser:
    """A learner's browser: its session, a page to open first, and the answers it will give."""

    session: str
    page: str
    answers: list[Answer]


@dataclass(slots=True)
class Tally:
    """What came back."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    broken: int = 0  # connections that ended in the middle of an answer
    ran_out: int = 0  # learners with nothing left to answer
    wall: float = 0.0
    busy: float = 0.0  # processor seconds of this client


class Line(asyncio.Protocol):
    """One kept connection that carries one request at a time."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.transport: asyncio.Transport | None = None
        self.waiting: asyncio.Future[tuple[int, bytes]] | None = None
        self.received = b""

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """The status and the whole answer; status 0 when the connection broke."""
        loop = asyncio.get_running_loop()
        if self.transport is None:
            await loop.create_connection(lambda: self, self.host, self.port)
        assert self.transport
        self.received, self.waiting = b"", loop.create_future()
        self.transport.write(request)
        return await self.waiting

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep it."""
        self.transport = cast("asyncio.Transport", transport)  # uvloop's is one in all but name

    def data_received(self, data: bytes) -> None:
        """Wake the learner once the whole answer is there."""
        self.received += data
        head = self.received.find(b"\r\n\r\n")
        if head < 0 or self.waiting is None or self.waiting.done():
            return
        length = _LENGTH.search(self.received, 0, head)
        if len(self.received) >= head + 4 + (int(length[1]) if length else 0):
            self.waiting.set_result((int(self.received[9:12]), self.received))

    def connection_lost(self, exc: Exception | None) -> None:
        """The next request opens another."""
        self.transport = None
        if self.waiting and not self.waiting.done():
            self.waiting.set_result((0, b""))


class Learner:
    """Answers as fast as acknowledgements come back."""

    def __init__(self, browser: Browser, *, port: int, htmx: bool) -> None:
        self.browser = browser
        self.lines = Line("127.0.0.1", port), Line("127.0.0.1", port)
        self.head = f"Host: 127.0.0.1:{port}\r\nCookie: sessionid={browser.session}".encode()
        self.extra = b"\r\nHX-Request: true\r\nHX-Target: screen" if htmx else b""
        self.requests: list[bytes] = []

    async def open(self) -> None:
        """Open the first page, as a browser would, for the cookie and the token of its form."""
        head = f"GET {self.browser.page} HTTP/1.1\r\n".encode() + self.head
        status, page = await self.lines[0].ask(head + b"\r\n\r\n")
        token, cookie = _TOKEN.search(page), _COOKIE.search(page)
        if status != 200 or token is None or cookie is None:
            raise SystemExit(f"{self.browser.page} answered {status}, or without a form")
        for each in self.browser.answers:
            body = f"choice={each.choice}&csrfmiddlewaretoken=".encode() + token[1]
            self.requests.append(
                f"POST {each.path} HTTP/1.1\r\n".encode()
                + self.head
                + b"; "
                + cookie[1]
                + self.extra
                + b"\r\nContent-Type: application/x-www-form-urlencoded"
                + f"\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                + body
            )

    async def answer(self, until: float, tally: Tally) -> None:
        """One answer after another, until the time is up."""
        for number, request in enumerate(self.requests, 1):
            started = time.perf_counter()
            if started >= until:
                return
            lines = self.lines if number % DOUBLED == 0 else self.lines[:1]
            statuses = (
                [
                    status
                    for status, _ in await asyncio.gather(*(line.ask(request) for line in lines))
                ]
                if len(lines) > 1
                else [(await lines[0].ask(request))[0]]
            )
            tally.seconds.append(time.perf_counter() - started)
            tally.statuses.update(statuses)
            tally.broken += statuses.count(0)
            if any(200 <= status < 400 for status in statuses):
                tally.acknowledged.append(self.browser.answers[number - 1].key)
        tally.ran_out += 1


async def _together(browsers: list[Browser], *, port: int, seconds: float, htmx: bool) -> Tally:
    learners = [Learner(each, port=port, htmx=htmx) for each in browsers]
    for start in range(0, len(learners), 20):
        await asyncio.gather(*(each.open() for each in learners[start : start + 20]))
    tally, started, busy = Tally(), time.perf_counter(), time.process_time()
    await asyncio.gather(*(each.answer(started + seconds, tally) for each in learners))
    tally.wall, tally.busy = time.perf_counter() - started, time.process_time() - busy
    return tally


def run(browsers: list[Browser], *, port: int, seconds: float, htmx: bool) -> Tally:
    """Let them all answer together for so many seconds."""
    return uvloop.run(_together(browsers, port=port, seconds=seconds, htmx=htmx))
