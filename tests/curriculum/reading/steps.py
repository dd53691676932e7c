"""How much work a pattern does on a text, counted: a plain matcher over its parse tree.

The C engine of ``re`` cannot be asked how many steps it takes, and a clock tells more of the
machine than of the pattern. This one walks the same tree in the same order, slowly, and counts
each character it looks at, so that the same pattern and text always give the same number.
``re._parser`` has no public name, but it is the parser that ``re.compile`` itself calls.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Then = Callable[[int], int]  # goes on from an offset: where the match ends, or -1
Part = Callable[[int, Then], int]

_REPEATS = {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}
_IN_CLASS: dict[Any, Callable[[str], bool]] = {
    code.CATEGORY_DIGIT: str.isdecimal,
    code.CATEGORY_SPACE: str.isspace,
    code.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    code.CATEGORY_NOT_DIGIT: lambda char: not char.isdecimal(),
    code.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    code.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}


class TooManySteps(Exception):
    """The pattern did more work than it was allowed."""


class Counted:
    """A pattern that counts its steps."""

    def __init__(self, pattern: str, flags: int, *, most: int) -> None:
        self.steps = 0
        self._most = most
        self._text = ""
        self._groups: dict[int, tuple[int, int]] = {}
        tree = _parser.parse(pattern, flags & ~re.DEBUG)
        self._match = self._sequence(tree, tree.state.flags)

    def match(self, text: str, start: int = 0, *, whole: bool = False) -> int:
        """Where the match at ``start`` ends, or -1."""
        self._text, self._groups = text, {}
        wanted = (lambda at: at if at == len(text) else -1) if whole else (lambda at: at)
        return self._match(start, wanted)

    def count(self, text: str) -> list[tuple[int, int]]:
        """Every match, as ``finditer`` finds them."""
        found, at = [], 0
        while at <= len(text):
            end = self.match(text, at)
            if end >= 0:
                found.append((at, end))
            at = max(end, at + 1) if end != at else at + 1
        return found

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self._most:
            raise TooManySteps

    def _sequence(self, nodes: Iterable[Any], flags: int) -> Part:
        parts = [self._part(op, value, flags) for op, value in nodes]
        whole: Part = lambda at, then: then(at)  # noqa: E731
        for part in reversed(parts):
            whole = _after(part, whole) if part is not parts[-1] else part
        return whole

    def _part(self, op: Any, value: Any, flags: int) -> Part:
        if op in _REPEATS:
            return self._repeat(op, value, flags)
        if op is code.SUBPATTERN:
            number, added, removed, inside = value
            return self._group(number, self._sequence(inside, (flags | added) & ~removed))
        if op is code.BRANCH:
            return self._branch([self._sequence(way, flags) for way in value[1]])
        if op in (code.ASSERT, code.ASSERT_NOT):
            direction, inside = value
            back = inside.getwidth()[0] if direction < 0 else 0
            return self._look(self._sequence(inside, flags), back, wanted=op is code.ASSERT)
        if op is code.ATOMIC_GROUP:
            return self._atomic(self._sequence(value, flags))
        if op is code.AT:
            return self._at(value, flags)
        if op is code.GROUPREF:
            return self._again(value)
        return self._char(_test(op, value, flags))

    def _char(self, test: Callable[[str], bool]) -> Part:
        def part(at: int, then: Then) -> int:
            self._step()
            return then(at + 1) if at < len(self._text) and test(self._text[at]) else -1

        return part

    def _group(self, number: int | None, inside: Part) -> Part:
        if number is None:
            return inside

        def part(at: int, then: Then) -> int:
            def closed(end: int) -> int:
                before = self._groups.get(number, (-1, -1))
                self._groups[number] = (at, end)
                found = then(end)
                if found < 0:
                    self._groups[number] = before
                return found

            return inside(at, closed)

        return part

    def _branch(self, ways: list[Part]) -> Part:
        def part(at: int, then: Then) -> int:
            return next((end for way in ways if (end := way(at, then)) >= 0), -1)

        return part

    def _look(self, inside: Part, back: int, *, wanted: bool) -> Part:
        def part(at: int, then: Then) -> int:
            seen = at >= back and inside(at - back, lambda end: end) >= 0
            return then(at) if seen == wanted else -1

        return part

    def _atomic(self, inside: Part) -> Part:
        def part(at: int, then: Then) -> int:
            end = inside(at, lambda end: end)
            return then(end) if end >= 0 else -1

        return part

    def _again(self, number: int) -> Part:
        def part(at: int, then: Then) -> int:
            start, end = self._groups.get(number, (-1, -1))
            self._step()
            words = self._text[start:end]
            same = start >= 0 and self._text.startswith(words, at)
            return then(at + len(words)) if same else -1

        return part

    def _at(self, where: Any, flags: int) -> Part:
        def part(at: int, then: Then) -> int:
            self._step()
            return then(at) if _stands(self._text, at, where, flags) else -1

        return part

    def _repeat(self, op: Any, value: Any, flags: int) -> Part:
        least, most, inside = value
        if len(inside) == 1 and (test := _single(inside[0], flags)) is not None:
            return self._run(op, least, most, test)
        one = self._sequence(inside, flags)
        whole = self._times(one, least, most, lazy=op is code.MIN_REPEAT)
        return self._atomic(whole) if op is code.POSSESSIVE_REPEAT else whole

    def _run(self, op: Any, least: int, most: int, test: Callable[[str], bool]) -> Part:
        """Many of one character: without a call for each."""

        def part(at: int, then: Then) -> int:
            text, limit, end = self._text, min(len(self._text), at + int(most)), at
            lazy = op is code.MIN_REPEAT
            while True:
                if lazy and end - at >= least and (found := then(end)) >= 0:
                    return found
                self._step()
                if end >= limit or not test(text[end]):
                    break
                end += 1
            if lazy or end - at < least:
                return -1
            if op is code.POSSESSIVE_REPEAT:
                return then(end)
            return next((f for e in range(end, at + least - 1, -1) if (f := then(e)) >= 0), -1)

        return part

    def _times(self, one: Part, least: int, most: int, *, lazy: bool) -> Part:
        def part(at: int, then: Then) -> int:
            return again(at, then, 0, -1)

        def again(at: int, then: Then, done: int, last: int) -> int:
            def more() -> int:
                if done >= int(most) or (at == last and done >= least):
                    return -1
                return one(at, lambda end: again(end, then, done + 1, at))

            self._step()
            if done < least:
                return more()
            if lazy:
                found = then(at)
                return found if found >= 0 else more()
            found = more()
            return found if found >= 0 else then(at)

        return part


def _after(first: Part, rest: Part) -> Part:
    return lambda at, then: first(at, lambda end: rest(end, then))


def _single(node: Any, flags: int) -> Callable[[str], bool] | None:
    """The test of a node that stands for one character."""
    op, value = node
    if op in (code.LITERAL, code.NOT_LITERAL, code.ANY, code.IN):
        return _test(op, value, flags)
    return None


def _test(op: Any, value: Any, flags: int) -> Callable[[str], bool]:
    """Whether a character passes, remembered for each."""
    known: dict[str, bool] = {}

    def test(char: str) -> bool:
        if char not in known:
            ways = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
            known[char] = _passes(op, value, ways, flags)
        return known[char]

    return test


def _passes(op: Any, value: Any, ways: set[str], flags: int) -> bool:
    if op is code.ANY:
        return bool(flags & re.DOTALL) or "\n" not in ways
    if op is code.LITERAL:
        return any(way == chr(value) for way in ways)
    if op is code.NOT_LITERAL:
        return all(way != chr(value) for way in ways)
    negated = value[0][0] is code.NEGATE
    return negated != any(_in(item, way) for item in value[negated:] for way in ways)


def _in(item: Any, char: str) -> bool:
    op, value = item
    if op is code.CATEGORY:
        return _IN_CLASS[value](char)
    if op is code.RANGE:
        return len(char) == 1 and value[0] <= ord(char) <= value[1]
    return char == chr(value)


def _stands(text: str, at: int, where: Any, flags: int) -> bool:
    """Whether a place in the text is an edge of the kind that the pattern asks for."""
    if where in (code.AT_BEGINNING, code.AT_BEGINNING_STRING):
        lines = where is code.AT_BEGINNING and bool(flags & re.MULTILINE)
        return at == 0 or (lines and text[at - 1] == "\n")
    if where is code.AT_END_STRING:
        return at == len(text)
    if where is code.AT_END:
        lines = bool(flags & re.MULTILINE) and text[at : at + 1] == "\n"
        return at == len(text) or lines or text[at:] == "\n"
    inside = [bool(c) and (c.isalnum() or c == "_") for c in (text[at - 1 : at], text[at : at + 1])]
    return (inside[0] != inside[1]) == (where is code.AT_BOUNDARY)


sys.setrecursionlimit(max(sys.getrecursionlimit(), 40_000))
