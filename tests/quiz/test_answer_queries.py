"""Answering costs the same few queries, however long the quiz, the class and the history are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from quiz import evidence, places
from quiz.models import Assignment, Attempt
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_published_unit,
    create_seat,
)

# Session; attempt; the learner's turn; what was answered; the question's skill and difficulty; the
# answer; mastery, read and written; when this question was met before; review, read.
QUERIES = 10
FOR_A_FIRST = 1  # a skill's first answer puts it up for review
FOR_SET_WORK = 1  # its rules, as they are now
FOR_THE_PAGE = 3  # what htmx shows at once: what was answered, the lessons read, the text's name
PLAIN: dict[str, str] = {}
HTMX = {"HX-Request": "true", "HX-Target": "screen"}


def answer(client: Client, attempt: Attempt, position: int, headers: dict[str, str]) -> int:
    """How often the database is asked while one answer is taken; the frame around it aside."""
    address = f"/attempts/{attempt.pk}/questions/{position}/"
    token = client.get(address).context["laid"][0].token
    _as_if_asked_before(attempt)
    with CaptureQueriesContext(connection) as captured:
        response = client.post(f"{address}answer/", {"choice": token}, headers=headers)
    assert response.status_code == (200 if headers else 302)
    frame = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    asked = [each["sql"] for each in captured if not each["sql"].startswith(frame)]
    assert sum("INSERT INTO" in sql and "quiz_response" in sql for sql in asked) == 1
    return len(asked)


def _as_if_asked_before(attempt: Attempt) -> None:
    """What never changes is fetched when the first learner of all needs it, and kept."""
    places.edition(attempt.studied.pk)
    for each in attempt.asked:
        evidence.lit(attempt.studied.unit.source, each.version_id)


@pytest.mark.parametrize(("headers", "more"), [(PLAIN, 0), (HTMX, FOR_THE_PAGE)])
@pytest.mark.parametrize(
    ("questions", "pupils", "before"), [(3, 0, 0), (30, 0, 0), (3, 12, 0), (3, 0, 6)]
)
def test_an_answer_costs_the_same_few_queries(
    tess: User, questions: int, pupils: int, before: int, headers: dict[str, str], more: int
) -> None:
    unit = create_published_unit(owner=tess, lessons=("attr",), questions_each=questions)
    room = create_classroom(owner=tess)
    for number in range(pupils):
        other = create_seat(classroom=room, name=f"Pupil {number}").learner
        create_attempt(learner=other, unit=unit, classroom=room, right=2)
    learner = create_seat(classroom=room, name="Ada").learner
    for weeks in range(before, 0, -1):
        at = timezone.now() - timedelta(weeks=weeks)
        attempt = create_attempt(learner=learner, unit=unit, classroom=room, right=3, at=at)
        Attempt.objects.filter(pk=attempt.pk).update(finished_at=at)
    attempt = create_attempt(learner=learner, unit=unit, classroom=room, right=1)
    assert answer(as_learner(learner), attempt, 2, headers) == QUERIES + more


def test_a_first_answer_and_set_work_cost_one_more_each(tess: User) -> None:
    unit = create_published_unit(owner=tess, lessons=("attr",), questions_each=3)
    room = create_classroom(owner=tess)
    learner = create_seat(classroom=room, name="Ada").learner
    attempt = create_attempt(learner=learner, unit=unit, classroom=room)
    browser = as_learner(learner)
    assert answer(browser, attempt, 1, PLAIN) == QUERIES + FOR_A_FIRST
    work = Assignment.objects.create(classroom=room, unit=unit)
    Attempt.objects.filter(pk=attempt.pk).update(assignment=work)
    assert answer(browser, attempt, 2, PLAIN) == QUERIES + FOR_SET_WORK
