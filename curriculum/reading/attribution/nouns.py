"""Nouns that report: "his claim that …", "the denial by the mayor that …", "the hint that …"."""

from __future__ import annotations

import re

from curriculum.reading.attribution import contents, cues, lexicon, sources
from curriculum.reading.attribution.relation import Range, Relation
from curriculum.reading.attribution.tokens import Unit

_FINITE = re.compile(r"(?:[XHBK]A*)+[VvNG]?|V")
_VERBAL = frozenset("VXBHK")
_SETTINGS = frozenset(["in", "on", "at", "during", "to", "before", "after"])
_BETWEEN = 16  # tokens from the noun to its "that"


def find(unit: Unit) -> list[Relation]:
    """The relations whose cue is a noun."""
    found = []
    known = cues.nouns()
    for at, low in enumerate(unit.lows):
        small = known.get(low)
        if small is None or unit.tags[at] not in "nG" or at + 2 >= len(unit):
            continue
        relation = _relation(unit, at, small)
        if relation is not None:
            found.append(relation)
    return found


def _relation(unit: Unit, at: int, small: frozenset[str]) -> Relation | None:
    owner = _owner(unit, at)
    apart = _apart(unit, at, owner) if "that" in small else None
    if apart is not None:
        source, link = apart
        content = (link, _clause_stop(unit, at, link))
        return _made(unit, at, source, content)
    beside = _beside(unit, at, owner) if unit.lows[at + 1] in small else None
    return _made(unit, at, owner, beside) if beside is not None else None


def _made(unit: Unit, at: int, source: Range | None, content: Range) -> Relation:
    start = source[1] if source is not None and source[1] <= at else at
    return Relation(source, (start, at + 1), [content], "noun", unit.lows[at], frozenset(["noun"]))


def _beside(unit: Unit, at: int, owner: Range | None) -> Range | None:
    """The content that begins right after the noun."""
    tags, link = unit.tags, unit.lows[at + 1]
    if link == "that":
        return (at + 1, _clause_stop(unit, at, at + 1)) if _opens_clause(unit, at + 1) else None
    if owner is None:
        return None
    if link == "to":
        infinitive = tags[at + 2] in "vBHK"
        return (at + 1, contents.noun_stop(unit, at + 3)) if infinitive else None
    return (at + 2, contents.noun_stop(unit, at + 2))


def _opens_clause(unit: Unit, link: int) -> bool:
    """Whether "that" opens a statement; before a verb it means "which"."""
    return unit.tags[link + 1 : link + 2] not in _VERBAL


def _apart(unit: Unit, at: int, owner: Range | None) -> tuple[Range, int] | None:
    """The source of a noun and its "that", where other words part the two: "the claim *by the
    board* that", "Lind's warning *in May* that"."""
    tags = unit.tags
    link = at + 1
    limit = min(len(tags) - 1, at + _BETWEEN)
    while link < limit and tags[link] in "PTDSJnEMY&,C":
        link += 1
    if tags[link] != "t" or link < at + 3 or not _opens_clause(unit, link):
        return None
    first = at + 2 if tags[at + 1] == "," else at + 1
    if owner is None:
        source = _in_phrase(unit, first, link)
        return (source, link) if source is not None else None
    return (owner, link) if tags[first] in "YJ" or unit.lows[first] in _SETTINGS else None


def _in_phrase(unit: Unit, first: int, link: int) -> Range | None:
    """The source in "by the board" or "of the board", the latter only where it can speak."""
    by = next((k for k in range(first, link) if unit.lows[k] in ("by", "of", "from")), link)
    if by > first and unit.lows[first] not in _SETTINGS and unit.tags[first] not in "YJ":
        return None
    stop = link - 1 if unit.tags[link - 1] == "," else link
    if by + 1 >= stop:
        return None
    source = (by + 1, sources.without_setting(unit.tags, stop - 1) + 1)
    speaks = "E" in unit.tags[source[1] - 1] or any(
        map(lexicon.is_source, unit.lows[slice(*source)])
    )
    return source if speaks or unit.lows[by] == "by" else None


def _clause_stop(unit: Unit, at: int, link: int) -> int:
    """Where "that …" ends; when no verb stands before its noun, that is before the verb of the
    noun itself: the second, unless a subject of its own or "and" leads to it; or before a new
    clause: "his claim that it would rain, it shone"."""
    tags, stop = unit.tags, contents.clause_stop(unit, link)
    if not _VERBAL.isdisjoint(tags[max(0, at - contents.LONGEST) : at]):
        return stop
    verbs = [match.start() for match in _FINITE.finditer(tags, link, stop)]
    for verb in verbs[1:]:
        if tags[verb - 2 : verb] == ",R" and tags[link + 1] != "I":
            return verb - 2
        if tags[verb - 1] not in "RwtC":
            return verb
    return stop


def _owner(unit: Unit, at: int) -> Range | None:
    """The possessor of a noun: "*his* claim", "*the mayor's* sharp criticism"."""
    tags = unit.tags
    start = at
    while start > 0 and tags[start - 1] in "JnA":
        start -= 1
    if not start or tags[start - 1] != "S":
        return None
    if unit.lows[start - 1].endswith(("'s", "'")):
        return sources.possessor(unit, start - 1)
    return (start - 1, start)
