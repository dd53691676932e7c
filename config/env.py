"""Typed readers of the environment that fail loudly, naming the variable and what it got."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """The variable, or the default; without a default it must be set."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def flag(name: str, *, default: bool) -> bool:
    """A yes-or-no variable: 1/0, true/false, yes/no, on/off."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in {"1", "true", "yes", "on"}:
        return True
    if value.lower() in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, got {value!r}.")


def integer(name: str, default: int) -> int:
    """A whole-number variable."""
    value = os.environ.get(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, got {value!r}.") from None


def words(name: str, default: str = "") -> list[str]:
    """A variable with a comma-separated list."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


# What a PostgreSQL address may say after its "?", as libpq names it; ``host`` is a socket's folder
POSTGRESQL_WORDS = (
    *("host", "sslmode", "sslrootcert", "sslcert", "sslkey"),
    *("connect_timeout", "application_name", "target_session_attrs"),
)


def database(name: str, *, otherwise: Path) -> dict[str, Any]:
    """The database that an address names, as Django's settings want it; else an SQLite file.

    ``sqlite:///folder/file`` is relative, ``sqlite:////folder/file`` is not; the other is
    ``postgresql://user:password@host:port/name?sslmode=require``.
    """
    url = os.environ.get(name)
    if url is None:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": otherwise}
    try:
        return _database(urlsplit(url))
    except ValueError as wrong:  # the address itself may hold a password: do not repeat it
        raise ImproperlyConfigured(
            f"{name} must look like sqlite:////folder/file or postgresql://user:password@host/name."
            f" {wrong}"
        ) from None


def _database(url: SplitResult) -> dict[str, Any]:
    place = unquote(url.path.removeprefix("/"))
    if url.scheme == "sqlite":
        if not place or url.netloc or url.query:
            raise ValueError("Three slashes and a path follow the word sqlite:")
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": place}
    if url.scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"There is no database of the kind {url.scheme!r}.")
    if not place or "/" in place:
        raise ValueError("The name of one database follows the host.")
    options = dict(parse_qsl(url.query, keep_blank_values=True))
    if set(options) - set(POSTGRESQL_WORDS) or not all(options.values()):
        raise ValueError(f"After the question mark it may say {', '.join(POSTGRESQL_WORDS)}.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": place,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", "") or unquote(url.hostname or ""),
        "PORT": _port(url),
        "OPTIONS": options,
    }


def _port(url: SplitResult) -> str:
    try:
        return str(url.port or "")
    except ValueError:  # its words may be part of a password with an unquoted slash
        raise ValueError("Its port is not a number; / @ ? in a password are %2F %40 %3F.") from None


# How mail leaves: in the open, encrypted after a greeting (587), or encrypted from the start (465)
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def mail(name: str) -> dict[str, Any]:
    """The mail server that an address names, as Django's settings want it; nothing without one.

    ``smtp+tls://user:password@host:587`` talks TLS after STARTTLS, ``smtps://`` from the start,
    ``smtp://`` not at all.
    """
    url = os.environ.get(name)
    if not url:
        return {}
    try:
        return _mail(urlsplit(url))
    except ValueError as wrong:  # the address itself may hold a password: do not repeat it
        raise ImproperlyConfigured(
            f"{name} must look like smtp+tls://user:password@host:587. {wrong}"
        ) from None


def _mail(url: SplitResult) -> dict[str, Any]:
    if url.scheme not in MAIL_PORTS:
        raise ValueError(f"It begins with {', '.join(MAIL_PORTS)}.")
    if not url.hostname or url.path.strip("/") or url.query:
        raise ValueError("A host and its port are all that follows the user and the password.")
    return {
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": int(_port(url) or MAIL_PORTS[url.scheme]),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_TLS": url.scheme == "smtp+tls",
        "EMAIL_USE_SSL": url.scheme == "smtps",
    }
