"""A UnitDraft as plain JSON values. The key names are a public contract."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from curriculum.writing.types import QuestionDraft, UnitDraft

Json = dict[str, Any]


def dump(draft: UnitDraft) -> Json:
    """The draft as values that ``json.dumps`` takes, its questions also on the top level."""
    return {**asdict(draft), "questions": [dump_question(q) for q in draft.questions]}


def dump_question(question: QuestionDraft) -> Json:
    """One question as values that ``json.dumps`` takes."""
    return asdict(question)
