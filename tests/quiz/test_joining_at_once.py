"""Pupils who join at the same moment, in real transactions on a real database: a seat each."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import User
from django.test import Client

from quiz.models import Enrolment, Learner
from tests.at_once import REAL, TAPS, at_once, in_a_thread, threads
from tests.factories import create_classroom

pytestmark = REAL
__all__ = ["threads"]


def test_one_name_at_once_is_one_seat(tess: User, threads: Callable[[], None]) -> None:
    code = create_classroom(owner=tess).join_code
    threads()
    codes = at_once(lambda: Client().post("/join/", {"code": code, "name": "Mara"}).status_code)
    assert sorted(codes) == [200] + [422] * (TAPS - 1)
    assert in_a_thread(Enrolment.objects.count) == 1
    assert in_a_thread(Learner.objects.count) == 1  # nobody is left without a seat


def test_different_names_at_once_all_get_in(tess: User, threads: Callable[[], None]) -> None:
    code = create_classroom(owner=tess).join_code
    names = [f"Mara {number}" for number in range(TAPS)]
    threads()
    codes = at_once(lambda: Client().post("/join/", {"code": code, "name": names.pop()}))
    assert {each.status_code for each in codes} == {200}
    assert in_a_thread(Enrolment.objects.count) == TAPS
