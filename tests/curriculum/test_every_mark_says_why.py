"""Every mark on the close reading page can answer "why?", whatever kind of mark it is."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User

from curriculum.close_reading import CloseReading
from curriculum.notes import NO_SUPPORT, ClaimNote
from curriculum.reading import (
    claimtype,
    features,
    furniture,
    hedges,
    lexicon,
    linear,
    provenance,
    read,
    times,
    wording,
)
from curriculum.reading.attribution import confidence
from curriculum.reading.blocks import split
from curriculum.reading.timegrammar import EXPRESSION
from curriculum.reading.types import BlockKind, Document, MarkKind, Metadata, Voice
from tests.factories import create_source

# One of every kind: each loaded word by its reason, each voice, each type, force, support and time.
RICH = """By Ada Lind

Updated: 3 May 2031

Clumsy plan for the pier

The pathetic harbour office slashed the budget on Tuesday, and the disgraceful plan is a disaster.

Mara Odell gloated that the pier “may fall,” because 40 beams had rotted.

Critics claim that the office always lies. It could close the pier, and nobody would notice.

The so-called experts had sheer luck. The downsizing followed a “review” of the yard.

Half the beams passed last year, according to the annual report.

The pier will open in June 2032. It should clearly stay free, and the bus runs every week.

“We weighed every beam for six hours,” said Mara Odell, who runs the yard.

The harbour office said the regime refuses to admit the truth about the beams.

Read more: The pier in pictures

© 2031 The Quay. All rights reserved.

Write to the desk: desk@quay"""


@pytest.fixture
def close(tess: User) -> CloseReading:
    return CloseReading(create_source(owner=tess, text=RICH))


def says(reason: str) -> bool:
    """Whether a reason is words that a person can read, and no name of the code."""
    return bool(re.search(r"[a-z]{2} [a-z“]", reason)) and not re.search(r"[<>{}_]|\w\.\w", reason)


@pytest.mark.parametrize("name", ["force", "loaded", "claimtype"])
def test_every_section_of_a_word_list_has_its_reason(name: str) -> None:
    known = {
        "force": {section: why for section, (_, why) in hedges.SECTIONS.items()},
        "loaded": wording.WHY,
        "claimtype": claimtype.WHY,
    }[name]
    rows = (row for rows in lexicon.load(name).values() for row in rows)
    for section in {entry.section for _, entry in rows}:
        assert known[section]


def test_every_shape_of_a_saying_has_its_reason() -> None:
    for _, reason in confidence._SHAPES.values():
        assert says(reason.replace("{cue}", "said"))


def test_every_rule_of_the_furniture_has_its_reason() -> None:
    rules = furniture._rules().by_name
    assert len(rules) > 15
    for rule in rules.values():
        assert says(rule.why), rule


def test_every_sign_of_provenance_has_its_reason() -> None:
    for kind in provenance.EXPECTED:
        assert says(provenance.LACKING[kind])
        assert says(provenance._NOTES[kind])


def test_every_note_on_the_headline_is_told_in_words(close: CloseReading) -> None:
    assert close.reading.headline
    for note in close.reading.headline:
        assert says(note.note)


def test_every_form_of_a_time_has_its_reason() -> None:
    for form in EXPRESSION.groupindex:
        assert times.WHY[form]


def test_every_weight_that_can_speak_for_opinion_is_told_in_words() -> None:
    weights = linear.load("subjectivity")
    silent = {"", "length", "names"}  # how long a sentence is says nothing to a reader
    for name in weights:
        if weights[name] > 0 and name not in silent:
            assert features.told([name]), name


def test_the_text_holds_one_of_each_kind(close: CloseReading) -> None:
    marks = [m for s in close.reading.sentences for m in (*s.hedges, *s.loaded)]
    assert {mark.kind for mark in marks} == set(MarkKind)
    assert {claim.voice for claim in close.claims} == {voice.value for voice in Voice}
    loaded = " ".join(mark.why for mark in marks if mark.kind is MarkKind.LOADED)
    missing = [why for why in wording.WHY.values() if why not in loaded]
    assert not missing
    assert "quotation marks keep a distance" in loaded
    assert close.times
    assert close.reading.provenance.signals
    assert close.reading.provenance.odd


def test_every_marked_word_says_why(close: CloseReading) -> None:
    for word in close.words:
        for kind, mark in word.reasons:
            assert kind
            assert says(mark.why), mark


def test_every_pen_opens_a_note_that_is_there(close: CloseReading) -> None:
    notes = {word.note for word in close.words} | {f"note-{claim.pk}" for claim in close.claims}
    html = "".join(block.html for block in close.blocks)
    opened = set(re.findall(r'data-(?:note|scope)="([^"]+)"', html))
    assert opened == notes


def test_every_claim_says_why_it_is_read_so(close: CloseReading) -> None:
    for claim in close.claims:
        note = ClaimNote(claim)
        assert len(note.why) >= 2, claim.words  # the voice, and the kind of claim
        assert all(says(reason) for reason in note.why), note.why
        assert note.sureness
        assert note.strength
        assert note.support == NO_SUPPORT or "“" in note.support


def test_a_word_that_judges_how_something_was_said_is_told(close: CloseReading) -> None:
    judging = [ClaimNote(c) for c in close.claims if ClaimNote(c).cue_judges]
    assert [note.cue for note in judging] == ["claim"]


def test_all_furniture_says_why_it_is_no_part_of_the_text(close: CloseReading) -> None:
    furniture_blocks = [block for block in close.blocks if block.kind == BlockKind.FURNITURE]
    assert len(furniture_blocks) > 3
    for block in furniture_blocks:
        assert says(block.why)


def test_every_signal_and_what_is_missing_says_what_follows(close: CloseReading) -> None:
    found = close.reading.provenance
    for signal in (*found.signals, *found.odd):
        assert says(signal.note), signal
    assert close.lacking
    for _, so in close.lacking:
        assert says(so)


def test_every_time_says_what_it_is_and_from_where_it_is_counted(close: CloseReading) -> None:
    for _, time in close.times:
        assert says(time.why), time


def test_a_time_says_from_which_day_it_is_counted() -> None:
    text = "It rained on Monday and on 4 June. It rained last week."
    dated = read(Document(text, split(text), metadata=Metadata(published="2031-05-08")))
    bare = read(Document(text, split(text)))
    assert [time.why for time in dated.times] == [
        "counted from the day on which the text appeared",
        "a date on the calendar; it gives no year, so we take the one in which the text appeared",
        "counted from the day on which the text appeared",
    ]
    assert bare.times[0].why == "counted from another day, which this copy does not give"


def test_a_word_that_is_plain_elsewhere_says_why_it_counts_here(close: CloseReading) -> None:
    weak = [m for s in close.reading.sentences for m in s.loaded if "Elsewhere" in m.why]
    assert weak
    for mark in weak:
        assert "sounds like opinion: it " in mark.why or "stronger word stands beside" in mark.why
