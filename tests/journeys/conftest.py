"""A real server with a database of its own, and a real browser that watches for trouble."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.test_architecture import ROOT

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1366, "height": 768}
PROJECTOR = {"width": 1920, "height": 1080}
SERVE = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--log-level", "warning"]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Site:
    """The running site: where it is, and where its data lies."""

    url: str
    var: Path

    def manage(self, *arguments: str) -> str:
        """Run a management command on the site's data, and return what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=environment(self.var),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout


def environment(var: Path) -> dict[str, str]:
    """The environment of a server of our own: nothing inherited that could change it."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "SECOND_SOURCE_VAR": str(var)}


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One server for the session, started as ``make run`` starts it, with the demonstration."""
    here = Site(f"http://127.0.0.1:{free_port()}", tmp_path_factory.mktemp("site"))
    for command in (["migrate"], ["collectstatic", "--noinput"], ["demo"]):
        here.manage(*command, "--verbosity", "0")
    port = str(urlsplit(here.url).port)
    server = subprocess.Popen(
        [*SERVE, "--port", port],
        cwd=ROOT,
        env=environment(here.var),
    )
    try:
        wait_for(here.url + "/accounts/login/")
        yield here
    finally:
        server.terminate()
        server.wait(timeout=15)


def wait_for(url: str) -> None:
    """Return when the server answers; fail after half a minute."""
    for _ in range(300):
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not start")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    chromium = shutil.which("chromium")
    assert chromium, "the journeys need Chromium: tools/need-chromium"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[OpenPage]:
    """Open a window of its own; afterwards, no window may have met an error or left home."""
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: trouble.append(f"script error: {error}"))
        page.on("console", lambda message: note_console(message, trouble))
        page.on("request", lambda request: note_request(request.url, site.url, trouble))

    def open_window(size: dict[str, int] = LAPTOP, **options: Any) -> Page:
        context = browser.new_context(viewport=size, base_url=site.url, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.on("page", watch)
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not trouble


def note_console(message: Any, trouble: list[str]) -> None:
    """Errors in the console count, but for what the browser and htmx note of a lost or refused
    request: the journeys look at what the page says of that instead."""
    expected = ("Failed to load resource", "htmx:", "Response Status Error Code")
    if message.type == "error" and not any(words in message.text for words in expected):
        trouble.append(f"console: {message.text}")


def note_request(url: str, home: str, trouble: list[str]) -> None:
    """No page asks anything of anybody else."""
    if not url.startswith((home, "data:", "blob:")):
        trouble.append(f"a request left home: {url}")


@pytest.fixture
def unit_path(site: Site) -> str:
    """The learner's address of a unit in the demonstration's library."""
    with urllib.request.urlopen(site.url, timeout=10) as answer:
        found = re.search(r"/learn/[0-9a-f-]+/", answer.read().decode())
    assert found
    return found.group()


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """Save a picture of the page when ``SCREENSHOTS`` names a folder."""
    folder = os.environ.get("SCREENSHOTS")

    def save(page: Page, name: str) -> None:
        if folder:
            (ROOT / folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=ROOT / folder / f"{name}.png")

    return save
