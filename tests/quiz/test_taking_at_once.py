"""Taps at the same moment, in real transactions on a real database: one answer, one attempt."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client

from curriculum.models import Choice, EditionQuestion
from quiz import leaving, rebuilding, taking
from quiz.models import Attempt, Learner, Mastery, Response
from tests.at_once import REAL, TAPS, at_once, in_a_thread, threads, together
from tests.factories import as_learner, create_attempt, create_learner, create_published_unit

pytestmark = REAL
__all__ = ["threads"]


def test_taps_at_once_are_one_answer(tess: User, threads: Callable[[], None]) -> None:
    unit = create_published_unit(owner=tess)
    learner = create_learner()
    attempt = create_attempt(learner=learner, unit=unit)
    address = f"/attempts/{attempt.pk}/questions/1/"
    client = as_learner(learner)
    tokens = [each.token for each in client.get(address).context["laid"]]
    threads()

    def tap() -> int:
        browser = Client()
        browser.cookies = client.cookies
        return browser.post(f"{address}answer/", {"choice": tokens[0]}).status_code

    assert at_once(tap) == [302] * TAPS
    assert in_a_thread(Response.objects.count) == 1
    assert in_a_thread(lambda: Mastery.objects.get().answers) == 1
    assert in_a_thread(rebuilding.differences) == []


def test_taps_at_once_on_start_are_one_walk_in(tess: User, threads: Callable[[], None]) -> None:
    unit = create_published_unit(owner=tess)
    page = Client().get(f"/learn/{unit.pk}/")
    ticket = page.context["form"].initial["ticket"]
    threads()

    def tap() -> str:
        return Client().post(f"/learn/{unit.pk}/attempts/", {"ticket": ticket}).headers["Location"]

    assert len(set(at_once(tap))) == 1
    assert in_a_thread(Learner.objects.count) == 1
    assert in_a_thread(Attempt.objects.count) == 1


def test_different_questions_at_once_are_all_kept(tess: User, threads: Callable[[], None]) -> None:
    unit = create_published_unit(owner=tess, lessons=("attr",), questions_each=TAPS)
    learner = create_learner()
    attempt = create_attempt(learner=learner, unit=unit)
    client = as_learner(learner)
    waiting = []
    for position in range(1, TAPS + 1):
        address = f"/attempts/{attempt.pk}/questions/{position}/"
        waiting.append((address, client.get(address).context["laid"][0].token))
    threads()

    def tap() -> int:
        address, token = waiting.pop()
        browser = Client()
        browser.cookies = client.cookies
        return browser.post(f"{address}answer/", {"choice": token}).status_code

    assert at_once(tap) == [302] * TAPS
    assert in_a_thread(Response.objects.count) == TAPS
    assert in_a_thread(lambda: Mastery.objects.get().answers) == TAPS
    assert in_a_thread(rebuilding.differences) == []


def test_an_answer_and_an_erasure_at_once_leave_nothing(
    tess: User, threads: Callable[[], None]
) -> None:
    unit = create_published_unit(owner=tess, lessons=("attr",), questions_each=TAPS)
    learner = create_learner()
    attempt = create_attempt(learner=learner, unit=unit)
    client = as_learner(learner)
    taps = []
    for position in range(1, TAPS + 1):
        address = f"/attempts/{attempt.pk}/questions/{position}/"
        taps.append((address, client.get(address).context["laid"][0].token))
    threads()

    def answer(address: str, token: str) -> int:
        browser = Client()
        browser.cookies = client.cookies
        return browser.post(f"{address}answer/", {"choice": token}).status_code

    def erase() -> int:
        return 0 if leaving.ask(learner=learner, at_once=True) else 1

    [erased, *codes] = together(erase, *[lambda tap=tap: answer(*tap) for tap in taps])
    assert erased == 0
    assert set(codes) <= {302, 404}
    assert in_a_thread(Learner.objects.count) == 0
    assert in_a_thread(Response.objects.count) == 0
    assert in_a_thread(Mastery.objects.count) == 0


def test_answers_during_a_rebuild_are_counted(tess: User, threads: Callable[[], None]) -> None:
    unit = create_published_unit(owner=tess, lessons=("attr",), questions_each=TAPS)
    learner = create_learner()
    attempt = create_attempt(learner=learner, unit=unit, right=1)
    later = [
        (each, each.version.choices.all()[0]) for each in attempt.asked.order_by("position")[1:]
    ]
    threads()

    def answer(asked: EditionQuestion, choice: Choice) -> int:
        mine = Attempt.objects.get(pk=attempt.pk)
        return int(taking.answer(attempt=mine, asked=asked, choice=choice).first)

    done = together(rebuilding.rebuild, *[lambda each=each: answer(*each) for each in later])
    assert done[1:] == [1] * len(later)
    assert in_a_thread(lambda: Mastery.objects.get().answers) == TAPS
    assert in_a_thread(rebuilding.differences) == []


def test_a_check_sees_one_moment(
    tess: User, threads: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that is given in the middle of it, and must not wait for it, is no difference."""
    unit = create_published_unit(owner=tess, lessons=("attr",))
    attempt = create_attempt(learner=create_learner(), unit=unit, right=1)
    later = attempt.asked.order_by("position")[1]
    choice = later.version.choices.all()[0]
    threads()
    histories = rebuilding.histories

    def answered_first() -> Iterator[rebuilding.History]:
        in_a_thread(lambda: taking.answer(attempt=attempt, asked=later, choice=choice))
        return histories()

    monkeypatch.setattr(rebuilding, "histories", answered_first)
    assert in_a_thread(rebuilding.differences) == []
    assert in_a_thread(Response.objects.count) == 2
