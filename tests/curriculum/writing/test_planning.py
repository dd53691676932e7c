"""Planning: a balanced set, the same every time, in which no item answers another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

from curriculum.writing import lint, planning
from curriculum.writing.types import Anchor, ChoiceDraft, QuestionDraft
from tests.curriculum.writing import made

LENGTH = 6000
TEXT = "x" * LENGTH


def item(number: int, **changes: object) -> QuestionDraft:
    """A candidate at a place of its own, with a key of its own."""
    start = number * 97 % (LENGTH - 20)
    base = made.question(
        stem=f"What is it in place {number}?",
        anchors=(Anchor("x" * 10, start=start, end=start + 10),),
        choices=(
            ChoiceDraft(f"key {number}", True, "It is."),
            ChoiceDraft(f"first {number}", False, "It is not.", "wrong-speaker"),
            ChoiceDraft(f"second {number}", False, "It is not.", "quoted-is-endorsed"),
        ),
        score=0.5,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def pool() -> list[QuestionDraft]:
    """Ten candidates of each of nine families, in nine skills."""
    kinds = [
        ("who-says-it", "attr"), ("claim-type", "type"), ("strength", "force"),
        ("loaded-word", "load"), ("goes-further", "trace"), ("best-check", "corrob"),
        ("provenance", "prov"), ("judging-word", "infer"), ("own-voice", "stand"),
    ]  # fmt: skip
    return [
        item(index * 10 + number, family=family, skill=skill, score=0.9 - 0.01 * index)
        for index, (family, skill) in enumerate(kinds)
        for number in range(10)
    ]


def binary(number: int, *, yes: bool) -> QuestionDraft:
    """A yes-or-no candidate."""
    right, wrong = ("Yes", "No") if yes else ("No", "Yes")
    choices = (
        ChoiceDraft(right, True, "It is."),
        ChoiceDraft(wrong, False, "It is not.", "doubted-is-wise"),
    )
    return item(number, family="traceable", skill="supp", choices=choices, ordinal=True)


def test_the_set_is_balanced() -> None:
    chosen = planning.choose(TEXT, pool())
    assert len(chosen) == planning.MOST
    assert len({q.skill for q in chosen}) == planning.MOST_SKILLS
    assert max(Counter(q.family for q in chosen).values()) <= planning.MOST_OF_A_FAMILY
    assert lint.bank(chosen) == ()


def test_the_set_follows_the_lessons_and_then_the_text() -> None:
    chosen = planning.choose(TEXT, pool())
    order = [(planning.LESSON_ORDER.index(q.skill), q.anchors[0].start) for q in chosen]
    assert order == sorted(order)


def test_the_same_candidates_give_the_same_set_in_any_order() -> None:
    assert planning.choose(TEXT, pool()) == planning.choose(TEXT, reversed(pool()))


def test_another_text_has_its_keys_in_other_places() -> None:
    def places(text: str) -> list[int]:
        chosen = planning.choose(text, pool())
        return [[c.key for c in q.choices].index(True) for q in chosen]

    assert places(TEXT) != places(TEXT.replace("x", "y"))


def test_yes_and_no_are_as_many() -> None:
    asked = [binary(n, yes=True) for n in range(5)] + [binary(9, yes=False)]
    chosen = planning.choose(TEXT, asked)
    assert Counter(planning.key_of(q) for q in chosen) == {"Yes": 1, "No": 1}


def test_yes_or_no_is_left_out_where_there_is_only_one_answer() -> None:
    assert planning.choose(TEXT, [binary(n, yes=True) for n in range(5)]) == ()


def test_a_scale_keeps_its_order() -> None:
    scale = item(1, ordinal=True)
    assert planning.spread([scale], TEXT)[0].choices == scale.choices


def test_items_that_answer_each_other_clash() -> None:
    one = item(1)
    same_place = replace(item(2), anchors=one.anchors)
    assert planning.clash(one, same_place)  # the same skill about the same words
    elsewhere = replace(item(3), skill="corrob", stem="Did key 1 say so?")
    assert not planning.clash(one, elsewhere)
    telling = replace(elsewhere, anchors=one.anchors)
    assert planning.clash(one, telling)  # its stem gives the key of the other away
    assert planning.clash(telling, one)


def test_no_two_chosen_items_clash() -> None:
    crowded = [replace(q, anchors=(Anchor("x", start=n % 40, end=n % 40 + 2),))
               for n, q in enumerate(pool())]  # fmt: skip
    chosen = planning.choose(TEXT, crowded)
    assert chosen
    assert not any(planning.clash(one, other) for one, other in combinations(chosen, 2))


def test_practice_is_of_the_same_skills_and_gives_nothing_away() -> None:
    chosen = planning.choose(TEXT, pool())
    practice = planning.practice(TEXT, pool(), chosen)
    found = [q for questions in practice.values() for q in questions]
    assert {skill for skill, questions in practice.items() if questions} == {
        q.skill for q in chosen
    }
    assert all(q.skill == skill for skill, questions in practice.items() for q in questions)
    assert max(len(questions) for questions in practice.values()) == planning.PRACTICE
    everything = [*chosen, *found]
    assert not any(planning.clash(one, other) for one, other in combinations(everything, 2))
