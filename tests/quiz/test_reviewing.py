"""Today's review: what it draws, that it has an end, and that it begins once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from curriculum.models import Question, Unit
from quiz import passing, rebuilding, reviewing, taking
from quiz.itinerary import Itinerary
from quiz.models import Assignment, Attempt, Learner, Review
from tests.factories import (
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
START_QUERIES = 15


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, title="The garden count", lessons=("attr", "supp"))


@pytest.fixture
def lena(unit: Unit) -> Learner:
    """Somebody who finished a unit on Monday."""
    learner = create_learner(name="Lena")
    finish(create_attempt(learner=learner, unit=unit, right=3, wrong=1, at=MONDAY))
    return learner


def finish(attempt: Attempt) -> None:
    Attempt.objects.filter(pk=attempt.pk).update(finished_at=attempt.started_at)


def drawn(learner: Learner, at: datetime = TUESDAY) -> list[tuple[str, str]]:
    """What a review that starts then asks: skills and units."""
    attempt = reviewing.start(learner=learner, at=at)
    if attempt is None:
        return []
    rows = attempt.drawn.values_list("version__question__skill", "version__question__unit__title")
    return list(rows.order_by("position"))


def answer(attempt: Attempt, *, right: bool = True, at: datetime = TUESDAY) -> None:
    """Every question of a review."""
    for place in attempt.drawn.select_related("version__question"):
        choice = place.version.choices.filter(is_key=right)[0]
        taking.answer(attempt=attempt, asked=place, choice=choice, at=at)


def test_each_due_skill_gets_a_fresh_question_from_another_text(lena: Learner, tess: User) -> None:
    create_published_unit(owner=tess, title="The lamp", lessons=("attr", "supp"))
    assert drawn(lena) == [("attr", "The lamp"), ("supp", "The lamp")]


def test_without_another_text_it_takes_what_was_answered_longest_ago(
    lena: Learner, unit: Unit
) -> None:
    later = MONDAY + timedelta(hours=30)
    place = unit.editions.get().asked.order_by("position")[0]
    attempt = Attempt.objects.create(learner=lena, kind="review", started_at=later)
    again = attempt.drawn.create(position=1, version=place.version)
    taking.answer(attempt=attempt, asked=again, choice=place.version.choices.all()[0], at=later)
    started = reviewing.start(learner=lena, at=MONDAY + timedelta(days=60))
    assert started
    asked = {row.version.question.skill: row.version_id for row in started.drawn.all()}
    assert asked["attr"] == place.edition.asked.get(position=2).version_id


def test_a_fresh_question_of_the_same_text_goes_before_an_old_one(tess: User) -> None:
    unit = create_published_unit(owner=tess, lessons=("attr",), questions_each=2)
    learner = create_learner()
    finish(create_attempt(learner=learner, unit=unit, right=1, at=MONDAY))
    attempt = reviewing.start(learner=learner, at=TUESDAY)
    assert attempt
    assert attempt.drawn.get().version == unit.editions.get().asked.get(position=2).version


def test_what_was_answered_within_a_day_is_not_asked(lena: Learner) -> None:
    """It would not count."""
    Review.objects.update(last_on=MONDAY - timedelta(days=2), due_on=MONDAY.date())
    assert drawn(lena, at=MONDAY + timedelta(hours=5)) == []


def test_it_asks_eight_at_the_most(tess: User) -> None:
    skills = ("prov", "attr", "stand", "type", "supp", "force", "load", "infer", "ctx")
    unit = create_published_unit(owner=tess, lessons=skills, questions_each=1)
    learner = create_learner()
    finish(create_attempt(learner=learner, unit=unit, right=9, at=MONDAY))
    assert len(drawn(learner)) == 8


def test_a_text_that_serves_more_skills_is_read_rather_than_two(lena: Learner, tess: User) -> None:
    for title, lessons in (("One", ("attr",)), ("Two", ("supp",)), ("Both", ("attr", "supp"))):
        create_published_unit(owner=tess, title=title, lessons=lessons)
    assert drawn(lena) == [("attr", "Both"), ("supp", "Both")]


def test_questions_of_one_text_stand_together(lena: Learner, tess: User) -> None:
    for title, lessons in (("One", ("attr",)), ("Two", ("supp",))):
        create_published_unit(owner=tess, title=title, lessons=lessons)
    both = create_published_unit(owner=tess, title="Both", lessons=("attr", "supp", "load"))
    finish(create_attempt(learner=lena, unit=both, right=6, at=MONDAY))
    titles = [title for _, title in drawn(lena, at=MONDAY + timedelta(days=2))]
    assert titles == sorted(titles, key=titles.index)


def test_other_peoples_private_texts_stay_private(lena: Learner, tess: User) -> None:
    for visibility in (Unit.Visibility.PRIVATE, Unit.Visibility.LINK):
        create_published_unit(owner=tess, title="Hidden", visibility=visibility)
    assert {title for _, title in drawn(lena)} == {"The garden count"}


def test_a_text_of_the_class_is_drawn_from_once_its_work_is_done(lena: Learner, tess: User) -> None:
    room = create_classroom(owner=tess)
    seat = create_seat(classroom=room, name="Ada")
    hidden = create_published_unit(
        owner=tess, title="Set", visibility=Unit.Visibility.PRIVATE, questions_each=3
    )
    Assignment.objects.create(classroom=room, unit=hidden)
    finish(
        create_attempt(
            learner=seat.learner, unit=lena.attempts.get().studied.unit, right=4, at=MONDAY
        )
    )
    with transaction.atomic():
        assert {title for _, title in drawn(seat.learner)} == {"The garden count"}
        transaction.set_rollback(True)
    finish(create_attempt(learner=seat.learner, unit=hidden, right=1, at=MONDAY))
    assert {title for _, title in drawn(seat.learner)} == {"Set"}


def test_answers_that_wait_for_a_date_are_not_given_away(tess: User) -> None:
    room = create_classroom(owner=tess)
    learner = create_seat(classroom=room, name="Ada").learner
    unit = create_published_unit(owner=tess)
    due = TUESDAY + timedelta(days=7)
    Assignment.objects.create(classroom=room, unit=unit, due_at=due, feedback="after_due")
    finish(create_attempt(learner=learner, unit=unit, right=2, at=MONDAY))
    assert drawn(learner) == []
    assert drawn(learner, at=due + timedelta(hours=1))


def test_a_content_note_is_not_sprung_on_anybody(lena: Learner, tess: User) -> None:
    create_published_unit(owner=tess, title="A storm", content_note="It tells of a storm.")
    assert {title for _, title in drawn(lena)} == {"The garden count"}


def test_a_text_that_was_passed_on_stays_away(lena: Learner, tess: User) -> None:
    other = create_published_unit(owner=tess, title="The lamp", lessons=("attr", "supp"))
    passing.put(learner=lena, unit=other)
    assert {title for _, title in drawn(lena)} == {"The garden count"}


def test_what_was_discarded_is_not_asked(lena: Learner, tess: User) -> None:
    other = create_published_unit(owner=tess, title="The lamp", lessons=("attr", "supp"))
    other.questions.update(state=Question.State.DISCARDED)
    assert {title for _, title in drawn(lena)} == {"The garden count"}


def test_two_starts_are_one_review_and_a_day_has_one(lena: Learner) -> None:
    one = reviewing.start(learner=lena, at=TUESDAY)
    assert one
    assert reviewing.start(learner=lena, at=TUESDAY) == one
    answer(one)
    one.refresh_from_db()
    assert one.finished_at == TUESDAY
    assert reviewing.start(learner=lena, at=TUESDAY + timedelta(hours=2)) == one
    assert lena.attempts.filter(kind="review").count() == 1


def test_a_review_moves_its_skills_on_and_tells_when_they_come_back(lena: Learner) -> None:
    attempt = reviewing.start(learner=lena, at=TUESDAY)
    assert attempt
    answer(attempt)
    rows = reviewing.Returns(Itinerary(Attempt.objects.get(pk=attempt.pk))).rows
    assert [(row.skill.id, row.due_on) for row in rows] == [
        ("attr", TUESDAY.date() + timedelta(days=7)),
        ("supp", TUESDAY.date() + timedelta(days=7)),
    ]
    assert rebuilding.differences() == []


def test_a_mistake_brings_it_back_tomorrow(lena: Learner) -> None:
    attempt = reviewing.start(learner=lena, at=TUESDAY)
    assert attempt
    answer(attempt, right=False)
    assert set(Review.objects.values_list("due_on", flat=True)) == {
        TUESDAY.date() + timedelta(days=1)
    }


def test_today_says_what_there_is(lena: Learner) -> None:
    before, then = (reviewing.Today(lena, at=at) for at in (MONDAY, TUESDAY))
    assert (before.ready, before.due, before.next_on) == (False, [], TUESDAY.date())
    assert then.ready
    assert [row.skill for row in then.due] == ["attr", "supp"]
    attempt = reviewing.start(learner=lena, at=TUESDAY)
    assert attempt
    answer(attempt)
    after = reviewing.Today(lena, at=TUESDAY + timedelta(hours=1))
    assert not after.ready
    assert after.done == attempt


def test_an_erased_learner_begins_nothing(lena: Learner) -> None:
    gone = Learner(pk=lena.pk)
    lena.delete()
    with pytest.raises(Learner.DoesNotExist):
        reviewing.start(learner=gone, at=TUESDAY)


def test_the_number_of_queries_does_not_grow(
    lena: Learner, tess: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(6):
        unit = create_published_unit(owner=tess, title=f"More {number}", lessons=("attr", "load"))
        finish(create_attempt(learner=lena, unit=unit, right=3, at=MONDAY))
    with django_assert_max_num_queries(START_QUERIES):
        assert reviewing.start(learner=lena, at=TUESDAY)
