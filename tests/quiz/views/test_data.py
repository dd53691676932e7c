"""My data: shown, taken along, deleted with a receipt, and claimed by whoever signs in."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from curriculum.models import Unit
from quiz import enrolling, rebuilding, seat_secrets
from quiz.models import Attempt, Enrolment, Erasure, Learner, Mastery, Response
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)

DELETION, RETURN = "/progress/data/deletion/", "/progress/data/return/"
KEEPING = "/progress/data/keeping/"
SIGN_IN = {"username": "oscar", "password": "a-long-enough-password"}
FILES = ("/progress/data/answers.json", "/progress/data/answers.csv")


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess)


@pytest.fixture
def lena(unit: Unit, tess: User) -> Enrolment:
    """A pupil who answered three questions."""
    seat = create_seat(classroom=create_classroom(owner=tess), name="Lena", pin="2468")
    create_attempt(learner=seat.learner, unit=unit, right=2, wrong=1)
    return seat


@pytest.fixture
def walk_in(unit: Unit) -> Learner:
    """Somebody who answered two."""
    learner = create_learner()
    create_attempt(learner=learner, unit=unit, right=2)
    return learner


def words(client: Client, address: str) -> str:
    return client.get(address, follow=True).content.decode()


def make_due() -> None:
    """The week is past."""
    Erasure.objects.update(due_at=timezone.now())


def test_what_is_kept_is_counted(lena: Enrolment, walk_in: Learner) -> None:
    page = words(as_learner(lena.learner), "/progress/data/")
    assert "3 answers with the time of each" in page
    assert "An estimate for 2 skills" in page
    assert "7B, as Lena" in page
    assert "2 answers with the time" in words(as_learner(walk_in), "/progress/data/")


def test_a_teacher_who_learned_sees_theirs(as_tess: Client, tess: User, unit: Unit) -> None:
    assert "Nothing is kept about you" in words(as_tess, "/progress/data/")
    create_attempt(learner=create_learner(user=tess), unit=unit, right=1)
    assert "The one of your account: tess" in words(as_tess, "/progress/data/")


def test_files_come_as_downloads(walk_in: Learner) -> None:
    for address in FILES:
        response = as_learner(walk_in).get(address)
        assert "attachment" in response.headers["Content-Disposition"]
        assert "no-store" in response.headers["Cache-Control"]


def test_nobody_gets_anybody_elses(client: Client, lena: Enrolment, walk_in: Learner) -> None:
    for address in FILES:
        assert client.get(address).headers["Location"] == "/progress/data/"
    told = json.loads(as_learner(walk_in).get(FILES[0]).content)
    assert len(told["answers"]) == 2
    assert "Lena" not in json.dumps(told)
    assert "Lena" not in words(as_learner(walk_in), "/progress/data/")


def test_deleting_needs_a_tick(lena: Enrolment) -> None:
    response = as_learner(lena.learner).post(DELETION)
    assert response.status_code == 422
    assert "Tick this box if you are sure" in response.content.decode()
    assert not Erasure.objects.exists()


def test_a_wish_waits_a_week_and_says_so_everywhere(lena: Enrolment, as_tess: Client) -> None:
    browser = as_learner(lena.learner)
    assert "Your teacher is told that you asked to leave" in words(browser, DELETION)
    browser.post(DELETION, {"sure": "on", "when": "now"})  # pupils cannot skip the week
    erasure = Erasure.objects.get()
    assert erasure.due_at - timezone.now() > timedelta(days=6)
    attempt = Attempt.objects.get()
    for address in ("/progress/", "/progress/data/", attempt.get_absolute_url()):
        page = words(browser, address)
        assert "You asked us to delete your data" in page
        assert erasure.spoken in page
    class_page = words(as_tess, lena.classroom.get_absolute_url())
    assert "Asked to leave" in class_page
    assert "Will be deleted" in words(Client(), erasure.get_absolute_url())


def test_one_click_takes_it_back(lena: Enrolment, as_tess: Client) -> None:
    browser = as_learner(lena.learner)
    browser.post(DELETION, {"sure": "on"})
    as_learner(create_learner()).post(RETURN)  # somebody else's click does nothing
    assert Erasure.objects.exists()
    response = browser.post(RETURN, follow=True)
    assert "You stay" in response.content.decode()
    assert not Erasure.objects.exists()
    assert browser.post(RETURN).status_code == 302
    assert Response.objects.count() == 3
    assert "Asked to leave" not in words(as_tess, lena.classroom.get_absolute_url())


def test_coming_back_after_the_day_finds_nothing(lena: Enrolment, as_tess: Client) -> None:
    browser = as_learner(lena.learner)
    browser.post(DELETION, {"sure": "on"})
    erasure = Erasure.objects.get()
    make_due()
    assert "Nothing here yet" in words(browser, "/progress/")
    for model in (Response, Attempt, Mastery, Enrolment, Learner):
        assert not model._default_manager.exists()
    receipt = words(Client(), f"/receipts/{erasure.spoken.lower()}/")
    assert "All that was kept about this learner is gone" in receipt
    assert "Lena" not in receipt
    assert "Lena" not in words(as_tess, lena.classroom.get_absolute_url())
    assert rebuilding.differences() == []


def test_an_attempt_is_gone_on_the_day_too(walk_in: Learner) -> None:
    browser, attempt = as_learner(walk_in), Attempt.objects.get()
    browser.post(DELETION, {"sure": "on", "when": "week"})
    make_due()
    assert browser.get(attempt.get_absolute_url()).status_code == 404
    assert not Response.objects.exists()


def test_a_walk_in_may_go_at_once(walk_in: Learner) -> None:
    browser = as_learner(walk_in)
    response = browser.post(DELETION, {"sure": "on", "when": "now"}, follow=True)
    assert "All that was kept" in response.content.decode()
    assert not Learner.objects.exists()
    assert not Response.objects.exists()
    assert browser.post(DELETION, {"sure": "on", "when": "now"}).status_code == 302
    assert Erasure.objects.count() == 1


def test_a_day_that_is_none_of_the_two_is_refused(walk_in: Learner) -> None:
    response = as_learner(walk_in).post(DELETION, {"sure": "on", "when": "yesterday"})
    assert response.status_code == 422
    assert "in seven days, or now" in response.content.decode()
    assert not Erasure.objects.exists()


def test_an_unknown_receipt_is_404(client: Client, db: None) -> None:
    assert client.get("/receipts/ACDEFGHJ/").status_code == 404
    assert client.get("/receipts/%00/").status_code == 404  # PostgreSQL cannot look for it


def test_an_account_stays_when_its_learning_goes(as_tess: Client, tess: User, unit: Unit) -> None:
    create_attempt(learner=create_learner(user=tess), unit=unit, right=1)
    assert "Your account stays" in words(as_tess, DELETION)
    as_tess.post(DELETION, {"sure": "on"})
    make_due()
    assert "Nothing is kept about you" in words(as_tess, "/progress/data/")
    assert User.objects.filter(pk=tess.pk).exists()
    assert Unit.objects.exists()


def test_signing_in_asks_whose_the_answers_are(walk_in: Learner, oscar: User) -> None:
    browser = as_learner(walk_in)
    browser.post("/accounts/login/", SIGN_IN)
    assert "Are the answers in this browser yours?" in words(browser, "/units/")
    page = words(browser, KEEPING)
    assert "answered 2 questions" in page
    assert walk_in.user_id is None
    browser.post(KEEPING, {"keep": "yes"})
    assert Learner.objects.get(user=oscar).attempts.count() == 1
    assert "Are the answers" not in words(browser, "/units/")
    assert browser.post(KEEPING, {"keep": "yes"}).status_code == 302  # a second tap
    assert Response.objects.count() == 2
    assert rebuilding.differences() == []


def test_a_new_account_is_asked_too(walk_in: Learner) -> None:
    browser = as_learner(walk_in)
    secret = "quite-long-enough-42"
    new = {"username": "newcomer", "password1": secret, "password2": secret}
    browser.post("/accounts/signup/", new)
    browser.post(KEEPING, {"keep": "yes"})
    assert Learner.objects.get().user == User.objects.get(username="newcomer")


def test_no_leaves_them_and_is_not_asked_again(walk_in: Learner, oscar: User) -> None:
    browser = as_learner(walk_in)
    browser.post("/accounts/login/", SIGN_IN)
    browser.post(KEEPING, {"keep": "no"})
    assert not Learner.objects.filter(user=oscar).exists()
    assert walk_in.attempts.exists()
    assert "Are the answers" not in words(browser, "/units/")
    assert browser.get(KEEPING).status_code == 302


def test_neither_yes_nor_no_is_refused(walk_in: Learner, oscar: User) -> None:
    browser = as_learner(walk_in)
    browser.post("/accounts/login/", SIGN_IN)
    for answer in ({}, {"keep": "perhaps"}):
        response = browser.post(KEEPING, answer)
        assert response.status_code == 422
        assert "Choose one of the two" in response.content.decode()
    assert walk_in.attempts.exists()


def test_a_browser_without_answers_is_asked_nothing(client: Client, oscar: User) -> None:
    client.post("/accounts/login/", SIGN_IN)
    assert "Are the answers" not in words(client, "/units/")
    assert client.post(KEEPING, {"keep": "yes"}).status_code == 302
    assert not Learner.objects.exists()


def test_coming_back_to_a_seat_asks_too(walk_in: Learner, lena: Enrolment) -> None:
    browser = as_learner(walk_in)
    back = {"code": lena.classroom.join_code, "name": "Lena", "pin": "2468", "keep": "on"}
    assert browser.post("/join/", back).headers["Location"] == KEEPING
    assert "your teacher sees them as yours" in words(browser, KEEPING)
    browser.post(KEEPING, {"keep": "yes"})
    assert set(Learner.objects.all()) == {lena.learner}
    assert Response.objects.count() == 5
    assert rebuilding.differences() == []


def test_the_next_person_is_not_asked(walk_in: Learner, lena: Enrolment) -> None:
    browser = as_learner(walk_in)
    back = {"code": lena.classroom.join_code, "name": "Lena", "pin": "2468", "keep": "on"}
    browser.post("/join/", back)
    browser.post("/progress/departure/")
    assert "Are the answers" not in words(browser, "/progress/")
    browser.post(KEEPING, {"keep": "yes"})
    assert walk_in.attempts.exists()


def test_a_pupil_who_signs_in_is_asked_and_shows_their_pin(lena: Enrolment, oscar: User) -> None:
    browser = as_learner(lena.learner)
    browser.post("/accounts/login/", SIGN_IN)
    page = words(browser, KEEPING)
    assert "Are you Lena of 7B?" in page
    assert "the answer that was given first counts" in page
    for secret in ("", "1111"):
        assert browser.post(KEEPING, {"keep": "yes", "pin": secret}).status_code == 422
    assert not Learner.objects.filter(user=oscar).exists()
    browser.post(KEEPING, {"keep": "yes", "pin": "2468"})
    lena.refresh_from_db()
    assert lena.learner.user == oscar
    assert Response.objects.count() == 3
    assert "Lena" in words(browser, "/progress/data/")
    shared = Client().post("/join/", {"code": lena.classroom.join_code, "name": "Lena"})
    assert "Sign in with your account" in shared.content.decode()


def test_a_pupil_and_an_account_that_learned_become_one(
    lena: Enrolment, oscar: User, unit: Unit
) -> None:
    own = create_learner(user=oscar)
    create_attempt(learner=own, unit=unit, wrong=2)
    browser = as_learner(lena.learner)
    browser.post("/accounts/login/", SIGN_IN)
    browser.post(KEEPING, {"keep": "yes", "pin": "2468"})
    lena.refresh_from_db()
    assert lena.learner == own
    assert Attempt.objects.get().learner == own
    first = Attempt.objects.get().responses.filter(try_number=1).order_by("answered_at")
    assert [given.correct for given in first] == [True, True, False]
    assert Response.objects.count() == 5
    assert rebuilding.differences() == []


def test_pictures_prove_it_too(lena: Enrolment, oscar: User) -> None:
    enrolling.change_sign_in(classroom=lena.classroom, to="pictures")
    lena.pin = seat_secrets.hashed("sun key fish")
    lena.save()
    browser = as_learner(lena.learner)
    browser.post("/accounts/login/", SIGN_IN)
    assert words(browser, KEEPING).count('type="radio"') == 36
    shown = {"picture_1": "sun", "picture_2": "key", "picture_3": "fish"}
    browser.post(KEEPING, {"keep": "yes", **shown})
    lena.refresh_from_db()
    assert lena.learner.user == oscar


def test_a_pupil_may_say_no(lena: Enrolment, oscar: User) -> None:
    browser = as_learner(lena.learner)
    browser.post("/accounts/login/", SIGN_IN)
    assert "Both stay apart" in browser.post(KEEPING, {"keep": "no"}, follow=True).content.decode()
    lena.refresh_from_db()
    assert lena.learner.user is None
    assert browser.post(KEEPING, {"keep": "yes", "pin": "2468"}).status_code == 302
    assert not Learner.objects.filter(user=oscar).exists()


def test_a_teacher_of_the_class_never_takes_a_pupil_over(lena: Enrolment, tess: User) -> None:
    browser = as_learner(lena.learner)
    browser.post("/accounts/login/", {**SIGN_IN, "username": "tess"})
    assert "Are the answers" not in words(browser, "/units/")
    assert browser.post(KEEPING, {"keep": "yes", "pin": "2468"}).status_code == 302
    lena.refresh_from_db()
    assert lena.learner.user is None


def test_pins_cannot_be_tried_here_either(lena: Enrolment, oscar: User) -> None:
    browser = as_learner(lena.learner)
    browser.post("/accounts/login/", SIGN_IN)
    for _ in range(10):
        browser.post(KEEPING, {"keep": "yes", "pin": "0000"})
    page = browser.post(KEEPING, {"keep": "yes", "pin": "2468"}).content.decode()
    assert "Too many wrong PINs" in page
