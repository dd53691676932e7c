"""The values that travel from a Reading to a UnitDraft: frozen, plain, and free of Django."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from curriculum.reading.types import Reading

LETTERS = "ABCDEFGH"  # of the options, as a page shows them


class StepKind(StrEnum):
    """What a step of a lesson is for."""

    IDEA = "idea"  # the skill, in a few plain words
    EXAMPLE = "example"  # the idea lit up in this text
    CHECK = "check"  # a task for the real web: lateral reading
    DISCUSS = "discuss"  # one prompt to talk about
    RECAP = "recap"  # the idea in one minute


class Severity(StrEnum):
    """What a finding means for publication."""

    ERROR = "error"  # blocks publication
    WARNING = "warning"  # is shown, and does not block


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that prove a key: W3C TextQuoteSelector and TextPositionSelector in one.

    ``start`` and ``end`` are code points into the source's text, ``[start, end)``.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ChoiceDraft:
    """One option. A distractor names the confusion that it tempts."""

    text: str
    key: bool
    rationale: str
    confusion: str = ""  # id in curriculum.writing.confusions; "" for the key


@dataclass(frozen=True, slots=True)
class Finding:
    """What lint found: what, where, and how to mend it."""

    code: str  # stable: "key-longest", "anchor-lost"
    severity: Severity
    message: str  # what and how to mend, for a teacher
    where: str = ""  # "stem", "choice 2", "explanation", "anchor 1"


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A multiple-choice item about how the text works."""

    family: str  # id of the module in curriculum.writing.families
    skill: str  # id in curriculum.skills.SKILLS
    stem: str
    choices: tuple[ChoiceDraft, ...]
    explanation: str
    anchors: tuple[Anchor, ...]
    ordinal: bool = False  # the options form a scale: keep their order when others are shuffled
    score: float = 0.0  # how good the family thinks the item is, 0 to 1
    difficulty: float = 0.0  # prior estimate in logits, 0 = middling
    lint: tuple[Finding, ...] = ()
    also: tuple[str, ...] = ()  # other wordings of the stem: a set of questions uses each once


@dataclass(frozen=True, slots=True)
class StepDraft:
    """One step of a lesson; the body is Markdown."""

    kind: StepKind
    heading: str
    body: str
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonDraft:
    """A lesson for one skill, the questions of its quiz, and a few more to practise on first."""

    skill: str
    title: str
    steps: tuple[StepDraft, ...]
    questions: tuple[QuestionDraft, ...]
    practice: tuple[QuestionDraft, ...] = ()  # asked inside the lesson, and never counted


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """Everything drafted from one text."""

    title: str
    summary: str
    content_note: str
    teacher_notes: str
    lessons: tuple[LessonDraft, ...]

    @property
    def questions(self) -> tuple[QuestionDraft, ...]:
        """The questions of the quiz, in lesson order, without those for practice."""
        return tuple(question for lesson in self.lessons for question in lesson.questions)


class Family(Protocol):
    """What every module of ``curriculum.writing.families`` offers."""

    ID: str
    NAME: str  # for teachers: "Who says it"
    SKILL: str

    def propose(self, reading: Reading) -> Iterable[QuestionDraft]:
        """Candidate items, best first; none when the text has nothing to ask."""
        ...
