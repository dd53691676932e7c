"""Copying a unit: a teacher's own, to try something; or a public one, to make it theirs.

From somebody else's unit only what they published is copied. Their unpublished words, and their
notes unless the unit came with the program, stay with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Prefetch
from django.forms.models import model_to_dict

from curriculum import drafting, publishing
from curriculum.models import Claim, Edition, Lesson, Question, QuestionVersion, Source, Step, Unit
from curriculum.writing import anchors
from curriculum.writing.types import Anchor


@dataclass(frozen=True, slots=True)
class Lost:
    """Words that are not in the copy's text, and the step or question that they belong to."""

    exact: str
    about: str
    url: str


@dataclass(frozen=True, slots=True)
class Copy:
    """The new unit, and the words that its text does not have."""

    unit: Unit
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """A question on its way: its words, how far their review came, and whether it counts."""

    version: QuestionVersion
    state: str
    practice: bool


@dataclass(frozen=True, slots=True)
class _Lesson:
    """A lesson on its way: its fields, its steps, its questions."""

    about: dict[str, Any]
    steps: list[dict[str, Any]]
    questions: list[_Question]


@dataclass(slots=True)
class _Into:
    """Where a copy goes: the text whose words it must find, and what it could not find there."""

    source: Source
    same_text: bool
    lost: list[Lost] = field(default_factory=list)

    def find(self, wanted: Iterable[Anchor]) -> tuple[list[Anchor], list[Anchor]]:
        """The anchors as they stand in this text, and those of them whose words are gone."""
        kept, gone = [], []
        for anchor in wanted:
            span = None if self.same_text else anchors.resolve(anchor, self.source.text)
            if not self.same_text and span is None:
                gone.append(anchor)
            kept.append(anchors.at(self.source.text, span) if span else anchor)
        return kept, gone


def copied(unit: Unit, *, owner: User) -> Unit | None:
    """The newest copy that this teacher made of the unit, if there is one."""
    return Unit.objects.filter(owner=owner, copied_from=unit).first()


@transaction.atomic
def copy(unit: Unit, *, owner: User, source: Source | None = None) -> Copy:
    """Give ``owner`` a unit of their own that says what ``unit`` says.

    With ``source``, the copy is about that text instead: every anchor is looked for there. A
    question that loses its words goes back to review, and the words come back as ``lost``.
    """
    text = source or _text_for(owner, unit.source)
    into = _Into(text, same_text=text.text == unit.source.text)
    last = unit.edition
    if unit.owner_id == owner.pk:
        last = None
    elif last is None:
        raise ValueError(f"{unit!r} is somebody else’s, and was never published")
    made = _unit(unit, owner=owner, source=text, last=last)
    lessons = _published(last) if last else _working(unit)
    asked = 0
    for position, lesson in enumerate(lessons, start=1):
        new = Lesson.objects.create(unit=made, position=position, **lesson.about)
        _steps(new, lesson.steps, into)
        for question in lesson.questions:
            asked += 1
            _question(new, question, position=asked, into=into)
    return Copy(made, tuple(into.lost))


def _text_for(owner: User, source: Source) -> Source:
    """The text in the teacher's own keeping: the same row, one they brought before, or a copy."""
    if source.owner_id == owner.pk:
        return source
    own = Source.objects.filter(owner=owner, sha256=source.sha256).first()
    if own:
        return own
    names = ("title", "origin", "format", "filename", "url", "text", "sha256", "reading_json")
    new = Source.objects.create(owner=owner, **{name: getattr(source, name) for name in names})
    Claim.objects.bulk_create(
        Claim(source=new, **model_to_dict(claim, exclude=("id", "source")))
        for claim in source.claims.all()
    )
    return new


def _unit(unit: Unit, *, owner: User, source: Source, last: Edition | None) -> Unit:
    """The unit without its lessons; ``last`` where only what was published may be seen."""
    about = last or unit
    return Unit.objects.create(
        owner=owner,
        source=source,
        title=about.title,
        summary=unit.summary,
        content_note=about.content_note,
        teacher_notes=unit.teacher_notes if unit.bundle or last is None else "",
        licence=unit.licence,
        sources=unit.sources,
        as_of=unit.as_of,
        review_by=unit.review_by,
        copied_from=unit,
    )


def _working(unit: Unit) -> Iterator[_Lesson]:
    """A unit as its teacher has it now. What was discarded is not copied."""
    kept = Question.objects.exclude(state=Question.State.DISCARDED).whole()
    for lesson in unit.lessons.prefetch_related("steps", Prefetch("questions", kept)):
        yield _Lesson(
            about=publishing.about(lesson),
            steps=publishing.steps(lesson),
            questions=[
                _Question(latest, question.state, question.practice)
                for question in lesson.questions.all()
                if (latest := question.latest)
            ],
        )


def _published(edition: Edition) -> Iterator[_Lesson]:
    """A unit as learners see it: the lessons of the edition, and the versions it asks."""
    for lesson, questions in publishing.lessons_of(edition):
        yield _Lesson(
            about={
                "title": lesson["title"],
                "skill": lesson["skill"],
                "module": lesson.get("module", ""),
            },
            steps=lesson["steps"],
            questions=[
                _Question(version, Question.State.APPROVED, practice)
                for version, practice in questions
            ],
        )


def _steps(lesson: Lesson, steps: Iterable[dict[str, Any]], into: _Into) -> None:
    for position, step in enumerate(steps, start=1):
        kept, gone = into.find(Anchor(**each) for each in step["anchors"])
        made = Step.objects.create(
            lesson=lesson,
            position=position,
            kind=step["kind"],
            heading=step["heading"],
            body=step["body"],
            anchors=[asdict(anchor) for anchor in kept],
        )
        into.lost += _told(gone, str(made), made.get_absolute_url)


def _question(lesson: Lesson, question: _Question, *, position: int, into: _Into) -> None:
    draft = question.version.as_draft()
    kept, gone = into.find(draft.anchors)
    made = Question.objects.create(
        unit=lesson.unit,
        lesson=lesson,
        position=position,
        family=draft.family,
        skill=draft.skill,
        practice=question.practice,
        state=Question.State.DRAFTED if gone else question.state,
    )
    drafting.word(
        question=made,
        draft=replace(draft, anchors=tuple(kept)),
        number=1,
        review_by=question.version.review_by,
    )
    into.lost += _told(gone, draft.stem, made.get_wording_url)


def _told(gone: Iterable[Anchor], about: str, url: Callable[[], str]) -> list[Lost]:
    return [Lost(anchor.exact, about, url()) for anchor in gone]
