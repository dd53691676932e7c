"""Verb groups: auxiliaries, adverbs and the verb they lead to, read as one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from curriculum.reading.attribution.tokens import Unit

_GROUP = re.compile(r"[XHBK](?:[XHBKA]|(?<=[XBHK])R(?=[vVNG]))*[VvNG]?|[VvNG]")


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens ``[start, stop)`` of a verb group; ``head`` is its last verb."""

    start: int
    stop: int
    head: int
    lemma: str
    form: str  # finite, infinitive, ing, participle
    passive: bool
    negative: bool


def find(unit: Unit) -> list[Group]:
    """The verb groups of a unit, left to right."""
    return [_group(unit, match) for match in _GROUP.finditer(unit.tags)]


def _group(unit: Unit, match: re.Match[str]) -> Group:
    start, stop = match.span()
    tags = unit.tags[start:stop]
    head = stop - 1
    while tags[head - start] == "A" and head > start:
        head -= 1
    stop = head + 1
    helpers = unit.lows[start:head]
    passive = unit.tags[head] == "N" and any(unit.tags[k] == "B" for k in range(start, head))
    return Group(
        start,
        stop,
        head,
        "be" if unit.tags[head] == "B" else unit.lemmas.get(head, unit.lows[head]),
        _form(unit, start, head),
        passive,
        any(low in ("not", "never") or low.endswith("n't") for low in helpers),
    )


def _form(unit: Unit, start: int, head: int) -> str:
    before = unit.tags[start - 1] if start else ""
    if before == "T" or (start > 1 and before == "A" and unit.tags[start - 2] == "T"):
        return "infinitive"
    if unit.tags[start] in "XHBKV":
        return "ing" if unit.lows[start] in ("having", "being") else "finite"
    return {"v": "finite", "G": "ing", "N": "participle"}[unit.tags[head]]
