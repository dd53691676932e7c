"""Flags: said once, without a name, answered once, and never lost."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from curriculum.models import Unit
from quiz import taking
from quiz.models import Attempt, Flag, Learner, Response
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)

HTMX = {"HX-Request": "true"}
SAID = {"reason": "unclear", "words": "What is “the share”?"}


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess)


@pytest.fixture
def lena(db: None) -> Learner:
    return create_learner(name="Lena Lamp")


@pytest.fixture
def as_lena(lena: Learner) -> Client:
    return as_learner(lena)


@pytest.fixture
def attempt(unit: Unit, lena: Learner) -> Attempt:
    return create_attempt(learner=lena, unit=unit)


@pytest.fixture
def address(attempt: Attempt) -> str:
    return f"/attempts/{attempt.pk}/questions/1/"


def flagged(attempt: Attempt) -> Flag:
    """A flag of the attempt's first question."""
    version = attempt.studied.asked.order_by("position")[0].version
    return Flag.objects.create(
        learner=attempt.learner, version=version, attempt=attempt, reason="unfair", words="Why?"
    )


def test_a_learner_says_what_is_wrong_before_the_answer(as_lena: Client, address: str) -> None:
    assert "Is something wrong with this question?" in as_lena.get(address).content.decode()
    page = as_lena.post(f"{address}flag/", SAID, follow=True)
    words = page.content.decode()
    assert page.redirect_chain[-1][0] == f"{address}#flag"
    assert "Thank you, the teacher who made this unit will see this" in words
    assert "What is “the share”?" in words
    assert Flag.objects.get().outcome == Flag.Outcome.OPEN


def test_a_pupil_of_the_owner_is_told_that_their_teacher_sees_it(tess: User, unit: Unit) -> None:
    room = create_classroom(owner=tess)
    pupil = create_seat(classroom=room, name="Ada").learner
    attempt = create_attempt(learner=pupil, unit=unit, classroom=room, right=1)
    page = as_learner(pupil).post(f"/attempts/{attempt.pk}/questions/1/flag/", SAID, follow=True)
    assert "Thank you, your teacher will see this" in page.content.decode()


def test_said_again_the_new_words_stand_and_it_is_one_flag(as_lena: Client, address: str) -> None:
    for words in ("First", "Second"):
        as_lena.post(f"{address}flag/", {"reason": "wrong", "words": words})
    assert Flag.objects.get().words == "Second"


def test_htmx_gets_the_flag_alone(as_lena: Client, address: str) -> None:
    words = as_lena.post(f"{address}flag/", SAID, headers=HTMX).content.decode()
    assert "Thank you" in words
    assert "<html" not in words
    assert "Zebra" not in words
    back = as_lena.post(f"{address}flag/removal/", headers=HTMX).content.decode()
    assert "Is something wrong" in back
    assert not Flag.objects.exists()


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"words": "I typed a lot"}, "Choose one of the three first."),
        ({"reason": "rude", "words": "I typed a lot"}, "Choose one of the three first."),
        ({"reason": "wrong", "words": "x" * 501}, "Up to 500 letters fit."),
    ],
)
def test_what_cannot_be_is_refused_and_keeps_what_was_typed(
    as_lena: Client, address: str, data: dict[str, str], told: str, headers: dict[str, str]
) -> None:
    page = as_lena.post(f"{address}flag/", data, headers=headers)
    assert page.status_code == 422
    words = page.content.decode()
    assert told in words
    assert data["words"] in words
    assert "Zebra" not in words
    assert not Flag.objects.exists()


def test_an_answered_flag_stays_as_it_is(as_lena: Client, attempt: Attempt, address: str) -> None:
    flagged(attempt)
    Flag.objects.update(outcome="kept", reply="The cook is named.", settled_at=timezone.now())
    as_lena.post(f"{address}flag/", SAID)
    as_lena.post(f"{address}flag/removal/")
    assert Flag.objects.get().words == "Why?"
    words = as_lena.get(address).content.decode()
    assert "it stays as it is" in words
    assert "The cook is named." in words


def test_the_reply_is_on_the_summary(as_lena: Client, lena: Learner, unit: Unit) -> None:
    attempt = create_attempt(learner=lena, unit=unit, right=4)
    for number in (1, 2):
        taking.complete_lesson(attempt=attempt, number=number)
    flagged(attempt)
    address = f"/attempts/{attempt.pk}/summary/"
    assert "Nobody has answered yet" in as_lena.get(address).content.decode()
    Flag.objects.update(outcome="mended", reply="Well spotted.", settled_at=timezone.now())
    assert "Well spotted." in as_lena.get(address).content.decode()


def test_the_owner_reads_it_without_a_name(as_tess: Client, attempt: Attempt, unit: Unit) -> None:
    flagged(attempt)
    page = as_tess.get(f"/units/{unit.pk}/results/")
    words = page.content.decode()
    assert "1 remark to answer" in words
    assert "It is unfair" in words
    assert "Why?" in words
    assert "Lena Lamp" not in words


def test_the_owner_answers_once(as_tess: Client, tess: User, attempt: Attempt, unit: Unit) -> None:
    flag = flagged(attempt)
    address = f"/units/{unit.pk}/flags/{flag.pk}/settlement/"
    assert as_tess.post(address, {"outcome": "open"}).status_code == 422
    as_tess.post(address, {"outcome": "mended", "reply": "Thank you."})
    late = as_tess.post(address, {"outcome": "kept"}, follow=True)
    assert "Their answer stands" in late.content.decode()
    flag.refresh_from_db()
    assert (flag.outcome, flag.reply, flag.settled_by) == ("mended", "Thank you.", tess)
    words = as_tess.get(f"/units/{unit.pk}/results/").content.decode()
    assert "0 open" in words
    assert "Thank you." in words, "an answered flag does not vanish"


def test_a_refused_answer_keeps_the_reply(as_tess: Client, attempt: Attempt, unit: Unit) -> None:
    flag = flagged(attempt)
    page = as_tess.post(f"/units/{unit.pk}/flags/{flag.pk}/settlement/", {"reply": "Half a"})
    assert page.status_code == 422
    assert "Choose: mended, or it stays." in page.content.decode()
    assert 'value="Half a"' in page.content.decode()


def test_a_refused_answer_leaves_the_other_flags_answerable(
    as_tess: Client, attempt: Attempt, unit: Unit
) -> None:
    flag = flagged(attempt)
    flagged(create_attempt(learner=create_learner(), unit=unit))
    page = as_tess.post(f"/units/{unit.pk}/flags/{flag.pk}/settlement/", {}).content.decode()
    assert page.count('name="outcome" value="kept"') == 2


def test_outsiders_get_404(
    client: Client, as_oscar: Client, as_tess: Client, attempt: Attempt, unit: Unit, address: str
) -> None:
    flag = flagged(attempt)
    for browser in (client, as_oscar, as_tess):
        assert browser.post(f"{address}flag/", SAID).status_code == 404
        assert browser.post(f"{address}flag/removal/").status_code == 404
    elsewhere = create_published_unit(owner=flag.version.question.unit.owner or User())
    for browser, place in ((as_oscar, unit), (as_tess, elsewhere)):
        settle = f"/units/{place.pk}/flags/{flag.pk}/settlement/"
        assert browser.post(settle, {"outcome": "kept"}).status_code == 404
    assert Flag.objects.get().outcome == Flag.Outcome.OPEN


def test_a_flag_moves_no_mark(as_lena: Client, address: str) -> None:
    as_lena.post(f"{address}flag/", SAID)
    assert not Response.objects.exists()


def test_too_many_are_stopped(as_lena: Client, address: str) -> None:
    last = [as_lena.post(f"{address}flag/", SAID).status_code for _ in range(121)][-1]
    assert last == 429
