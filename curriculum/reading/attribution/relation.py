"""A relation inside one unit: source, cue and content as token ranges, with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass, field

Range = tuple[int, int]  # tokens [start, stop)


@dataclass(slots=True)
class Relation:
    """A find, in tokens of its unit."""

    source: Range | None
    cue: Range
    content: list[Range]
    shape: str  # complement letter of cue_verbs.txt, or the name of the pattern that found it
    lemma: str
    family: frozenset[str]
    evidence: list[str] = field(default_factory=list)
