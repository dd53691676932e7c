"""From the folder of a bundled unit to its values: pure, and never stopped by a mistake."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from curriculum.reading.extract import extract
from curriculum.reading.types import Document
from curriculum.units import items, lessons
from curriculum.units.fields import Fields, load, read
from curriculum.units.values import (
    BundledLesson,
    BundledText,
    BundledUnit,
    Mistake,
    Parsed,
    Record,
)

_NAME = re.compile(r"\d\d-[a-z0-9-]+")
_NO_DAY = date.min  # stands for a day that is missing, which is a mistake already


def parse(folder: Path) -> Parsed:
    """The unit in a folder, as far as it can be read, and every mistake in its files."""
    mistakes: list[Mistake] = []
    passage = text_in(folder, mistakes)
    document = document_of(passage, mistakes) if passage else None
    plain = load(folder / "unit.yaml", file="unit.yaml", mistakes=mistakes)
    if plain is None or passage is None or document is None:
        return Parsed(folder.name, None, tuple(mistakes))
    fields = Fields(plain, file="unit.yaml", mistakes=mistakes)
    fields.only(*_UNIT)
    unit = BundledUnit(
        slug=folder.name,
        title=fields.words("title"),
        summary=fields.words("summary"),
        content_note=fields.given("content_note"),
        kind=fields.words("kind"),
        licence=fields.words("licence"),
        as_of=fields.day("as_of") or _NO_DAY,
        review_by=fields.day("review_by") or _NO_DAY,
        reading_age=int(fields.number("reading_age", 11)),
        sources=_records(fields),
        passage=passage,
        document=document,
        teacher_notes=_notes(folder, mistakes),
        lessons=_lessons(folder, document.text, mistakes),
    )
    return Parsed(folder.name, unit, tuple(mistakes))


_UNIT = (
    "title", "summary", "content_note", "kind", "licence", "as_of", "review_by", "reading_age",
    "sources",
)  # fmt: skip
_TEXT = ("title", "date", "kind", "as_of", "licence", "note")


def text_in(folder: Path, mistakes: list[Mistake]) -> BundledText | None:
    """The text of a folder, whole or in excerpts."""
    there = [name for name in ("text.md", "excerpts.md") if (folder / name).exists()]
    if len(there) != 1:
        mistakes.append(
            Mistake("text.md", "The folder should hold one of text.md and excerpts.md.")
        )
        return None
    (file,) = there
    words = read(folder / file, file=file, mistakes=mistakes)
    fields, text = lessons.front_matter(words, file=file, mistakes=mistakes)
    fields.only(*_TEXT)
    about = {name: fields.words(name) for name in _TEXT}
    for name in ("date", "as_of"):
        fields.day(name)
    excerpts = file == "excerpts.md"
    return BundledText(slug=folder.name, text=text.lstrip("\n"), excerpts=excerpts, **about)


def document_of(passage: BundledText, mistakes: list[Mistake]) -> Document | None:
    """The text as the reader takes it: without marks, in blocks."""
    found = extract(passage.text.encode(), filename=f"{passage.slug}.md")
    if isinstance(found, Document):
        return found
    mistakes.append(Mistake("excerpts.md" if passage.excerpts else "text.md", found.message))
    return None


def _records(fields: Fields) -> tuple[Record, ...]:
    found = []
    for number, each in enumerate(fields.many("sources"), start=1):
        part = fields.part(each, f"source {number}")
        part.only("id", "name", "address", "date", "used_for")
        found.append(
            Record(*(part.words(name) for name in ("id", "name", "address", "date", "used_for")))
        )
    return tuple(found)


def _notes(folder: Path, mistakes: list[Mistake]) -> str:
    path = folder / "teacher-notes.md"
    notes = read(path, file=path.name, mistakes=mistakes).strip() if path.exists() else ""
    if not notes:
        mistakes.append(Mistake(path.name, "There are no notes for teachers. Write them."))
    return notes


def _lessons(folder: Path, text: str, mistakes: list[Mistake]) -> tuple[BundledLesson, ...]:
    asked = {path.stem for path in (folder / "questions").glob("*.yaml")}
    taught = {path.stem for path in (folder / "lessons").glob("*.md")}
    for name in sorted(asked - taught):
        mistakes.append(
            Mistake(f"questions/{name}.yaml", f"There is no lessons/{name}.md. Write it.")
        )
    if not taught:
        mistakes.append(Mistake("lessons", "There is no lesson. Write lessons/01-….md."))
    return tuple(_lesson(folder, name, text, mistakes) for name in sorted(taught))


def _lesson(folder: Path, name: str, text: str, mistakes: list[Mistake]) -> BundledLesson:
    file, questions = f"lessons/{name}.md", f"questions/{name}.yaml"
    if not _NAME.fullmatch(name):
        mistakes.append(Mistake(file, "Name the file by its place and skill, such as 01-attr.md."))
    taught = lessons.read(folder / file, file=file, text=text, mistakes=mistakes)
    plain = load(folder / questions, file=questions, mistakes=mistakes)
    return BundledLesson(
        name=name,
        title=taught.title,
        skill=taught.skill,
        module=taught.module,
        steps=taught.steps,
        items=items.read(plain, skill=taught.skill, file=questions, text=text, mistakes=mistakes),
    )
