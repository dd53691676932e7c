"""Trust and doubt are told apart, and a habit is not praised."""

from __future__ import annotations

import pytest

from quiz.discernment import Judged, judge


def test_counts_both_kinds() -> None:
    answers = [(True, True)] * 9 + [(False, False)] + [(False, True)] * 8 + [(True, False)] * 2
    assert judge(answers) == Judged(supported=10, trusted=9, unsupported=10, caught=8)
    assert judge(answers).enough
    assert not judge(answers).same_way


@pytest.mark.parametrize("says_yes", [True, False])
def test_the_same_answer_each_time_is_called_so(says_yes: bool) -> None:
    always = [(says_yes, says_yes)] * 10 + [(says_yes, not says_yes)] * 10
    assert judge(always).enough
    assert judge(always).same_way


def test_nothing_is_said_before_ten_of_each() -> None:
    assert not judge([(True, True)] * 30 + [(False, True)] * 9).enough
