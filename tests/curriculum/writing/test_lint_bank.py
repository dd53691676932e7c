"""Lint of a set: cues that show only when items stand together."""

from __future__ import annotations

from dataclasses import replace

from curriculum.writing import lint
from curriculum.writing.types import QuestionDraft
from tests.curriculum.writing import made


def items(places: list[int]) -> list[QuestionDraft]:
    """Items with different stems and the key in these places."""
    found = []
    for number, place in enumerate(places):
        item = made.question(stem=f"Question {number}?")
        others = [choice for choice in item.choices if not choice.key]
        key = next(choice for choice in item.choices if choice.key)
        found.append(replace(item, choices=(*others[:place], key, *others[place:])))
    return found


def binary(*, yes: int, no: int) -> list[QuestionDraft]:
    """Yes-or-no items of which so many are yes."""
    item = made.question(family="traceable", ordinal=True)
    key, other = item.choices[:2]
    right = (replace(key, text="Yes"), replace(other, text="No"))
    wrong = (replace(other, text="Yes"), replace(key, text="No"))
    return [
        replace(item, stem=f"Is it {number}?", choices=right if number < yes else wrong)
        for number in range(yes + no)
    ]


def codes(questions: list[QuestionDraft]) -> set[str]:
    """What lint says of the set."""
    return {finding.code for finding in lint.bank(questions)}


def test_a_balanced_set_is_clean() -> None:
    assert codes(items([0, 1, 2] * 4)) == set()
    assert codes(binary(yes=2, no=2)) == set()
    assert codes([]) == set()


def test_keys_that_crowd_in_one_place_are_found() -> None:
    assert "key-position" in codes(items([0] * 8 + [1] * 2 + [2] * 2))
    assert "key-position" in codes(items([0] * 14 + [1] * 8 + [2] * 8))


def test_a_scale_keeps_its_order_and_does_not_count() -> None:
    assert "key-position" not in codes([replace(i, ordinal=True) for i in items([0] * 12)])


def test_a_key_that_is_often_the_longest_is_found() -> None:
    def with_long_key(item: QuestionDraft) -> QuestionDraft:
        longer = [replace(c, text=f"{c.text}, I think") if c.key else c for c in item.choices]
        return replace(item, choices=tuple(longer))

    asked = items([0, 1, 2] * 3)
    assert "key-longest-often" not in codes(asked)
    assert "key-longest-often" in codes([with_long_key(item) for item in asked])


def test_absolutes_that_are_always_wrong_are_found() -> None:
    def with_absolute(item: QuestionDraft, *, right: bool) -> QuestionDraft:
        marked = [
            replace(c, text=f"{c.text} always") if c.key is right else c for c in item.choices
        ]
        return replace(item, choices=tuple(marked))

    wrong = [with_absolute(item, right=False) for item in items([0, 1, 2])]
    assert "absolutes-tell" in codes(wrong)
    mixed = [*wrong, *(with_absolute(item, right=True) for item in items([0, 1, 2]))]
    assert "absolutes-tell" not in codes(mixed)


def test_a_large_bank_asks_for_each_skill_often_enough() -> None:
    def asked(thin: int) -> list[QuestionDraft]:
        skills = ["attr"] * (42 - thin) + ["supp"] * thin
        return [
            replace(item, skill=skill)
            for item, skill in zip(items([0, 1, 2] * 14), skills, strict=True)
        ]

    assert "skill-thin" in codes(asked(4))
    assert "skill-thin" not in codes(asked(5))
    assert "skill-thin" not in codes(asked(4)[-10:]), "a quiz is no bank"


def test_as_many_yes_as_no() -> None:
    assert "supported-share" in codes(binary(yes=3, no=1))
    assert "supported-share" in codes(binary(yes=0, no=2))


def test_a_stem_that_stands_twice_is_found() -> None:
    twice = [*items([0, 1, 2]), *items([0])]
    assert [f.code for f in lint.bank(twice)].count("stems-same") == 1
