"""Lesson files: front matter, then a section for each step, then the words that it lights up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from curriculum.skills import SKILLS
from curriculum.units import places
from curriculum.units.fields import Fields, parse
from curriculum.units.fields import read as words
from curriculum.units.values import Mistake
from curriculum.writing.types import Anchor, StepDraft, StepKind

_SECTION = re.compile(r"^## +(.*)$", re.MULTILINE)
_ANCHORS = re.compile(r"\n*^Anchors:[ \t]*(.*)\Z", re.MULTILINE | re.DOTALL)
_QUOTED = re.compile(r"^[“\"](.*)[”\"]$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LessonFile:
    """A lesson without its questions."""

    title: str
    skill: str
    module: str
    steps: tuple[StepDraft, ...]


def front_matter(text: str, *, file: str, mistakes: list[Mistake]) -> tuple[Fields, str]:
    """The fields between the first two lines of dashes, and what follows them."""
    parts = re.split(r"^---[ \t]*$\n?", text, maxsplit=2, flags=re.MULTILINE)
    if len(parts) < 3 or parts[0].strip():
        mistakes.append(
            Mistake(file, "The file should begin with its fields between two lines of “---”.")
        )
        return Fields({}, file=file, mistakes=[]), text
    plain = parse(parts[1], file=file, mistakes=mistakes)
    return Fields({} if plain is None else plain, file=file, mistakes=mistakes), parts[2]


def read(path: Path, *, file: str, text: str, mistakes: list[Mistake]) -> LessonFile:
    """A lesson about ``text``."""
    fields, body = front_matter(
        words(path, file=file, mistakes=mistakes), file=file, mistakes=mistakes
    )
    fields.only("title", "skill", "module")
    skill = fields.words("skill")
    if skill and skill not in SKILLS:
        fields.wrong(f"There is no skill “{skill}”. The skills are: {', '.join(SKILLS)}.")
    return LessonFile(
        title=fields.words("title"),
        skill=skill,
        module=fields.given("module"),
        steps=_steps(body, text=text, file=file, mistakes=mistakes),
    )


def _steps(body: str, *, text: str, file: str, mistakes: list[Mistake]) -> tuple[StepDraft, ...]:
    before, *parts = _SECTION.split(body)
    if before.strip():
        mistakes.append(
            Mistake(file, "Words stand before the first “## ”. Give them a section of their own.")
        )
    sections = zip(parts[::2], parts[1::2], strict=True)
    found = [
        _step(head, words, text=text, file=file, mistakes=mistakes) for head, words in sections
    ]
    return tuple(step for step in found if step)


def _step(
    head: str, words: str, *, text: str, file: str, mistakes: list[Mistake]
) -> StepDraft | None:
    kind, colon, heading = (part.strip() for part in head.partition(":"))
    if kind not in list(StepKind) or not colon or not heading:
        kinds = ", ".join(StepKind)
        mistakes.append(
            Mistake(file, f"“## {head}” should be “## kind: heading”, with a kind of: {kinds}.")
        )
        return None
    line = _ANCHORS.search(words)
    prose = (words[: line.start()] if line else words).strip()
    if not prose:
        mistakes.append(Mistake(file, f"The step “{heading}” has no words. Write them.", kind))
    lit = _lit(line.group(1), text=text, file=file, kind=kind, mistakes=mistakes) if line else ()
    return StepDraft(StepKind(kind), heading, prose, lit)


def _lit(
    line: str, *, text: str, file: str, kind: str, mistakes: list[Mistake]
) -> tuple[Anchor, ...]:
    """The anchors of a line such as “exact words” | “other words”."""
    found = []
    for part in line.split("|"):
        quoted = _QUOTED.match(part.strip())
        place = places.find(text, quoted.group(1) if quoted else part.strip())
        if isinstance(place, str):
            mistakes.append(Mistake(file, place, kind))
        else:
            found.append(place)
    return tuple(found)
