"""The front door, split in two: event streams stay in asyncio, everything else is Django.

Django's own ASGI handler crosses threads several times for each request and a crowd queues
behind it. So Django runs as a WSGI application in a small pool of threads, each with a
persistent database connection, and long-lived streams never enter that pool.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, cast

from a2wsgi import WSGIMiddleware

from config import env
from config.wsgi import application as django_application

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_pool = WSGIMiddleware(
    cast("Any", django_application), workers=env.integer("WEB_THREADS", 4)
)  # Django types its environ more loosely than a2wsgi does
django = cast("App", _pool)
streams: dict[str, App] = {}  # path prefix → the endpoint that serves its event stream


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Send each connection through the right half of the door."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "http":
        prefix = "/" + scope["path"].lstrip("/").split("/", 1)[0]
        await streams.get(prefix, django)(scope, receive, send)


async def _live(receive: Receive, send: Send) -> None:
    while True:
        phase = (await receive())["type"].removeprefix("lifespan.")
        await send({"type": f"lifespan.{phase}.complete"})
        if phase == "shutdown":
            return
