"""Enrolling: seats in a class, taken by pupils themselves or made from a teacher's list."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.db import IntegrityError, transaction
from django.utils import timezone

from curriculum.reading.types import Problem
from quiz.models import Classroom, Enrolment, Learner

PIN_LENGTH = 4
PIN_ROUNDS = (
    20_000  # milliseconds: no cost protects ten thousand PINs, and a class waits for its own
)


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat, and its PIN in clear: shown now, and never again."""

    enrolment: Enrolment
    pin: str


NAME_TAKEN = Problem(
    "name-taken",
    "Somebody with that name is already in this class. If it is you, type your PIN. "
    "If not, add a letter of your surname.",
)


def new_pin() -> str:
    """Four digits, any of the ten thousand."""
    return f"{secrets.randbelow(10**PIN_LENGTH):0{PIN_LENGTH}}"


def _hashed(pin: str) -> str:
    """The PIN as it is kept. The limit on tries guards it, and not the price of one try."""
    hasher = PBKDF2PasswordHasher()
    return hasher.encode(pin, hasher.salt(), iterations=PIN_ROUNDS)


def add_learner(
    *, classroom: Classroom, name: str, pin: str = "", learner: Learner | None = None
) -> Seated:
    """Give somebody a seat. Raises IntegrityError when the name has one already.

    A walk-in who is passed as ``learner`` takes the seat with all they answered before.
    """
    pin = pin or new_pin()
    hashed = _hashed(pin)  # outside the transaction, which holds the only pen
    with transaction.atomic():
        if learner is None:
            learner = Learner.objects.create(name=name)
        elif not learner.name:
            learner.name = name
            learner.save(update_fields=["name"])
        seat = Enrolment.objects.create(classroom=classroom, learner=learner, name=name, pin=hashed)
    return Seated(seat, pin)


def add_names(*, classroom: Classroom, names: Iterable[str]) -> tuple[list[Seated], list[str]]:
    """Seats for a pasted list. Returns the new seats, and the names that had one already."""
    seated, there = [], []
    for name in names:
        if classroom.enrolments.present().named(name).exists():
            there.append(name)
            continue
        try:
            seated.append(add_learner(classroom=classroom, name=name))
        except IntegrityError:  # a pupil took the name in this very moment
            there.append(name)
    return seated, there


def take_seat(*, classroom: Classroom, name: str, learner: Learner | None) -> Seated | Problem:
    """A new seat under a free name. ``learner`` is a walk-in who keeps what they did."""
    if learner and classroom.enrolments.filter(learner=learner).exists():
        learner = None  # their seat was taken away: they begin again, as anybody may
    try:
        return add_learner(classroom=classroom, name=name, learner=learner)
    except IntegrityError:
        return NAME_TAKEN


def reset_pin(*, enrolment: Enrolment) -> Seated:
    """A new PIN for a pupil who lost theirs."""
    pin = new_pin()
    enrolment.pin = _hashed(pin)
    enrolment.save(update_fields=["pin"])
    return Seated(enrolment, pin)


def remove(*, enrolment: Enrolment) -> None:
    """Take a seat away. Nothing that was answered is lost, and ``put_back`` undoes it."""
    enrolment.removed_at = timezone.now()
    enrolment.save(update_fields=["removed_at"])


def put_back(*, enrolment: Enrolment) -> Problem | None:
    """Undo a removal, unless somebody else has taken the name since."""
    enrolment.removed_at = None
    try:
        with transaction.atomic():
            enrolment.save(update_fields=["removed_at"])
    except IntegrityError:
        return Problem("name-taken", f"Another {enrolment.name} is in the class by now.")
    return None
