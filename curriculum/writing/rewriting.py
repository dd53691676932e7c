"""Rewriting by known changes, so that it is certain why a version is right or wrong.

Three kinds. *Plain wording*: a loaded word gives way to a plain one, or to a loaded twin.
*Faithful*: a change of words that leaves the claim as strong as it was. *Overclaim*: one change
that makes the claim say more, with the confusion that it tempts.
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

_DOUBTS = ("possibly", "allegedly", "perhaps")
_DOUBTS_OF_NOUNS = ("possible", "alleged")


@dataclass(frozen=True, slots=True)
class Swap:
    """A loaded word, a plain wording, and a loaded twin, all in the same form."""

    part: str  # v, a or n
    plain: str
    twin: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change of wording, what it does to the claim, and the confusion that overlooks it."""

    pattern: re.Pattern[str]
    becomes: str
    why: str
    confusion: str = ""  # "" for a faithful change


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A statement after one change."""

    text: str
    was: str  # the words that were changed
    now: str  # the words that took their place
    at: Span  # where the changed words stood, in the statement
    why: str
    confusion: str = ""


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


def _change(pattern: str, becomes: str, why: str, confusion: str = "") -> Change:
    return Change(re.compile(rf"\b(?:{pattern})\b"), becomes, why, confusion)


_FAITHFUL = (
    _change(r"may(?= (?:have|be|not)?\b)(?! \d)", "might", "“Might” leaves as much room as “may”."),
    _change(r"might", "may", "“May” leaves as much room as “might”."),
    _change(r"could(?= (?:be|have|help|lead|cause|make|reduce|improve))", "might", "“Might” leaves as much room as “could”."),
    _change(r"[Ss]ome(?= (?:\w+ )?\w+s\b)", "a number of", "“A number of” says no more than “some”."),
    _change(r"probably", "most likely", "“Most likely” is as sure as “probably”."),
    _change(r"about(?= (?:\d|half|a (?:third|quarter)|(?:one|two|three) in))", "around", "“Around” is as rough as “about”."),
    _change(r"nearly", "almost", "“Almost” says the same as “nearly”."),
    _change(r"almost", "nearly", "“Nearly” says the same as “almost”."),
    _change(r"[Mm]any", "a large number of", "“A large number” says no more than “many”."),
)  # fmt: skip

_OVERCLAIMS = (
    _change(r"may|might|could", "will", "The doubt is gone: “{was}” has become “will”.", "hedge-missed"),
    _change(r"[Ss]ome(?= (?:\w+ )?\w+s\b)", "all", "“Some” has become “all”.", "some-is-all"),
    _change(r"[Mm]any", "all", "“Many” has become “all”.", "some-is-all"),
    _change(r"[Mm]ost", "all", "“Most” has become “all”.", "some-is-all"),
    _change(r"probably|possibly|perhaps|apparently|reportedly", "certainly", "“{was}” has become “certainly”.", "hedge-missed"),
    _change(r"suggests?", "proves", "“{was}” has become “proves”.", "said-is-shown"),
    _change(r"suggested", "proved", "“Suggested” has become “proved”.", "said-is-shown"),
    _change(r"(?:is|was) linked to", "is caused by", "A link has become a cause.", "linked-is-caused"),
    _change(r"(?:are|were) linked to", "are caused by", "A link has become a cause.", "linked-is-caused"),
    _change(r"appears? to be", "is plainly", "“{was}” has become “is plainly”.", "hedge-missed"),
    _change(r"often|sometimes|usually|frequently", "always", "“{was}” has become “always”.", "some-is-all"),
    _change(r"rarely|seldom", "never", "“{was}” has become “never”.", "some-is-all"),
    _change(r"(?:nearly|almost)(?= (?:all|every|everyone|nobody|no|none|half|a|one|two|three|\d))", "exactly", "“{was}” has become “exactly”.", "hedge-missed"),
    _change(r"(?:about|around)(?= (?:\d|half|a (?:third|quarter)|(?:one|two|three) in))", "exactly", "“{was}” has become “exactly”.", "hedge-missed"),
)  # fmt: skip


def faithful(statement: str) -> Iterator[Rewrite]:
    """The statement in other words that leave it as strong as it was."""
    yield from _changed(statement, _FAITHFUL)


def overclaims(statement: str) -> Iterator[Rewrite]:
    """The statement with one change that makes it say more."""
    yield from _changed(statement, _OVERCLAIMS)


def _changed(statement: str, changes: tuple[Change, ...]) -> Iterator[Rewrite]:
    for change in changes:
        for match in change.pattern.finditer(statement):
            was = match.group()
            now = change.becomes
            if match.start() == 0:
                now = now[:1].upper() + now[1:]
            yield Rewrite(
                statement[: match.start()] + now + statement[match.end() :],
                was,
                now,
                Span(match.start(), match.end()),
                change.why.format(was=was),
                change.confusion,
            )
