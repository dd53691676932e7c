"""Readings made by hand, so that a test of the writer does not depend on the reader."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from curriculum.reading.types import (
    Attribution,
    Block,
    BlockKind,
    ClaimType,
    Force,
    Mark,
    MarkKind,
    Name,
    NameKind,
    Provenance,
    QuoteType,
    Reading,
    Sentence,
    Signal,
    Span,
    TimeExpression,
    TimeKind,
    Voice,
)
from curriculum.writing.types import Anchor, ChoiceDraft, QuestionDraft

# A few invented people at an invented school, and one thing of every kind that a family asks.
TEXT = """\
A bell for the garden

The school in Brook Street has a new bell. It was cast in 1987 and weighs 40 kilograms. The \
shocking noise has ruined every lesson.

“The bell helps small children to find the gate,” said Nora Quist, a teacher at the \
school. She keeps the garden.

Council spokesman Piet Lander said that the bell wakes babies in nine houses.

Some neighbours say that the bell rings at night.

The sports hall was painted in 2019 by 30 volunteers. The committee slashed the garden budget.

Lunch may move to the hall. The bell will ring again in autumn. The old bell was the best in the \
county. The bell never rings on time.

The wooden frame was repaired after the storm broke a beam. The gate is now locked at noon. The \
work cost 9,400 pounds. Vera Holm drew the plan for the tower. Holm lives by the sea.

The thick rope is strong enough for a ship. But the wheel is loose on most days of the winter.

Share this story
"""

SPEECHES = (
    ("Nora Quist", "Nora Quist", "said", "“The bell helps small children to find the gate,”",
     Voice.NAMED, QuoteType.DIRECT),
    ("Piet Lander", "Piet Lander", "said", "that the bell wakes babies in nine houses",
     Voice.NAMED, QuoteType.INDIRECT),
    ("", "Some neighbours", "say", "that the bell rings at night",
     Voice.UNNAMED, QuoteType.INDIRECT),
)  # fmt: skip
LOADED = {
    "shocking": "judges instead of describing",
    "slashed": "stirs a feeling where a plain word would do",
}
FORCES = {"may": MarkKind.HEDGE, "never": MarkKind.ABSOLUTE}
TYPES = {
    "The bell will": ClaimType.PREDICTION,
    "The old bell": ClaimType.VALUE,
    "The shocking": ClaimType.VALUE,
}
PEOPLE = ("Nora Quist", "Piet Lander")  # those who speak
NAMES = (*PEOPLE, "Vera Holm")

# A second text, for the families that ask how exact, how far, and how it is reported.
NOTICE = """\
A clock for the pier

The harbour council plans to put a clock on the pier. More than 200 people gave money for it. \
Several families met Nora Quist in Wellhaven on Monday.

Piet Lander claimed that the clock of the old mill runs ten minutes slow.

Vera Holm said that the pier was washed away in a winter storm.

Share this story
"""
NOTICED = ("reporting-word", "plain-report", "figure-limits", "how-far", "left-out")

Speech = tuple[str, str, str, str, Voice, QuoteType]


def reading(
    text: str = TEXT,
    *,
    speeches: Sequence[Speech] = SPEECHES,
    loaded: Mapping[str, str] = LOADED,
    forces: Mapping[str, MarkKind] = FORCES,
    types: Mapping[str, ClaimType] = TYPES,
    people: Sequence[str] = NAMES,
    provenance: Provenance | None = None,
) -> Reading:
    """A reading of ``text``: its first line a heading, its last a piece of furniture."""
    blocks = _blocks(text)
    sentences = tuple(
        _sentence(text, Span(start, end), index, loaded, forces, types)
        for index, block in enumerate(blocks)
        for start, end in _sentences(text, block)
    )
    return Reading(
        text=text,
        blocks=blocks,
        sentences=sentences,
        attributions=tuple(_said(text, speech) for speech in speeches),
        names=tuple(_names(text, people)),
        times=(),
        provenance=provenance or _provenance(text),
        title=text.split("\n", 1)[0],
    )


def notice() -> Reading:
    """A reading of ``NOTICE``."""
    made = reading(
        NOTICE,
        speeches=(
            ("Piet Lander", "Piet Lander", "claimed",
             "that the clock of the old mill runs ten minutes slow", Voice.NAMED,
             QuoteType.INDIRECT),
            ("Vera Holm", "Vera Holm", "said", "that the pier was washed away in a winter storm",
             Voice.NAMED, QuoteType.INDIRECT),
        ),
    )  # fmt: skip
    monday, place = span(NOTICE, "Monday"), span(NOTICE, "Wellhaven")
    return replace(
        made,
        times=(TimeExpression(monday.start, monday.end, TimeKind.DATE),),
        names=(*made.names, Name(place.start, place.end, NameKind.PLACE, "Wellhaven")),
    )


def barren() -> Reading:
    """A reading of a text that says nothing a family could ask about."""
    text = "A walk\n\nThe path goes up the hill and then it goes down again.\n"
    return reading(text, speeches=(), people=(), provenance=Provenance())


def span(text: str, words: str) -> Span:
    """Where the words stand in the text for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def question(**changes: object) -> QuestionDraft:
    """An item about ``TEXT`` in which lint finds nothing."""
    at = span(TEXT, "The bell helps small children")
    good = QuestionDraft(
        family="who-says-it",
        skill="attr",
        stem="Whose words are “The bell helps small children” in paragraph 2?",
        choices=(
            ChoiceDraft("Nora Quist", True, "The word “said” ties the words to her."),
            ChoiceDraft("Piet Lander", False, "He speaks elsewhere.", "wrong-speaker"),
            ChoiceDraft("The writer", False, "The writer reports.", "quoted-is-endorsed"),
        ),
        explanation="Look at paragraph 2. To check: ask her. This tells you how it is built.",
        anchors=(Anchor("The bell helps small children", start=at.start, end=at.end),),
    )
    return replace(good, **changes)  # type: ignore[arg-type]


def _blocks(text: str) -> tuple[Block, ...]:
    found = [match.span() for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]
    blocks = [Block(BlockKind.PARAGRAPH, start, end) for start, end in found]
    blocks[0] = replace(blocks[0], kind=BlockKind.HEADING)
    if text[blocks[-1].start : blocks[-1].end].startswith("Share"):
        blocks[-1] = replace(blocks[-1], kind=BlockKind.FURNITURE, why="a button")
    return tuple(blocks)


def _sentences(text: str, block: Block) -> list[tuple[int, int]]:
    if block.kind is not BlockKind.PARAGRAPH:
        return []
    found = re.finditer(r"[^\s].*?[.!?](?=\s|$)", text[block.start : block.end])
    return [(block.start + m.start(), block.start + m.end()) for m in found]


def _sentence(
    text: str,
    at: Span,
    block: int,
    loaded: Mapping[str, str],
    forces: Mapping[str, MarkKind],
    types: Mapping[str, ClaimType],
) -> Sentence:
    words = at.of(text)
    kind = next((t for start, t in types.items() if words.startswith(start)), ClaimType.FACT)
    hedges = tuple(
        Mark(s.start, s.end, forces[w], "sets the strength") for w, s in _found(text, at, forces)
    )
    judging = tuple(
        Mark(s.start, s.end, MarkKind.LOADED, loaded[w]) for w, s in _found(text, at, loaded)
    )
    kinds = {mark.kind for mark in hedges}
    force = Force.ABSOLUTE if MarkKind.ABSOLUTE in kinds else Force.PLAIN
    force = Force.HEDGED if MarkKind.HEDGE in kinds else force
    return Sentence(at.start, at.end, block, kind, force=force, hedges=hedges, loaded=judging)


def _found(text: str, at: Span, words: Mapping[str, object]) -> list[tuple[str, Span]]:
    return [
        (word, Span(match.start(), match.end()))
        for word in words
        for match in re.compile(rf"\b{word}\b").finditer(text, at.start, at.end)
    ]


def _said(text: str, speech: Speech) -> Attribution:
    speaker, source, cue, content, voice, kind = speech
    words = span(text, content)
    near = text[max(0, words.start - 40) : words.end + 60]
    offset = max(0, words.start - 40)
    who, verb = span(near, source), span(near, cue)
    return Attribution(
        source=(Span(who.start + offset, who.end + offset),),
        cue=(Span(verb.start + offset, verb.end + offset),),
        content=(words,),
        type=kind,
        voice=voice,
        speaker=speaker,
        confidence=0.9,
        told=True,
    )


def _names(text: str, people: Sequence[str]) -> list[Name]:
    return [
        Name(match.start(), match.end(), NameKind.PERSON, person)
        for person in people
        for match in re.finditer(
            rf"{re.escape(person)}|(?<!{person.split()[0]} ){person.split()[-1]}", text
        )
    ]


def _provenance(text: str) -> Provenance:
    share = span(text, "Share this story") if "Share this story" in text else None
    signals = (Signal("share", "Share this story", "", share.start, share.end),) if share else ()
    return Provenance(signals=signals, missing=("byline", "date"))
