"""What a pupil shows to come back to a seat: four digits, or three of twelve pictures in order.

Both are made by chance, shown once, and kept as a hash. Twelve pictures give 1,320 rows of three
different ones and four digits 10,000: neither is safe by its number, so ``TRIES`` guards both.
Whoever guesses at one seat without a pause needs a day of school hours for half of the pictures.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from quiz.models import Classroom

PIN_LENGTH = 4
IN_A_ROW = 3
TRIES, MINUTES = 10, 15  # wrong secrets for one seat, before it pauses
ROUNDS = 20_000  # milliseconds: no cost protects so few secrets, and a class waits for its own


@dataclass(frozen=True, slots=True)
class Picture:
    """One of the twelve. Its name is always beside it, so that nobody depends on seeing it."""

    id: str

    @property
    def name(self) -> str:
        """As it is read out."""
        return self.id.capitalize()

    @property
    def drawing(self) -> str:
        """The template that draws it."""
        return f"icons/pictures/{self.id}.svg"


PICTURES = {
    name: Picture(name)
    for name in (
        "sun", "moon", "tree", "flower", "house", "boat",
        "fish", "key", "cup", "kite", "umbrella", "bell",
    )
}  # fmt: skip


def new(sign_in: str) -> str:
    """A secret of the kind that a class signs in with."""
    if sign_in == Classroom.SignIn.PICTURES:
        return " ".join(secrets.SystemRandom().sample(list(PICTURES), IN_A_ROW))
    return f"{secrets.randbelow(10**PIN_LENGTH):0{PIN_LENGTH}}"


def pictures(secret: str) -> list[Picture]:
    """The pictures of a secret, in their order; none for a PIN."""
    return [PICTURES[name] for name in secret.split() if name in PICTURES]


def hashed(secret: str) -> str:
    """The secret as it is kept. The limit on tries guards it, and not the price of one try."""
    hasher = PBKDF2PasswordHasher()
    return hasher.encode(secret, hasher.salt(), iterations=ROUNDS)
