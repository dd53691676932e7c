"""How long an answer took: from the question's first appearing, by a time that the server signed.

The form carries the signed time, so that nothing has to be kept for a question that is only looked
at. The browser may keep the form over a reload, and the clock runs on; it can send an older stamp
of the same question, but make none.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.utils import timezone

SALT = "question-shown"
CAP = timedelta(minutes=30)  # longer, and the question lay open while something else was done
STALE = timedelta(days=1)  # the page of another day says nothing of how long somebody thought


def stamp(*, attempt: UUID, version: int) -> str:
    """A question of an attempt, and that it is shown now."""
    return signing.dumps([str(attempt), version, timezone.now().timestamp()], salt=SALT)


def seconds(shown: str, *, attempt: UUID, version: int, at: datetime | None = None) -> int | None:
    """How long ago the stamp was made, up to the cap; nothing if it is not this question's."""
    try:
        whose, which, then = signing.loads(shown, salt=SALT)
    except signing.BadSignature:
        return None
    took = (at or timezone.now()).timestamp() - then
    if (whose, which) != (str(attempt), version) or not 0 <= took <= STALE.total_seconds():
        return None
    return round(min(float(took), CAP.total_seconds()))
