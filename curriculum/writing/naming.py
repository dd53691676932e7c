"""Names fit to be shown: no title, day or common noun in a person's, no class for a body's."""

from __future__ import annotations

import re

from curriculum.reading.types import NameKind, Reading
from curriculum.writing import material
from curriculum.writing.quoting import on_one_line
from curriculum.writing.remembering import once

# A capital makes these look like a part of a name: "Candidate Quist", "State Piet Lander".
_NO_NAME = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|"
    r"August|September|October|November|December|State|Secretary|Minister|Ministers?|Prime|"
    r"Premier|President|Vice|Chief|Executive|Officer|Director|Governor|Senator|Representative|"
    r"Republicans?|Democrats?|Democratic|Attorney|General|Candidate|Nominee|Mayor|Judge|Police|"
    r"Captain|Coach|Professor|Chair(?:man|woman)?|Speaker|King|Queen|Prince|Princess|Party|"
    r"Campaign|Committee|Council|Court|House|Senate|Spokes\w+|Agency|News|Times|Post|Journal|"
    r"University|College|School|Company|Street|Road|The|Former|Editor|Author|Analyst|Leader|"
    r"Manager|Lawyer|Commissioner|Ambassador|Superintendent|Sheriff|Foreign|National|American|"
    r"Gov|Sen|Rep|Gen|Lt|Col|Capt|Sgt|Rev|British|French|German|Russian|Chinese|European|Black|White|Group|Bank|Union|Team|Inc|Ltd)\b"
)
_BODY = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w&.’'-]*)(?: (?:(?:of|the|for|and|on|in|to) )*[A-Z][\w&.’'-]*){1,6}"
)
_CLASS_WORD = re.compile(
    r"(?:media|press|sources?|\w{3,}(?:ans|ers|ors|ists|als|ees|ats|men|women|ents|ates))\Z", re.I
)


def is_person(reading: Reading, name: str) -> bool:
    """Whether the words are somebody's full name and nothing besides."""
    if not material.is_full_name(name) or _NO_NAME.search(name):
        return False
    if name not in _persons(reading) or _only_heads(reading, name):
        return False
    first = name.split()[0].lower()
    return first not in reading.text or not re.search(
        rf"(?<![\w’'-]){re.escape(first)}(?![\w’'-])", reading.text
    )  # a pattern takes long to make, and most first names are no words


def _only_heads(reading: Reading, name: str) -> bool:
    """Whether the name stands only where the text begins: a heading may have run into it."""
    first = reading.text.lstrip().split("\n", 1)[0]
    return first.startswith(name) and reading.text.count(name) == 1 and is_heading(first)


def is_heading(words: str) -> bool:
    """Whether the words are written as a heading: a kicker and a colon, or capitals throughout."""
    long = [word for word in words.split() if len(word) > 3]
    return bool(re.match(r"[^.,]{2,30}: ", words)) or all(word[:1].isupper() for word in long)


def is_body(name: str) -> bool:
    """Whether the words name one body: "the Czech media" are many, "Judge Quist" is somebody."""
    person = re.search(r"\b(?:Chief|Minister|President|Secretary|Director|Judge|Executive)\b", name)
    return not person and bool(_BODY.fullmatch(name)) and not _CLASS_WORD.search(name)


@once
def _persons(reading: Reading) -> frozenset[str]:
    return frozenset(
        words
        for name in reading.names
        if name.kind is NameKind.PERSON
        for words in (on_one_line(name.full), material.as_written(reading, name))
    )


def with_article(reading: Reading, name: str) -> str:
    """The name with "the" where the text mostly puts it: the Harbour Board, but Wellhaven."""
    if name in ("U.S.", "U.K.", "US", "UK", "EU", "UN", "United States", "United Kingdom"):
        return f"the {name}"
    if name.lower().startswith("the "):
        return f"the {name[4:]}"
    if f"the {name}" not in reading.text and f"The {name}" not in reading.text:
        return name  # seen at once, where a pattern for each name would have to be made
    bare = rf"{re.escape(name)}(?![\w’'-])(?! [A-Z])"
    joined = len(re.findall(rf"\b[Tt]he {bare}", reading.text))
    return f"the {name}" if joined * 2 > len(re.findall(rf"\b{bare}", reading.text)) else name
