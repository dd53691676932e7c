"""A whole small unit as files, for tests that spoil one of them."""

from __future__ import annotations

from pathlib import Path

PARAGRAPHS = 16
TEXT = """---
title: A count of doors
date: 2026-03-02
kind: a local news report
as_of: 2026-03-02
licence: CC BY 4.0
note: "practice text: people and places invented"
---
# A count of doors

"""
UNIT = """title: A count of doors
summary: Who counted the doors of a street, and how anybody knows.
content_note: ""
kind: a local news report
licence: CC BY 4.0
as_of: 2026-03-02
review_by: 2027-03-02
reading_age: 11
sources:
  - {id: S1, name: A register of doors, address: "https://example.org/doors", date: 2026-01-04, used_for: the count}
"""  # noqa: E501
LESSON = """---
title: Who says so?
skill: attr
module: Who says
---
## idea: Find the voice
{idea}

## example: In this text
The writer names the warden who counted.

Anchors: “door 1 is green” | “door 2 is green”

## check: Look outside
Look the street up.

**What to look for:** a second count.

## discuss: Talk
What would you ask the warden?

## recap: In short
Find who says it.
"""
ITEM = """- id: attr-{n}
  family: own
  practice: {practice}
  stem: Whose words are “door {n} is green”?
  choices:
    - {{text: The warden of row {n}, key: true, why: The sentence names the warden.}}
    - {{text: The painters of row {n}, confusion: wrong-speaker, why: The painters are not there.}}
    - {{text: The article for row {n}, confusion: own-is-reported, why: The sentence has a source.}}
  explanation: "Paragraph {n} names the warden. To check: ask the warden."
  anchors:
    - {{exact: "door {n} is green"}}
  finds: {finds}
  favours: neither
"""


def write(folder: Path) -> Path:
    """A unit without a mistake."""
    for name in ("lessons", "questions"):
        (folder / name).mkdir(parents=True)
    sentences = [
        f"“The paint of door {n} is green,” said Ada Brook, the warden of row {n}."
        for n in range(1, PARAGRAPHS + 2)
    ]
    (folder / "text.md").write_text(TEXT + "\n\n".join(sentences) + "\n", encoding="utf-8")
    (folder / "unit.yaml").write_text(UNIT, encoding="utf-8")
    (folder / "teacher-notes.md").write_text("Count with them. S1 has the figures.\n", "utf-8")
    lesson = LESSON.format(idea="Find out who is speaking here. " * 20)
    (folder / "lessons/01-attr.md").write_text(lesson, encoding="utf-8")
    (folder / "questions/01-attr.yaml").write_text(items(), encoding="utf-8")
    return folder


def items() -> str:
    """Two items to practise on and a quiz that balances."""
    return "".join(
        ITEM.format(n=n, practice=str(n <= 2).lower(), finds="flaw" if n % 2 else "holds")
        for n in range(1, PARAGRAPHS + 2)
    )


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    """Change the first ``old`` of a file."""
    path = folder / file
    words = path.read_text(encoding="utf-8")
    assert old in words, f"{file} has no {old!r}"
    path.write_text(words.replace(old, new, 1), encoding="utf-8")
