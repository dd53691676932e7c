"""No pattern of the reader can be made to work for more than a moment by a clever text."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import curriculum.reading
from curriculum.reading import furniture

LENGTH = 30_000  # characters: a pattern that looks at each pair of them needs a second
PATIENCE = 0.5  # seconds of CPU; one that looks at each character a few times needs milliseconds

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


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


def _looked_for(name: str) -> bool:
    """Whether the package looks for a pattern anywhere, not only where it stands already."""
    bare = name.rpartition(".")[2].partition("[")[0].removesuffix("()")
    return re.search(rf"\b{bare}\.(?:search|finditer|findall|sub|split)\(", SOURCE) is not None


def _run(pattern: re.Pattern[Any], text: str, *, anywhere: bool = True) -> int:
    """Try the pattern on a text; the alarm counts the seconds that this process computes."""
    given: Any = text if isinstance(pattern.pattern, str) else text.encode()
    before = signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        pattern.fullmatch(given)
        pattern.match(given)
        return sum(1 for _ in pattern.finditer(given)) if anywhere else 0
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def test_the_alarm_stops_a_bad_pattern() -> None:
    with pytest.raises(TimeoutError):
        _run(re.compile(r"(?:a+)+b"), "a" * LENGTH)
    with pytest.raises(TimeoutError):
        _run(re.compile(r"(\w+) = "), "a" * LENGTH)


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 40


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_does_not_stumble(name: str) -> None:
    length = WINDOWS.get(name, LENGTH)
    for piece in PIECES:
        try:
            text = (piece * (length // len(piece) + 1))[:length] + "\x00"
            _run(PATTERNS[name], text, anywhere=_looked_for(name))
        except TimeoutError:
            pytest.fail(f"{name} stumbles over {piece!r}", pytrace=False)
