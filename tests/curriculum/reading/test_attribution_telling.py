"""Is something passed on, or does the article report what somebody did, wants or feels?"""

from __future__ import annotations

import pytest

from curriculum.reading import read_text, serial

TOLD = [
    "Hill said the oven broke.",
    "Hill said that the oven broke.",
    'Hill called it "a sham."',
    "The bakery was reportedly sold to a farmer.",
    "The mill is thought to be the oldest in the county.",
    "The plan has been seen as a mistake.",
    "Hill asked whether the oven was hot.",
    "Hill is confident that the shop will stay.",
    "The mayor's claim that the bridge is safe was welcomed.",
    "According to the council, the bridge is safe.",
    "Hill charges that roads which the town built were sold.",
]
ONLY_REPORTED = [
    "Hill criticised the plan.",
    "Hill wants to build a bridge.",
    "Hill expressed sympathy for the cooks.",
    "Hill explained how to bake bread.",
    "Hill was praised by the mayor.",
    "The council was accused of waste.",
    "The shop appears to be closing.",
    "Hill is critical of the plan.",
    "Hill described the plan as a waste.",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_clause_or_quoted_words_are_told(text: str) -> None:
    found = read_text(text).attributions
    assert found
    assert all(one.told for one in found)


@pytest.mark.parametrize("text", ONLY_REPORTED)
def test_an_act_a_wish_or_a_topic_is_the_article_s_report(text: str) -> None:
    found = read_text(text).attributions
    assert found
    assert not any(one.told for one in found)


def test_a_quotation_in_a_language_we_do_not_read_is_told() -> None:
    text = "Der Bürgermeister sagte: „Wir haben die Brücke nicht verkauft.“ Das war am Montag."
    reading = read_text(text)
    assert reading.language == "other"
    assert [one.told for one in reading.attributions] == [True]


def test_it_is_kept_with_the_reading() -> None:
    reading = read_text(TOLD[0])
    assert serial.load(serial.dump(reading)).attributions[0].told
