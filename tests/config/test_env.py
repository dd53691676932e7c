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
