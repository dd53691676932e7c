"""Relations inside the content of others: a saying that is itself only reported is less sure, and
a mere wish or topic in there is left out."""

from __future__ import annotations

from itertools import accumulate

from curriculum.reading.attribution.relation import Relation
from curriculum.reading.attribution.tokens import Unit

WITHIN, ASIDE = "within another saying", "within an according-to"
_WEAK = frozenset(["i", "n", "p", "w", "feeling", "noun", "passive", "seem", "hearsay"])


def settle(unit: Unit, relations: list[Relation]) -> list[Relation]:
    """The relations worth keeping, the nested ones marked."""
    if len(relations) < 2:
        return relations
    depth = _depth(unit, relations)
    aside = _depth(unit, [r for r in relations if r.shape == "according"])
    taken = _depth(unit, [r for r in relations if r.shape == "n"])  # objects: "rejected …"
    kept = []
    told = {r.content[0][0] for r in relations if r.content and r.shape != "noun"}
    for relation in relations:
        if relation.shape == "noun" and relation.content[0][0] in told:
            continue
        at = relation.cue[0]
        own = sum(first <= at < stop for first, stop in relation.content)
        if relation.shape != "according" and aside[at]:
            relation.evidence.append(ASIDE)
        elif depth[at] > own and not (depth[at] - own == taken[at] and _is_claim(unit, relation)):
            if relation.shape in _WEAK:
                continue
            relation.evidence.append(WITHIN)
        kept.append(relation)
    return kept


def _is_claim(unit: Unit, relation: Relation) -> bool:
    """Whether it is a noun with a source and a clause of its own: "*Lind's claim that* …"."""
    clause = relation.shape == "noun" and unit.tags[relation.content[0][0]] == "t"
    return clause and relation.source is not None


def _depth(unit: Unit, relations: list[Relation]) -> list[int]:
    """How many contents cover each token."""
    steps = [0] * (len(unit) + 1)
    for relation in relations:
        for first, stop in relation.content:
            steps[first] += 1
            steps[stop] -= 1
    return list(accumulate(steps))
