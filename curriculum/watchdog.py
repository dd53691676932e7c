"""A clock that shuts a connection when time is up, whatever the connection is waiting for."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Sequence
from typing import Self

from urllib3.connection import HTTPConnection


class Watchdog:
    """One clock for a whole fetch: when it rings, the open socket is shut."""

    def __init__(self, seconds: float) -> None:
        self.barked = False
        self._timer = threading.Timer(seconds, self._bark)
        self._timer.daemon = True
        self._connection: HTTPConnection | None = None
        self._sock: socket.socket | None = None
        self._until = time.monotonic() + seconds

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def left(self) -> float:
        """Seconds until the clock rings; never quite nothing, which sockets take for "no limit"."""
        return max(0.01, self._until - time.monotonic())

    def guard(self, connection: HTTPConnection) -> None:
        """Watch this connection from now on, while it is being made."""
        self._connection = connection

    def hold(self, sock: socket.socket | None) -> None:
        """Keep the socket itself: the connection lets go of it once an answer begins."""
        self._sock = sock

    def within(self, ask: Callable[[], Sequence[str]]) -> Sequence[str]:
        """The answer of a call that nothing can interrupt, or nothing when the clock rings."""
        answers: list[str] = []

        def run() -> None:
            try:
                answers.extend(ask())
            except (OSError, UnicodeError):
                answers.clear()

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(self.left())
        if thread.is_alive():
            self.barked = True
            return ()
        return answers

    def _bark(self) -> None:
        self.barked = True
        sock = self._sock or (self._connection.sock if self._connection else None)
        if sock is not None:
            # The plain socket's shutdown: an SSL socket's own one drops state another thread uses.
            try:
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
            except OSError:
                return
