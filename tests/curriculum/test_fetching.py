"""Fetching a page: what is refused before any connection, and how a hostile server fares."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from urllib3.connection import HTTPConnection

from curriculum import fetching
from curriculum.addresses import is_public
from curriculum.fetching import Fetched, Target, fetch
from curriculum.reading.types import Problem

PUBLIC = "93.184.215.14"
PAGE = b"<html><body><p>The tide rose.</p></body></html>"


@dataclass
class Server:
    """A loopback server that answers each path with prepared bytes, in order."""

    port: int
    answers: dict[str, Sequence[bytes | float]]
    requests: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def connect(self, target: Target, seconds: float) -> HTTPConnection:
        """Stands in for the connection to the checked address, which it records."""
        self.addresses.append(target.address)
        return HTTPConnection("127.0.0.1", self.port, timeout=seconds)


def serve(listener: socket.socket, server: Server) -> None:
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=answer, args=(client, server), daemon=True).start()


def answer(client: socket.socket, server: Server) -> None:
    with client, suppress(OSError):
        asked = b""
        while b"\r\n\r\n" not in asked:
            asked += client.recv(4096)
        server.requests.append(asked.decode())
        for part in server.answers[asked.split(b" ")[1].decode()]:
            if isinstance(part, bytes):
                client.sendall(part)
            else:
                time.sleep(part)


@pytest.fixture
def server() -> Iterator[Server]:
    listener = socket.create_server(("127.0.0.1", 0))
    found = Server(listener.getsockname()[1], {})
    threading.Thread(target=serve, args=(listener, found), daemon=True).start()
    yield found
    listener.close()


def answering(status: str = "200 OK", body: bytes = PAGE, **headers: str) -> bytes:
    said = {"Content_Type": "text/html; charset=utf-8", **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{k.replace('_', '-')}: {v}" for k, v in said.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def get(server: Server, url: str = "https://example.org/page", **kw: float) -> Fetched | Problem:
    return fetch(url, resolver=lambda host, port: [PUBLIC], connector=server.connect, **kw)


def code(found: Fetched | Problem) -> str:
    assert isinstance(found, Problem), found
    assert found.message.endswith(".")
    return found.code


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "168.63.129.16",
        "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.7", "192.88.99.1",
        "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1",
        "2001:0:7f00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe", "fe80::1", "fe80::1%eth0",
        "2606:4700::1%1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1",
        "3fff::1", "2001:10::1", "100::1", "5f00::1", "4000::1", "localhost", "", "0x7f.1",
        "2130706433", "127.1",
    ],
)  # fmt: skip
def test_addresses_that_are_nobodys_business(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [PUBLIC, "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::200e",
     "::ffff:93.184.215.14", "64:ff9b::5db8:d70e", "2002:5db8:d70e::1"],
)  # fmt: skip
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "", "   ", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "https://",
        "gopher://example.org", "https://example.org:22/", "https://example.org:8080/",
        "https://ana:secret@example.org/", "https://ana@example.org/", "http://exa mple.org/",
        "https://example.org\\@10.0.0.1/", "https://example.org/\r\nHost: x", "http://[::1",
        "https://example.org:port/", "mailto:ana@example.org", "data:text/html,x",
        "https://" + "a" * 70 + ".org/", "https://example.org/" + "a" * 2100,
    ],
)  # fmt: skip
def test_addresses_that_are_no_web_page(url: str, server: Server) -> None:
    assert code(get(server, url)) == "bad-address"
    assert not server.addresses


def test_a_page_arrives(server: Server) -> None:
    server.answers["/page?a=%C3%A9"] = [answering()]
    found = get(server, " https://exämple.org/page?a=é#part ")
    assert isinstance(found, Fetched)
    assert found == Fetched(PAGE, "https://exämple.org/page?a=é", "text/html; charset=utf-8")
    assert server.addresses == [PUBLIC]
    assert "Host: xn--exmple-cua.org\r\n" in server.requests[0]
    assert "cookie" not in server.requests[0].lower()


def test_a_missing_scheme_is_https(server: Server) -> None:
    server.answers["/"] = [answering()]
    found = get(server, "example.org")
    assert isinstance(found, Fetched)
    assert found.url == "https://example.org"


def test_every_answer_of_the_name_server_must_be_public(server: Server) -> None:
    found = fetch(
        "https://example.org/",
        resolver=lambda host, port: [PUBLIC, "10.0.0.1"],
        connector=server.connect,
    )
    assert code(found) == "private-address"
    assert not server.addresses


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f000001"])
def test_nothing_in_production_reaches_this_machine(host: str, server: Server) -> None:
    found = fetch(f"http://{host}/")
    assert code(found) in ("private-address", "unreachable")
    assert not server.requests


def test_a_redirect_is_followed_and_checked_again(server: Server) -> None:
    asked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return [PUBLIC if host == "example.org" else "169.254.169.254"]

    server.answers["/page"] = [answering("302 Found", Location="/other")]
    server.answers["/other"] = [answering("301 Moved", Location="http://metadata.example/")]
    found = fetch("https://example.org/page", resolver=resolver, connector=server.connect)
    assert code(found) == "private-address"
    assert asked == ["example.org", "example.org", "metadata.example"]


def test_a_name_that_changes_its_answer_gains_nothing(server: Server) -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]
    server.answers["/page"] = [answering()]
    found = fetch(
        "https://example.org/page",
        resolver=lambda host, port: answers.pop(0),
        connector=server.connect,
    )
    assert isinstance(found, Fetched)
    assert server.addresses == [PUBLIC]
    assert len(answers) == 1


@pytest.mark.parametrize("location", ["file:///etc/passwd", "https://a:b@example.org/"])
def test_a_redirect_elsewhere_is_refused(location: str, server: Server) -> None:
    server.answers["/page"] = [answering("302 Found", Location=location)]
    assert code(get(server)) == "bad-address"


def test_redirects_end(server: Server) -> None:
    server.answers["/page"] = [answering("302 Found", Location="/page")]
    assert code(get(server)) == "redirects"
    assert len(server.requests) == fetching.MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("404 Not Found", "not-found"), ("410 Gone", "not-found"), ("401 Unauthorized", "login"),
        ("403 Forbidden", "login"), ("402 Payment Required", "login"),
        ("500 Server Error", "site-error"), ("429 Too Many Requests", "site-error"),
        ("204 No Content", "site-error"), ("302 Found", "site-error"),
    ],
)  # fmt: skip
def test_refusals_of_the_site(status: str, expected: str, server: Server) -> None:
    server.answers["/page"] = [answering(status)]
    assert code(get(server)) == expected


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/zip", "application/json"])
def test_other_types_are_refused(kind: str, server: Server) -> None:
    server.answers["/page"] = [answering(Content_Type=kind)]
    assert code(get(server)) == "wrong-type"


def test_too_much_is_too_much(server: Server) -> None:
    much = b"x" * (fetching.MAX_BYTES + 1)
    server.answers["/page"] = [answering(body=much)]
    server.answers["/said"] = [answering(Content_Length=str(len(much)))]
    server.answers["/bomb"] = [answering(body=gzip.compress(much), Content_Encoding="gzip")]
    for path in server.answers:
        assert code(get(server, f"https://example.org{path}")) == "too-large"


def test_a_packed_page_is_unpacked(server: Server) -> None:
    server.answers["/page"] = [answering(body=gzip.compress(PAGE), Content_Encoding="gzip")]
    found = get(server)
    assert isinstance(found, Fetched)
    assert found.body == PAGE


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([5.0], id="silence"),
        pytest.param([b"HTTP/1.1 200 OK\r\n", *([b"X: y\r\n", 0.05] * 60)], id="slow headers"),
        pytest.param([answering(), *([b"x", 0.05] * 60)], id="slow body"),
    ],
)
def test_a_page_that_never_ends(parts: list[bytes | float], server: Server) -> None:
    server.answers["/page"] = parts
    assert code(get(server, seconds=0.4)) == "timeout"  # the page itself would take far longer


def test_a_name_server_that_never_answers() -> None:
    release = threading.Event()

    def resolver(host: str, port: int) -> list[str]:
        release.wait(5)
        return [PUBLIC]

    assert code(fetch("https://example.org/", resolver=resolver, seconds=0.2)) == "timeout"
    release.set()


def test_redirects_share_one_clock(server: Server) -> None:
    def resolver(host: str, port: int) -> list[str]:
        time.sleep(0.2)
        return [PUBLIC]

    server.answers["/page"] = [answering("302 Found", Location="/page")]
    found = fetch(
        "https://example.org/page", resolver=resolver, connector=server.connect, seconds=0.3
    )
    assert code(found) == "timeout"  # each step alone is quicker than the clock


@pytest.mark.parametrize("part", [b"", b"not http at all\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"])
def test_a_server_that_speaks_something_else(part: bytes, server: Server) -> None:
    server.answers["/page"] = [part]
    assert code(get(server)) == "unreachable"


def test_nobody_at_home(server: Server) -> None:
    def refuse(target: Target, seconds: float) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", 1, timeout=seconds)

    found = fetch("https://example.org/", resolver=lambda h, p: [PUBLIC], connector=refuse)
    assert code(found) == "unreachable"

    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror

    assert code(fetch("https://example.org/", resolver=unknown)) == "unreachable"


def test_the_certificate_is_checked_against_the_name() -> None:
    connection = fetching.connect(
        Target("https", "example.org", 443, "/", "https://example.org/", PUBLIC), 1.0
    )
    assert connection.host == PUBLIC
    assert getattr(connection, "server_hostname", "") == "example.org"
    assert getattr(connection, "assert_hostname", "") == "example.org"
    context = getattr(connection, "ssl_context", None)
    assert context is not None
    assert context.verify_mode.name == "CERT_REQUIRED"
