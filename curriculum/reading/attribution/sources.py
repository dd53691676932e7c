"""Who says it: the noun phrase that a reporting verb belongs to, with its titles and asides."""

from __future__ import annotations

from curriculum.reading.attribution.groups import Group
from curriculum.reading.attribution.tokens import Unit

_NOUNISH = "nERYMOJS)"
_INSIDE = "DSMJnEYAPCON()R-"
_ASIDE_OPENS = "wDJnEPNGMSA"
_REACH = 60  # tokens; no noun phrase in print is longer, and it keeps the work linear

Range = tuple[int, int]  # tokens [start, stop)


def before(unit: Unit, group: Group, earlier: Range | None) -> Range | None:
    """The subject that stands before a finite verb group; ``earlier`` is the subject of the verb
    before it, which a second verb after "and" shares."""
    tags = unit.tags
    at = group.start - 1
    while at >= 0 and tags[at] == "A":
        at -= 1
    if at < 0:
        return None
    if tags[at] in "wt":
        return (at, at + 1)
    if tags[at] == "C":
        return earlier
    if tags[at] in ",-":
        return _with_aside(unit, at) or earlier
    if tags[at] in _NOUNISH:
        return ending_at(unit, at)
    return None


def antecedent(unit: Unit, at: int) -> Range | None:
    """The noun phrase that "who" or "which" at ``at`` stands for."""
    end = at - 1
    if end >= 0 and unit.tags[end] == "P":
        end -= 1
    if end >= 0 and unit.tags[end] == ",":
        end -= 1
    if end < 0 or unit.tags[end] not in _NOUNISH:
        return None
    return ending_at(unit, end)


def _with_aside(unit: Unit, comma: int) -> Range | None:
    """A noun phrase followed by an aside that ends at ``comma``: "X, who led Y, said"."""
    tags = unit.tags
    floor = max(0, comma - _REACH)
    best: int | None = None
    for at in range(comma - 1, floor, -1):
        if tags[at] in ";:.Q":
            break
        if tags[at] == tags[comma] and tags[at - 1] in _NOUNISH + "N":
            opener = tags[at + 1]
            if opener == "w" or (opener == "P" and at + 2 < comma and tags[at + 2] == "w"):
                best = at
                break
            if best is None and opener in _ASIDE_OPENS:
                best = at
            elif best is not None and tags[best - 1] in "MnE" and opener in "MDE":
                best = at
    if best is None:
        return None
    start = ending_at(unit, best - 1)
    return (start[0], comma + 1) if start else None


def ending_at(unit: Unit, end: int) -> Range:
    """The noun phrase that ends at token ``end``, with what is attached to it by prepositions."""
    tags = unit.tags
    if tags[end] == "R" and unit.lows[end] in _ALONE:
        return (end, end + 1)
    at = end
    floor = max(-1, end - _REACH)
    stopper = ""
    while at > floor:
        tag = tags[at]
        if tag in _INSIDE and not (tag == "R" and at != end):
            at -= 1
            continue
        if tag in "VXHBK" and (relative := _relative_start(unit, at, floor)) is not None:
            at = relative - 1
            continue
        if tag == "G" and at > 0 and tags[at - 1] in "nE":
            at -= 1
            continue
        stopper = tag
        break
    return _trimmed(unit, at + 1, end, stopper)


_ALONE = frozenset("he she they it i we you".split())


def _relative_start(unit: Unit, verb: int, floor: int) -> int | None:
    """If the verb at ``verb`` belongs to "who …" or "that …" after a noun, where that begins."""
    at = verb
    while at > floor and unit.tags[at] in "VXHBKA":
        at -= 1
    if at > 0 and unit.tags[at] in "wt" and unit.tags[at - 1] in "nE":
        return at
    return None


def _trimmed(unit: Unit, start: int, end: int, stopper: str) -> Range:
    """Drop what stands before the noun phrase proper: "On Tuesday", "and", adverbs."""
    tags = unit.tags
    if stopper and stopper in "VGNvXHBKwTI":
        joint = tags.rfind("C", start, end)
        if joint >= 0:
            start = joint + 1
    while start < end and tags[start] in "CA-)":
        start += 1
    if tags[start] == "P":
        start = _after_adverbial(tags, start, end)
    while start < end and tags[start] == "Y" and tags[start + 1] in "DERSnJM":
        start += 1
    for at in range(end, start, -1):
        if tags[at] in "DS" and tags[at - 1] in "nEYO" or (tags[at] == "E" and tags[at - 1] == "Y"):
            if tags[at] == "S" and tags[at - 1] in "EnO" and unit.lows[at].endswith("'s"):
                continue
            start = at
            break
    return (start, end + 1)


def _after_adverbial(tags: str, start: int, end: int) -> int:
    """Where the noun phrase begins after a leading "In Iowa", "On Monday"."""
    for at in range(start + 2, end + 1):
        if tags[at] in "DRS" and tags[at - 1] in "nEYM":
            return at
        if tags[at] in "En" and tags[at - 1] == "Y":
            return at
    return start + 1


def after(unit: Unit, group: Group, limit: int) -> Range | None:
    """The subject that stands after its verb: "said Ada Lind, a baker,"."""
    tags = unit.tags
    at = group.stop
    while at < limit and tags[at] in "DSMJnER-()&" or (at < limit and _binds(unit, at)):
        at += 1
        if tags[at - 1] == "R" and unit.lows[at - 1] in _ALONE:
            break
    if at == group.stop or tags[at - 1] not in "nERMSJ)":
        return None
    return (group.stop, _aside_stop(unit, at, limit))


def _binds(unit: Unit, at: int) -> bool:
    """Whether a token continues a noun phrase to the right: "of", "and" before another name."""
    tags = unit.tags
    if at + 1 >= len(tags):
        return False
    if tags[at] == "P":
        return unit.lows[at] in ("of", "from", "with", "for", "at") and tags[at + 1] in "DSJnEM"
    return unit.lows[at] in ("and", "&") and tags[at + 1] in "DSEJn"


def _aside_stop(unit: Unit, at: int, limit: int) -> int:
    """Include an aside after a comma: ", a baker from Hull"."""
    tags = unit.tags
    while at + 1 < limit and tags[at] == "," and tags[at + 1] in "DwJnEMSN":
        stop = at + 1
        depth_w = tags[at + 1] == "w"
        while stop < limit and tags[stop] not in ";:.Q" and (tags[stop] != "," or depth_w):
            if tags[stop] in "GI" and tags[stop - 1] == ",":
                stop -= 1
                break
            stop += 1
        at = stop
        if stop < limit and tags[stop] != ",":
            break
    return at
