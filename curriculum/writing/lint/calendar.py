"""The rule of the calendar: a question that leans on a record is looked at again in time."""

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
