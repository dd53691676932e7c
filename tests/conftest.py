"""The cast and the settings of the test suite: Tess teaches, Oscar is an outsider."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from hypothesis import settings
from pytest_django import Settings

from quiz import evidence, places

# A busy machine is no fault of the code: no test of ours fails by the clock.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def _no_network_beyond_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise AssertionError(f"a test reached for the network: {address!r}")
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(autouse=True)
def _fresh_limits(settings: Settings) -> Iterator[None]:
    """Knocks are counted in memory, on PostgreSQL too: most tests have no database open."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _fresh_places() -> Iterator[None]:
    """What was published never changes, but after a test its keys are given out again."""
    yield
    places.forget()
    evidence.forget()


@pytest.fixture(autouse=True)
def _statics_without_collecting(settings: Settings) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture(autouse=True)
def _quick_hashes(settings: Settings) -> None:
    """Passwords are slow to hash by design; no test but one cares how they are."""
    quick = "django.contrib.auth.hashers.MD5PasswordHasher"
    settings.PASSWORD_HASHERS = [quick, *settings.PASSWORD_HASHERS]


@pytest.fixture
def tess(db: None) -> User:
    """A teacher."""
    return User.objects.create_user("tess", password="a-long-enough-password")


@pytest.fixture
def oscar(db: None) -> User:
    """Another teacher, who has no business with Tess's things."""
    return User.objects.create_user("oscar", password="a-long-enough-password")


@pytest.fixture
def as_tess(tess: User) -> Client:
    """A browser where Tess is signed in."""
    client = Client()
    client.force_login(tess)
    return client


@pytest.fixture
def as_oscar(oscar: User) -> Client:
    """A browser where Oscar is signed in."""
    client = Client()
    client.force_login(oscar)
    return client
