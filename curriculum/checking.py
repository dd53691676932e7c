"""What lint says of a question as it stands in the database."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from curriculum.models import Question, QuestionVersion, Source, Unit
from curriculum.writing import lint
from curriculum.writing.types import Finding, QuestionDraft, Severity


def of_draft(draft: QuestionDraft, *, source: Source) -> tuple[Finding, ...]:
    """Everything lint finds in a question about the text, the gravest first.

    The swap test comes last: it asks what becomes of an item that is sound as it stands.
    """
    found = lint.item(draft, text=source.text)
    if not lint.blocks(found):
        found += lint.swap_in_place(draft, source.reading)
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.ERROR))


def of_set(questions: Iterable[Question]) -> tuple[Finding, ...]:
    """What lint finds in the questions as a set."""
    return lint.bank([each.latest.as_draft() for each in questions if each.latest])


def of_dates(unit: Unit) -> tuple[Finding, ...]:
    """Whether a unit that leans on records says when they were checked, and whether that is due."""
    return (
        *lint.undated(cites=bool(unit.sources), as_of=unit.as_of, review_by=unit.review_by),
        *lint.overdue(unit.review_by, today=timezone.localdate()),
    )


def of_version(version: QuestionVersion) -> tuple[Finding, ...]:
    """What lint finds in these words, and in the day by which to look at them again."""
    return (
        *of_draft(version.as_draft(), source=version.question.unit.source),
        *lint.overdue(version.review_by, today=timezone.localdate()),
    )


def of_question(question: Question) -> tuple[Finding, ...]:
    """What lint finds in the words as they are now."""
    latest = question.latest
    return of_version(latest) if latest else ()
