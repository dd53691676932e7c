"""Rewriting by known changes, so that it is certain why a version is right or wrong.

Two kinds. A *swap*: a loaded word gives way to a plain one, or to a loaded twin. A *retelling*: the
one word that sets how much a statement claims gives way to one that claims as much, to one that
claims more, and to one that claims less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from curriculum.reading.lexicon import inflected
from curriculum.reading.types import Span
from curriculum.writing.material import pick

_DOUBTS = ("possibly", "allegedly")
_DOUBTS_OF_NOUNS = ("possible", "alleged")
DOUBTS = _DOUBTS + _DOUBTS_OF_NOUNS


@dataclass(frozen=True, slots=True)
class Swap:
    """A loaded word, a plain wording, and a loaded twin, all in the same form."""

    part: str  # v, a or n
    plain: str
    twin: str


@dataclass(frozen=True, slots=True)
class Change:
    """A word that sets how much a statement claims, and what may stand in its place."""

    pattern: re.Pattern[str]
    same: str  # claims as much
    more: str  # claims more
    less: str  # claims less, or denies it
    more_tempts: str  # the confusion that overlooks the stronger version
    less_tempts: str


@dataclass(frozen=True, slots=True)
class Retelling:
    """A statement in three versions that differ in one word."""

    was: str
    at: Span  # where the word stands, in the statement
    same: str  # the words put in its place
    more: str
    less: str
    change: Change

    def put(self, statement: str, new: str) -> str:
        """The statement with ``new`` in the place of the word."""
        new = new[:1].upper() + new[1:] if self.was[:1].isupper() else new
        return statement[: self.at.start] + new + statement[self.at.end :]


def swap(word: str) -> Swap | None:
    """The plain wording and the loaded twin of a word, in the form in which it stands."""
    return _swaps().get(word.lower())


def doubt(word: str, to: Swap) -> str:
    """A word of doubt to put before a plain wording: always the same for the same word."""
    return pick(_DOUBTS_OF_NOUNS if to.part == "n" else _DOUBTS, word)


@cache
def _swaps() -> dict[str, Swap]:
    table: dict[str, Swap] = {}
    part = ""
    for line in (Path(__file__).parent / "swaps.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif line and not line.startswith("#"):
            word, _, rest = line.partition(" = ")
            for loaded, plain, twin in zip(
                *(_forms(each.strip(), part) for each in (word, *rest.split("|"))), strict=True
            ):
                table.setdefault(loaded, Swap(part, plain, twin))
    return table


def _forms(phrase: str, part: str) -> list[str]:
    """Past, participle and -s form of a verb; both numbers of a noun; an adjective as it is.

    The base form and the -ing form of a verb are left out: either may be a noun.
    """
    forms = [" ".join(words) for words in inflected(phrase, part)]
    return [forms[2], forms[3], forms[1]] if part == "v" else forms


def _change(pattern: str, same: str, more: str, less: str, *tempts: str) -> Change:
    return Change(re.compile(rf"\b(?:{pattern})\b"), same, more, less, *tempts)


_NOT_OF = r"(?! of| \w+ of)"  # "some of the", where another word would not fit
# A number and the thing that is counted.
_COUNTED = r"\d[\d,]* (?:[a-z-]+ )?(?!years|months|days|hours|minutes|percent|per)[a-z]+s\b"
_CHANGES = (
    _change("may(?! not| have)", "might", "will", "will not", "hedge-missed", "hedged-is-false"),
    _change("might(?! not| have)", "may", "will", "will not", "hedge-missed", "hedged-is-false"),
    _change("may have", "might have", "must have", "cannot have",
            "hedge-missed", "hedged-is-false"),
    _change("might have", "may have", "must have", "cannot have",
            "hedge-missed", "hedged-is-false"),
    _change("probably", "most likely", "certainly", "hardly", "hedge-missed", "hedged-is-false"),
    _change(f"[Ss]ome{_NOT_OF}(?= [a-z-]+(?: [a-z-]+)?s )", "a number of", "all", "no",
            "some-is-all", "hedged-is-false"),
    _change(f"Many{_NOT_OF}(?= [a-z-]+(?: [a-z-]+)?s )", "a large number of", "all", "few",
            "some-is-all", "hedged-is-false"),
    _change("(?:usually|often|frequently)", "in many cases", "always", "hardly ever",
            "some-is-all", "hedged-is-false"),
    _change("sometimes", "now and then", "always", "never", "some-is-all", "hedged-is-false"),
    _change("(?:nearly|almost)(?= (?:half|a (?:third|quarter|fifth)|all|every|\\d))", "close to",
            "more than", "far less than", "hedge-missed", "hedged-is-false"),
    _change(f"(?:[Aa]bout|[Aa]round|[Rr]oughly)(?= {_COUNTED})", "approximately", "well over",
            "well under", "hedge-missed", "hedged-is-false"),
    _change(f"[Aa]t least(?= {_COUNTED})", "no fewer than", "far more than", "fewer than",
            "hedge-missed", "strength-backwards"),
    _change(f"[Mm]ore than(?= {_COUNTED})", "over", "far more than", "fewer than",
            "hedge-missed", "strength-backwards"),
    _change(f"[Uu]p to(?= {_COUNTED})", "as many as", "far more than", "far fewer than",
            "hedge-missed", "strength-backwards"),
    _change(r"[Mm]ost(?= [a-z-]+s (?:are|were|have|had|do|did|will|want|need|say)\b)",
            "the majority of", "all", "few", "some-is-all", "hedged-is-false"),
)  # fmt: skip

_RETOLD_ONCE = re.compile(r"[\"“”„«»?\n]")


def retellings(statement: str) -> Iterator[Retelling]:
    """The ways to retell a statement as it is, stronger, and weaker, by one word of it."""
    if _RETOLD_ONCE.search(statement):
        return
    for change in _CHANGES:
        match = change.pattern.search(statement)
        if match and not change.pattern.search(statement, match.end()):
            yield Retelling(
                match.group(),
                Span(match.start(), match.end()),
                change.same,
                change.more,
                change.less,
                change,
            )
