"""The order of choices and of questions: mixed for each learner, and telling nothing of the key."""

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


def lay_out(
    version: QuestionVersion, *, learner: UUID, fewer: bool = False, keep: int | None = None
) -> list[Laid]:
    """The choices in this learner's order, the same on every visit; a scale keeps its own.

    A choice is named on the page by a digest of the learner's secret id and the choice, and the
    digests decide the order: neither a name nor a place depends on which choice is the key.
    ``fewer`` leaves one distractor out, and ``keep`` is a choice that stays in any case.
    """
    choices = list(version.choices.all())
    left = _left_out(choices, learner, keep) if fewer else None
    named = [(_digest(learner, each.pk), each) for each in choices if each.pk != left]
    if not version.ordinal:
        named.sort(key=lambda pair: pair[0])
    return [
        Laid(letter, token, choice) for letter, (token, choice) in zip(LETTERS, named, strict=False)
    ]


def turn(version: int, *, learner: UUID) -> str:
    """When a question comes for this learner among those of its lesson: the same on every visit."""
    return _digest(learner, f"question:{version}")


def _left_out(choices: list[Choice], learner: UUID, keep: int | None) -> int | None:
    """The distractor that this learner does without: the same one each time, and any of them
    alike. A question of two choices keeps both, and the key always stays."""
    spare = [each.pk for each in choices if not each.is_key and each.pk != keep]
    if len(choices) < 3:
        return None
    return min(spare, key=lambda pk: _digest(learner, f"left out:{pk}"), default=None)


def _digest(learner: UUID, thing: object) -> str:
    return hashlib.blake2b(f"{learner}:{thing}".encode(), digest_size=8).hexdigest()
