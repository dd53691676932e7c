"""``manage.py draft PATH|- [--json]``: a draft unit from a file, for people or for programs."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from curriculum.management.commands.read import document_at
from curriculum.reading import read
from curriculum.writing import build, serial
from curriculum.writing.types import LessonDraft, QuestionDraft, UnitDraft


class Command(BaseCommand):
    """Prints the UnitDraft of a text, Markdown, HTML, PDF or DOCX file."""

    help = "Print lessons and questions drafted from a file (- reads stdin)."
    requires_system_checks = ()  # nothing here touches the site, and a teacher waits
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One file, and the choice of form."""
        parser.add_argument("path", metavar="PATH", help="the file to draft from, or - for stdin")
        parser.add_argument("--json", action="store_true", help="print JSON instead of a report")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, draft, and print."""
        draft = build(read(document_at(options["path"])))
        if options["json"]:
            self.stdout.write(json.dumps(serial.dump(draft), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(lines(draft)))


def lines(draft: UnitDraft) -> Iterator[str]:
    """The report, line by line."""
    yield draft.title or "(no headline)"
    if not draft.lessons:
        yield "This text offers no good question. Try a longer text that reports what people say."
    for part in (draft.summary, draft.content_note, draft.teacher_notes):
        if part:
            yield ""
            yield part
    number = 0
    for lesson in draft.lessons:
        yield from _lesson(lesson)
        for question in lesson.questions:
            number += 1
            yield from _question(number, question)


def _lesson(lesson: LessonDraft) -> Iterator[str]:
    yield ""
    yield f"== {lesson.title} =="
    for step in lesson.steps:
        yield f"[{step.kind}] {step.heading}"
        yield step.body
    for question in lesson.practice:
        yield ""
        yield f"To practise: {question.stem}   ({question.family}, {question.score:.2f})"
        yield from item_lines(question)


def _question(number: int, question: QuestionDraft) -> Iterator[str]:
    yield ""
    yield f"{number}. {question.stem}   ({question.family}, {question.score:.2f})"
    yield from item_lines(question)


def item_lines(question: QuestionDraft) -> Iterator[str]:
    """Options, explanation, proof and lint of one question."""
    for letter, choice in zip("ABC", question.choices, strict=False):
        yield f"  {'*' if choice.key else ' '} {letter}. {choice.text}"
        yield f"        {choice.rationale}{f' [{choice.confusion}]' if choice.confusion else ''}"
    yield f"  {question.explanation}"
    for anchor in question.anchors:
        yield f"  > {' '.join(anchor.exact.split())}"
    for finding in question.lint:
        yield f"  ! {finding.severity}: {finding.message} ({finding.where})"
