"""What is kept about a learner beside answers and classes: small records, told in a file."""

from __future__ import annotations

from typing import Any

from curriculum.skills import SKILLS
from quiz import withheld
from quiz.models import CalendarFeed, Drawn, Erasure, Flag, Learner, Pass

Records = list[dict[str, Any]]


def of(learner: Learner) -> dict[str, Records]:
    """Each kind by its name in the files; every record has a ``when``, or None."""
    return {
        "flags": _flags(learner),
        "texts_passed_on": _passes(learner),
        "drawn_for_review": _drawn(learner),
        "reviews_to_come": _reviews(learner),
        "calendar_addresses": [
            {"when": feed.made_at, "address_ends_with": feed.secret[-4:]}
            for feed in CalendarFeed.objects.filter(learner=learner)
        ],
        "wishes_to_leave": [
            {"when": wish.asked_at, "receipt": wish.spoken, "due_at": wish.due_at}
            for wish in Erasure.objects.filter(learner=learner)
        ],
    }


def _flags(learner: Learner) -> Records:
    rows = Flag.objects.filter(learner=learner).select_related("version")
    return [
        {
            "when": row.made_at,
            "question": row.version.stem,
            "what_you_said": row.get_reason_display(),
            "in_your_words": row.words,
            "outcome": row.get_outcome_display(),
            "reply": row.reply,
            "settled_at": row.settled_at,
        }
        for row in rows
    ]


def _passes(learner: Learner) -> Records:
    rows = Pass.objects.filter(learner=learner).select_related("unit")
    return [{"when": row.passed_at, "text": row.unit.title} for row in rows]


def _drawn(learner: Learner) -> Records:
    rows = Drawn.objects.filter(attempt__learner=learner).select_related("attempt", "version")
    return [
        {"when": row.attempt.started_at, "place": row.position, "question": row.version.stem}
        for row in rows.order_by("attempt__started_at", "position")
    ]


def _reviews(learner: Learner) -> Records:
    return [
        {
            "when": None,
            "skill": SKILLS[row.skill].name,
            "last_on": row.last_on.isoformat(),
            "due_on": row.due_on.isoformat(),
            "step": row.step,
        }
        for row in withheld.reviews(learner)
    ]
