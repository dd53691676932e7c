"""The rules of the calendar: what leans on a record says when it was checked, and when next."""

from __future__ import annotations

from datetime import date

from curriculum.writing.lint.rules import warning
from curriculum.writing.types import Finding


def overdue(review_by: date | None, *, today: date) -> tuple[Finding, ...]:
    """A warning once the day has passed; a question without a day rests on the text alone."""
    if review_by is None or today <= review_by:
        return ()
    day = f"{review_by.day} {review_by:%B %Y}"
    return (
        warning(
            "review-overdue",
            "dates",
            f"It was to be looked at again by {day}. Open the records that it leans on, mend what "
            "has changed, and give it a new day.",
        ),
    )


def undated(*, cites: bool, as_of: date | None, review_by: date | None) -> tuple[Finding, ...]:
    """A warning where a unit cites records and does not say when it was checked, or when next."""
    if not cites or (as_of and review_by):
        return ()
    return (
        warning(
            "undated",
            "dates",
            "It cites records, which can change, and does not say on which day it was checked and "
            "by when to look again. Give both days.",
        ),
    )
