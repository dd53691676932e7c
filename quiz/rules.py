"""The rules of set work in plain words: a sentence for the teacher, and lines for a learner."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from quiz import spoken
from quiz.models import Assignment
from quiz.standing import Standing


def summary(work: Assignment, *, at: datetime | None = None) -> str:
    """What learners will meet: "Open now, due Friday 27 November, 16:00, one try, 20 minutes."."""
    parts = [
        _opening(work, at or timezone.now()),
        _due(work),
        spoken.tries(work.tries) if work.tries else "as many tries as they like",
        f"{spoken.minutes(work.minutes)} for a try" if work.minutes else "",
        "the questions in another order for each" if work.shuffled else "",
    ]
    said = ", ".join(part for part in parts if part)
    shown = "after each answer" if work.feedback == work.Feedback.NOW else "once the work is due"
    return f"{said[0].upper()}{said[1:]}. They see what was right {shown}."


def for_learner(standing: Standing) -> list[str]:
    """The rules that bind this learner, before they begin."""
    work = standing.work
    return [
        rule for rule in (_hand_in(work), _tries(standing), _clock(standing), _wait(work)) if rule
    ]


def _opening(work: Assignment, at: datetime) -> str:
    if work.opens_at is None or work.opened(at):
        return "open now"
    return f"opens {spoken.moment(work.opens_at)}"


def _due(work: Assignment) -> str:
    if work.due_at is None:
        return "no date by which it is due"
    late = "closed after that" if work.late == work.Late.CLOSED else "marked as late after that"
    return f"due {spoken.moment(work.due_at)} and {late}"


def _hand_in(work: Assignment) -> str:
    if work.due_at is None:
        return ""
    after = {
        work.Late.CLOSED: "After that it takes no answer.",
        work.Late.MARKED: "You can still do it after that. Your teacher sees that it was late.",
    }
    return f"It is due on {spoken.moment(work.due_at)}. {after[work.Late(work.late)]}"


def _tries(standing: Standing) -> str:
    left, allowed = standing.tries_left, standing.work.tries
    if allowed is None or left is None:
        return ""
    if not standing.attempts:
        return f"You have {spoken.tries(allowed)}."
    return f"You have {spoken.tries(left) if left else 'no try'} left of {allowed}."


def _clock(standing: Standing) -> str:
    limit = standing.minutes
    if not limit:
        return ""
    extra = " Your extra time is counted in." if standing.extra_time else ""
    return (
        f"Once you start you have {spoken.minutes(limit)}.{extra} "
        "The clock runs on if you leave, and what you answered is kept when it ends."
    )


def _wait(work: Assignment) -> str:
    if work.discloses() or work.due_at is None:
        return ""
    return f"You see what was right on {spoken.moment(work.due_at)}, not before."
