"""Whose voice it is: a source resolved to a full name, a body, or people whom the text leaves
unnamed."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from curriculum.reading.attribution import lexicon, sources
from curriculum.reading.attribution.joining import Finding
from curriculum.reading.attribution.tokens import Unit
from curriculum.reading.types import Name, NameKind, Sentence, Span, Voice

_HE = frozenset(["he", "she", "him", "his", "her"])
_RELATIVE = frozenset(["who", "which", "that", "whose"])
_WRITER = frozenset(["i", "we", "me", "my", "our"])
_DETERMINER = re.compile(r"(?:the|this|these|that|those|its|their|his|her)\s+", re.IGNORECASE)
_PAST = frozenset("den")  # kinds of ``lexicon.verb_forms``
_FAR, _NEAR, _GAP = 2000, 400, 3  # characters
_TITLE = re.compile(r"\b(Mr|Sir|Lord|Mrs|Ms|Miss|Lady|Dame)\.? $")
# What may stand before the subject of a sentence: "On Monday", "But", "Last week, the mayor,".
_OPENS = re.compile(
    r"(?:(?:But|And|So|Then|Later|Yesterday|Today|Meanwhile|However),? )?"
    r"(?:(?:On|In|At|Last|After|Before|During) [^,.“”\"]{1,30}, |On [A-Z][a-z]{5,8}day )?"
    r"(?:(?:[Tt]he )?(?:[A-Za-z]{2,20}[.,]? ){1,3})?"
)
_JOINS = re.compile(r",? and (?:[A-Za-z]{2,20}\.? ){0,3}")
_ROLE_AFTER = re.compile(r",\s+(?:the|a|an)\s+(?:[a-z’'-]+\s+)?([a-z-]+)")
_ROLE_BEFORE = re.compile(r"([A-Za-z-]+)\.?,?\s+$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice, and the name or description it goes by ("" when the text gives none)."""

    voice: Voice
    name: str = ""


@dataclass(slots=True)
class Cast:
    """Who has been met so far, reading from the top."""

    text: str
    names: tuple[Name, ...]
    starts: list[int] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)  # "mayor" → the one mayor of the text
    groups: dict[str, str] = field(default_factory=dict)  # head noun → first full description
    person: Speaker | None = None  # the last named person who spoke
    person_at: int = 0
    body: Speaker | None = None  # the last institution that spoke
    sentences: tuple[Sentence, ...] = ()


def cast(text: str, names: tuple[Name, ...], sentences: tuple[Sentence, ...] = ()) -> Cast:
    """Everybody named, with the roles that the text gives them."""
    made = Cast(text, names, [name.start for name in names], sentences=sentences)
    titles = lexicon.words("names", "title")
    doubtful: set[str] = set()
    for name in names:
        if name.kind is not NameKind.PERSON:
            continue
        for role in _roles(text, name):
            if role in titles:
                if made.roles.setdefault(role, name.full).split()[-1] != name.full.split()[-1]:
                    doubtful.add(role)
                elif len(name.full) > len(made.roles[role]):
                    made.roles[role] = name.full
    for role in doubtful:
        del made.roles[role]
    return made


def _roles(text: str, name: Name) -> list[str]:
    before = _ROLE_BEFORE.search(text[max(0, name.start - 24) : name.start])
    after = _ROLE_AFTER.match(text[name.end : name.end + 50])
    return [match.group(1).lower() for match in (before, after) if match]


def resolve(met: Cast, finding: Finding) -> Speaker:
    """The voice behind a finding; ``met`` remembers it for the pronouns that follow."""
    if not finding.source:
        return Speaker(Voice.UNNAMED)
    first, stop = finding.relation.source or (0, 0)
    speaker = _of_range(met, finding.unit, first, stop)
    if speaker.voice is Voice.NAMED:
        met.person, met.person_at = speaker, finding.unit.starts[first]
    elif speaker.voice is Voice.INSTITUTION:
        met.body = speaker
    return speaker


def _of_range(met: Cast, unit: Unit, first: int, stop: int) -> Speaker:
    low = unit.lows[first].split("'")[0]
    if stop - first == 1:
        if low in _RELATIVE:
            named = sources.antecedent(unit, first)
            return _of_range(met, unit, *named) if named else Speaker(Voice.UNNAMED)
        if low in _HE:
            return _pronoun(met, unit, first)
        if low in _WRITER:
            return Speaker(Voice.ARTICLE)
        if low in ("it", "its") and met.body is not None:
            return met.body
    return _described(met, unit, first, stop)


def _pronoun(met: Cast, unit: Unit, at: int) -> Speaker:
    """ "He" or "she": whoever opens the sentence, else the subject of the sentence before, else
    whoever spoke last. Where two people may be meant, nobody is named."""
    here, opening = unit.starts[at], unit.starts[0]
    wanted = unit.lows[at]
    people = [p for p in _people(met, opening, here) if _may_be(met.text, p, wanted)]
    if people and people[0].start == opening:
        return Speaker(Voice.NAMED, people[0].full)
    before = _before(met, opening, wanted)
    if before:
        return Speaker(Voice.NAMED, before[0] if len(before) == 1 else "")
    if met.person is not None and here - met.person_at < _FAR:
        met_since = _people(met, met.person_at, opening)
        others = {p.full for p in met_since if _may_be(met.text, p, wanted)} - {met.person.name}
        return met.person if not others else Speaker(Voice.NAMED)
    named = _people(met, max(0, here - _NEAR), here)
    near = {person.full for person in named if _may_be(met.text, person, wanted)}
    return Speaker(Voice.NAMED, near.pop() if len(near) == 1 else "")


def _before(met: Cast, opening: int, wanted: str) -> list[str]:
    """Who may be the subject of the sentence before: the person it opens with, and whoever is
    joined to that person; nobody when it is a quotation."""
    number = bisect_left(met.sentences, opening, key=lambda sentence: sentence.start) - 1
    if number < 0 or met.sentences[number].end < opening - _GAP:
        return []
    last = met.sentences[number]
    people = [p for p in _people(met, last.start, last.end) if _may_be(met.text, p, wanted)]
    if not people or not _opens(met.text, last.start, people[0].start):
        return []
    first, *others = people
    joined = [p for p in others if _JOINS.fullmatch(met.text, first.end, p.start)]
    return list(dict.fromkeys(p.full for p in [first, *joined]))


def _opens(text: str, start: int, end: int) -> bool:
    """Whether what stands before a name leaves it the subject: a day, a title, and no verb."""
    forms = lexicon.verb_forms()
    words = text[start:end].replace(",", "").lower().split()
    acts = any(forms.get(word, ("", ""))[1] in _PAST for word in words)
    return not acts and _OPENS.fullmatch(text, start, end) is not None


def _may_be(text: str, person: Name, pronoun: str) -> bool:
    """Whether a title before the name does not speak against the pronoun."""
    title = _TITLE.search(text, max(0, person.start - 8), person.start)
    if title is None:
        return True
    return (pronoun in ("he", "him", "his")) == (title.group(1) in ("Mr", "Sir", "Lord"))


def _people(met: Cast, start: int, end: int) -> list[Name]:
    low = bisect_left(met.starts, start)
    high = bisect_left(met.starts, end)
    return [name for name in met.names[low:high] if name.kind is NameKind.PERSON]


def _described(met: Cast, unit: Unit, first: int, stop: int) -> Speaker:
    span = Span(unit.starts[first], unit.ends[stop - 1])
    core = _core(unit, first, stop)
    low, high = bisect_left(met.starts, span.start), bisect_left(met.starts, span.end)
    inside = met.names[low:high]
    person = _person(met, unit, first, stop, inside)
    if person:
        return Speaker(Voice.NAMED, person)
    words = Span(unit.starts[first], unit.ends[core - 1]).of(met.text)
    words = words.removesuffix("'s").removesuffix("’s")
    head = unit.lows[core - 1].removesuffix("'s")
    if head in met.roles:
        return Speaker(Voice.NAMED, met.roles[head])
    if _is_body(unit, core - 1, first, inside):
        return Speaker(Voice.INSTITUTION, _fullest(met, head, words, inside))
    if unit.tags[core - 1] == "E" and not _group(head):
        return Speaker(Voice.NAMED, words)
    return Speaker(Voice.UNNAMED)


def _group(head: str) -> bool:
    return (
        head in lexicon.words("sources", "unnamed")
        or head in lexicon.words("names", "demonym")
        or head.endswith(("s", "smen", "women"))
    )


def _core(unit: Unit, first: int, stop: int) -> int:
    """Where the head noun of a source ends: before "of", an aside, or a relative clause."""
    for at in range(first + 1, stop):
        if unit.tags[at] in "P,wtVXBHNGT-(" and unit.tags[at - 1] in "nEJRMYG":
            return at
    return stop


def _person(met: Cast, unit: Unit, first: int, stop: int, inside: tuple[Name, ...]) -> str:
    """The person whom a source names, unless the name only tells whose spokesman it is."""
    found = []
    for name in inside:
        if name.kind is not NameKind.PERSON:
            continue
        after = met.text[name.end : name.end + 2]
        at = bisect_left(unit.starts, name.start)
        last = bisect_left(unit.starts, name.end)
        follows = unit.tags[last] if last < stop else ","
        owns = after in ("'s", "’s") and name.end + 2 != unit.ends[stop - 1]
        if owns or follows in "nJE" or _beside_the_head(unit, first, at):
            continue
        found.append(name.full)
        if follows != "C" and not (follows == "," and unit.tags[last + 1 : last + 2] == "E"):
            break
    return " and ".join(found[:1] if len(found) > 2 else found)


def _beside_the_head(unit: Unit, first: int, at: int) -> bool:
    """Whether the name at ``at`` only tells more of somebody else: "a spokesman for …", "the report
    by Mara Odell and …", "the man who met …"."""
    while at > first and unit.tags[at - 1] == "C":
        at -= 1
        while at > first and unit.tags[at - 1] == "E":
            at -= 1
    while at - 1 > first and unit.lows[at - 1].rstrip(".") in _titles():
        at -= 1  # "supporters of Mr. Quist", "critics of Mayor Venn"
    if at > first and unit.tags[at - 1] in "PTw":
        office = unit.tags[at - 2 : at] == "ET"  # "Ambassador to Norland Mara Odell"
        return unit.lows[at - 1] != "like" and not office
    clause = max(unit.tags.rfind(mark, first, at) for mark in "wt,-")
    return clause > first and unit.tags[clause] in "wt"


@cache
def _titles() -> frozenset[str]:
    """Titles right before a name: not "finance", as in "the minister of finance Ruth Quist"."""
    ministries = {"defence", "defense", "interior", "finance", "treasury", "house", "foreign"}
    return lexicon.words("names", "title") - ministries


def _is_body(unit: Unit, head: int, first: int, inside: tuple[Name, ...]) -> bool:
    low = unit.lows[head].removesuffix("'s")
    if low in lexicon.words("sources", "institution"):
        return True
    if low in lexicon.words("sources", "unnamed") or low in lexicon.words("names", "demonym"):
        return False
    end = unit.ends[head] - 2 * unit.lows[head].endswith("'s")
    return any(
        name.kind is not NameKind.PERSON and name.end == end and name.start >= unit.starts[first]
        for name in inside
    )


def _fullest(met: Cast, head: str, words: str, inside: tuple[Name, ...]) -> str:
    """ "These agencies" by the name they were first given; a body by its full name."""
    bare = _DETERMINER.sub("", words, count=1)
    named = [name.full for name in inside if name.kind is not NameKind.PERSON]
    if " " not in bare and bare != words and head in met.groups and not named:
        return met.groups[head]
    met.groups.setdefault(head, bare if bare[0].isupper() or not named else words)
    return (
        named[0]
        if named and named[0] == bare
        else words[0].lower() + words[1:]
        if (bare != words)
        else words
    )
