"""Who a surname after a title may be: "Mr. Quist" is never Nora Quist, nor the man beside her."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

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
    whole = [n for n in all_names if n.kind is NameKind.PERSON and " " in text[n.start : n.end]]
    for name in all_names:
        title = _title(text, name)
        alone = name.kind is NameKind.PERSON and " " not in text[name.start : name.end]
        if not (alone and title and name.full):
            yield name
            continue
        word = text[name.start : name.end]
        fitting = {
            n.full.split()[0]: n.full
            for n in sorted(whole, key=lambda n: len(n.full))
            if surname(n.full.split()) == word and _fits(text, whole, n, title)
        }
        only = next(iter(fitting.values())) if len(fitting) == 1 else f"{title} {word}"
        yield replace(name, full=only if _is_known(whole, word) else name.full)


def _is_known(whole: list[Name], word: str) -> bool:
    """Whether anybody of that surname is named in full."""
    return any(surname(name.full.split()) == word for name in whole)


def _title(text: str, name: Name) -> str:
    found = _TITLE.search(text, max(0, name.start - 18), name.start)
    return found.group(1) if found else ""


def _fits(text: str, whole: list[Name], name: Name, title: str) -> bool:
    """Whether a title can be this person's: no woman is "Mr.", and an office has to be told."""
    bare = title.rstrip(".")
    first = name.full.split()[0].lower()
    woman = first in lexicon.words("names", "woman's name")
    either = first in lexicon.words("names", "anybody's name")
    if bare in _HIS:
        return not woman
    if bare in _HERS:
        return woman or either or first not in lexicon.words("names", "first name")
    office = _SHORT.get(bare, bare)
    return office not in _HEADS or any(
        _holds(text, one, office) for one in whole if one.full.split()[0] == name.full.split()[0]
    )


def _holds(text: str, name: Name, office: str) -> bool:
    """Whether the text gives the office beside the full name."""
    before, after = text[max(0, name.start - 20) : name.start], text[name.end : name.end + 60]
    titled = _TITLE.search(before)
    told = re.match(rf",? (?:the|a|an|who is)[^.;]*\b{office}\b", after, re.IGNORECASE)
    return bool(told) or bool(
        titled and _SHORT.get(titled.group(1).rstrip("."), titled.group(1)) == office
    )
