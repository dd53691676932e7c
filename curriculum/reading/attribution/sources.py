"""Who says it: the noun phrase that a reporting verb belongs to, with its titles and asides."""

from __future__ import annotations

import re

from curriculum.reading.attribution import lexicon
from curriculum.reading.attribution.groups import Group
from curriculum.reading.attribution.tokens import Unit

_ENDS = "nERMOJS)&Y"
_INSIDE = "DSMJnEYAPCON()R&"
_KEPT_ASIDES = "wDJnEMNS"
_STOPS = frozenset(["than", "as", "before", "after", "until", "since", "like", "despite", "unlike"])
_ALONE = frozenset(["he", "she", "they", "it", "i", "we", "you", "who"])
_PRONOUN_LIKE = frozenset(
    [
        "some",
        "many",
        "several",
        "few",
        "all",
        "most",
        "both",
        "each",
        "another",
        "these",
        "those",
        "half",
    ]
)
_ROUND = frozenset(["about", "over", "around", "under"])  # "about two thirds of"
_REACH = 60  # tokens; no noun phrase in print is longer, and it keeps the work linear

_POSTMODIFIER = re.compile(r"[NV](?:P|J?Y)")  # "published last week"

Range = tuple[int, int]  # tokens [start, stop)


def before(unit: Unit, group: Group, earlier: Range | None) -> Range | None:
    """The subject that stands before a finite verb group; ``earlier`` is the subject of the verb
    before it, which a second verb after "and" shares."""
    tags = unit.tags
    inverted = tags.find("R", group.start, group.head)
    if inverted >= 0:
        return (inverted, inverted + 1)
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
    if (turns := _in_turn(unit, at)) is not None:
        return (turns, at + 1)
    if tags[at] == "D" and unit.lows[at] in _PRONOUN_LIKE:
        return (at, at + 1)
    if tags[at] in "VN" and _relative_start(unit, at, max(-1, at - _REACH)) is not None:
        return ending_at(unit, at)
    return ending_at(unit, at) if tags[at] in _ENDS else None


def _in_turn(unit: Unit, end: int) -> int | None:
    """Where "one neighbour after another" begins, if it ends at ``end``."""
    if end < 3 or unit.lows[end - 1 : end + 1] != ["after", "another"]:
        return None
    start = ending_at(unit, end - 2)[0]
    return start if unit.lows[start] == "one" else None


def antecedent(unit: Unit, at: int) -> Range | None:
    """The noun phrase that "who" or "which" at ``at`` stands for."""
    end = at - 1
    while end >= 0 and unit.tags[end] in "P,":
        end -= 1
    return ending_at(unit, end) if end >= 0 and unit.tags[end] in _ENDS else None


def _with_aside(unit: Unit, comma: int) -> Range | None:
    """A noun phrase followed by an aside that ends at ``comma``: "X, who led Y, said"."""
    opener = _opener(unit, comma)
    if opener is None:
        return None
    start, stop = ending_at(unit, opener - 1)
    for _ in range(3):
        earlier = _earlier_link(unit, start)
        if earlier is None:
            break
        start = earlier
    kept = unit.tags[opener + 1] in _KEPT_ASIDES
    return (start, comma + 1 if kept else stop)


def _opener(unit: Unit, comma: int) -> int | None:
    """The comma or dash where the aside that ends at ``comma`` begins: before "who" or "which" if
    there is one, else the nearest."""
    tags = unit.tags
    nearest: int | None = None
    for at in range(comma - 1, max(0, comma - _REACH), -1):
        if tags[at] in ";:.Q":
            break
        if tags[at] == tags[comma] and tags[at - 1] in "nERMO)JSN&":
            if tags[at + 1] == "w" or (tags[at + 1] == "P" and tags[at + 2] == "w"):
                return at
            nearest = at if nearest is None else nearest
    return nearest


def _earlier_link(unit: Unit, start: int) -> int | None:
    """If the noun phrase at ``start`` is itself an aside to a name ("Ada Lind, 42, a baker"), where
    that name's phrase begins."""
    tags = unit.tags
    if start < 2 or tags[start - 1] != "," or tags[start] not in "DMJnS":
        return None
    if tags[start - 2] not in "EM)&":
        return None
    begin = ending_at(unit, start - 2)[0]
    return None if begin and tags[begin - 1] == "P" else begin


def ending_at(unit: Unit, end: int) -> Range:
    """The noun phrase that ends at token ``end``, with what is attached to it by prepositions."""
    tags = unit.tags
    if tags[end] == "R" and unit.lows[end] in _ALONE:
        return (end, end + 1)
    end = without_setting(tags, end)
    at = end
    floor = max(-1, end - _REACH)
    stopper = ""
    while at > floor:
        step = _step(unit, at, end, floor)
        if step is None:
            stopper = tags[at]
            break
        at = step
    return _trimmed(unit, at + 1, end, stopper)


def without_setting(tags: str, end: int) -> int:
    """Drop a trailing "on Thursday", "last week"."""
    last = end
    while last > 0 and tags[last] in "YJ":
        last -= 1
    if last == end or "Y" not in tags[last + 1 : end + 1]:
        return end
    if tags[last] == "P":
        last -= 1
    return last if last >= 0 and tags[last] in "nERMO)S&" else end


def _step(unit: Unit, at: int, end: int, floor: int) -> int | None:
    """One step to the left while still inside the noun phrase, else nothing."""
    tags = unit.tags
    tag = tags[at]
    if tag == "P" and unit.lows[at] in _STOPS:
        return None
    if tag in _INSIDE and not (tag == "R" and at != end):
        return at - 1
    if tag == "T" and tags[at + 1] not in "vBHKX":
        return at - 1
    if tag == "v" and at > 1 and tags[at - 1] == "T" and tags[at - 2] in "GNn":
        return at - 2
    if tag in "VXHBK":
        relative = _relative_start(unit, at, floor)
        if relative is not None:
            return relative - 1
        return at - 1 if _reduced(unit, at, end) else None
    return at - 1 if tag == "G" and at > 0 and tags[at - 1] in "nE" else None


def _reduced(unit: Unit, at: int, end: int) -> bool:
    """Whether a past form is "(that was) posted on …" rather than a sentence of its own."""
    tags = unit.tags
    kind = lexicon.verb_forms().get(unit.lows[at], ("", ""))[1]
    return (
        kind in ("e", "n")
        and at < end
        and tags[at + 1] in "PY"
        and at > 0
        and tags[at - 1] in "nE"
        and "C" not in tags[at:end]
    )


def _relative_start(unit: Unit, verb: int, floor: int) -> int | None:
    """If the verb at ``verb`` belongs to "who …" or "that …" after a noun, where that begins; the
    clause may have a subject of its own: "that the council ordered"."""
    at = verb
    while at > floor and unit.tags[at] in "VXHBKA":
        at -= 1
    while at > floor and unit.tags[at] in "DSJnEMR&":
        at -= 1
    return at if at > 0 and unit.tags[at] in "wt" and unit.tags[at - 1] in "nEDMR" else None


def possessor(unit: Unit, end: int) -> Range:
    """The noun phrase that ends in the possessive at ``end``, without what is before "of"."""
    tags = unit.tags
    start = end
    while start > 0 and tags[start - 1] in "DSJnEM&":
        start -= 1
    return (_last_phrase(unit, start, end), end + 1)


def _listed(unit: Unit, start: int, end: int) -> int:
    """The start of a list of names: "*Ada Lind,* Bo Roe and Cy Poe"."""
    tags = unit.tags
    if "C" not in tags[start:end] or tags[start] != "E":
        return start
    while start > 1 and tags[start - 1] == "," and tags[start - 2] == "E":
        at = start - 2
        while at > 0 and tags[at - 1] == "E":
            at -= 1
        start = at
    return start


def _trimmed(unit: Unit, start: int, end: int, stopper: str) -> Range:
    """Drop what stands before the noun phrase proper: "On Tuesday", "and", adverbs."""
    tags = unit.tags
    if stopper and stopper in "VGNvXHBKwTIP":
        joint = tags.rfind("C", start, end)
        if joint >= 0:
            start = joint + 1
    while start < end and tags[start] in "CA-)&N":
        start += 1
    if tags[start] == "P" and not (tags[start + 1] == "M" and unit.lows[start] in _ROUND):
        start = _after_adverbial(tags, start, end)
    while start < end and tags[start] == "Y" and tags[start + 1] in "DERSnJM":
        start += 1
    return (_listed(unit, _last_phrase(unit, start, end), end), end + 1)


def _last_phrase(unit: Unit, start: int, end: int) -> int:
    """Where two noun phrases touch ("Monday the mayor"), the start of the later one."""
    tags = unit.tags
    for at in range(end, start, -1):
        if tags[at] in "DS" and tags[at - 1] in "nEYO":
            if tags[at] == "S" and unit.lows[at].endswith(("'s", "'")):
                continue
            return at
        if tags[at] == "E" and tags[at - 1] == "Y":
            return at
    return start


def _after_adverbial(tags: str, start: int, end: int) -> int:
    """Where the noun phrase begins after a leading "In Iowa", "On Monday"."""
    for at in range(start + 2, end + 1):
        if tags[at] in "DRS" and tags[at - 1] in "nEYM":
            return at
        if tags[at] in "En" and tags[at - 1] == "Y":
            return at
    return start + 1


def after(unit: Unit, stop: int) -> Range | None:
    """The subject that stands after its verb: "said *Ada Lind, a baker from Hull*"."""
    tags = unit.tags
    at = stop
    limit = min(len(tags), stop + _REACH)
    while at < limit and (tags[at] in "DSMJnERO()&" or _binds(unit, at)):
        at += 1
        if tags[at - 1] == "R" and unit.lows[at - 1] in _ALONE:
            break
    if at > stop + 1 and tags[at - 1] == "J" and tags[at : at + 1] == "Y":
        at -= 1
    if at == stop or tags[at - 1] not in "nEROMSJ)&":
        return None
    if _POSTMODIFIER.match(tags, at):
        at = _reduced_stop(unit, at)
    return (stop, _aside_stop(unit, at))


def _reduced_stop(unit: Unit, at: int) -> int:
    """Where "(who is) involved in the plan" ends, if a past form at ``at`` begins such a phrase."""
    if lexicon.verb_forms().get(unit.lows[at], ("", ""))[1] not in ("e", "n"):
        return at
    stop = at + 1
    limit = min(len(unit), at + _REACH)
    while stop < limit and unit.tags[stop] in "PTDSJnEMY&":
        stop += 1
    return stop


def _binds(unit: Unit, at: int) -> bool:
    """Whether a token continues a noun phrase to the right: "of", "and" before another name."""
    tags = unit.tags
    if at + 1 >= len(tags):
        return False
    if tags[at] == "P":
        return unit.lows[at] in ("of", "from", "with", "for", "at") and (
            tags[at + 1] in "DJnEM" or (tags[at + 1] == "S" and unit.lows[at] in ("of", "with"))
        )
    return unit.lows[at] in ("and", "&") and tags[at + 1] in "DSEJn"


def _aside_stop(unit: Unit, at: int) -> int:
    """Include asides after a comma: ", a baker from Hull"."""
    tags = unit.tags
    limit = min(len(tags), at + 200)  # no aside is longer, and it keeps the work linear
    while at + 1 < limit and tags[at] == "," and tags[at + 1] in "DwJnEMSN":
        stop = at + 1
        clause = tags[stop] == "w"
        while stop < limit and tags[stop] not in ";:.Q" and not (tags[stop] == "," and not clause):
            if tags[stop] == "," and tags[stop + 1 : stop + 2] in ("G", "I"):
                break
            stop += 1
        if "V" in tags[at:stop] and not clause and "w" not in tags[at:stop]:
            break
        at = stop
    return at
