"""Doors that count knocks: a guesser is stopped, and a school behind one address is not."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client


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


@pytest.mark.django_db
def test_a_staff_signs_up_from_one_address() -> None:
    for n in range(30):
        words = {"username": f"t{n}", "password1": "oak-harbour-9", "password2": "oak-harbour-9"}
        assert Client().post("/accounts/signup/", words).status_code == 302
