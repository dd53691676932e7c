"""The review queue by button: decide, undo, filter."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from curriculum.models import Question, Unit
from tests.curriculum.views.responses import said
from tests.factories import SAID, create_unit, draft_question, draft_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """Tess's drafted unit of three questions."""
    return create_unit(owner=tess)


@pytest.fixture
def question(unit: Unit) -> Question:
    """Its first question."""
    return unit.questions.all()[0]


def decide(client: Client, question: Question, state: str) -> HttpResponse:
    """Press Approve, Discard, or Undo."""
    return client.post(reverse("verdict", args=[question.pk, state]))  # type: ignore[return-value]


def state(question: Question) -> str:
    """How far the review has come, by the database."""
    return Question.objects.get(pk=question.pk).state


def test_review_leads_to_the_first_question_to_review(as_tess: Client, unit: Unit) -> None:
    first, second, _ = unit.questions.all()
    decide(as_tess, first, "approved")
    response = as_tess.get(unit.get_review_url())
    assert response.headers["Location"] == second.get_absolute_url()


def test_review_ends(as_tess: Client, unit: Unit) -> None:
    unit.questions.update(state=Question.State.APPROVED)
    words = as_tess.get(unit.get_review_url()).content.decode()
    assert "All reviewed" in words
    assert "3 approved" in words


def test_a_question_shows_all_there_is_to_judge(as_tess: Client, question: Question) -> None:
    words = as_tess.get(question.get_absolute_url()).content.decode()
    for part in (
        "Question 1 of 3",
        "Who gives the share of vegetables that came back?",
        "Mara Odell",
        "One source for another",
        "Nothing joins these words to the figure.",
        "Look at paragraph 1.",
        f'<mark class="pen lit" id="evidence-1" tabindex="-1">{SAID}</mark>',
        "0 of 3",
    ):
        assert part in words


def test_a_finding_is_shown_in_the_queue(as_tess: Client, tess: User) -> None:
    unsound = draft_question(stem="Tell me who gives the share")
    unit = create_unit(owner=tess, draft=draft_unit(questions=(unsound,)))
    words = as_tess.get(unit.questions.all()[0].get_absolute_url()).content.decode()
    assert "does not end with" in words


@pytest.mark.parametrize("verdict", ["approved", "discarded"])
def test_a_verdict_leads_on_and_can_be_undone(
    as_tess: Client, unit: Unit, question: Question, verdict: str
) -> None:
    response = decide(as_tess, question, verdict)
    assert state(question) == verdict
    assert response.headers["Location"] == unit.questions.all()[1].get_absolute_url()
    [message] = get_messages(response.wsgi_request)  # type: ignore[attr-defined]
    undo = message.extra_tags.removeprefix("undo:")
    assert as_tess.post(undo).headers["Location"] == question.get_absolute_url()
    assert state(question) == "drafted"


def test_the_last_verdict_leads_to_the_end(as_tess: Client, unit: Unit, question: Question) -> None:
    unit.questions.exclude(pk=question.pk).update(state=Question.State.DISCARDED)
    response = decide(as_tess, question, "approved")
    assert response.headers["Location"] == unit.get_review_url()


def test_a_double_tap_decides_once(as_tess: Client, unit: Unit, question: Question) -> None:
    decide(as_tess, question, "approved")
    decide(as_tess, question, "approved")
    assert [each.state for each in unit.questions.all()] == ["approved", "drafted", "drafted"]


def test_an_unknown_verdict_is_not_there(as_tess: Client, question: Question) -> None:
    assert decide(as_tess, question, "perfect").status_code == 404
    assert state(question) == "drafted"


def test_htmx_gets_the_queue_alone(as_tess: Client, question: Question) -> None:
    response = as_tess.get(question.get_absolute_url(), headers={"HX-Request": "true"})
    words = response.content.decode()
    assert "<html" not in words
    assert words.count('id="review"') == 1
    assert 'id="messages"' in words


def test_everything_sound_is_approved_at_once(as_tess: Client, tess: User) -> None:
    unsound = draft_question(stem="Tell me who gives the share")
    unit = create_unit(owner=tess, draft=draft_unit(questions=(draft_question(), unsound)))
    as_tess.post(reverse("approvals", args=[unit.pk]))
    assert [each.state for each in unit.questions.all()] == ["approved", "drafted", "approved"]


def test_approving_at_once_can_be_taken_back(as_tess: Client, unit: Unit) -> None:
    response = as_tess.post(reverse("approvals", args=[unit.pk]))
    assert unit.questions.approved().count() == 3
    [message] = get_messages(response.wsgi_request)
    response = as_tess.post(message.extra_tags.removeprefix("undo:"))
    assert "3 questions are as they were" in said(response)
    assert unit.questions.to_review().count() == 3


def test_decisions_are_taken_back_one_by_one(as_tess: Client, unit: Unit) -> None:
    first, second, _ = unit.questions.all()
    decide(as_tess, first, "approved")
    decide(as_tess, second, "discarded")
    undo = reverse("reversal_of_review", args=[unit.pk])
    assert 'data-key="u"' in as_tess.get(first.get_absolute_url()).content.decode()
    assert as_tess.post(undo).headers["Location"] == second.get_absolute_url()
    assert (state(first), state(second)) == ("approved", "drafted")
    assert as_tess.post(undo).headers["Location"] == first.get_absolute_url()
    assert state(first) == "drafted"
    assert "nothing left" in said(as_tess.post(undo))


def test_the_queue_shows_what_is_asked_for(as_tess: Client, unit: Unit) -> None:
    first, second, third = unit.questions.all()
    decide(as_tess, second, "approved")
    decide(as_tess, third, "approved")
    response = as_tess.get(unit.get_review_url(), {"show": "approved"})
    assert response.headers["Location"] == f"{second.get_absolute_url()}?show=approved"
    words = as_tess.get(response.headers["Location"]).content.decode()
    assert "Question 1 of 2" in words
    assert first.get_absolute_url() not in words
    response = as_tess.post(reverse("verdict", args=[second.pk, "discarded"]), {"show": "approved"})
    assert response.headers["Location"] == f"{third.get_absolute_url()}?show=approved"
    response = as_tess.get(unit.get_review_url(), {"show": "no such state"})
    assert response.headers["Location"] == first.get_absolute_url()


def test_a_filter_with_nothing_in_it_says_so(as_tess: Client, unit: Unit) -> None:
    words = as_tess.get(unit.get_review_url(), {"show": "discarded"}).content.decode()
    assert "None discarded" in words
    assert "All reviewed" not in words


POSTS = [
    ("verdict", ["approved"]),
]


@pytest.mark.parametrize(("name", "more"), POSTS)
def test_another_teachers_question_is_not_there(
    as_oscar: Client, question: Question, name: str, more: list[str]
) -> None:
    url = reverse(name, args=[question.pk, *more])
    assert as_oscar.post(url).status_code == 404
    assert state(question) == "drafted"
    assert question.versions.count() == 1


def test_another_teachers_pages_are_not_there(
    as_oscar: Client, unit: Unit, question: Question
) -> None:
    for url in (question.get_absolute_url(), unit.get_review_url()):
        assert as_oscar.get(url).status_code == 404
    for name in ("approvals", "reversal_of_review"):
        assert as_oscar.post(reverse(name, args=[unit.pk])).status_code == 404


def test_getting_is_refused(as_tess: Client, unit: Unit, question: Question) -> None:
    for name, more in POSTS:
        assert as_tess.get(reverse(name, args=[question.pk, *more])).status_code == 405
    for name in ("approvals", "reversal_of_review"):
        assert as_tess.get(reverse(name, args=[unit.pk])).status_code == 405
