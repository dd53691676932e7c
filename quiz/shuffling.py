"""The order of choices: mixed for each learner, and telling nothing of the key."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from uuid import UUID

from curriculum.models import Choice, QuestionVersion

LETTERS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class Laid:
    """A choice as one learner sees it: a letter, and a token that says nothing of its row."""

    letter: str
    token: str
    choice: Choice


def lay_out(version: QuestionVersion, *, learner: UUID) -> list[Laid]:
    """The choices in this learner's order, the same on every visit; a scale keeps its own.

    A choice is named on the page by a digest of the learner's secret id and the choice, and the
    digests decide the order: neither a name nor a place depends on which choice is the key.
    """
    named = [(_token(learner, choice), choice) for choice in version.choices.all()]
    if not version.ordinal:
        named.sort(key=lambda pair: pair[0])
    return [
        Laid(letter, token, choice) for letter, (token, choice) in zip(LETTERS, named, strict=False)
    ]


def _token(learner: UUID, choice: Choice) -> str:
    digest = hashlib.blake2b(f"{learner}:{choice.pk}".encode(), digest_size=8)
    return digest.hexdigest()
