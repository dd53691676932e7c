"""Relations inside one unit: every cue verb with its source and its content, as token ranges."""

from __future__ import annotations

from dataclasses import replace

from curriculum.reading.attribution import contents, nesting, nouns, patterns, sources
from curriculum.reading.attribution.cues import Cue, verbs
from curriculum.reading.attribution.groups import Group
from curriculum.reading.attribution.groups import find as find_groups
from curriculum.reading.attribution.relation import Range, Relation
from curriculum.reading.attribution.tokens import Unit


def find(unit: Unit, *, opens_block: bool, known: set[str]) -> list[Relation]:
    """The relations of a tagged unit, in order of their cues; ``known`` are last names in small
    letters."""
    groups = find_groups(unit)
    subjects = _subjects(unit, groups)
    found: list[Relation] = []
    spoken: Range | None = None  # who spoke last: "said Lind, adding that …"
    lexical = verbs()
    for group, subject in zip(groups, subjects, strict=True):
        if group.lemma == "put" and unit.lows[group.stop : group.stop + 1] == ["it"]:
            group = replace(group, stop=group.stop + 1, lemma="say")
        cue = lexical.get(group.lemma)
        if cue is None:
            found += patterns.feeling(unit, group, subject, groups) if group.lemma == "be" else []
            continue
        if group.form == "ing" and spoken is not None and unit.tags[group.start - 1] in ",A":
            subject = spoken
        relation = _relation(unit, group, subject, cue, groups)
        if relation is not None:
            found.append(relation)
            spoken = None if relation.shape == "passive" else relation.source
    found += patterns.according(unit) + (patterns.label(unit, known) if opens_block else [])
    return nesting.settle(unit, found + patterns.hearsay(unit) + nouns.find(unit))


def _subjects(unit: Unit, groups: list[Group]) -> list[Range | None]:
    """The subject of every verb group; one that has none of its own shares the last one's."""
    found: list[Range | None] = []
    last: Range | None = None
    said: Range | None = None  # the subject of the last reporting verb: "said … and added"
    for group in groups:
        if group.form == "finite":
            reports = _reports(group)
            own = sources.before(unit, group, said if reports and said else last)
            if own is not None:
                last = own
                said = own if reports else said
            found.append(own)
        elif group.form == "ing" and (beside := _with_somebody(unit, group)) is not None:
            found.append(beside)
        elif group.form == "ing" and group.start and unit.tags[group.start - 1] in "nE":
            near = sources.ending_at(unit, group.start - 1)
            free = near[0] == 0 or unit.tags[near[0] - 1] in ",C-"
            found.append(near if last is None or free else last)
        else:
            found.append(last)
    first = next((own for own in found if own is not None), None)
    return [
        first if own is None and group.form == "ing" else own
        for group, own in zip(groups, found, strict=True)
    ]


def _reports(group: Group) -> bool:
    cue = verbs().get(group.lemma)
    return cue is not None and not cue.family.isdisjoint(("say", "tell"))


def _with_somebody(unit: Unit, group: Group) -> Range | None:
    """``with Lind, the mayor, praising``: the one who is brought along to say it."""
    if group.start < 2 or unit.tags[group.start - 1] not in ",nE":
        return None
    near = sources.before(unit, group, None)
    if near is None or near[0] == 0 or unit.lows[near[0] - 1] != "with":
        return None
    return near


def _relation(
    unit: Unit, group: Group, subject: Range | None, cue: Cue, groups: list[Group]
) -> Relation | None:
    if group.passive:
        return patterns.passive(unit, group, subject, cue)
    if "seem" in cue.family:
        return patterns.seeming(unit, group, subject)
    for rule in (_around_quotation, _follows, _precedes):
        found = rule(unit, group, subject, cue, groups)
        if found is not None:
            return found
    return None


def _make(
    unit: Unit, group: Group, source: Range | None, content: list[Range], shape: str, cue: Cue
) -> Relation:
    start = group.start
    if source is not None and source[1] < start and unit.tags[source[1] : start].strip("A") == "":
        start = source[1]
    return Relation(source, (start, group.stop), content, shape, group.lemma, cue.family)


def _around_quotation(
    unit: Unit, group: Group, subject: Range | None, cue: Cue, groups: list[Group]
) -> Relation | None:
    """``Q , X said``, ``Q , said X``, and the quotation that goes on afterwards."""
    if "q" not in cue.takes or group.form != "finite":
        return None
    tags = unit.tags
    edge = group.start - 1
    while edge >= 0 and tags[edge] in "A":
        edge -= 1
    if edge >= 0 and (tags[edge] == "Q" or (tags[edge] == "," and tags[edge - 1] == "Q")):
        at = edge if tags[edge] == "Q" else edge - 1
        source = sources.after(unit, group.stop)
        stop = source[1] if source else group.stop
    elif subject is not None and subject[1] <= group.start:
        at = subject[0] - 1
        if at >= 0 and tags[at] == ",":
            at -= 1
        if at < 0 or tags[at] != "Q":
            return None
        source, stop = subject, group.stop
    else:
        return None
    if source is None:
        return None
    content: list[Range] = [(_opening(unit, at), at + 1)]
    goes_on = _next_quotation(tags, stop)
    if goes_on is not None:
        content.append((goes_on, goes_on + 1))
    return _make(unit, group, source, content, "q", cue)


def _next_quotation(tags: str, stop: int) -> int | None:
    """The quotation that goes on after "he said," or "he said on Monday."."""
    while stop < len(tags) and tags[stop] in "AYPDJnEM":
        stop += 1
    while stop < len(tags) and tags[stop] in ",:.-":
        stop += 1
    return stop if stop < len(tags) and tags[stop] == "Q" else None


def _opening(unit: Unit, at: int) -> int:
    """Where the saying before a cue begins: with the quotation, or the words that lead to it."""
    tags = unit.tags
    start = contents.clause_start(unit, at, stops=";:.Q")
    lead = tags[start:at]
    if start == 0 and lead and any(t in lead for t in "VXHBK") and lead[-1:] != ",":
        return 0
    return at


def _follows(
    unit: Unit, group: Group, subject: Range | None, cue: Cue, groups: list[Group]
) -> Relation | None:
    if group.form == "participle":
        return None
    found = contents.complement(unit, group, cue, groups)
    if found is None:
        if "q" in cue.takes and unit.tags[group.stop :] == ":":
            return _make(unit, group, subject, [], "pending", cue)
        return None
    shape, content = found
    if subject is None and shape in ("n", "p", "i"):
        return None
    return _make(unit, group, subject, [content], shape, cue)


def _precedes(
    unit: Unit, group: Group, subject: Range | None, cue: Cue, groups: list[Group]
) -> Relation | None:
    """``The shop will close, the owner says.`` and ``…, says the owner.``"""
    if not ("say" in cue.family or group.lemma == "tell") or group.form != "finite":
        return None
    tags = unit.tags
    if group.start and tags[group.start - 1] in ",-":
        if group.lemma == "tell":  # "Lind, who was late, told the board"
            return None
        subject, comma = sources.after(unit, group.stop), group.start - 1
        stop = subject[1] if subject else group.stop
    else:
        comma, stop = (subject[0] - 1 if subject else 0), group.stop
    if subject is None or comma < 1 or tags[comma] not in ",-" or tags[subject[0]] in "wt":
        return None
    start = contents.clause_start(unit, comma)
    if tags[start] == "C":
        start += 1
    goes_on = stop < len(tags) and tags[stop] in ",-" and stop + 1 < len(tags)
    if not goes_on and not _states(tags[start:comma]):
        return None
    content = [(start, comma)]
    if goes_on:
        content.append((stop + 1, contents.clause_stop(unit, stop + 1)))
    return _make(unit, group, subject, content, "before", cue)


def _states(clause: str) -> bool:
    """Whether a clause has a verb, and not that of "when the rain came" alone."""
    return any(tag in clause for tag in "VXHBK") and (clause[0] != "I" or "," in clause)
