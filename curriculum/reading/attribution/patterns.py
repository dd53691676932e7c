"""Cues that are not active verbs: "according to", labels with a colon, passives, "seems", and
adverbs such as "reportedly"."""

from __future__ import annotations

from functools import cache

from curriculum.reading.attribution import contents, lexicon, sources
from curriculum.reading.attribution.cues import Cue
from curriculum.reading.attribution.groups import Group
from curriculum.reading.attribution.relation import Range, Relation
from curriculum.reading.attribution.tokens import Unit

_HEARSAY = frozenset(["reportedly", "allegedly", "supposedly", "purportedly"])
_POLLS = frozenset(["poll", "polls", "survey", "surveys", "study", "studies", "polling", "report"])
_SAY = frozenset(["say"])
_NOT_SPEAKERS = frozenset(
    (
        *(
            "exclusive",
            "update",
            "updated",
            "related",
            "note",
            "watch",
            "video",
            "breaking",
            "read",
        ),
        *(
            "live",
            "photo",
            "photos",
            "correction",
            "more",
            "see",
            "analysis",
            "opinion",
            "question",
        ),
        *("answer", "part", "chapter", "step", "tip", "warning", "example", "here", "fact", "ps"),
        *("verdict", "q", "a", "look", "email", "newsletter", "podcast", "quiz"),
    )
)


def according(unit: Unit) -> list[Relation]:
    """``According to X, …`` and ``…, according to X``; also "in the view of X"."""
    found = []
    lows, tags = unit.lows, unit.tags
    for at, low in enumerate(lows):
        if low == "according" and lows[at + 1 : at + 2] == ["to"]:
            begin = at + 2
        elif low == "in" and tags[at + 1 : at + 2] == "D" and _of_view(lows, at):
            begin = at + 4
        elif low == "in" and not at and _of_poll(unit):
            begin = 1
        else:
            continue
        source = sources.after(unit, begin)
        if source is None:
            continue
        if not at or tags[at - 1] in "CQ.":
            source = _up_to_comma(unit, source)
        content = _around(unit, at, source[1])
        if sum(b - a for a, b in content) > 3 or any("Q" in tags[a:b] for a, b in content):
            found.append(Relation(source, (at, begin), content, "according", "according", _SAY))
    return found


def _of_view(lows: list[str], at: int) -> bool:
    return lows[at + 2 : at + 3] in (["view"], ["words"], ["opinion"], ["eyes"]) and lows[
        at + 3 : at + 4
    ] == ["of"]


def _of_poll(unit: Unit) -> bool:
    """Whether a sentence opens with "In a poll …," and says nothing of who says the rest."""
    comma = unit.tags.find(",", 2, 20)
    polled = not _POLLS.isdisjoint(unit.lows[1 : max(comma, 1)])
    return polled and not any(lemma in ("say", "tell") for lemma in unit.lemmas.values())


def _up_to_comma(unit: Unit, source: Range) -> Range:
    """A source that opens a sentence ends with the first comma."""
    comma = unit.tags.find(",", source[0], source[0] + 24)
    return (source[0], comma) if comma > source[0] else source


def _around(unit: Unit, at: int, stop: int) -> list[Range]:
    """The clause that an aside at ``[at, stop)`` comments on."""
    tags = unit.tags
    start = contents.clause_start(unit, at)
    if start < at and tags[start] == "C":
        start += 1
    parts: list[Range] = []
    if start < at - 1 or (start < at and tags[start] == "Q"):
        parts.append((start, at - 1 if tags[at - 1] in ",-" else at))
    if stop < len(tags) and tags[stop] in ",:-" and (not parts or tags[at - 1] == ","):
        parts.append((stop + 1, contents.clause_stop(unit, stop + 1)))
    return [part for part in parts if part[0] < part[1]]


def label(unit: Unit, known: set[str]) -> list[Relation]:
    """``Lind: The shop will close`` at the head of a paragraph."""
    tags = unit.tags
    colon = tags.find(":")
    if not 0 < colon <= 6 or colon + 1 >= len(tags):
        return []
    lead = tags[:colon]
    if any(tag not in "DSMJnE&A-" for tag in lead) or ("E" not in lead and lead != "n"):
        return []
    if unit.lows[colon - 1] in _NOT_SPEAKERS or unit.lows[0] in _NOT_SPEAKERS:
        return []
    last = unit.lows[colon - 1]
    if not (last in known or lexicon.is_source(last) or unit.words[colon - 1].isupper()):
        return []
    stop = len(tags) - (tags[-1] == ".")
    if stop - colon < 4 and tags[colon + 1] != "Q":
        return []
    return [Relation((0, colon), (colon, colon + 1), [(colon + 1, stop)], "label", ":", _SAY)]


def hearsay(unit: Unit) -> list[Relation]:
    """``The shop will reportedly close``: said by somebody whom the text does not name."""
    found = []
    for at, low in enumerate(unit.lows):
        if low not in _HEARSAY:
            continue
        start = contents.clause_start(unit, at, stops=";.,tIQ")
        stop = contents.phrase_stop(unit, at)
        parts = [(start, at), (at + 1, stop)]
        found.append(
            Relation(
                None, (at, at + 1), [p for p in parts if p[0] < p[1]], "hearsay", low, frozenset()
            )
        )
    return [relation for relation in found if relation.content]


def passive(unit: Unit, group: Group, subject: Range | None, cue: Cue) -> Relation | None:
    """``is accused of``, ``have been viewed as``, ``it was announced that``, ``is expected to``,
    ``was praised by``."""
    tags, lows, at = unit.tags, unit.lows, group.stop
    while at < len(tags) and tags[at] in "AY":
        at += 1
    source, family = None, cue.family
    here = lows[at] if at < len(tags) else ""
    if here == "by" and tags[at + 1 : at + 2] != "G":
        source = sources.after(unit, at + 1)
        if source is None or not _blames(cue):
            return None
        source = _before_charge(unit, source) if "o" in cue.takes else source
        at = source[1]
        here = lows[at] if at < len(tags) else ""
    if here == "that" and ("c" in cue.takes):
        content = [(at, contents.clause_stop(unit, at))]
    elif here == "as" and cue.takes & {"a", "A"}:
        content = _with_subject(subject, (at, contents.phrase_stop(unit, at)))
    elif here == "to" and tags[at + 1 : at + 2] in ("v", "B", "H", "K") and family & _RAISING:
        content = _with_subject(subject, (at, contents.clause_stop(unit, at)))
    elif here in ("of", "for", "with") and "judge" in family and "o" in cue.takes:
        content = _with_subject(subject, (at, contents.phrase_stop(unit, at)))
    elif source is not None and subject is not None:
        content = [subject]
    else:
        return None
    if not content:
        return None
    return Relation(source, (group.start, group.stop), content, "passive", group.lemma, family)


_RAISING = frozenset(["believe", "say", "show", "label", "raised"])


def _before_charge(unit: Unit, source: Range) -> Range:
    """ "Accused by *neighbours* of noise": the source without the charge."""
    charge = next((k for k in range(source[0] + 1, source[1]) if unit.lows[k] == "of"), source[1])
    return (source[0], charge)


@cache
def _feelings() -> frozenset[str]:
    return lexicon.words("cue_nouns", "adjective")


def _blames(cue: Cue) -> bool:
    return bool(cue.takes & {"n", "o", "a", "c"})


def _with_subject(subject: Range | None, rest: Range) -> list[Range]:
    return [subject, rest] if subject is not None and subject[1] <= rest[0] else [rest]


def seeming(unit: Unit, group: Group, subject: Range | None) -> Relation | None:
    """``The shop appears to be closing``: a judgement that nobody is named for."""
    at = group.stop
    tags = unit.tags
    if subject is None or at >= len(tags) or group.lemma not in ("seem", "appear"):
        return None
    if (tags[at] == "T" and tags[at + 1 : at + 2] in ("v", "B", "H", "K")) or tags[at] in "JtA":
        content = _with_subject(subject, (at, contents.phrase_stop(unit, at)))
        return Relation(None, (group.start, at), content, "seem", group.lemma, frozenset(["seem"]))
    return None


def feeling(unit: Unit, group: Group, subject: Range | None, groups: list[Group]) -> list[Relation]:
    """``Lind is confident that …``, ``was critical of …``: an adjective that tells a view."""
    at = group.stop
    while unit.tags[at : at + 1] == "A":
        at += 1
    if subject is None or unit.lows[at : at + 1] == [] or unit.lows[at] not in _feelings():
        return []
    link = unit.lows[at + 1 : at + 2]
    if link == ["that"] or unit.tags[at + 1 : at + 2] == "R":
        content = (at + 1, contents.clause_stop(unit, at + 1))
    elif link in (["about"], ["of"]) and at + 2 < len(unit):
        content = (at + 2, contents.phrase_stop(unit, at + 2))
    else:
        return []
    cue = (group.start, at + 1)
    return [Relation(subject, cue, [content], "feeling", unit.lows[at], frozenset(["believe"]))]
