"""Speakers as they are shown: by the full name, with their "the", and only where it is a name."""

from __future__ import annotations

import re
from functools import cache

from curriculum.reading.attribution import lexicon
from curriculum.reading.types import NameKind, Reading
from curriculum.writing import material, naming
from curriculum.writing.material import Said
from curriculum.writing.quoting import on_one_line
from curriculum.writing.remembering import once

_CAPITALS = re.compile(
    r"[A-Z0-9][^ ]*(?: (?:of|the|for|and|on|in|at|de|van|von|al|[A-Z0-9&][^ ]*))*"
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ber|[A-Z][a-z]+uary")
_TITLES = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.?|[Tt]he|[A-Z][a-z]+) ")


def full_name(reading: Reading, speaker: str) -> str:
    """The one full name in the text to which a short name belongs, else the name as it is."""
    if " " in speaker:
        return speaker
    fuller = {full for full in _full_names(reading) if speaker in full.split()}
    fuller = fuller or _with_first_name(reading, speaker)
    return fuller.pop() if len(fuller) == 1 else speaker


def _with_first_name(reading: Reading, speaker: str) -> set[str]:
    """The name with the first names before it, where titles ran into the name in the text."""
    found = re.findall(
        rf"\b([A-Z][a-z’'-]+)((?: [A-Z]\.)?) {re.escape(speaker)}\b(?! [A-Z])", reading.text
    )
    return {f"{first}{middle} {speaker}" for first, middle in found if first.lower() in _given()}


@cache
def _given() -> frozenset[str]:
    parts = ("woman's name", "anybody's name", "first name")
    return frozenset().union(*(lexicon.words("names", part) for part in parts))


@once
def _full_names(reading: Reading) -> frozenset[str]:
    people = (name for name in reading.names if name.kind is NameKind.PERSON)
    known = (on_one_line(name.full or material.as_written(reading, name)) for name in people)
    return frozenset(full for full in known if " " in full)


def shown(reading: Reading, speaker: str) -> str:
    """The speaker as an option."""
    full = full_name(reading, speaker)
    return full if full != speaker else material.capital(naming.with_article(reading, speaker))


def in_text(name: str) -> str:
    """An option as it stands inside a sentence: "the Harbour Board"."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def is_name(reading: Reading, one: Said) -> bool:
    """Whether the speaker is a name: "Exit polls" and "Green groups" are none.

    A single word has to stand alone somewhere: "Anna" does not, where "Anna Prime" goes on.
    """
    bare = one.speaker.removeprefix("The ").removeprefix("the ")
    if not _CAPITALS.fullmatch(bare) or _DAY.fullmatch(bare):
        return False
    if " " in bare or full_name(reading, one.speaker) != one.speaker:
        return True
    source = on_one_line(one.attribution.source[0].of(reading.text))
    beside = _TITLES.sub("", source, count=1) if " " in source else source
    alone = re.search(rf"\b{re.escape(bare)}\b(?! [A-Z])", reading.text)
    common = re.search(rf"(?<![\w-]){re.escape(bare.lower())}(?![\w-])", reading.text)
    return beside == bare and alone is not None and common is None


def is_person(reading: Reading, one: Said) -> bool:
    """Whether the speaker is a person whose full name the text gives."""
    return naming.is_person(reading, full_name(reading, one.speaker))
