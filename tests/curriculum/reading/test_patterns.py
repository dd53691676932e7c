"""No pattern of the reader can be made to work for more than a moment by a clever text."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import curriculum.reading
from curriculum.reading import furniture
from tests.curriculum.reading.steps import Counted, TooManySteps

SHORT, LONG = (
    100,
    1000,
)  # characters; what grows too fast over the short ones, is tried on long ones
MOST = 2_000_000  # steps: a pattern that looks at each character 400 times needs fewer
TWICE = 2.5  # twice the text may need so many times the steps; looking at each pair needs 4

SOURCE = "\n".join(
    path.read_text() for path in sorted(Path(curriculum.reading.__path__[0]).rglob("*.py"))
)
WINDOWS = {  # patterns that only ever see a slice of the text, and how long a slice
    "curriculum.reading.attribution.speakers._ROLE_BEFORE[0]": 24,
    "curriculum.reading.furniture._rules[0]": furniture.LONGEST,
    "curriculum.reading.furniture._rules[1]": furniture.LONGEST,
}

PIECES = [
    *(
        "a",
        "A",
        "1",
        " ",
        "\n",
        "\t",
        "\r\n",
        "é",
        "中",
        ".",
        ",",
        "-",
        "–",
        "'",
        "’",
        '"',
        "“",
        "”",
    ),
    *(
        "(",
        ")",
        "[",
        "](",
        "<",
        "<!--",
        "<a ",
        "<?xml",
        "&",
        "#",
        "*",
        "_",
        "=",
        "@",
        "/",
        ":",
        "!",
    ),
    *(
        "a ",
        "A ",
        "A. ",
        "A.",
        "a.",
        "1.",
        "1,",
        "1-",
        "1:1",
        "1 ",
        " \n",
        "\n\n",
        "\n ",
        ". ",
        ", ",
    ),
    *(
        "“a",
        "a”",
        '"a ',
        "'a' ",
        "a-",
        "a-b ",
        "a's ",
        "A-A ",
        "U.S.",
        "Mr. ",
        "who, ",
        ", who is ",
    ),
    *("said ", "he said, ", "http://", "www.a.", "a@b.", "May ", "3 May ", "10 ", "10:00 ", "two "),
    *(", a ", "a\n", "Share. ", "By A ", "|", "| ", "- ", "* ", "> ", "the ", "and ", "Adaing, "),
]


def _patterns(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """The compiled patterns in a value, and in what it holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth < 3:
        yield from (found for each in value.values() for found in _patterns(each, depth + 1))
    elif isinstance(value, list | tuple | set | frozenset) and depth < 3:
        yield from (found for each in value for found in _patterns(each, depth + 1))


def _modules() -> Iterable[str]:
    folder = curriculum.reading
    return (m.name for m in pkgutil.walk_packages(folder.__path__, f"{folder.__name__}."))


def _all() -> dict[str, re.Pattern[Any]]:
    """Every pattern, named after its module and its place there; factories are called once."""
    found = {}
    for module in _modules():
        for name, value in vars(importlib.import_module(module)).items():
            cached = hasattr(value, "cache_info") and value.__module__ == module
            made = value() if cached and not value.__wrapped__.__code__.co_argcount else value
            for number, pattern in enumerate(_patterns(made)):
                found[f"{module}.{name}[{number}]"] = pattern
    return found


PATTERNS = _all()


def _looked_for(name: str) -> bool:
    """Whether the package looks for a pattern anywhere, not only where it stands already."""
    bare = name.rpartition(".")[2].partition("[")[0].removesuffix("()")
    return re.search(rf"\b{bare}\.(?:search|finditer|findall|sub|split)\(", SOURCE) is not None


@cache
def _counted(pattern: re.Pattern[Any]) -> Counted:
    """The pattern as one that counts; of a pattern over bytes each byte is a character."""
    if isinstance(pattern.pattern, str):
        return Counted(pattern.pattern, pattern.flags, most=MOST)
    return Counted(pattern.pattern.decode("latin-1"), pattern.flags & ~re.UNICODE, most=MOST)


def _text(pattern: re.Pattern[Any], piece: str, length: int) -> str:
    """The piece over and over, and an end that no pattern expects."""
    text = (piece * (length // len(piece) + 1))[:length] + "\x00"
    return text if isinstance(pattern.pattern, str) else text.encode().decode("latin-1")


def _steps(counted: Counted, text: str, *, anywhere: bool) -> int:
    """The work of matching the whole text and, where the package looks anywhere, of finding all."""
    counted.steps = 0
    counted.match(text, whole=True)
    if anywhere:
        counted.count(text)
    return counted.steps


def _stumbles(pattern: re.Pattern[Any], piece: str, *, anywhere: bool = True) -> bool:
    """Whether twice the text takes much more than twice the work, first in short, then in long."""
    counted = _counted(pattern)
    try:
        return all(
            _steps(counted, _text(pattern, piece, 2 * length), anywhere=anywhere)
            > TWICE * _steps(counted, _text(pattern, piece, length), anywhere=anywhere)
            for length in (SHORT, LONG)
        )
    except TooManySteps:
        return True


@pytest.mark.parametrize("pattern", [r"(?:a+)+b", r"(\w+) = ", r"a.*b.*c", r"(?:a|a)*b", r"a*?a*b"])
def test_the_count_catches_a_bad_pattern(pattern: str) -> None:
    assert _stumbles(re.compile(pattern), "a") or _stumbles(re.compile(pattern), "ab")


@pytest.mark.parametrize(
    "pattern", [r"a+", r"\w+", r"a{1,64}@", r"(?:ab)+", r"[^.]{0,90}\.", r"a|b"]
)
def test_the_count_lets_a_good_pattern_pass(pattern: str) -> None:
    assert not _stumbles(re.compile(pattern), "a")
    assert not _stumbles(re.compile(pattern), "ab")


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 40


@pytest.mark.parametrize("name", PATTERNS)
def test_the_count_matches_what_the_pattern_matches(name: str) -> None:
    pattern = PATTERNS[name]
    counted = _counted(pattern)
    for piece in PIECES:
        text, counted.steps = _text(pattern, piece, 30), 0
        given: Any = text if isinstance(pattern.pattern, str) else text.encode("latin-1")
        assert counted.count(text) == [found.span() for found in pattern.finditer(given)], piece


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_does_not_stumble(name: str) -> None:
    pattern, anywhere = PATTERNS[name], _looked_for(name)
    for piece in PIECES:
        if name in WINDOWS:  # no longer text ever reaches it
            text = _text(pattern, piece, WINDOWS[name])
            assert _steps(_counted(pattern), text, anywhere=anywhere) < MOST, piece
        else:
            assert not _stumbles(pattern, piece, anywhere=anywhere), piece
