"""Leaving and merging at the same moment, in real transactions on a real database: done once."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from quiz import leaving, rebuilding
from quiz.models import Erasure, Learner, Response
from tests.at_once import REAL, TAPS, at_once, in_a_thread, threads
from tests.factories import as_learner, create_attempt, create_learner, create_published_unit

pytestmark = REAL
__all__ = ["threads"]


def test_a_wish_is_carried_out_once(tess: User, threads: Callable[[], None]) -> None:
    learner = create_learner()
    create_attempt(learner=learner, unit=create_published_unit(owner=tess), right=2)
    erasure = leaving.ask(learner=learner)
    assert erasure
    Erasure.objects.update(due_at=timezone.now())
    threads()
    done = at_once(lambda: leaving.carry_out(erasure))
    assert sorted(done) == [False] * (TAPS - 1) + [True]
    assert in_a_thread(Response.objects.count) == 0
    assert in_a_thread(rebuilding.differences) == []


def test_yes_tapped_at_once_is_one_merge(
    tess: User, oscar: User, threads: Callable[[], None]
) -> None:
    unit = create_published_unit(owner=tess)
    walk_in, own = create_learner(), create_learner(user=oscar)
    create_attempt(learner=walk_in, unit=unit, right=3)
    create_attempt(learner=own, unit=unit, wrong=2)
    browser = as_learner(walk_in)
    secret = "a-long-enough-password"
    browser.post("/accounts/login/", {"username": "oscar", "password": secret})
    threads()

    def tap() -> int:
        client = Client()
        client.cookies = browser.cookies
        return client.post("/progress/data/keeping/", {"keep": "yes"}).status_code

    assert at_once(tap) == [302] * TAPS
    assert in_a_thread(Response.objects.count) == 5
    assert in_a_thread(lambda: Learner.objects.get().user_id) == oscar.pk
    assert in_a_thread(rebuilding.differences) == []
