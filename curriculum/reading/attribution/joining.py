"""Relations of single units to findings in the text: quotations that go on are joined to their
speaker, and a cue that ends in a colon takes the quotation after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from curriculum.reading.attribution.relation import Relation
from curriculum.reading.attribution.tokens import Unit
from curriculum.reading.types import Span

_LEAD = re.compile(r"[Q.,-]{1,20}")


@dataclass(slots=True)
class Finding:
    """A relation with its place in the text, still growing."""

    unit: Unit
    relation: Relation
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: list[Span] = field(default_factory=list)


def join(read: list[tuple[Unit, list[Relation]]]) -> list[Finding]:
    """The findings of a text, in order of their units."""
    found: list[Finding] = []
    speaking: Finding | None = None  # whose quotation the unit before ended with
    for index, (unit, relations) in enumerate(read):
        here = [_finding(unit, relation) for relation in relations]
        loose = _loose_quotations(unit, relations)
        if speaking is not None and loose and _carries_on(read, index):
            speaking.content += [_span(unit, at, at + 1) for at in loose]
            speaking.relation.evidence.append("goes on")
            if not here:
                continue
        found += here
        speaking = _speaker_at_end(here, unit)
    return [finding for finding in found if finding.content]


def _finding(unit: Unit, relation: Relation) -> Finding:
    return Finding(
        unit,
        relation,
        (_span(unit, *relation.source),) if relation.source else (),
        _cue(unit, relation),
        [_span(unit, *part) for part in relation.content if part[0] < part[1]],
    )


def _cue(unit: Unit, relation: Relation) -> tuple[Span, ...]:
    """The cue's words; in two pieces where a question puts its source between them."""
    (first, stop), source = relation.cue, relation.source
    if source is None or not first <= source[0] < stop:
        return (_span(unit, first, stop),)
    pieces = [(first, source[0]), (source[1], stop)]
    return tuple(_span(unit, *piece) for piece in pieces if piece[0] < piece[1])


def _span(unit: Unit, first: int, stop: int) -> Span:
    while stop - first > 1 and unit.tags[stop - 1] in ",-:;":
        stop -= 1
    return Span(unit.starts[first], unit.ends[stop - 1])


def _loose_quotations(unit: Unit, relations: list[Relation]) -> list[int]:
    """The quotations that open a unit and that no relation of it explains."""
    lead = _LEAD.match(unit.tags)
    opening = [at for at, tag in enumerate(lead.group() if lead else "") if tag == "Q"]
    return [
        at
        for at in opening
        if not any(first <= at < stop for r in relations for first, stop in r.content)
    ]


def _carries_on(read: list[tuple[Unit, list[Relation]]], index: int) -> bool:
    """Whether a unit may go on with the quotation before: same paragraph, a paragraph that was left
    open, a colon at the end of the last one, or a paragraph that is nothing but a quotation."""
    unit, before = read[index][0], read[index - 1][0]
    if unit.block == before.block:
        return True
    last, first = before.quotes.get(len(before) - 1), unit.quotes.get(0)
    if first is not None and (first.carried or (last is not None and not last.closed)):
        return True
    if first is None:
        return False
    return before.tags.endswith(":") or _LEAD.fullmatch(unit.tags) is not None


def _speaker_at_end(here: list[Finding], unit: Unit) -> Finding | None:
    """Who speaks when the unit ends: the last one quoted, or the one about to be."""
    for finding in reversed(here):
        if finding.relation.shape in ("q", "pending", "label"):
            return finding
        if any(unit.tags[first:stop].endswith("Q") for first, stop in finding.relation.content):
            return finding
    return None
