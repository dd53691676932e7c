"""What lint says of a question as it stands in the database."""

from __future__ import annotations

from curriculum.models import Question, QuestionVersion
from curriculum.writing import anchors
from curriculum.writing.types import Finding, QuestionDraft, Severity


def of_draft(draft: QuestionDraft, *, text: str) -> tuple[Finding, ...]:
    """Everything lint finds in a question about ``text``, the gravest first."""
    return tuple(
        Finding(
            "anchor-lost",
            Severity.ERROR,
            "These words are not in the text. Choose the words that prove the answer again.",
            f"anchor {number}",
        )
        for number, anchor in enumerate(draft.anchors, start=1)
        if anchors.resolve(anchor, text) is None
    )


def of_version(version: QuestionVersion) -> tuple[Finding, ...]:
    """What lint finds in these words."""
    return of_draft(version.as_draft(), text=version.question.unit.source.text)


def of_question(question: Question) -> tuple[Finding, ...]:
    """What lint finds in the words as they are now."""
    latest = question.latest
    return of_version(latest) if latest else ()
