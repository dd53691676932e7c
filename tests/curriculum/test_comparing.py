"""Comparing: what came, what went, what reads differently, what stands elsewhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curriculum import comparing
from curriculum.comparing import DELETED, INSERTED, LessonState, Part, Piece, State

STEP = Part(
    "", "Look for a name", (("Heading", "Look for a name"), ("Words", "A name helps.")), "idea"
)
RECAP = Part("", "In one minute", (("Heading", "In one minute"), ("Words", "Ask who.")), "recap")


def question(id_: str, stem: str = "") -> Part:
    """A question known by its id."""
    return Part(id_, stem or f"Who says {id_}?", (("Question", stem or f"Who says {id_}?"),))


def lesson(title: str, *questions: Part, steps: tuple[Part, ...] = (STEP,)) -> LessonState:
    """A lesson of one skill."""
    return LessonState(title, "attr", "", steps, questions)


def unit(*lessons: LessonState, title: str = "The count") -> State:
    """A unit of these lessons."""
    return State((("Title", title),), lessons)


def told(before: State, after: State) -> list[tuple[str, str, str, str]]:
    """The changes in short: group, how, what, title."""
    return [
        (group.title, change.how, change.what, change.title)
        for group in comparing.compare(before, after)
        for change in group.changes
    ]


A, B, C = question("a"), question("b"), question("c")


def test_the_same_says_nothing() -> None:
    assert comparing.compare(unit(lesson("One", A, B)), unit(lesson("One", A, B))) == ()


def test_what_came_and_what_went() -> None:
    assert told(unit(lesson("One", A, B)), unit(lesson("One", B, C))) == [
        ("One", "added", "Question", "Who says c?"),
        ("One", "removed", "Question", "Who says a?"),
    ]


def test_a_reworded_question_is_told_in_words() -> None:
    [group] = comparing.compare(
        unit(lesson("One", question("a", "Who counted the plates?"))),
        unit(lesson("One", question("a", "Who weighed the plates?"))),
    )
    [change] = group.changes
    assert (change.how, change.what) == ("changed", "Question")
    assert change.fields == (
        (
            "Question",
            (
                Piece("same", "Who "),
                Piece("deleted", "counted "),
                Piece("inserted", "weighed "),
                Piece("same", "the plates?"),
            ),
        ),
    )


def test_one_question_that_moved_is_one_change() -> None:
    assert told(unit(lesson("One", A, B, C)), unit(lesson("One", C, A, B))) == [
        ("One", "moved", "Question", "Who says c?")
    ]


def test_a_question_that_went_to_another_lesson_says_where_it_was() -> None:
    groups = comparing.compare(
        unit(lesson("One", A, B), lesson("Two", C)), unit(lesson("One", A), lesson("Two", C, B))
    )
    [change] = [change for group in groups for change in group.changes]
    assert (change.how, change.title) == ("moved", "Who says b?")
    assert change.note == "It was in the lesson “One”."


def test_a_renamed_lesson_is_known_by_its_questions() -> None:
    assert told(unit(lesson("One", A, B)), unit(lesson("Uno", A, B))) == [
        ("Uno", "changed", "Lesson", "Uno")
    ]


def test_lessons_that_came_went_and_moved() -> None:
    before = unit(lesson("One", A), lesson("Two", B))
    after = unit(lesson("Two", B), lesson("One", A), lesson("Three", C, steps=()))
    assert told(before, after) == [
        ("Two", "moved", "Lesson", "Two"),
        ("Three", "added", "Lesson", "Three"),
        ("Three", "added", "Question", "Who says c?"),
    ]
    assert told(before, unit(lesson("Two", B))) == [
        ("One", "removed", "Lesson", "One"),
        ("One", "removed", "Question", "Who says a?"),
    ]


def test_steps_are_known_by_kind_and_heading() -> None:
    other = Part("", "Names", (("Heading", "Names"), ("Words", "A name helps.")), "idea")
    before = unit(lesson("One", A, steps=(STEP, RECAP)))
    assert told(before, unit(lesson("One", A, steps=(other, RECAP)))) == [
        ("One", "changed", "Step", "Names")
    ]
    assert told(before, unit(lesson("One", A, steps=(RECAP,)))) == [
        ("One", "removed", "Step", "Look for a name")
    ]
    assert [how for _, how, _, _ in told(before, unit(lesson("One", A, steps=(RECAP, STEP))))] == [
        "moved"
    ]


def test_the_units_own_words() -> None:
    assert told(unit(title="The count"), unit(title="The plates")) == [("", "changed", "Unit", "")]


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_word_is_lost_in_the_telling(before: str, after: str) -> None:
    pieces = comparing.words(before, after)
    assert "".join(piece.text for piece in pieces if piece.how != INSERTED) == before
    assert "".join(piece.text for piece in pieces if piece.how != DELETED) == after
