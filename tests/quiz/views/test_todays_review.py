"""Today's review in the browser: what is due, one question after the other, and the end of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from curriculum.models import Unit
from quiz import rebuilding
from quiz.models import Attempt, Learner, Response, Review
from quiz.shuffling import lay_out
from tests.factories import as_learner, create_attempt, create_learner, create_published_unit

PAGE_QUERIES = 5  # session, learner · reviews, review attempts, and a spare for the erasure


@pytest.fixture
def yesterday() -> datetime:
    return timezone.now() - timedelta(days=1, hours=1)


@pytest.fixture
def lena(tess: User, yesterday: datetime) -> Learner:
    """Somebody who finished a unit of two skills yesterday; the library has another one."""
    learner = create_learner(name="Lena")
    done = create_published_unit(owner=tess, title="The garden count", lessons=("attr", "supp"))
    attempt = create_attempt(learner=learner, unit=done, right=4, at=yesterday)
    Attempt.objects.filter(pk=attempt.pk).update(finished_at=yesterday)
    create_published_unit(owner=tess, title="The homework lamp", lessons=("attr", "supp"))
    return learner


@pytest.fixture
def as_lena(lena: Learner) -> Client:
    return as_learner(lena)


def begun(client: Client, learner: Learner) -> Attempt:
    client.post("/review/attempts/")
    return learner.attempts.get(kind="review")


def answer(client: Client, attempt: Attempt, position: int, *, right: bool = True) -> int:
    """Answer as the form would."""
    version = attempt.drawn.get(position=position).version
    laid = lay_out(version, learner=attempt.learner_id)
    token = next(each.token for each in laid if each.choice.is_key == right)
    url = f"/attempts/{attempt.pk}/questions/{position}/answer/"
    return client.post(url, {"choice": token}).status_code


def test_a_visitor_has_nothing_to_review(client: Client, db: None) -> None:
    page = client.get("/review/").content.decode()
    assert "Nothing to review yet" in page
    assert client.post("/review/attempts/").headers["Location"] == "/review/"
    assert not Learner.objects.exists()


def test_it_says_what_is_due(as_lena: Client) -> None:
    page = as_lena.get("/review/").content.decode()
    assert "2 questions, about five minutes" in page
    assert "Attribution" in page
    assert "Support" in page


def test_nothing_due_says_when_and_offers_to_stop(lena: Learner, as_lena: Client) -> None:
    Review.objects.update(due_on=timezone.localdate() + timedelta(days=3))
    page = as_lena.get("/review/").content.decode()
    assert "Nothing is due today. You can stop here." in page
    assert "The next review is on" in page
    assert "<form" not in page.split("<main")[1].split("</main")[0]


def test_starting_refuses_get_and_the_page_refuses_post(as_lena: Client) -> None:
    assert as_lena.get("/review/attempts/").status_code == 405
    assert as_lena.post("/review/").status_code == 405


def test_a_question_comes_with_its_own_text_and_title(lena: Learner, as_lena: Client) -> None:
    attempt = begun(as_lena, lena)
    page = as_lena.get(f"/attempts/{attempt.pk}/", follow=True).content.decode()
    assert "The homework lamp" in page
    assert "The kitchen weighed 1,140 plates" in page
    assert "question 1 of 2" in page
    assert "Zebra" not in page  # the explanation waits for the answer
    assert "Walrus" not in page


def test_it_is_done_from_end_to_end(lena: Learner, as_lena: Client) -> None:
    attempt = begun(as_lena, lena)
    assert answer(as_lena, attempt, 1, right=False) == 302
    seen = as_lena.get(f"/attempts/{attempt.pk}/questions/1/").content.decode()
    assert "Not this time" in seen
    assert "Try a similar one" not in seen  # it has an end
    assert as_lena.get(f"/attempts/{attempt.pk}/questions/1/similar/").status_code == 404
    assert answer(as_lena, attempt, 2) == 302
    page = as_lena.get(f"/attempts/{attempt.pk}/", follow=True).content.decode()
    assert "You are done for today" in page
    assert "1 of 2 right" in page
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert f"{tomorrow:%A}" in page
    again = as_lena.get("/review/").content.decode()
    assert "You are done for today." in again
    assert rebuilding.differences() == []


def test_an_answer_counts_once_however_often_it_arrives(lena: Learner, as_lena: Client) -> None:
    attempt = begun(as_lena, lena)
    before = Response.objects.count()
    for right in (True, True, False):
        answer(as_lena, attempt, 1, right=right)
    assert Response.objects.count() == before + 1
    assert attempt.responses.get().correct


def test_it_goes_on_where_it_stopped_on_another_device(lena: Learner, as_lena: Client) -> None:
    attempt = begun(as_lena, lena)
    answer(as_lena, attempt, 1)
    phone = as_learner(lena)
    assert "Go on where you stopped" in phone.get("/review/").content.decode()
    assert phone.post("/review/attempts/").headers["Location"] == f"/attempts/{attempt.pk}/"
    way = phone.get(f"/attempts/{attempt.pk}/").headers["Location"]
    assert way == f"/attempts/{attempt.pk}/questions/2/"
    assert lena.attempts.filter(kind="review").count() == 1


def test_a_review_is_its_learners_alone(
    lena: Learner, as_lena: Client, as_oscar: Client, as_tess: Client
) -> None:
    attempt = begun(as_lena, lena)
    for outsider in (Client(), as_oscar, as_tess, as_learner(create_learner())):
        assert outsider.get(f"/attempts/{attempt.pk}/").status_code == 404
        assert outsider.get(f"/attempts/{attempt.pk}/questions/1/").status_code == 404
        assert answer(outsider, attempt, 1) == 404
    assert not attempt.responses.exists()


def test_nothing_left_to_ask_is_said(lena: Learner, as_lena: Client) -> None:
    Unit.objects.update(content_note="It tells of a storm.")
    lena.passes.bulk_create(
        [lena.passes.model(learner=lena, unit=unit) for unit in Unit.objects.all()]
    )
    page = as_lena.post("/review/attempts/", follow=True).content.decode()
    assert "There is no question left to ask you about these today." in page


def test_progress_and_home_lead_to_it(as_lena: Client) -> None:
    assert 'href="/review/"' in as_lena.get("/progress/").content.decode()
    assert 'href="/review/"' in as_lena.get("/").content.decode()
    assert 'href="/review/"' not in Client().get("/").content.decode()


def test_an_open_review_is_named_on_the_progress_page(lena: Learner, as_lena: Client) -> None:
    attempt = begun(as_lena, lena)
    page = as_lena.get("/progress/").content.decode()
    assert "Go on with the review" in page
    assert f'href="/attempts/{attempt.pk}/"' in page


def test_the_page_asks_little_of_the_database(
    as_lena: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(PAGE_QUERIES):
        as_lena.get("/review/")
