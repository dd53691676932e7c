"""Which verbs and nouns report, and what may follow them: the cue lexicons, ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from curriculum.reading.attribution import lexicon


@dataclass(frozen=True, slots=True)
class Cue:
    """What a reporting verb takes: complement letters (see cue_verbs.txt) and small words."""

    takes: frozenset[str]
    small: frozenset[str]
    family: frozenset[str]
    needs_that: bool = False  # a clause after it opens with "that" or a pronoun


@cache
def verbs() -> dict[str, Cue]:
    """Base form → what it takes, all its sections together."""
    table: dict[str, tuple[set[str], set[str], set[str]]] = {}
    for heading, body in lexicon.sections("cue_verbs").items():
        name, _, codes = heading.partition(":")
        if not codes:
            continue
        if name == "talk":
            _talk(table, body)
            continue
        for verb in body.split():
            takes, _, family = table.setdefault(verb, (set(), set(), set()))
            takes.update(codes.split())
            family.add(name)
    strict = lexicon.words("cue_verbs", "only with that")
    return {
        verb: Cue(frozenset(takes), frozenset(small), frozenset(family), verb in strict)
        for verb, (takes, small, family) in table.items()
    }


def _talk(table: dict[str, tuple[set[str], set[str], set[str]]], body: str) -> None:
    for entry in filter(None, (piece.split() for piece in body.split(";"))):
        takes, small, family = table.setdefault(entry[0], (set(), set(), set()))
        takes.add("p")
        small.update(entry[1:])
        family.add("talk")


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Reporting noun, singular or plural → the small words that lead to its content."""
    table: dict[str, set[str]] = {}
    for heading, body in lexicon.sections("cue_nouns").items():
        if ":" not in heading:
            continue
        for noun in body.split():
            small = set(heading.partition(":")[2].split())
            plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
            for form in (noun, noun if noun.endswith("s") else plural):
                table.setdefault(form, set()).update(small)
    return {noun: frozenset(small) for noun, small in table.items()}


@cache
def judging() -> frozenset[str]:
    """Base forms of verbs that tell a reader what to think of the saying."""
    return lexicon.words("cue_verbs", "judging")
