"""Questions past their day: left out of what begins later, and never out of what is open."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from curriculum import drafting, publishing
from curriculum.models import Edition, EditionQuestion, Unit
from quiz import practising, taking
from quiz.itinerary import Itinerary
from quiz.models import Attempt, Learner
from quiz.outline import Outline
from tests.factories import as_learner, create_attempt, create_learner, create_published_unit

LAST = date(2026, 3, 2)
ON_THE_DAY = datetime(2026, 3, 2, 23, 59, tzinfo=UTC)
AFTER = ON_THE_DAY + timedelta(minutes=1)


@pytest.fixture
def unit(tess: User) -> Unit:
    """Two lessons of two questions; the second question may be asked until ``LAST``."""
    unit = create_published_unit(owner=tess, lessons=("attr", "supp"), questions_each=2)
    review(unit, LAST)
    return unit


def review(unit: Unit, day: date) -> None:
    """A further edition, in which the second question has a last day."""
    last = unit.edition
    assert last
    versions = [asked.version for asked in last.asked.all()]
    old = versions[1]
    versions[1] = drafting.word(
        question=old.question, draft=old.as_draft(), number=old.number + 1, review_by=day
    )
    number = last.number + 1
    edition = Edition.objects.create(
        unit=unit, number=number, title=last.title, lessons=last.lessons
    )
    EditionQuestion.objects.bulk_create(
        EditionQuestion(
            edition=edition, version=version, lesson_number=(place + 1) // 2, position=place
        )
        for place, version in enumerate(versions, start=1)
    )


@pytest.fixture
def lena(db: None) -> Learner:
    return create_learner(name="Lena")


def begin(unit: Unit, learner: Learner, at: datetime) -> Attempt:
    """An attempt that begins then."""
    assert unit.edition
    return taking.start(learner=learner, edition=unit.edition, at=at)


def positions(attempt: Attempt) -> list[int]:
    """The places that the attempt asks."""
    return list(Itinerary(attempt).asked)


def finish(attempt: Attempt) -> None:
    """Do everything that the attempt asks, long after."""
    for number in (1, 2):
        taking.complete_lesson(attempt=attempt, number=number, at=AFTER)
    for asked in EditionQuestion.objects.filter(pk__in=attempt.asked):
        taking.answer(attempt=attempt, asked=asked, choice=asked.version.choices.all()[0], at=AFTER)


def test_it_is_asked_on_its_last_day(unit: Unit, lena: Learner) -> None:
    assert positions(begin(unit, lena, ON_THE_DAY)) == [1, 2, 3, 4]


def test_it_is_left_out_the_day_after(unit: Unit, lena: Learner) -> None:
    assert positions(begin(unit, lena, AFTER)) == [1, 3, 4]


def test_an_open_attempt_stays_whole(unit: Unit, lena: Learner) -> None:
    attempt = begin(unit, lena, ON_THE_DAY)
    again = begin(unit, lena, AFTER)
    assert again == attempt
    assert positions(again) == [1, 2, 3, 4]
    finish(again)
    again.refresh_from_db()
    assert (again.finished_at, again.responses.count()) == (AFTER, 4)


def test_what_is_left_out_is_not_waited_for(unit: Unit, lena: Learner) -> None:
    attempt = begin(unit, lena, AFTER)
    finish(attempt)
    attempt.refresh_from_db()
    assert (attempt.finished_at, attempt.responses.count()) == (AFTER, 3)


def test_looking_back_steps_over_it(unit: Unit, lena: Learner) -> None:
    attempt = begin(unit, lena, AFTER)
    finish(attempt)
    itinerary = Itinerary(attempt)
    third = reverse("attempt_question", args=[attempt.pk, 3])
    assert itinerary.after(itinerary.asked[1]) == third
    client: Client = as_learner(lena)
    assert client.get(third).status_code == 200
    assert client.get(reverse("attempt_question", args=[attempt.pk, 2])).status_code == 404


def test_it_is_not_practised_on_either(unit: Unit, lena: Learner) -> None:
    version = unit.questions.get(position=2).latest
    assert version
    lesson = {"practice": [version.pk]}
    assert practising.practice(lesson, attempt=begin(unit, lena, AFTER)) == []
    otto = create_learner(name="Otto")
    (shown,) = practising.practice(lesson, attempt=begin(unit, otto, ON_THE_DAY))
    assert shown.version == version


def test_the_front_page_counts_what_is_asked_today(unit: Unit) -> None:
    assert unit.edition
    assert Outline(unit.edition).questions == 3
    review(unit, timezone.localdate())
    assert Outline(unit.edition).questions == 4


def test_the_teacher_is_told_which(unit: Unit) -> None:
    stale = [each for each in publishing.problems(unit) if each.code == "review-overdue"]
    assert [(each.about, each.blocks) for each in stale] == [
        ("Who gives the share of vegetables that came back (2)?", False)
    ]
    assert "2 March 2026" in stale[0].message


def test_a_question_without_a_day_is_always_asked(tess: User, lena: Learner) -> None:
    unit = create_published_unit(owner=tess, lessons=("attr",), questions_each=2)
    attempt = create_attempt(learner=lena, unit=unit, at=AFTER + timedelta(days=4000))
    assert positions(attempt) == [1, 2]
