"""Copying: a unit of one's own, with everything it says; on another text, its words found again."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import User

from curriculum import copying, drafting, publishing, reviewing
from curriculum.models import Edition, Question, Source, Unit
from tests.factories import SAID, TEXT, create_edition, create_source, create_unit, draft_question


@pytest.fixture
def unit(tess: User) -> Unit:
    """Tess's unit of two lessons and three questions, with notes of her own."""
    made = create_unit(owner=tess)
    made.teacher_notes = "For my own eyes."
    made.licence = "CC BY 4.0"
    made.sources = [{"id": "S1", "name": "The kitchen’s list"}]
    made.as_of = date(2026, 5, 1)
    made.save()
    made.lessons.update(module="Who says")
    return made


def stems(unit: Unit) -> list[str]:
    """The words of its questions, in order."""
    return [str(question) for question in unit.questions.all()]


def test_everything_of_ones_own_is_copied(unit: Unit, tess: User) -> None:
    first = unit.questions.all()[0]
    Question.objects.filter(pk=first.pk).update(practice=True, state="approved")
    reviewing.reword(question=first, draft=draft_question(stem="Who counted?"), base=1)
    made = copying.copy(unit, owner=tess).unit
    assert stems(made) == stems(unit)
    assert stems(made)[0] == "Who counted?"
    assert [(q.practice, q.state) for q in made.questions.all()] == [
        (q.practice, q.state) for q in unit.questions.all()
    ]
    for name in ("title", "teacher_notes", "licence", "sources", "as_of", "source_id"):
        assert getattr(made, name) == getattr(unit, name)
    assert made.copied_from == unit
    assert made.visibility == Unit.Visibility.PRIVATE
    assert [(x.title, x.module, x.steps.count()) for x in made.lessons.all()] == [
        (x.title, x.module, x.steps.count()) for x in unit.lessons.all()
    ]
    latest = made.questions.all()[0].latest
    assert latest is not None
    assert latest.number == 1
    assert latest.as_draft() == draft_question(stem="Who counted?")


def test_a_copy_goes_its_own_way(unit: Unit, tess: User) -> None:
    made = copying.copy(unit, owner=tess).unit
    made.lessons.update(title="Changed")
    reviewing.reword(question=made.questions.all()[0], draft=draft_question(stem="New?"), base=1)
    assert unit.lessons.filter(title="Changed").count() == 0
    assert "New?" not in stems(unit)


def test_what_was_discarded_is_left_behind(unit: Unit, tess: User) -> None:
    unit.questions.filter(skill="supp").update(state=Question.State.DISCARDED)
    assert len(stems(copying.copy(unit, owner=tess).unit)) == 2


def test_of_anothers_unit_only_what_is_published_is_copied(
    unit: Unit, tess: User, oscar: User
) -> None:
    create_edition(unit=unit)
    published = stems(unit)
    first = unit.questions.all()[0]
    reviewing.reword(question=first, draft=draft_question(stem="Not yet out?"), base=1)
    unit.questions.filter(skill="supp").update(state=Question.State.DISCARDED)
    made = copying.copy(unit, owner=oscar).unit
    assert stems(made) == published
    assert {question.state for question in made.questions.all()} == {Question.State.APPROVED}
    assert made.teacher_notes == ""
    assert made.licence == "CC BY 4.0"


def test_the_notes_of_a_unit_that_came_with_the_program_are_copied(unit: Unit, oscar: User) -> None:
    Unit.objects.filter(pk=unit.pk).update(bundle="garden")
    create_edition(unit=unit)
    unit.refresh_from_db()
    made = copying.copy(unit, owner=oscar).unit
    assert made.teacher_notes == "For my own eyes."
    assert made.bundle == ""


def test_an_unpublished_unit_of_anothers_is_refused(unit: Unit, oscar: User) -> None:
    with pytest.raises(ValueError, match="never published"):
        copying.copy(unit, owner=oscar)
    assert not Unit.objects.filter(owner=oscar).exists()


def test_the_text_becomes_the_copiers_own_and_once_only(unit: Unit, oscar: User) -> None:
    create_edition(unit=unit)
    made = copying.copy(unit, owner=oscar).unit
    again = copying.copy(unit, owner=oscar).unit
    assert made.source == again.source
    assert made.source.owner == oscar
    assert made.source.text == TEXT
    assert made.source.claims.count() == unit.source.claims.count() > 0
    assert Source.objects.count() == 2
    assert copying.copied(unit, owner=oscar) == again


def test_a_copy_can_be_published_at_once(unit: Unit, oscar: User) -> None:
    create_edition(unit=unit)
    made = copying.copy(unit, owner=oscar).unit
    assert isinstance(publishing.publish(unit=made, by=oscar), Edition)


def test_on_another_text_every_anchor_finds_its_place(unit: Unit, tess: User) -> None:
    longer = create_source(owner=tess, text="A new first paragraph, and a long one.\n\n" + TEXT)
    found = copying.copy(unit, owner=tess, source=longer)
    assert found.lost == ()
    for question in found.unit.questions.all():
        assert question.latest is not None
        for anchor in question.latest.anchors.all():
            assert longer.text[anchor.start : anchor.end] == anchor.exact


def test_words_that_are_gone_are_told_and_send_the_question_back(unit: Unit, tess: User) -> None:
    unit.questions.update(state=Question.State.APPROVED)
    other = create_source(owner=tess, text=TEXT.replace(SAID, "the tables stayed empty"))
    found = copying.copy(unit, owner=tess, source=other)
    [lost] = found.lost
    assert lost.exact == SAID
    assert lost.about == stems(unit)[0]
    states = [question.state for question in found.unit.questions.all()]
    assert states == ["drafted", "approved", "approved"]
    assert lost.url == found.unit.questions.all()[0].get_wording_url()


def test_practice_and_dates_come_along_from_an_edition(unit: Unit, tess: User, oscar: User) -> None:
    first = unit.questions.all()[0]
    drafting.word(question=first, draft=draft_question(), number=2, review_by=date(2027, 1, 31))
    create_edition(unit=unit)
    made = copying.copy(unit, owner=oscar).unit
    latest = made.questions.all()[0].latest
    assert latest is not None
    assert latest.review_by == date(2027, 1, 31)
