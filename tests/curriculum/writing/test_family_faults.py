"""Faults that cold readers found in drafted items, each in sentences of our own.

Every text is read as a pasted text would be, so that a change in the reading shows here too.
"""

from __future__ import annotations

from curriculum.reading import read_text
from curriculum.reading.types import Span
from curriculum.writing import material, proposals, quoting
from curriculum.writing.families.named_source import as_inside
from curriculum.writing.types import QuestionDraft

OPENING = (
    "The pond behind the mill was drained in March 2021. Ruth Okafor, a gardener at the mill, said "
    "that the ducks moved to the river within a day.\n\n"
)


def drafted(family: str, *paragraphs: str) -> list[QuestionDraft]:
    """What a family makes of a story about a mill pond that has these paragraphs too."""
    text = OPENING + "\n\n".join(paragraphs)
    return [item for item in proposals(read_text(text)) if item.family == family]


def asks(items: list[QuestionDraft], words: str) -> bool:
    """Whether any of the items is about these words."""
    return any(words in item.stem for item in items)


def key(item: QuestionDraft) -> str:
    """The words of the right option."""
    return next(choice.text for choice in item.choices if choice.key)


def test_a_thing_that_is_announced_is_no_statement() -> None:
    assert not quoting.has_verb("a plan to help and clean the pond")
    assert quoting.has_verb("the mill helps to clean the pond")


def test_a_feast_held_somewhere_has_not_happened_yet() -> None:
    assert not quoting.has_verb("The feast held in the old mill")
    assert quoting.has_verb("The mill held a feast in May")
    assert not quoting.has_verb("the poem written and printed by")


def test_so_far_stays_whole() -> None:
    text = "So far the mill has given away 4,000 loaves of bread in the village."
    found = quoting.quote(text, Span(0, len(text)))
    assert found is not None
    assert found.words.startswith("So far")


def test_a_place_with_an_aside_says_nothing_yet() -> None:
    text = (
        "In the upper village, which took the rare step of closing its mill late in the week "
        "of the fair, there was water in the cellars."
    )
    assert quoting.quote(text, Span(0, len(text))) is None


def test_a_number_is_not_cut_from_what_it_counts() -> None:
    text = (
        "The miller rolled his cart through the whole market past every single stall nearly 100 "
        "yards."
    )
    found = quoting.quote(text, Span(0, len(text)), longest=15)
    assert found is not None
    assert not found.words.endswith("100")


def test_a_chant_states_nothing() -> None:
    chant = "“Hands off the ducks of the pond,” chanted Clara Venn at the gate of the mill."
    assert not asks(drafted("traceable", chant), "Hands off")


def test_a_source_who_wrote_it_down_can_be_looked_up() -> None:
    said = "Neighbours said in court papers that the mill must pay for the new fence at once."
    assert not asks(drafted("best-check", said), "the mill must pay")
    heard = "Neighbours said that the mill must pay for the new fence at once."
    assert asks(drafted("best-check", heard), "the mill must pay")


def test_an_office_with_the_before_it_is_nobody_unnamed() -> None:
    said = "The society representative said that the pond will hold water again in spring."
    assert not asks(drafted("best-check", said), "the pond will hold water")


def test_what_was_found_is_not_settled_by_a_statement() -> None:
    said = "Clara Venn found that the ducks of the pond were older than the mill."
    assert not asks(drafted("best-check", said), "the ducks of the pond were older")


def test_an_apology_is_not_tested_with_a_case_against_it() -> None:
    said = "“I am sorry that I let everybody down,” said Clara Venn, who runs the mill."
    assert not asks(drafted("strength", said), "everybody")


def test_a_name_for_a_thing_does_not_judge() -> None:
    walls = "The blast walls around the pond have been painted green by a class of the school."
    assert not asks(drafted("own-voice", walls), "Whose choice is the word “blast”")


def test_a_mood_is_no_fact_for_a_record() -> None:
    mood = "That plan in May 2021 did not sit well with some of the bakers."
    hysteria = "The summer of 2021 was one long hysteria about a duck pond in the village."
    items = drafted("claim-type", mood, hysteria)
    assert not asks(items, "sit well")
    assert not asks(items, "hysteria")


def test_support_may_stand_after_a_colon_or_in_the_next_sentence() -> None:
    listed = (
        "The old pond is a hard case for the mill, and the society has made progress with it: a "
        "fence, a sign and a bench."
    )
    argued = (
        "The mill only strengthens the case for a new pond in the village. A deeper pond would "
        "hold the water of a whole winter."
    )
    items = drafted("support-offered", listed, argued)
    assert not asks(items, "hard case")
    assert not asks(items, "strengthens the case")


def test_a_poll_beside_a_statement_may_be_its_support() -> None:
    polled = "A new pond has wide backing in the village, according to polls."
    said = "Clara Venn said that most families of the village would pay for a deeper pond."
    for item in drafted("support-offered", polled, said):
        wrong = [choice.text for choice in item.choices if not choice.key]
        assert "A report, a count or a record" not in wrong


def test_a_proper_adjective_keeps_its_capital() -> None:
    assert as_inside("Norwegian bakers said so.", "Norwegian bakers") == "Norwegian bakers"
    assert as_inside("Bakers said so. The bakers left.", "Bakers") == "bakers"


def test_a_body_known_with_the_is_given_with_it() -> None:
    said = "The Mill Society said that the pond will be open to children on Sundays."
    again = "Later the Mill Society planted a hedge. Most people in the Mill Society bake."
    for item in drafted("who-says-it", said, again):
        if "open to children" in item.stem:
            assert key(item) == "The Mill Society"


def test_idioms_are_neither_counts_nor_absolutes() -> None:
    praise = "Clara Venn worked 100 percent in May 2021 and was at the top of her game."
    bets = "All bets are off at the mill. For now the mill is shut to every visitor."
    for family in ("claim-type", "missing-voice"):
        assert not asks(drafted(family, praise), "100 percent")
    assert not asks(drafted("strength", bets), "All bets")
    assert not asks(drafted("time", bets), "For now")


def test_now_is_asked_beside_a_state_only() -> None:
    call = "The bakers did then what the millers must do now about the old pond."
    state = "The mill now holds 300 sacks of flour in its upper rooms."
    assert not asks(drafted("time", call), "must do now")
    assert asks(drafted("time", state), "now holds 300 sacks")


def test_what_is_up_to_somebody_is_no_forecast() -> None:
    words = "On Friday it will be up to Clara Venn to open the old mill to the village."
    assert not asks(drafted("time", words), "will be up to")


def test_a_degree_is_no_quantity() -> None:
    words = "The society said that the pond will fully recover from the dry summer."
    assert not asks(drafted("strength", words), "fully")


def test_a_coming_event_has_left_no_trace() -> None:
    assert not asks(drafted("claim-type", "The village elections are two months away."), "away")


def test_an_unnamed_source_is_found_by_its_kind() -> None:
    heard = "Some neighbours said that the mill must pay for the new fence at once."
    (item,) = [i for i in drafted("best-check", heard) if "must pay" in i.stem]
    assert key(item) == "Look for a report that says who the neighbours are"


def test_a_newspaper_makes_no_statement() -> None:
    words = "The Wellhaven Herald said that the mill must pay for the new fence at once."
    assert not asks(drafted("best-check", words), "must pay")


def test_no_cut_after_a_second_that() -> None:
    text = (
        "no promise had been made to the three bakers, and that, in any case, the pond was not "
        "theirs to sell"
    )
    found = quoting.quote(text, Span(0, len(text)))
    assert found is not None
    assert found.words.endswith("three bakers")


def test_another_is_a_source_without_a_kind() -> None:
    heard = (
        "One baker said that the mill was too small for the town. "
        "“It makes little sense to sell the mill in the spring,” another told the Herald."
    )
    (item,) = [i for i in drafted("best-check", heard) if "little sense" in i.stem]
    assert key(item) == "Look for a report that says who the speakers are"
    assert not asks(drafted("named-source", heard), "another")


def test_what_is_reported_ends_where_the_writer_may_go_on() -> None:
    story = (
        "The pond\n\nRuth Okafor said that the gate was locked all week, but the children found it "
        "open.\n\nRuth Okafor said the lock was changed in May as she walked along the wall.\n\n"
        "Ruth Okafor said that Tom Brask, whom the village praised, had paid for it."
    )
    reading = read_text(story)
    assert [one.of(reading.text) for one in material.said(reading)] == [
        "that the gate was locked all week",
        "the lock was changed in May",
    ]
