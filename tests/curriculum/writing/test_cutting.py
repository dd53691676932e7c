"""A quotation stops where something has been said: never before the verb, an object or an "if"."""

from __future__ import annotations

import pytest

from curriculum.reading.types import Span
from curriculum.writing import quoting


def shown(text: str) -> str:
    """The quotation that is made of a sentence; empty where none is."""
    found = quoting.quote(text, Span(0, len(text)))
    return str(found) if found else ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The miller sold four old carts to a farmer at the spring fair in May, which brought "
            "in enough for a new wheel.",
            "“The miller sold four old carts to a farmer at the spring fair in May…”",
        ),
        (
            "The council will pay for a new fence around the pond and it will mend the gate that "
            "the storm broke in the spring.",
            "“The council will pay for a new fence around the pond…”",
        ),
        (
            "The ducks left the pond in the first week of March because the miller had drained it "
            "to mend the wall.",
            "“The ducks left the pond in the first week of March…”",
        ),
        (
            "On Monday, the baker, who had waited for flour since the flood in spring, opened his "
            "shop in Mill Lane at last, and the queue reached the church.",
            "",
        ),
    ],
)
def test_a_piece_ends_with_a_whole_clause(sentence: str, expected: str) -> None:
    assert shown(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The gardener who looked after the ducks at the old mill behind the church for nearly "
        "thirty years died.",  # the verb comes last of all
        "Clara Venn, the baker from the lane behind the church and once the mayor of the village, "
        "sells bread.",
        "The village will lose its pond, its mill and its ducks one after the other in a few years "
        "unless the wall is mended.",
        "The news that the old mill by the pond would have to be sold to a brewer within a year "
        "reached us late.",
    ],
)
def test_no_piece_stops_before_what_is_said(sentence: str) -> None:
    piece = shown(sentence).strip("“”…")
    assert not piece or {"died", "sells", "unless", "reached"} & set(piece.split())


def test_a_condition_is_not_cut_away() -> None:
    text = (
        "The pond freezes over from one bank to the other in most winters if the wind stays calm."
    )
    assert "…" not in shown(text)


def test_what_holds_at_times_only_is_not_cut_from_when() -> None:
    text = "The village has not asked for money when the miller brought back boats from the lake."
    assert not shown(text).endswith("money…”")


def test_what_a_noun_tells_is_not_quoted_as_a_statement() -> None:
    text = "The news that the mill will close in the autumn of next year comes too late for many."
    place = Span(text.index("will"), text.index("will") + 4)
    found = quoting.around(text, Span(0, len(text)), place)
    assert found is None or found.words.startswith("The news")


def test_not_this_keeps_its_but() -> None:
    text = (
        "The day at the mill was spent not mending the old wheel of the pond, but drawing a new "
        "one on paper for the council."
    )
    assert not shown(text).endswith("pond…”")


def test_neither_keeps_its_nor() -> None:
    text = (
        "Neither the miller in his letter to the council, nor the gardener, said a word about who "
        "had drained the pond in the night."
    )
    assert not shown(text).endswith("council…”")


@pytest.mark.parametrize(
    "sentence",
    [
        "The third of four boats mended last week at the mill behind the church of the lower "
        "village sank.",
        "Calls for a new wheel grew louder in recent weeks and bakers on Sunday started to collect "
        "money for it in the lane.",
        "Based on the price of corn at the fair in May, the miller of the upper village will ask "
        "more for his flour.",
    ],
)
def test_a_subject_is_not_shown_without_its_verb(sentence: str) -> None:
    assert not shown(sentence).endswith(("week…”", "bakers…”", "May…”"))


@pytest.mark.parametrize(
    "words",
    [
        "Speaking at the gate of the mill last year, Quist said",
        "has made the pond a better place for ducks and for children",
        "nobody can be sure of the gate after the fair on Dec",
        "the pond is 'a shame and",
    ],
)
def test_a_scrap_is_no_quotation(words: str) -> None:
    text = f"{words}, “the pond is full of ducks,” and so on."
    found = quoting.quote(text, Span(0, len(words)))
    assert found is None or found.cut or words.startswith("Speaking")
    assert quoting.quote(text, Span(0, len(text))) is None


def test_a_short_piece_does_not_point_back() -> None:
    text = (
        "It might only be a drop when one thinks of all that has run out of the mill pond since "
        "the flood of the spring before last."
    )
    assert not shown(text).endswith("drop…”")


def test_an_agency_and_its_day_are_no_part_of_a_statement() -> None:
    text = "27 (Millwire) -- The pond behind the mill was drained in March."
    assert shown(text) == "“The pond behind the mill was drained in March”"


def test_a_short_sentence_is_shown_whole() -> None:
    text = "The miller sold his old cart to the baker for the price of six loaves."
    assert shown(text) == "“The miller sold his old cart to the baker for the price of six loaves”"


def test_somebody_who_did_something_is_no_clause() -> None:
    text = (
        "The council looked for a cook to follow Clara Venn, the baker who left the mill on Monday."
    )
    place = Span(text.index("Monday"), text.index("Monday") + 6)
    found = quoting.around(text, Span(0, len(text)), place)
    assert found is None or not found.words.startswith("the baker")


def test_a_time_ago_stays_whole() -> None:
    text = (
        "A fire at a grain store in the northern hills hurt 12 people a year ago when a lamp fell "
        "over in the yard."
    )
    assert quoting.quote(text, Span(0, len(text))) is None


def test_a_person_is_not_cut_after_their_town() -> None:
    text = (
        "On the radio show on Tuesday, the minister praised Tilbury, Essex, police officer Ann Lee "
        "for saving four boys from the river in May."
    )
    found = quoting.quote(text, Span(0, len(text)))
    assert found is None or "officer" in found.words


def test_a_quotation_does_not_begin_with_who_said_it() -> None:
    text = (
        "The warden has kept quiet about the pond, mill owners said Sunday, and his plans were "
        "unknown to most of the village council."
    )
    at = text.index("Sunday")
    found = quoting.around(text, Span(0, len(text)), Span(at, at + 6))
    assert found is None or found.words.startswith("The warden")
