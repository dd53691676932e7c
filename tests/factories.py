"""Things for tests to work with: typed keyword functions, plain defaults, invented texts."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from curriculum import drafting, importing, publishing
from curriculum.models import (
    Choice,
    Edition,
    EditionQuestion,
    Question,
    QuestionVersion,
    Source,
    Unit,
)
from curriculum.models import Lesson as UnitLesson
from curriculum.models.question import Anchor
from curriculum.reading.types import Document, Span
from curriculum.writing import anchors
from curriculum.writing import types as writing
from curriculum.writing.types import (
    ChoiceDraft,
    LessonDraft,
    QuestionDraft,
    StepDraft,
    StepKind,
    UnitDraft,
)
from quiz import enrolling, taking, working
from quiz.models import Assignment, Attempt, Classroom, Enrolment, Learner

HEADING = "Garden proves pupils love greens"
FIRST = (
    "The new garden at Eastfield School is a triumph. The kitchen weighed 1,140 plates over two "
    "weeks and 38 percent of vegetables were returned, said the head cook, Mara Odell."
)
SECOND = "Critics say the count was too short. It ended on a Friday."
FURNITURE = "Share this page"
TEXT = "\n\n".join((HEADING, FIRST, SECOND, FURNITURE))


def create_published_unit(
    *,
    owner: User,
    title: str = "The garden count",
    visibility: str = Unit.Visibility.PUBLIC,
    lessons: tuple[str, ...] = ("attr", "supp"),
    questions_each: int = 2,
    practice_each: int = 0,
    content_note: str = "",
) -> Unit:
    """A unit with one edition: for each skill a lesson of two steps, then its questions."""
    unit = Unit.objects.create(
        owner=owner,
        source=_source(owner=owner),
        title=title,
        summary="Who counted the plates, and what the count shows.",
        visibility=visibility,
        content_note=content_note,
    )
    publish(unit=unit, lessons=lessons, questions_each=questions_each, practice_each=practice_each)
    return unit


def publish(
    *, unit: Unit, lessons: tuple[str, ...], questions_each: int, practice_each: int = 0
) -> Edition:
    """A further edition of the unit, with questions of its own."""
    rows = [
        UnitLesson.objects.get_or_create(
            unit=unit, position=number, defaults={"skill": skill, "title": f"On {skill}"}
        )[0]
        for number, skill in enumerate(lessons, 1)
    ]
    edition = Edition.objects.create(
        unit=unit,
        number=unit.editions.count() + 1,
        title=unit.title,
        content_note=unit.content_note,
        lessons=[
            _lesson(row.position, row.skill) | {"practice": _practice(row, practice_each)}
            for row in rows
        ],
    )
    position = 0
    for row in rows:
        for _ in range(questions_each):
            position += 1
            EditionQuestion.objects.create(
                edition=edition,
                version=create_version(unit=unit, lesson=row, skill=row.skill),
                lesson_number=row.position,
                position=position,
            )
    return edition


def _practice(lesson: UnitLesson, count: int) -> list[int]:
    """So many questions to try inside the lesson; the ids of their words."""
    made = [
        create_version(unit=lesson.unit, lesson=lesson, skill=lesson.skill) for _ in range(count)
    ]
    Question.objects.filter(versions__in=made).update(practice=True)
    return [version.pk for version in made]


def create_version(
    *, unit: Unit, lesson: UnitLesson, skill: str = "attr", ordinal: bool = False
) -> QuestionVersion:
    """A question of three options whose first is the key, tied to words of the text."""
    position = unit.questions.count() + 1
    question = Question.objects.create(
        unit=unit,
        lesson=lesson,
        position=position,
        family="who-says-it",
        skill=skill,
        state=Question.State.APPROVED,
    )
    version = QuestionVersion.objects.create(
        question=question,
        number=1,
        stem=f"Who gives the share of vegetables that came back ({position})?",
        explanation=f"Zebra explanation {position}: the cook gives the figure.",
        ordinal=ordinal,
    )
    for place, text in enumerate(("The head cook", "The critics", "The article itself")):
        Choice.objects.create(
            version=version,
            position=place,
            text=text,
            is_key=place == 0,
            confusion="" if place == 0 else "quoted-is-endorsed",
            rationale=f"Walrus rationale {place}.",
        )
    exact = "38 percent of vegetables were returned"
    start = TEXT.index(exact)
    Anchor.objects.create(version=version, exact=exact, start=start, end=start + len(exact))
    return version


def create_learner(*, name: str = "", user: User | None = None) -> Learner:
    """Somebody who answers; without a name, a walk-in."""
    return Learner.objects.create(name=name, user=user)


def as_learner(learner: Learner) -> Client:
    """A browser that knows this learner, as after a start or a join."""
    client = Client()
    session = client.session
    session["learner"] = str(learner.pk)
    session.save()
    client.cookies["sessionid"] = session.session_key or ""
    return client


def create_classroom(*, owner: User, name: str = "7B", pupils: tuple[str, ...] = ()) -> Classroom:
    """A class with seats for the pupils named."""
    classroom = Classroom.objects.create(owner=owner, name=name)
    for pupil in pupils:
        create_seat(classroom=classroom, name=pupil)
    return classroom


def create_seat(*, classroom: Classroom, name: str, pin: str = "2468") -> Enrolment:
    """A seat with a PIN that the test knows."""
    return enrolling.add_learner(classroom=classroom, name=name, pin=pin).enrolment


def create_attempt(
    *,
    learner: Learner,
    unit: Unit,
    right: int = 0,
    wrong: int = 0,
    classroom: Classroom | None = None,
    at: datetime | None = None,
) -> Attempt:
    """An attempt with its first questions answered: so many right, then so many wrong.

    Where the unit is set for the learner, it is an attempt at that, as on the site.
    """
    edition = unit.edition
    assert edition is not None
    work = Assignment.objects.for_learner(learner).filter(unit=unit).first()
    if work:
        attempt = create_try(learner=learner, work=work, at=at)
    else:
        attempt = taking.start(learner=learner, edition=edition, classroom=classroom, at=at)
    for index, asked in enumerate(edition.asked.order_by("position")[: right + wrong]):
        choice = asked.version.choices.filter(is_key=index < right).first()
        assert choice is not None
        taking.answer(attempt=attempt, asked=asked, choice=choice, at=at)
    return attempt


def create_try(*, learner: Learner, work: Assignment, at: datetime | None = None) -> Attempt:
    """A try at set work, begun by its rules."""
    begun = working.start(learner=learner, work=work, at=at)
    assert isinstance(begun, Attempt), begun
    return begun


def create_work(*, classroom: Classroom, unit: Unit, **rules: Any) -> Assignment:
    """A unit set for the class; without rules, from now on and for ever."""
    return Assignment.objects.create(classroom=classroom, unit=unit, **rules)


def _source(*, owner: User) -> Source:
    found, _ = Source.objects.get_or_create(
        owner=owner,
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        defaults={
            "title": HEADING,
            "origin": Source.Origin.PASTED,
            "text": TEXT,
            "reading_json": {"blocks": blocks()},
        },
    )
    return found


def blocks() -> list[dict[str, Any]]:
    """The blocks of ``TEXT``, as a reading has them."""
    kinds = ("heading", "paragraph", "paragraph", "furniture")
    blocks, start = [], 0
    for kind, words in zip(kinds, (HEADING, FIRST, SECOND, FURNITURE), strict=True):
        blocks.append({"kind": kind, "start": start, "end": start + len(words)})
        start += len(words) + 2
    return blocks


def anchor(exact: str) -> writing.Anchor:
    """The anchor of words that stand in ``TEXT`` once, by their place alone."""
    start = TEXT.index(exact)
    return writing.Anchor(exact, start=start, end=start + len(exact))


def _lesson(number: int, skill: str) -> dict[str, Any]:
    exact = "The kitchen weighed 1,140 plates"
    start = TEXT.index(exact)
    anchor = {"exact": exact, "prefix": "", "suffix": "", "start": start, "end": start + len(exact)}
    steps = [
        {
            "kind": "idea",
            "heading": "Look for a name",
            "body": "A *name* can be asked.",
            "anchors": [],
        },
        {"kind": "example", "heading": "Here", "body": "Somebody counted.", "anchors": [anchor]},
    ]
    return {"number": number, "title": f"On {skill}", "skill": skill, "steps": steps}


SAID = "38 percent of vegetables were returned"


LUNCH = """Lunch count “proves” pupils love greens

A dazzling new report shows that pupils at Eastfield School always finish their vegetables.

“They eat them if they had a hand in growing them,” said Mara Odell, who runs the school garden.

Critics argue that the count was too short. It might have ended on a Friday.

According to the Northbrook Catering Office, 22 percent of vegetables came back last year.

Share this page"""


def create_source(*, owner: User, text: str = TEXT, title: str = "") -> Source:
    """A pasted text, read by the real reader, with its claims."""
    document = importing.document_of_words(text)
    assert isinstance(document, Document)
    return importing.bring(document=document, origin=Source.Origin.PASTED, title=title, by=owner)


def draft_question(
    *,
    stem: str = "Who gives the share of vegetables that came back?",
    key: str = "Mara Odell",
    distractors: tuple[str, ...] = ("The critics", "The writer"),
    proof: str = SAID,
    skill: str = "attr",
) -> QuestionDraft:
    """A sound question about the garden text; its key is proved by ``proof``."""
    start = TEXT.find(proof)
    anchor = (
        anchors.at(TEXT, Span(start, start + len(proof)))
        if start >= 0
        else writing.Anchor(proof, end=1)
    )
    wrong = ("wrong-speaker", "own-is-reported")
    return QuestionDraft(
        family="who-says-it",
        skill=skill,
        stem=stem,
        choices=(
            ChoiceDraft(key, True, "The word “said” joins the figure to her name."),
            *(
                ChoiceDraft(text, False, "Nothing joins these words to the figure.", confusion)
                for text, confusion in zip(distractors, wrong, strict=True)
            ),
        ),
        explanation="Look at paragraph 1. The word “said” joins the figure to Mara Odell. "
        "To check: ask the kitchen for its count.",
        anchors=(anchor,),
    )


def draft_unit(*, questions: tuple[QuestionDraft, ...] | None = None) -> UnitDraft:
    """A draft of two lessons: the first asks two questions (or those given), the second one."""
    first = questions or (
        draft_question(),
        draft_question(
            stem="Who weighed the plates that came back?",
            key="The kitchen",
            proof="The kitchen weighed 1,140 plates",
        ),
    )
    second = draft_question(
        stem="Who finds the count too short?",
        key="The critics",
        distractors=("Mara Odell", "The writer"),
        proof="Critics say the count was too short",
        skill="supp",
    )
    step = StepDraft(StepKind.IDEA, "Look for a name", "A *name* can be asked.")
    return UnitDraft(
        title="The garden count",
        summary="Who counted the plates, and what the count shows.",
        content_note="",
        teacher_notes="",
        lessons=(
            LessonDraft("attr", "Who says so", (step,), first),
            LessonDraft("supp", "What backs it up", (step,), (second,)),
        ),
    )


def create_unit(*, owner: User, draft: UnitDraft | None = None) -> Unit:
    """A drafted unit about the garden text, with everything to review."""
    source = create_source(owner=owner)
    return drafting.save(draft or draft_unit(), source=source, owner=owner)


def create_question(*, unit: Unit, state: str = Question.State.DRAFTED) -> Question:
    """The first question of the unit, in the state given."""
    question = unit.questions.all()[0]
    Question.objects.filter(pk=question.pk).update(state=state)
    return Question.objects.get(pk=question.pk)


def create_edition(*, unit: Unit) -> Edition:
    """The unit, approved as a whole and published."""
    unit.questions.update(state=Question.State.APPROVED)
    assert unit.owner is not None
    made = publishing.publish(unit=unit, by=unit.owner)
    assert isinstance(made, Edition), made
    return made
