"""The address of the database: what it may say, and that anything else is refused aloud."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env

FILE = Path("ours.sqlite3")


def database(monkeypatch: pytest.MonkeyPatch, url: str) -> dict[str, object]:
    """What the address comes to."""
    monkeypatch.setenv("DATABASE_URL", url)
    return env.database("DATABASE_URL", otherwise=FILE)


def test_without_an_address_it_is_our_own_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    found = env.database("DATABASE_URL", otherwise=FILE)
    assert found == {"ENGINE": "django.db.backends.sqlite3", "NAME": FILE}


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///school.sqlite3", "school.sqlite3"),
        ("sqlite:////srv/our%20school/rows.sqlite3", "/srv/our school/rows.sqlite3"),
    ],
)
def test_a_file(monkeypatch: pytest.MonkeyPatch, url: str, path: str) -> None:
    assert database(monkeypatch, url)["NAME"] == path


def test_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgresql://mara:p%40ss%2Fword@db.example:6432/second_source?sslmode=require"
    assert database(monkeypatch, url) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "second_source",
        "USER": "mara",
        "PASSWORD": "p@ss/word",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_server_behind_a_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    found = database(monkeypatch, "postgres://mara@/rows?host=/run/postgresql")
    assert (found["HOST"], found["PORT"], found["OPTIONS"]) == ("/run/postgresql", "", {})


@pytest.mark.parametrize(
    "url",
    [
        "",
        "rows.sqlite3",
        "sqlite://",
        "sqlite://rows.sqlite3",
        "sqlite:///rows.sqlite3?mode=ro",
        "mysql://mara:secret@db/rows",
        "postgresql://mara:secret@db",
        "postgresql://mara:secret@db/rows/more",
        "postgresql://mara:secret@db:port/rows",
        "postgresql://mara:secret/word@db/rows",
        "postgresql://mara:secret@db/rows?sslmod=require",
        "postgresql://mara:secret@db/rows?sslmode",
    ],
)
def test_anything_else_is_refused_aloud(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must look like") as refusal:
        database(monkeypatch, url)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("url", "host", "port", "tls", "ssl"),
    [
        ("smtp://localhost", "localhost", 25, False, False),
        ("smtp+tls://us:p%40ss@mail.example", "mail.example", 587, True, False),
        ("smtps://us:p%40ss@mail.example:8465", "mail.example", 8465, False, True),
    ],
)
def test_a_mail_server(
    monkeypatch: pytest.MonkeyPatch, url: str, host: str, port: int, *, tls: bool, ssl: bool
) -> None:
    monkeypatch.setenv("EMAIL_URL", url)
    found = env.mail("EMAIL_URL")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == (host, port)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)
    assert found["EMAIL_HOST_PASSWORD"] == ("p@ss" if "@" in url else "")


def test_no_mail_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EMAIL_URL", raising=False)
    assert env.mail("EMAIL_URL") == {}


@pytest.mark.parametrize(
    "url", ["mail.example:25", "smtp://", "smtp://us:hush@h/box", "smtp://h:x"]
)
def test_what_is_no_mail_server(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("EMAIL_URL", url)
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL must look like") as refused:
        env.mail("EMAIL_URL")
    assert "hush" not in str(refused.value)
