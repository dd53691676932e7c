"""What the database itself refuses of texts, claims and units, each rule passing and failing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from curriculum.models import Claim, Edition, EditionQuestion, Lesson, Source, Step, Unit
from tests import factories


@contextmanager
def refused() -> Iterator[None]:
    """The database says no, and the test goes on."""
    with pytest.raises(IntegrityError), transaction.atomic():
        yield


@pytest.fixture
def source(tess: User) -> Source:
    return factories.create_source(owner=tess)


@pytest.fixture
def unit(tess: User) -> Unit:
    return factories.create_unit(owner=tess)


def claim(source: Source, *, start: int = 0, end: int = 5, voice: str = "article") -> Claim:
    """A claim that is not yet kept."""
    return Claim(source=source, start=start, end=end, voice=voice, type="fact")


def test_a_source_has_text(tess: User) -> None:
    with refused():
        Source.objects.create(owner=tess, title="Empty", text="", reading_json={})
    assert Source.objects.create(owner=tess, title="Short", text="Words.", reading_json={})


def test_a_teacher_brings_a_text_once(source: Source, tess: User, oscar: User) -> None:
    copy = {"title": "Again", "text": source.text, "sha256": source.sha256, "reading_json": {}}
    with refused():
        Source.objects.create(owner=tess, **copy)
    assert Source.objects.create(owner=oscar, **copy)


def test_a_claim_has_words(source: Source) -> None:
    with refused():
        claim(source, start=5, end=5).save()
    claim(source, start=5, end=6).save()


def test_a_named_voice_has_a_name(source: Source) -> None:
    named = claim(source, voice="named")
    with refused():
        named.save()
    named.speaker = "Mara Odell"
    named.save()


def test_a_unit_has_one_lesson_and_one_question_in_each_place(unit: Unit) -> None:
    first = unit.lessons.all()[0]
    with refused():
        Lesson.objects.create(unit=unit, position=first.position, skill="attr", title="Again")
    Lesson.objects.create(unit=unit, position=9, skill="attr", title="Later")
    here, there = unit.questions.all()[:2]
    with refused():
        unit.questions.filter(pk=here.pk).update(position=there.position)
    unit.questions.filter(pk=here.pk).update(position=9)


def test_a_lesson_has_one_step_in_each_place(unit: Unit) -> None:
    lesson = unit.lessons.all()[0]
    place = lesson.steps.all()[0].position
    with refused():
        Step.objects.create(lesson=lesson, position=place, kind="idea", heading="H", body="B")
    Step.objects.create(lesson=lesson, position=9, kind="idea", heading="H", body="B")


def test_editions_and_their_questions_are_numbered_once(unit: Unit) -> None:
    edition = factories.create_edition(unit=unit)
    with refused():
        Edition.objects.create(unit=unit, number=edition.number, title="Again", lessons=[])
    second = Edition.objects.create(unit=unit, number=2, title="Next", lessons=[])
    one, two = [row.version for row in edition.asked.all()[:2]]
    EditionQuestion.objects.create(edition=second, version=one, lesson_number=1, position=1)
    with refused():
        EditionQuestion.objects.create(edition=second, version=two, lesson_number=1, position=1)
    with refused():
        EditionQuestion.objects.create(edition=second, version=one, lesson_number=1, position=2)
    EditionQuestion.objects.create(edition=second, version=two, lesson_number=1, position=2)


def test_versions_and_choices_have_one_place_each(unit: Unit) -> None:
    question = unit.questions.all()[0]
    with refused():
        question.versions.create(number=1, stem="Again?", explanation="So.")
    version = question.versions.create(number=2, stem="Anew?", explanation="So.")
    version.choices.create(position=1, text="Yes")
    with refused():
        version.choices.create(position=1, text="No")
    version.choices.create(position=2, text="No")
