"""What is said: where the content of a cue begins, what shape it has, and where it ends."""

from __future__ import annotations

from curriculum.reading.attribution.cues import Cue, verbs
from curriculum.reading.attribution.groups import Group
from curriculum.reading.attribution.tokens import Unit

Range = tuple[int, int]

_NP_START = "DSJnERMOYtGN"
_CLAUSE_WORDS = frozenset("whether how why when where if what who which".split())


def complement(unit: Unit, group: Group, cue: Cue, groups: list[Group]) -> tuple[str, Range] | None:
    """The complement that follows a cue verb: its shape letter and its tokens."""
    at = _past_setting(unit, group.stop, cue)
    if "r" in cue.takes:
        heard = _past_hearer(unit, at, groups)
        if heard is not None and (found := _shape(unit, heard, cue, groups, hearer=True)):
            return found
    return _shape(unit, at, cue, groups, hearer=False)


def _shape(
    unit: Unit, at: int, cue: Cue, groups: list[Group], *, hearer: bool
) -> tuple[str, Range] | None:
    tags, lows = unit.tags, unit.lows
    if at >= len(tags):
        return None
    tag = tags[at]
    if tag in ":,-" and at + 1 < len(tags) and tags[at + 1] == "Q" and "q" in cue.takes:
        return ("q", (at + 1, at + 2))
    if tag == ":" and at + 1 < len(tags) and "q" in cue.takes:
        return ("c", (at + 1, clause_stop(unit, at + 1)))
    if tag == "Q" and ("q" in cue.takes or "c" in cue.takes):
        return ("q", (at, at + 1))
    if tag == "t" and "c" in cue.takes:
        return ("c", (at, clause_stop(unit, at)))
    if lows[at] in _CLAUSE_WORDS and "w" in cue.takes:
        return ("w", (at, clause_stop(unit, at)))
    if tag == "T" and at + 1 < len(tags) and tags[at + 1] in "vBHKA" and "i" in cue.takes:
        return ("i", (at, clause_stop(unit, at)))
    if tag in "P" or tag == "T":
        if "p" in cue.takes and lows[at] in cue.small and at + 1 < len(tags):
            return ("p", (at + 1, phrase_stop(unit, at + 1)))
        return None
    if tag not in _NP_START + "CwI":
        return None
    if ("c" in cue.takes or "q" in cue.takes) and _bare_clause(unit, at, groups):
        return ("c", (at, clause_stop(unit, at)))
    if hearer or tag not in _NP_START:
        return None
    if "a" in cue.takes or "n" in cue.takes or "o" in cue.takes:
        return ("n", (at, phrase_stop(unit, at)))
    return None


def _past_setting(unit: Unit, at: int, cue: Cue) -> int:
    """Step over "Tuesday", "also", "in a statement" between a cue and a that-clause or quotation."""
    tags = unit.tags
    while at < len(tags) and tags[at] in "AY":
        at += 1
    probe = at
    while probe < len(tags) and probe < at + 14 and tags[probe] in "PDSJnEYMAOT,":
        if tags[probe] in ",T" and not (probe + 1 < len(tags) and tags[probe + 1] in "QtDSEnY"):
            break
        probe += 1
    if tags[at : at + 1] in ("P", "T") and probe < len(tags) and tags[probe] in "tQ:":
        return probe
    return at


def _past_hearer(unit: Unit, at: int, groups: list[Group]) -> int | None:
    """Step over the hearer: "told *the crowd in Hull* that"."""
    tags = unit.tags
    start = at
    if at < len(tags) and tags[at] in "OR":
        at += 1
    else:
        while at < len(tags) and at < start + 20 and tags[at] in "DSMJnEYPC":
            at += 1
    if at == start or at >= len(tags):
        return None
    while at < len(tags) and tags[at] in "AY":
        at += 1
    return at if at < len(tags) else None


def _bare_clause(unit: Unit, at: int, groups: list[Group]) -> bool:
    """Whether a finite verb follows the noun phrase at ``at``, so that a clause begins there."""
    tags = unit.tags
    for group in groups:
        if group.start < at or group.form != "finite":
            continue
        between = tags[at : group.start]
        return (
            group.start > at and not any(t in between for t in ";:.QT") and between[-1:] not in "C"
        )
    return False


def clause_stop(unit: Unit, at: int) -> int:
    """Where a clause that begins at ``at`` ends."""
    tags, lows = unit.tags, unit.lows
    for k in range(at + 1, len(tags)):
        tag = tags[k]
        if tag in ";" or (tag == "." and (k + 1 == len(tags) or tags[k + 1] not in "n")):
            return k
        if tag == "," and _new_saying(unit, k + 1):
            return k
        if tag == "C" and k + 1 < len(tags) and _says(unit, k + 1):
            return k - 1 if tags[k - 1] == "," else k
        if tag in ",-" and lows[k + 1 : k + 2] == ["according"]:
            return k
    return len(tags)


def _says(unit: Unit, k: int) -> bool:
    """Whether a speech verb stands at ``k``, adverbs aside."""
    while k < len(unit) and unit.tags[k] in "A":
        k += 1
    if k >= len(unit) or unit.tags[k] not in "VG":
        return False
    cue = verbs().get(unit.lemmas.get(k, ""))
    return cue is not None and "say" in cue.family


def _new_saying(unit: Unit, k: int) -> bool:
    """Whether after a comma another saying begins: "he said", "adding", "and said"."""
    tags = unit.tags
    if _says(unit, k):
        return True
    probe = k
    while probe < len(tags) and probe < k + 10 and tags[probe] in "DSJnERMC":
        probe += 1
    if probe == k or probe >= len(tags) or not _says(unit, probe):
        return False
    return probe + 1 >= len(tags) or tags[probe + 1] in ",.;:Q"


def phrase_stop(unit: Unit, at: int) -> int:
    """Where an object noun phrase that begins at ``at`` ends, attachments included."""
    tags = unit.tags
    for k in range(at + 1, len(tags)):
        tag = tags[k]
        if tag in ";:.,-)":
            return k
        if tag == "I":
            return k
        if tag == "C" and k + 1 < len(tags) and tags[k + 1] in "VvXHBKRAG":
            return k
    return len(tags)
