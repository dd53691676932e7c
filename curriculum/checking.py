"""What lint says of a question as it stands in the database."""

from __future__ import annotations

from collections.abc import Iterable

from curriculum.models import Question, QuestionVersion
from curriculum.writing import lint
from curriculum.writing.types import Finding, QuestionDraft, Severity


def of_draft(draft: QuestionDraft, *, text: str) -> tuple[Finding, ...]:
    """Everything lint finds in a question about ``text``, the gravest first."""
    found = lint.item(draft, text=text)
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.ERROR))


def of_set(questions: Iterable[Question]) -> tuple[Finding, ...]:
    """What lint finds in the questions as a set."""
    return lint.bank([each.latest.as_draft() for each in questions if each.latest])


def of_version(version: QuestionVersion) -> tuple[Finding, ...]:
    """What lint finds in these words."""
    return of_draft(version.as_draft(), text=version.question.unit.source.text)


def of_question(question: Question) -> tuple[Finding, ...]:
    """What lint finds in the words as they are now."""
    latest = question.latest
    return of_version(latest) if latest else ()
