"""Who a surname after a title may be: "Mr. Quist" is never Nora Quist, nor the man beside her."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from curriculum.reading.attribution import lexicon
from curriculum.reading.types import Name, NameKind

_SUFFIX = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_TITLE = re.compile(
    r"\b((?:Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame|President|Senator|Sen|Governor|Gov|Mayor|Justice|"
    r"Judge|Representative|Rep|Secretary|Chancellor|Premier|King|Queen|Prince|Princess|Pope)\.?)"
    r"\s+\Z"
)
_HIS = frozenset(["Mr", "Sir", "Lord", "King", "Prince", "Pope"])
_HERS = frozenset(["Mrs", "Ms", "Miss", "Lady", "Dame", "Queen", "Princess"])
_SHORT = {"Sen": "Senator", "Gov": "Governor", "Rep": "Representative"}
_HEADS = frozenset(["President", "Chancellor", "Premier", "Governor", "Mayor"])


def surname(words: tuple[str, ...] | list[str]) -> str:
    """The last word of a name that is no "Jr." or "III"."""
    return next((w for w in reversed(words) if w.lower() not in _SUFFIX), words[-1])


def settled(text: str, names: Iterable[Name]) -> Iterator[Name]:
    """The names again; a title keeps its surname as written where no one full name fits it."""
    all_names = tuple(names)
    bearers = _bearers(text, all_names)

    @cache  # one look at each title with each surname, however often they come
    def meant(title: str, word: str) -> str:
        fitting = [one for one in bearers[word].values() if _fits(text, one, title)]
        return _longest(fitting[0]) if len(fitting) == 1 else f"{title} {word}"

    for name in all_names:
        word = text[name.start : name.end]
        alone = name.kind is NameKind.PERSON and " " not in word
        title = _title(text, name) if alone and name.full and word in bearers else ""
        yield replace(name, full=meant(title, word)) if title else name


def _bearers(text: str, names: Iterable[Name]) -> dict[str, dict[str, list[Name]]]:
    """For each surname, for each first name with it, the places with the full name."""
    found: defaultdict[str, dict[str, list[Name]]] = defaultdict(dict)
    for name in names:
        parts = name.full.split()
        if name.kind is NameKind.PERSON and parts and " " in text[name.start : name.end]:
            found[surname(parts)].setdefault(parts[0], []).append(name)
    return found


def _longest(person: list[Name]) -> str:
    return max((name.full for name in person), key=len)


def _title(text: str, name: Name) -> str:
    found = _TITLE.search(text, max(0, name.start - 18), name.start)
    return found.group(1) if found else ""


def _fits(text: str, person: list[Name], title: str) -> bool:
    """Whether a title can be this person's: no woman is "Mr.", and an office has to be told.

    ``person`` are the places with one full name.
    """
    bare = title.rstrip(".")
    first = person[0].full.split()[0].lower()
    woman = first in lexicon.words("names", "woman's name")
    either = first in lexicon.words("names", "anybody's name")
    if bare in _HIS:
        return not woman
    if bare in _HERS:
        return woman or either or first not in lexicon.words("names", "first name")
    office = _SHORT.get(bare, bare)
    return office not in _HEADS or any(_holds(text, name, office) for name in person)


def _holds(text: str, name: Name, office: str) -> bool:
    """Whether the text gives the office beside the full name."""
    before, after = text[max(0, name.start - 20) : name.start], text[name.end : name.end + 60]
    titled = _TITLE.search(before)
    told = re.match(rf",? (?:the|a|an|who is)[^.;]*\b{office}\b", after, re.IGNORECASE)
    return bool(told) or bool(
        titled and _SHORT.get(titled.group(1).rstrip("."), titled.group(1)) == office
    )
