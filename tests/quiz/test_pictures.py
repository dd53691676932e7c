"""The boxes add up, stay inside the picture, and never overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import pictures
from quiz.discernment import Judged


@given(st.integers(0, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_row_stays_in_its_place(counts: tuple[int, int]) -> None:
    got, of = counts
    boxes = pictures.row(got, of)
    assert all(box.width > 0 for box in boxes)
    ends = [box.x + box.width for box in boxes]
    assert all(end <= after.x + 0.02 for end, after in zip(ends, boxes[1:], strict=False))
    if boxes:
        assert boxes[0].x == 0
        assert ends[-1] == pytest.approx(pictures.WIDTH, abs=0.02)
    if of <= pictures.MOST_BOXES:
        assert [box.full for box in boxes] == [True] * got + [False] * (of - got)
    else:
        filled = sum(box.width for box in boxes if box.full)
        assert filled / pictures.WIDTH == pytest.approx(got / of, abs=0.001)


def test_boxes_are_one_each_until_they_are_too_many() -> None:
    assert pictures.draw(Judged(40, 30, 40, 30)).one_each
    assert not pictures.draw(Judged(40, 30, 41, 30)).one_each
