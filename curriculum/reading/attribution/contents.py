"""What is said: where the content of a cue begins, what shape it has, and where it ends."""

from __future__ import annotations

from bisect import bisect_right

from curriculum.reading.attribution.cues import Cue, verbs
from curriculum.reading.attribution.groups import Group
from curriculum.reading.attribution.tokens import Unit

Range = tuple[int, int]

LONGEST = 200  # tokens of one content: far beyond any sentence, and it keeps the work linear

_NP_START = "DSJnERMOYtGN"
_TOPICAL = frozenset(["about", "of", "for", "with", "from", "into", "by", "against", "over"])
_CLAUSE_WORDS = frozenset(["whether", "how", "why", "when", "where", "if", "what", "who", "which"])


def complement(unit: Unit, group: Group, cue: Cue, groups: list[Group]) -> tuple[str, Range] | None:
    """The complement that follows a cue verb: its shape letter and its tokens."""
    at = _past_setting(unit, group.stop + _particle(unit, group))
    if at >= len(unit):
        return None
    found = _phrase(unit, at, cue, labels_only="r" in cue.takes)
    if found is not None and (found[0] == "p" or cue.takes & {"a", "A"}):
        return found
    if "r" in cue.takes:
        heard = _past_hearer(unit, at)
        if heard is not None and (shaped := _clause(unit, heard, cue, groups)):
            asked = shaped[0] == "i" and "tell" not in cue.family
            return (shaped[0], (at, shaped[1][1])) if asked else shaped
    return _clause(unit, at, cue, groups) or found


def _particle(unit: Unit, group: Group) -> int:
    """1 when the verb is "point out" or "make clear"."""
    return int(group.lemma == "point" and unit.lows[group.stop : group.stop + 1] == ["out"])


def _clause(unit: Unit, at: int, cue: Cue, groups: list[Group]) -> tuple[str, Range] | None:
    """A quotation, a clause or an infinitive at ``at``."""
    tags, lows, takes = unit.tags, unit.lows, cue.takes
    tag, following = tags[at], tags[at + 1 : at + 2]
    if "q" in takes:
        if tag in ":,-" and following == "Q":
            return ("q", (at + 1, _quotation_stop(unit, at + 1)))
        if tag == ":" and following:
            return ("c", (at + 1, clause_stop(unit, at + 1)))
    if tag == "Q" and ("q" in takes or "c" in takes):
        return ("q", (at, _quotation_stop(unit, at)))
    if tag == "t" and "c" in takes:
        return ("c", (at, clause_stop(unit, at)))
    if lows[at] in _CLAUSE_WORDS and "w" in takes:
        return ("w", (at, clause_stop(unit, at)))
    if tag == "T" and following and following in "vBHKA" and "i" in takes:
        return ("i", (at, clause_stop(unit, at)))
    if "c" not in takes or tag not in _NP_START + "CwIPA":
        return None
    begin = _past_place(unit, at) if tag == "P" else at
    if begin is not None and _bare_clause(unit, begin, groups) and _bares(unit, begin, cue):
        return ("c", (begin, clause_stop(unit, begin)))
    return None


def _bares(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether the verb takes a clause without "that": some do only before a pronoun."""
    return unit.tags[at] == "R" or not cue.needs_that


def _past_place(unit: Unit, at: int) -> int | None:
    """Step over "in an interview", "at the fair" to a clause that opens with a pronoun."""
    if unit.lows[at] in _TOPICAL:
        return None
    probe = at + 1
    while probe < len(unit) and probe < at + 20 and unit.tags[probe] in "PDSJnEYM":
        probe += 1
    if probe < len(unit) and unit.tags[probe] == "R":
        return probe
    return at if unit.tags[at + 1 : at + 2] == "M" else None


def _phrase(unit: Unit, at: int, cue: Cue, *, labels_only: bool) -> tuple[str, Range] | None:
    """A noun phrase at ``at``, or one behind a small word that the verb takes."""
    tags = unit.tags
    if tags[at] in "PT":
        begin = at + 1 + (tags[at + 1 : at + 2] == "P")  # "weigh in on"
        wish = tags[at] == "T" and tags[begin : begin + 1] in ("v", "B", "H", "K")
        if "p" in cue.takes and unit.lows[at] in cue.small and begin < len(tags) and not wish:
            return ("p", (begin, phrase_stop(unit, begin)))
        return None
    if "A" in cue.takes and tags[at] in _NP_START:
        stop = phrase_stop(unit, at)
        if "as" in unit.lows[at:stop]:
            return ("n", (at, stop))
    wanted = "a" if labels_only else "ano"
    if tags[at] in _NP_START and any(letter in cue.takes for letter in wanted):
        return ("n", (at, phrase_stop(unit, at)))
    return None


def _quotation_stop(unit: Unit, at: int) -> int:
    """A quotation, and the rest of the sentence where the quotation is only its beginning."""
    following = unit.tags[at + 1 : at + 2]
    if following and following in "VXHBKTP" and not _said_after(unit, at + 1):
        return clause_stop(unit, at)
    return at + 1


def _said_after(unit: Unit, at: int) -> bool:
    return unit.tags[at] == "V" and unit.lemmas.get(at) in verbs()


def _past_setting(unit: Unit, at: int) -> int:
    """Step over "Tuesday", "in a statement" between a cue and its that-clause or quotation."""
    tags = unit.tags
    while at < len(tags) and tags[at] in "AY":
        at += 1
    if tags[at : at + 2] in ("DY", "JY"):
        at += 2
    if tags[at : at + 1] not in ("P", "T", "Y", ","):
        return at
    probe = at
    while probe < len(tags) and probe < at + 14 and tags[probe] in "PDSJnEYMAOT&,":
        if tags[probe] == "," and tags[probe + 1 : probe + 2] in ("Q", "t"):
            return probe + (tags[probe + 1] == "t")
        probe += 1
    return probe if probe < len(tags) and probe > at and tags[probe] in "tQ:" else at


def _past_hearer(unit: Unit, at: int) -> int | None:
    """Step over the hearer: "told *the crowd in Hull* that"."""
    tags = unit.tags
    start = at
    if tags[at] in "OR":
        at += 1
    else:
        while at < len(tags) and at < start + 20 and tags[at] in "DSMJnEYPC()&":
            if (
                at > start
                and tags[at] in "DS"
                and tags[at - 1] in "EnO"
                and unit.lows[at][-1] != "s"
            ):
                break
            at += 1
    if at == start:
        return None
    while at < len(tags) and tags[at] in "AY":
        at += 1
    return at if at < len(tags) else None


def _bare_clause(unit: Unit, at: int, groups: list[Group]) -> bool:
    """Whether a finite verb follows the noun phrase at ``at``, so that a clause begins there."""
    tags = unit.tags
    if tags[at] == "R" and ("'" in unit.lows[at] or tags[at + 1 : at + 2] in tuple("VXHBKA")):
        return True
    if _ends_in_quotation(unit, at):
        return True
    relative = False
    place = bisect_right(groups, at, key=lambda group: group.start)
    for group in groups[place : place + 8]:
        if group.form != "finite":
            continue
        between = tags[at : group.start].rstrip("A")
        if (between[-1:] in ("w", "t") and len(between) > 1) or (relative and between[-1:] == "C"):
            relative = True
            continue
        cut = between[-1:] == "," and between.count(",") == 1
        cut = cut or ",C" in between
        return not cut and not any(t in between for t in ";:.-") and between[-1:] != "C"
    return False


def _ends_in_quotation(unit: Unit, at: int) -> bool:
    """Whether a noun phrase at ``at`` runs straight into a quotation: the roof "was never …"."""
    probe = at
    while probe < len(unit) and probe < at + 16 and unit.tags[probe] in "DSMJnERPA&":
        probe += 1
    return probe > at + 1 and unit.tags[probe : probe + 1] == "Q"


def clause_start(unit: Unit, at: int, *, stops: str = ";.") -> int:
    """Where the clause before ``at`` begins."""
    start = at
    floor = max(0, at - LONGEST)
    while start > floor and unit.tags[start - 1] not in stops:
        start -= 1
    return start


def clause_stop(unit: Unit, at: int) -> int:
    """Where a clause that begins at ``at`` ends."""
    tags, lows = unit.tags, unit.lows
    begun = tags[at : at + 1] == "Q"
    limit = min(len(tags), at + LONGEST)
    for k in range(at + 1, limit):
        tag = tags[k]
        if tag in ";.":
            return k
        begun = begun or tag in "VXHBKv" or k > at + 5
        if tag in ",Q" and begun and _new_saying(unit, k + 1):
            return k
        if (
            tag == ","
            and begun
            and lows[k + 1 : k + 2] == ["but"]
            and tags[k + 2 : k + 3] in tuple("REDVHXBK")
        ):
            return k
        if tag == "C" and k + 1 < len(tags) and says(unit, k + 1):
            return k - 1 if tags[k - 1] == "," else k
        if tag in ",-" and lows[k + 1 : k + 2] == ["according"]:
            return k
    return limit


def says(unit: Unit, k: int) -> bool:
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
    if says(unit, k):
        return True
    probe = k
    while probe < len(tags) and probe < k + 10 and tags[probe] in "DSJnERMCP&":
        probe += 1
    if probe == k or probe >= len(tags) or not says(unit, probe):
        return False
    return probe + 1 >= len(tags) or tags[probe + 1] in ",.;:Q"


def noun_stop(unit: Unit, at: int) -> int:
    """Where a noun phrase ends that may be followed by the verb of its sentence."""
    tags = unit.tags
    for k in range(at, phrase_stop(unit, at)):
        if tags[k] in "VXHBK" and tags[k - 1] not in "wt":
            return max(k, at + 1)
    return phrase_stop(unit, at)


def phrase_stop(unit: Unit, at: int) -> int:
    """Where an object noun phrase that begins at ``at`` ends, attachments included."""
    tags, lows = unit.tags, unit.lows
    limit = min(len(tags), at + LONGEST)
    for k in range(at + 1, limit):
        tag = tags[k]
        if tag in ";:.,-)I" or (tag == "P" and lows[k] == "by" and tags[k + 1 : k + 2] == "G"):
            return k
        if tag == "C" and tags[k + 1 : k + 2] and tags[k + 1] in "VvXHBKRAG":
            return k
    return limit
