"""Publishing: what stands in the way, and the edition that learners see from then on."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from curriculum import arranging, publishing, reviewing
from curriculum.models import Edition, Lesson, Question, Step, Unit
from curriculum.writing.types import Severity
from tests.factories import create_edition, create_unit, draft_question, draft_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """A drafted unit of three sound questions, all approved."""
    made = create_unit(owner=tess)
    made.questions.update(state=Question.State.APPROVED)
    return made


def codes(unit: Unit, severity: Severity = Severity.ERROR) -> set[str]:
    """What the problems of the unit are called."""
    return {each.code for each in publishing.problems(unit) if each.severity is severity}


def published(unit: Unit) -> Edition:
    """The edition that publishing makes now."""
    assert unit.owner is not None
    made = publishing.publish(unit=unit, by=unit.owner)
    assert isinstance(made, Edition), made
    return made


def test_an_approved_unit_becomes_edition_one(unit: Unit) -> None:
    edition = published(unit)
    assert (edition.number, edition.title) == (1, "The garden count")
    assert [lesson["title"] for lesson in edition.lessons] == ["Who says so", "What backs it up"]
    assert edition.lessons[0]["number"] == 1
    assert edition.lessons[0]["skill"] == "attr"
    assert edition.lessons[0]["steps"] == [
        {
            "kind": "idea",
            "heading": "Look for a name",
            "body": "A *name* can be asked.",
            "anchors": [],
        }
    ]
    asked = [(a.position, a.lesson_number, a.version.stem) for a in edition.asked.all()]
    assert asked == [
        (1, 1, "Who gives the share of vegetables that came back?"),
        (2, 1, "Who weighed the plates that came back?"),
        (3, 2, "Who finds the count too short?"),
    ]


def test_only_approved_questions_are_asked(unit: Unit) -> None:
    first, second, third = unit.questions.all()
    reviewing.decide(question=first, state=Question.State.DISCARDED)
    reviewing.decide(question=second, state=Question.State.DRAFTED)
    assert [asked.version.question for asked in published(unit).asked.all()] == [third]


def test_a_lesson_without_approved_questions_is_left_out_with_a_warning(unit: Unit) -> None:
    unit.lessons.all()[0].questions.update(state=Question.State.DISCARDED)
    assert "lesson-left-out" in codes(unit, Severity.WARNING)
    edition = published(unit)
    assert [(each["number"], each["title"]) for each in edition.lessons] == [
        (1, "What backs it up")
    ]
    assert edition.asked.get().lesson_number == 1


def test_the_order_is_the_teachers(unit: Unit) -> None:
    arranging.shift(unit.lessons.all()[1], up=True)
    edition = published(unit)
    assert [lesson["title"] for lesson in edition.lessons] == ["What backs it up", "Who says so"]
    assert [asked.version.question.skill for asked in edition.asked.all()] == [
        "supp",
        "attr",
        "attr",
    ]


def test_publishing_again_with_nothing_changed_makes_nothing(unit: Unit) -> None:
    first = published(unit)
    assert not publishing.changed(unit)
    assert published(unit) == first
    assert Edition.objects.count() == 1


def test_a_new_wording_makes_a_new_edition_and_the_old_one_stays(unit: Unit) -> None:
    first = published(unit)
    question = unit.questions.all()[0]
    reviewing.reword(
        question=question, draft=draft_question(stem="Whose figure is the share?"), base=1
    )
    assert publishing.changed(unit)
    second = published(unit)
    assert second.number == 2
    assert second.asked.all()[0].version.stem == "Whose figure is the share?"
    assert first.asked.all()[0].version.stem == "Who gives the share of vegetables that came back?"
    assert unit.edition == second


def test_a_changed_step_makes_a_new_edition(unit: Unit) -> None:
    first = published(unit)
    Step.objects.update(body="Other words")
    assert published(unit).lessons[0]["steps"][0]["body"] == "Other words"
    first.refresh_from_db()
    assert first.lessons[0]["steps"][0]["body"] == "A *name* can be asked."


def test_nothing_approved_stands_in_the_way(unit: Unit) -> None:
    unit.questions.update(state=Question.State.DRAFTED)
    assert unit.owner is not None
    found = publishing.publish(unit=unit, by=unit.owner)
    assert not isinstance(found, Edition)
    assert [(each.code, each.url) for each in found] == [
        ("nothing-approved", unit.get_review_url())
    ]
    assert not Edition.objects.exists()


def test_a_lost_anchor_stands_in_the_way_and_says_how_to_mend_it(tess: User) -> None:
    lost = draft_question(proof="words that nobody ever wrote in this text")
    unit = create_unit(owner=tess, draft=draft_unit(questions=(lost,)))
    unit.questions.update(state=Question.State.APPROVED)
    question = unit.questions.all()[0]
    found = publishing.publish(unit=unit, by=tess)
    assert not isinstance(found, Edition)
    anchor = next(each for each in found if each.code == "anchor-lost")
    assert anchor.url == question.get_wording_url()
    assert anchor.about == str(question)
    assert "Choose the words" in anchor.message


def test_a_lost_anchor_of_a_discarded_question_does_not_matter(tess: User) -> None:
    lost = draft_question(proof="words that nobody ever wrote in this text")
    unit = create_unit(owner=tess, draft=draft_unit(questions=(lost, draft_question())))
    unit.questions.update(state=Question.State.APPROVED)
    reviewing.decide(question=unit.questions.all()[0], state=Question.State.DISCARDED)
    assert codes(unit) == set()


def test_a_step_that_lights_up_lost_words_stands_in_the_way(unit: Unit) -> None:
    lost = {
        "exact": "words that nobody wrote here",
        "prefix": "",
        "suffix": "",
        "start": 0,
        "end": 9,
    }
    step = Step.objects.all()[0]
    Step.objects.filter(pk=step.pk).update(anchors=[lost])
    found = [each for each in publishing.problems(unit) if each.code == "step-anchor-lost"]
    assert [each.url for each in found] == [step.get_absolute_url()]


def test_a_lesson_without_words_stands_in_the_way(unit: Unit) -> None:
    lesson = unit.lessons.all()[0]
    lesson.steps.all().delete()
    found = [each for each in publishing.problems(unit) if each.code == "lesson-empty"]
    assert [each.url for each in found] == [lesson.get_absolute_url()]
    assert codes(unit) == {"lesson-empty"}


def test_a_unit_without_a_title_cannot_be_published(unit: Unit) -> None:
    Unit.objects.update(title=" ")
    unit.refresh_from_db()
    assert codes(unit) == {"no-title"}


def test_a_stale_copy_of_the_unit_publishes_what_is_there_now(unit: Unit) -> None:
    stale = Unit.objects.get(pk=unit.pk)
    Unit.objects.update(title="A newer title")
    assert published(stale).title == "A newer title"
    assert published(unit).number == 1


def test_nobody_publishes_somebody_elses_unit(unit: Unit, oscar: User) -> None:
    with pytest.raises(Unit.DoesNotExist):
        publishing.publish(unit=unit, by=oscar)


def test_an_edition_tells_its_skills_and_minutes(tess: User) -> None:
    edition = create_edition(unit=create_unit(owner=tess))
    assert [skill.id for skill in edition.skills] == ["attr", "supp"]
    assert edition.minutes == 3  # three questions, and a dozen words to read


def test_problems_cost_few_queries(
    unit: Unit, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        publishing.problems(unit)
    assert Lesson.objects.count() == 2
