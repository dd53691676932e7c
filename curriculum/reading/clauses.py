"""The parts of a sentence that can each state something: its clauses, and asides about a name.

Cut by commas and the words after them, without a parse: a part that is cut wrongly is still words
of the text, and claims are only told apart where the parts are judged to differ in kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from curriculum.reading.attribution import lexicon
from curriculum.reading.types import Span

_AROUND = ",;:–—-()[]”"
SHORT = 4  # words; a shorter part states nothing of its own

_OPENER = re.compile(r"\W{0,3}(?:while|although|though|whereas)\b", re.IGNORECASE)
_OPENING = 6  # words before the comma that may end such a clause: "While no single, clear plan …"
_BREAK = re.compile(
    r";\s|,\s(?=(?:which|who|whose|where|while|whereas|although|though|but|despite)\b"
    r"|an? \w{1,30} that\b|\w{2,30}ing\b)"
)
_ASIDE = re.compile(r",\s((?:who|whose|which|where)\s[^,;.:]{8,300})(?:,\s(\w{1,30})|$)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LINKS = frozenset(["and", "but", "or", "so", "yet"])
_DANGLING = frozenset(
    (
        *("that", "which", "who", "even", "because", "appeared", "seemed", "a", "an", "the"),
        *("is", "are", "was", "were", "has", "have", "had", "also", "not"),
    )
)
_HYPOTHETICAL = frozenset(["if", "should", "unless", "asked", "following", "given", "had"])
_AUXILIARIES = frozenset(
    (
        *("is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could"),
        *("may", "might", "must", "shall", "should", "do", "does", "did", "isn't", "wasn't"),
        *("aren't", "weren't", "won't", "didn't", "doesn't", "don't", "hasn't", "haven't"),
        *("can't", "couldn't", "wouldn't", "hadn't", "cannot"),
    )
)
_PAST = frozenset("de")  # kinds of ``lexicon.verb_forms``


def words(text: str, span: Span) -> int:
    """How many words a stretch has."""
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))


def has_verb(text: str, span: Span) -> bool:
    """Whether a stretch has a word that makes a statement of it: "was", "sold"."""
    return any(_finite(match.group()) for match in _WORD.finditer(text, span.start, span.end))


def asides(text: str, span: Span) -> Iterator[Span]:
    """``Ada Lind, who has run the mill for years, said``: the clause about the name."""
    for match in _ASIDE.finditer(text, span.start, span.end):
        follower = match.group(2)
        found = Span(*match.span(1))
        if (follower is None or _finite(follower)) and words(text, found) > SHORT:
            yield found


def parts(text: str, span: Span) -> list[tuple[Span, ...]]:
    """The parts of a stretch in the order they end; one that an aside interrupts has two pieces."""
    found: list[tuple[Span, ...]] = []
    pieces: list[Span] = []
    at = span.start
    for aside in asides(text, span):
        if aside.end < span.end:
            *whole, last = _cut(text, Span(at, aside.start), opens=at == span.start)
            found += [(part,) for part in whole]
            pieces.append(last)
            found.append((aside,))
            at = aside.end
    *rest, tail = _cut(text, Span(at, span.end), opens=at == span.start)
    first = rest.pop(0) if rest else tail
    found.append((*pieces, first))
    if first is not tail:
        found += [(part,) for part in (*rest, tail)]
    return found


def stands_alone(text: str, span: Span, *, opens: bool, least: int) -> bool:
    """Whether a stretch left beside a saying is a statement of ``least`` words or more.

    Not what only sets the scene ("If the rain stops"), and not the loose end of a sentence ("of the
    old mill", "and was sold").
    """
    first = _first(text, span)
    if first in _openers() or first in _HYPOTHETICAL:
        comma = text.find(", ", span.start, span.end) + 1
        if not comma or not opens or first in _HYPOTHETICAL:
            return False
        return stands_alone(text, Span(comma, span.end), opens=False, least=least)
    if not opens and (first in ("that", "to") or _finite(first)):
        return False
    return words(text, span) >= least and has_verb(text, span)


def trimmed(text: str, span: Span) -> Span:
    """A stretch without the commas and linking words at its edges."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in _AROUND):
        start += 1
    while end > start:
        last = text.rfind(" ", start, end) + 1
        if text[end - 1].isspace() or text[end - 1] in _AROUND:
            end -= 1
        elif last > start and _dangles(text[last:end].lower()):
            end = last
        else:
            break
    return Span(start, end)


def _dangles(word: str) -> bool:
    return word in _LINKS or word in _DANGLING or word in _openers() or word == "to"


@cache
def _openers() -> frozenset[str]:
    """Prepositions and subordinators: what they open needs a main clause."""
    return lexicon.words("grammar", "preposition") | lexicon.words("grammar", "subordinator")


def _first(text: str, span: Span) -> str:
    """The first word of a stretch, "and" and "but" apart."""
    for match in _WORD.finditer(text, span.start, span.end):
        if (low := match.group().lower()) not in _LINKS:
            return low
    return ""


def _cut(text: str, span: Span, *, opens: bool) -> list[Span]:
    """The parts between breaks; short ones stay with what is before them."""
    cuts = [match.end() for match in _BREAK.finditer(text, span.start, span.end)]
    if opens and (comma := _end_of_opener(text, span)) is not None:
        cuts = sorted({comma, *(cut for cut in cuts if cut > comma)})
    found = [span.start]
    for cut, following in pairwise([*cuts, span.end]):
        here, after = Span(found[-1], cut), Span(cut, following)
        if words(text, here) >= SHORT and words(text, after) >= SHORT:
            found.append(cut)
    return [Span(*pair) for pair in pairwise([*found, span.end])]


def _end_of_opener(text: str, span: Span) -> int | None:
    """Where the clause of "While it rained in the north, …" ends."""
    if not _OPENER.match(text, span.start, span.end):
        return None
    at = text.find(", ", span.start, span.end)
    while at >= 0 and words(text, Span(span.start, at)) < _OPENING:
        at = text.find(", ", at + 1, span.end)
    return at + 2 if at >= 0 else None


def _finite(word: str) -> bool:
    low = word.lower().replace("’", "'")
    return low in _AUXILIARIES or lexicon.verb_forms().get(low, ("", ""))[1] in _PAST
