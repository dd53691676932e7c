"""Doors that count knocks: a guesser is stopped, and a school behind one address is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from config import limits


def knock(name: str, password: str) -> int:
    """Try to sign in from a browser of its own."""
    answer = Client().post("/accounts/login/", {"username": name, "password": password})
    return answer.status_code


def test_guessing_at_one_account_is_stopped_even_when_it_guesses_right(tess: User) -> None:
    assert {knock("tess", f"guess-{n}") for n in range(19)} == {422}
    assert knock("TESS", "one-more") == 422
    assert knock("tess", "a-long-enough-password") == 429


def test_a_staff_signs_in_while_one_account_is_being_guessed_at(tess: User, oscar: User) -> None:
    for n in range(21):
        knock("tess", f"guess-{n}")
    assert knock("oscar", "a-long-enough-password") == 302


def test_a_prankster_shuts_nobody_out_from_another_address(tess: User) -> None:
    for n in range(30):
        knock("tess", f"guess-{n}")
    at_home = Client(REMOTE_ADDR="10.0.0.9")
    secret = {"username": "tess", "password": "a-long-enough-password"}
    assert at_home.post("/accounts/login/", secret).status_code == 302


def test_guessing_from_many_addresses_is_stopped(tess: User) -> None:
    for n in range(100):
        wrong = {"username": "tess", "password": f"guess-{n}"}
        Client(REMOTE_ADDR=f"10.0.0.{n}").post("/accounts/login/", wrong)
    response = Client().post(
        "/accounts/login/", {"username": "tess", "password": "a-long-enough-password"}
    )
    assert response.status_code == 422
    assert "Too many wrong tries" in response.content.decode()


@pytest.mark.django_db
def test_a_staff_signs_up_from_one_address() -> None:
    for n in range(30):
        words = {"username": f"t{n}", "password1": "oak-harbour-9", "password2": "oak-harbour-9"}
        assert Client().post("/accounts/signup/", words).status_code == 302


TABLE = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "knocks"}


@pytest.fixture
def _shared(settings: Settings) -> Iterator[None]:
    """Count in the table that processes share, as on PostgreSQL."""
    settings.CACHES = {"default": TABLE}
    call_command("migrate", "sessions", verbosity=0)
    yield
    caches["default"].clear()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_shared")
def test_a_migration_makes_the_table_in_which_knocks_are_shared() -> None:
    who = "somebody"
    counted = [limits.spent("door", who, tries=2, seconds=60) for _ in range(4)]
    assert counted == [False, False, True, True]
    assert not limits.spent("door", "somebody-else", tries=2, seconds=60)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_shared")
def test_guessing_is_stopped_wherever_it_is_counted(tess: User) -> None:
    for n in range(20):
        knock("tess", f"guess-{n}")
    assert knock("tess", "a-long-enough-password") == 429


def test_a_count_is_over_when_its_time_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.limits.time", lambda: 1000.0)
    assert not limits.spent("door", "x", tries=1, seconds=60)
    assert limits.spent("door", "x", tries=1, seconds=60)
    monkeypatch.setattr("config.limits.time", lambda: 1061.0)
    assert not limits.spent("door", "x", tries=1, seconds=60)
