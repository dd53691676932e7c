"""How long an answer took: from a time that the server signed, or nothing."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from quiz.timing import CAP, seconds, stamp

ATTEMPT = uuid4()


def after(gap: timedelta) -> int | None:
    """What is noted when the answer comes so much later."""
    shown = stamp(attempt=ATTEMPT, version=7)
    return seconds(shown, attempt=ATTEMPT, version=7, at=timezone.now() + gap)


@pytest.mark.parametrize(
    ("gap", "told"),
    [
        (timedelta(seconds=42), 42),
        (timedelta(hours=2), round(CAP.total_seconds())),
        (timedelta(days=2), None),
        (timedelta(minutes=-5), None),
    ],
)
def test_it_is_the_gap_up_to_a_cap(gap: timedelta, told: int | None) -> None:
    assert after(gap) == told


@pytest.mark.parametrize("shown", ["", "made-up", "a:b:c"])
def test_what_was_not_signed_says_nothing(shown: str) -> None:
    assert seconds(shown, attempt=ATTEMPT, version=7) is None


def test_the_stamp_of_another_question_says_nothing() -> None:
    shown = stamp(attempt=ATTEMPT, version=7)
    assert seconds(shown, attempt=ATTEMPT, version=8) is None
    assert seconds(shown, attempt=uuid4(), version=7) is None
