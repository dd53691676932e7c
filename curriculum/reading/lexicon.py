"""Hand-made word lists: read from a data file, inflected, and found in a sentence in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "lexicons"

# A letter or digit, then letters, digits and the joiners that live inside a word: K.G.B, U.S.-led.
_WORD = re.compile(r"[^\W_]+(?:[’'\-.&][^\W_]+)*")
_VOWELS = "aeiou"


def listed(words: str) -> tuple[str, ...]:
    """The words of a list that is easier to read as a line."""
    return tuple(words.split())


# Here ’s stands for "is", "has" or "us"; after any other word it is taken as a possessive.
_CONTRACTED = frozenset(
    listed("it's that's there's here's he's she's what's who's where's how's let's")
)


class Token(NamedTuple):
    """A word in lower case with straight apostrophes and no possessive, and where it stands."""

    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a lexicon, before inflection."""

    section: str
    strength: int
    alternative: str = ""
    unless: frozenset[str] = frozenset()  # words nearby that make it plain after all
    part: str = ""  # v, p, n, a, r, or x for words taken as they stand


class Hit(NamedTuple):
    """An entry found at tokens ``[first, stop)``."""

    first: int
    stop: int
    entry: Entry


Phrases = dict[str, tuple[tuple[list[str], Entry], ...]]


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of ``text[start:end]``."""
    found = []
    for match in _WORD.finditer(text, start, end):
        low = match.group().lower()
        start, stop = match.span()
        if "’" in low:
            low = low.replace("’", "'")
        if low[-2:] == "'s" and low not in _CONTRACTED:
            low, stop = low[:-2], stop - 2
        found.append(Token(low, start, stop))
    return found


def find(words: list[Token], phrases: Phrases) -> list[Hit]:
    """Every entry in the words, the longest first at each place, never overlapping."""
    lows = [word[0] for word in words]
    hits: list[Hit] = []
    free = 0  # the first word that no hit covers yet
    for index in [at for at, low in enumerate(lows) if low in phrases]:
        if index < free:
            continue
        for rest, entry in phrases[lows[index]]:
            free = index + 1 + len(rest)
            if not rest or lows[index + 1 : free] == rest:
                hits.append(Hit(index, free, entry))
                break
        else:
            free = index + 1
    return hits


@cache
def load(name: str) -> Phrases:
    """The lexicon file ``name``, inflected and keyed by first word, the longest phrase first."""
    table: dict[str, list[tuple[list[str], Entry]]] = {}
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for phrase, entry in _entries(lines):
        plain = inflected(entry.alternative, entry.part) if entry.alternative else []
        for place, words in enumerate(inflected(phrase, entry.part)):
            found = replace(entry, alternative=" ".join(plain[place])) if plain else entry
            table.setdefault(words[0], []).append((list(words[1:]), found))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in table.items()}


def _entries(lines: list[str]) -> Iterator[tuple[str, Entry]]:
    """``[section part strength]`` heads a paragraph of ``word=alternative~unless unless, …``."""
    section, part, strength = "", "x", 1
    for line in lines:
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section, part, level = line.strip("[]").rsplit(" ", 2)
            strength = int(level)
            continue
        for item in filter(None, (piece.strip() for piece in line.split(","))):
            body, _, unless = item.partition("~")
            phrase, _, alternative = body.partition("=")
            yield phrase, Entry(section, strength, alternative, frozenset(unless.split()), part)


def inflected(phrase: str, part: str) -> list[tuple[str, ...]]:
    """The forms of a phrase: its first word inflected for a verb, its last word for a noun.

    Part ``p`` is a verb without its base and -s forms, which are often nouns ("order", "release").
    """
    words = phrase.split()
    if part == "v":
        return [(form, *words[1:]) for form in verb_forms(words[0])]
    if part == "p":
        return [(form, *words[1:]) for form in verb_forms(words[0])[2:]]
    if part == "n":
        return [tuple(words), (*words[:-1], plural(words[-1]))]
    if part == "r":
        return [tuple(words), (*words[:-1], adverb(words[-1]))]
    return [tuple(words)]


def verb_forms(verb: str) -> tuple[str, ...]:
    """Base, -s, past, participle, -ing; ``break/broke/broken`` spells out an irregular past."""
    base, *past = verb.split("/")
    stem = _doubled(base) if _doubles(base) else base
    if base.endswith("e"):
        regular, present = (
            base + "d",
            (base[:-2] + "ying" if base.endswith("ie") else base[:-1] + "ing"),
        )
        if base.endswith("ee"):
            present = base + "ing"
    elif base[-1] == "y" and base[-2:-1] not in _VOWELS:
        regular, present = base[:-1] + "ied", base + "ing"
    else:
        regular, present = stem + "ed", stem + "ing"
    past = past or [regular]
    return base, plural(base), past[0], past[-1], present


def _doubles(base: str) -> bool:
    """Whether the last letter doubles: one short vowel, one consonant, one syllable."""
    return (
        len(base) >= 3
        and base[-1] not in "aeiouwxyh"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in base) == 1
    )


def _doubled(base: str) -> str:
    return base + base[-1]


def plural(word: str) -> str:
    """The -s form of a noun or a verb."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def adverb(adjective: str) -> str:
    """The -ly form of an adjective."""
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("le") and len(adjective) > 4:
        return adjective[:-1] + "y"
    if adjective.endswith("y"):
        return adjective[:-1] + "ily"
    return adjective + "ly"
