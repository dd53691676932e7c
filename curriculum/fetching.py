"""Fetching one page from an address that a teacher typed, without becoming a way into a network.

The name is resolved once, every answer is checked, and the connection goes to the checked number
itself, so that a second answer from the name server has no effect. Each redirect starts over.
Bytes and time are capped; a watchdog closes the socket, so that a slow drip cannot outlast it.
"""

from __future__ import annotations

import socket
import ssl
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.client import HTTPException
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.response import BaseHTTPResponse

from curriculum.addresses import is_public
from curriculum.reading.types import Problem
from curriculum.watchdog import Watchdog

MAX_BYTES: Final = 5_000_000
MAX_REDIRECTS: Final = 5
MAX_SECONDS: Final = 15.0
MAX_ADDRESS: Final = 2_000  # characters
TYPES: Final = frozenset(
    {
        "",  # unsaid: the bytes will tell
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
_PORTS: Final = {"http": 80, "https": 443}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_MESSAGES: Final = {
    "bad-address": "This is not a web address that we can open. "
    "Copy it whole from your browser; it begins with https:// or http://.",
    "private-address": "This address leads to a private network, and we only open pages that "
    "anybody can see. Paste the text instead.",
    "not-found": "The site says that there is no page at this address. "
    "Check the address in your browser, or paste the text.",
    "login": "The site shows this page only to people who sign in or subscribe. "
    "If you can read it, copy the text and paste it here.",
    "timeout": "The page took too long to arrive. Try again later, or paste the text.",
    "too-large": "This page is larger than 5 MB. Copy the words you need and paste them.",
    "wrong-type": "This address leads to something other than a page, a PDF or a Word file. "
    "Bring the address of the article itself, or paste the text.",
    "unreachable": "We could not reach this site. Check the address, try again later, "
    "or paste the text.",
    "site-error": "The site answered with an error of its own. Try again later, or paste the text.",
    "redirects": "This address sends us from one page to another without end. "
    "Open it in your browser, copy the text and paste it here.",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back, from where in the end, and what the site called it."""

    body: bytes
    url: str
    content_type: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect and what to ask for, after every check."""

    scheme: str
    host: str
    port: int
    path: str
    url: str
    address: str = ""  # the checked number that the name stands for


Resolver = Callable[[str, int], Sequence[str]]
Connector = Callable[[Target, float], HTTPConnection]


def resolve(host: str, port: int) -> Sequence[str]:
    """Every number that a name stands for, of the kinds that this machine can reach.

    IPv4 first: a machine that has IPv6 in name only is common, one without IPv4 gets none here.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return sorted((str(answer[4][0]) for answer in found), key=lambda address: ":" in address)


def connect(target: Target, seconds: float) -> HTTPConnection:
    """A connection to the number, that speaks to and checks the certificate of the name."""
    if target.scheme == "http":
        return HTTPConnection(target.address, target.port, timeout=seconds)
    return HTTPSConnection(
        target.address,
        target.port,
        timeout=seconds,
        ssl_context=ssl.create_default_context(),
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def fetch(
    url: str,
    *,
    resolver: Resolver = resolve,
    connector: Connector = connect,
    seconds: float = MAX_SECONDS,
) -> Fetched | Problem:
    """The page at an address, or the Problem that a teacher can be told."""
    with Watchdog(seconds) as watchdog:
        for _ in range(MAX_REDIRECTS + 1):
            target = _checked(url, resolver, watchdog)
            if isinstance(target, Problem):
                return target
            found = _visit(target, connector, watchdog)
            if not isinstance(found, str):
                return found
            url = urljoin(target.url, found)
    return _problem("redirects")


def parse(url: str) -> Target | Problem:
    """The parts of an address, where it is one that we open at all."""
    url = url.strip()
    if "://" not in url[:20] and not url.lower().startswith(("mailto:", "javascript:", "data:")):
        url = f"https://{url}"
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, KeyError):
        return _problem("bad-address")
    odd = len(url) > MAX_ADDRESS or "\\" in url or any(c.isspace() or c < " " for c in url)
    if odd or "@" in parts.netloc or not host or port not in _PORTS.values():
        return _problem("bad-address")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        path += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return Target(parts.scheme, host, port, path, url.partition("#")[0])


def _checked(url: str, resolver: Resolver, watchdog: Watchdog) -> Target | Problem:
    target = parse(url)
    if isinstance(target, Problem):
        return target
    answers = watchdog.within(lambda: resolver(target.host, target.port))
    if watchdog.barked:
        return _problem("timeout")
    if not answers:
        return _problem("unreachable")
    if not all(is_public(answer) for answer in answers):
        return _problem("private-address")
    return Target(target.scheme, target.host, target.port, target.path, target.url, answers[0])


def _visit(target: Target, connector: Connector, watchdog: Watchdog) -> Fetched | Problem | str:
    """The page, or a Problem, or where the site sends us next."""
    connection = connector(target, watchdog.left())
    try:
        watchdog.guard(connection)
        connection.connect()
        watchdog.hold(connection.sock)
        connection.request("GET", target.path, headers=_headers(target), preload_content=False)
        return _answer(connection.getresponse(), target, watchdog)
    except (TimeoutError, ReadTimeoutError):  # a breath before the watchdog barks
        return _problem("timeout")
    except (HTTPError, HTTPException, OSError, ValueError, zlib.error):
        return _problem("timeout" if watchdog.barked else "unreachable")
    finally:
        connection.close()


def _headers(target: Target) -> dict[str, str]:
    host = f"[{target.host}]" if ":" in target.host else target.host
    usual = target.port == _PORTS[target.scheme]
    return {
        "Host": host if usual else f"{host}:{target.port}",
        "User-Agent": "SecondSource/0.1 (one page, at a reader's request)",
        "Accept": "text/html, text/plain, application/pdf, */*;q=0.1",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _answer(
    response: BaseHTTPResponse, target: Target, watchdog: Watchdog
) -> Fetched | Problem | str:
    if response.status in _REDIRECTS and response.headers.get("Location"):
        return str(response.headers["Location"])
    refusal = _refusal(response)
    if refusal:
        return _problem(refusal)
    body = _body(response)
    if watchdog.barked:
        return _problem("timeout")
    if body is None:
        return _problem("too-large")
    return Fetched(body, target.url, response.headers.get("Content-Type", ""))


def _refusal(response: BaseHTTPResponse) -> str:
    """The code of the Problem that the first lines of an answer already show, or nothing."""
    if response.status in (404, 410):
        return "not-found"
    if response.status in (401, 402, 403, 407, 451):
        return "login"
    if response.status != 200:
        return "site-error"
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in TYPES:
        return "wrong-type"
    length = response.headers.get("Content-Length", "0")
    return "too-large" if length.isdigit() and int(length) > MAX_BYTES else ""


def _body(response: BaseHTTPResponse) -> bytes | None:
    """The whole body, unpacked; None when it is over the cap, before or after unpacking."""
    zipped = "gzip" in response.headers.get("Content-Encoding", "").lower()
    unpack = zlib.decompressobj(wbits=47) if zipped else None
    parts: list[bytes] = []
    size = 0
    for raw in response.stream(16_384, decode_content=False):
        part = unpack.decompress(raw, MAX_BYTES + 1 - size) if unpack else raw
        parts.append(part)
        size += len(part)
        if size > MAX_BYTES:
            return None
    return b"".join(parts)


def _problem(code: str) -> Problem:
    return Problem(code, _MESSAGES[code])
