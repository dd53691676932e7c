"""Furniture of a page: what a copy brings along that is not part of the article.

The patterns stand in ``lexicons/furniture.txt``, each group with its reason in a teacher's words.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

LONGEST: Final = 240  # characters; whatever is longer is read as text

_FILE: Final = Path(__file__).parent / "lexicons" / "furniture.txt"
_EDGES: Final = "\n== edges\n"
_DEFINITION: Final = re.compile(r"(\w+) = (.+)")
_HEADER: Final = re.compile(r"\[(\w+): (.+)\]")
_PLACEHOLDER: Final = re.compile(r"<(\w+)>")


class Rule(NamedTuple):
    """A kind of furniture: a stable name, and the reason in a teacher's words."""

    name: str  # share, mobile, contact, link, more, byline, date, …
    why: str


class _Rules(NamedTuple):
    """The rules, by where on the page they hold; and each by its name in the pattern."""

    anywhere: re.Pattern[str]
    edges: re.Pattern[str]
    by_name: dict[str, Rule]


def match(block: str, *, edge: bool) -> Rule | None:
    """The rule that sets this block apart, if there is one.

    ``edge`` says that it stands among the first or last few blocks of the page.
    """
    if len(block) > LONGEST:
        return None
    rules = _rules()
    found = rules.anywhere.fullmatch(block) or (rules.edges.fullmatch(block) if edge else None)
    return rules.by_name[found.lastgroup] if found and found.lastgroup else None


def pattern(name: str) -> str:
    """A named piece of the rules, such as ``date``, for others who look for the same thing."""
    return _defined()[name]


@cache
def _rules() -> _Rules:
    anywhere, edges = _FILE.read_text(encoding="utf-8").split(_EDGES)
    by_name: dict[str, Rule] = {}
    return _Rules(
        _compiled(anywhere, by_name, re.IGNORECASE), _compiled(edges, by_name, 0), by_name
    )


def _compiled(part: str, by_name: dict[str, Rule], flags: int) -> re.Pattern[str]:
    """One pattern of all groups of a part; the group that matches tells the rule."""
    groups: dict[str, list[str]] = {}
    name = ""
    for line in part.splitlines():
        header = _HEADER.fullmatch(line)
        if header:
            name = header.group(1)
            by_name[name] = Rule(name, header.group(2))
        elif name and line:
            groups.setdefault(name, []).append(_filled(line))
    return re.compile("|".join(f"(?P<{n}>{'|'.join(lines)})" for n, lines in groups.items()), flags)


@cache
def _defined() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        definition = _DEFINITION.fullmatch(line)
        if definition:
            found[definition.group(1)] = _PLACEHOLDER.sub(
                lambda m: found[m.group(1)], definition.group(2)
            )
    return found


def _filled(line: str) -> str:
    return _PLACEHOLDER.sub(lambda m: _defined()[m.group(1)], line)
