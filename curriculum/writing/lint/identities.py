"""Who somebody is, put in other words: the table that the swap test replaces by.

A person is known in a text by a name, a title or office, a party, a country or a town, and by "he"
or "she". Each such word gets another of the same grammar, always the same one in a text and never
one that the text already has, so that two people stay two people. Parties change places with each
other, and so do "he" and "she". Everything that says what people do stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from curriculum.reading.types import Name, NameKind, Reading
from curriculum.writing.material import as_written
from curriculum.writing.quoting import on_one_line
from curriculum.writing.remembering import once

_FIRST = (
    "Robin", "Alex", "Sam", "Kim", "Jamie", "Chris", "Lee", "Morgan", "Terry", "Dana", "Pat",
    "Leslie", "Kerry", "Ray", "Jo",
)  # fmt: skip
_LAST = (
    "Marsh", "Holt", "Barton", "Ellis", "Fisher", "Norton", "Porter", "Sutton", "Weston", "Archer",
    "Barlow", "Carver", "Denton", "Easton", "Garner", "Harding", "Kendall", "Lawson", "Milton",
    "Preston", "Radley", "Selby", "Thornton", "Walden", "Yardley", "Coleby", "Haddon", "Langley",
)  # fmt: skip
_TOWNS = (
    "Bergen", "Porto", "Geneva", "Bologna", "Krakow", "Lyon", "Vilnius", "Turin", "Riga", "Nagoya",
    "Osaka", "Lima", "Quito", "Durban", "Perth",
)  # fmt: skip
_OFFICES = (
    "president", "minister", "premier", "chancellor", "senator", "congressman", "congresswoman",
    "governor", "mayor", "king", "queen", "prince", "princess", "pope", "emperor", "empress",
    "representative", "ambassador", "secretary",
)  # fmt: skip
_OTHER_OFFICES = (
    "director",
    "chairman",
    "commissioner",
    "councillor",
    "coach",
    "bishop",
    "sheriff",
)
_TITLES = {
    "Mr": "Ms", "Mrs": "Mr", "Ms": "Mr", "Miss": "Mr", "Sir": "Dame", "Dame": "Sir", "Dr": "Prof",
    "Prof": "Dr", "Sen": "Rep", "Rep": "Sen",
}  # fmt: skip
PARTIES = {
    "Republican": "Democrat", "Republicans": "Democrats", "Democrat": "Republican",
    "Democrats": "Republicans", "Democratic": "Republican", "Labour": "Conservative",
    "Conservative": "Labour", "Conservatives": "Liberals", "Liberals": "Conservatives",
    "Tory": "Labour", "Tories": "Liberals", "liberal": "conservative", "liberals": "conservatives",
    "conservative": "liberal", "conservatives": "liberals", "leftist": "rightist",
    "rightist": "leftist", "socialist": "conservative",
}  # fmt: skip
_PRONOUNS = {
    "he": "she", "she": "he", "him": "her", "his": "her", "hers": "his", "himself": "herself",
    "herself": "himself",
}  # fmt: skip
# After "her" such a word begins something new, so that "her" was "him" and not "his".
_NOT_HERS = {
    "a", "an", "the", "and", "or", "but", "to", "in", "on", "at", "of", "for", "from", "by",
    "with", "about", "as", "if", "that", "this", "than", "then", "so", "when", "while", "because",
    "after", "before", "since", "until", "into", "out", "up", "who", "which", "was", "were", "is",
    "are", "had", "has", "did", "not", "again",
}  # fmt: skip
_ARTICLE_AND_WORD = re.compile(r"(?:\b([Aa])(n?)(\s+))?([^\W_]+)")
_NEXT = re.compile(r"\s+([^\W_]+)")
_PEOPLES = Path(__file__).with_name("peoples.txt")


@dataclass(frozen=True, slots=True)
class Others:
    """For each word that says who somebody is, another word; and the words put in its place."""

    words: dict[str, str]
    belonging: frozenset[str]  # those that tell a party or a country, as they stand in the text
    _done: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def put(self, text: str) -> str:
        """The text about others: names, titles, parties, places, "he" and "she" replaced."""
        if text not in self._done:  # many items stand on the same words
            self._done[text] = _ARTICLE_AND_WORD.sub(self._swapped, text)
        return self._done[text]

    def _swapped(self, match: re.Match[str]) -> str:
        article, _, space, word = match.groups()
        new = _his_or_him(match) if word in ("her", "Her") else self.words.get(word)
        if new is None:
            return match.group()
        if article is None:
            return new
        return f"{article}{'n' if new[0].lower() in 'aeiou' else ''}{space}{new}"


@once
def others(reading: Reading) -> Others:
    """The table for a text."""
    known = set(re.findall(r"[^\W_]+", reading.text))
    table = {word: new for word, new in _cased({**_PRONOUNS, **PARTIES}) if word in known}
    table |= {word: new for word, new in _TITLES.items() if word in known}
    table |= _offices(known)
    belonging = {word for word, _ in _cased(PARTIES) if word in known}
    for triple, instead in zip(_met(known), _fresh_peoples(known), strict=False):
        table |= dict(zip(triple, instead, strict=True))
        belonging |= {word for word in triple if word in known}
    table |= _towns(reading, known, table)
    table |= _people(reading.names, reading, known)
    return Others(table, frozenset(belonging))


def _people(names: Iterable[Name], reading: Reading, known: set[str]) -> dict[str, str]:
    """For each word of a person's name, another; the same word always becomes the same."""
    table: dict[str, str] = {}
    firsts = (name for name in _FIRST if name not in known)
    lasts = (name for name in _LAST if name not in known)
    for name in names:
        if name.kind is not NameKind.PERSON:
            continue
        parts = re.findall(r"[^\W\d_]{2,}", on_one_line(name.full or as_written(reading, name)))
        for index, part in enumerate(parts):
            if part in table or not part[:1].isupper() or _is_title(part):
                continue
            new = next(lasts if index == len(parts) - 1 else firsts, None)
            if new is None:
                return table
            table[part] = new
            if len(part) > 3:
                table[part.upper()] = new.upper()
    return table


def _towns(reading: Reading, known: set[str], table: dict[str, str]) -> dict[str, str]:
    """Places of one word, those that are no country with a people of its own."""
    fresh = (town for town in _TOWNS if town not in known)
    written = dict.fromkeys(
        as_written(reading, name) for name in reading.names if name.kind is NameKind.PLACE
    )
    single = [place for place in written if place.isalpha() and place[1:].islower()]
    return dict(zip([place for place in single if place not in table], fresh, strict=False))


def _offices(known: set[str]) -> dict[str, str]:
    low = {word.lower() for word in known}
    fresh = [office for office in _OTHER_OFFICES if office not in low]
    pairs = dict(zip([office for office in _OFFICES if office in low], fresh, strict=False))
    pairs |= {f"{office}s": f"{new}s" for office, new in pairs.items()}
    return {word: new for word, new in _cased(pairs) if word in known}


def _cased(pairs: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each pair as it stands, and with a capital."""
    for word, new in pairs.items():
        yield word, new
        yield word[:1].upper() + word[1:], new[:1].upper() + new[1:]


def _is_title(word: str) -> bool:
    return word in _TITLES or word.lower() in _OFFICES


def _his_or_him(match: re.Match[str]) -> str:
    after = _NEXT.match(match.string, match.end())
    owns = after is not None and after.group(1).lower() not in _NOT_HERS
    new = "his" if owns else "him"
    return new.capitalize() if match.group(4)[0].isupper() else new


def _met(known: set[str]) -> list[tuple[str, ...]]:
    return [triple for triple in _peoples()["swapped"] if known.intersection(triple)]


def _fresh_peoples(known: set[str]) -> list[tuple[str, ...]]:
    return [triple for triple in _peoples()["pool"] if not known.intersection(triple)]


@cache
def _peoples() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    section = ""
    for line in _PEOPLES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            table.setdefault(section, []).append(tuple(line.split()))
    return table
