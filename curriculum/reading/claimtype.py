"""What kind of statement a sentence makes: fact, interpretation, prediction, value, or mixed.

The written tests, on what the sentence itself says (or, when somebody is quoted or reported, on
what that person says):

- *prediction*: it tells of what has not happened yet, so nothing can settle it today.
- *value*: it says how good, bad or weighty something is, or what ought to be done. Two people with
  all the same facts could still disagree.
- *interpretation*: it says why something happened, what somebody wants, or what things add up to.
  Facts bear on it, but somebody had to conclude it.
- *fact*: a record, a measurement or a witness could settle it. A false statement is of this kind
  too: the test is how it could be checked, not whether it is true. That somebody denied, praised
  or accused is a fact in this sense, whatever was said.
- *mixed*: its clauses make statements of different kinds, each with strong signs.

Signs are listed in lexicons/claimtype.txt with a weight. Clauses are weighed one by one, so that
"it cut the grant, hampering repairs" is a fact and an interpretation, not a louder one of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from curriculum.reading import lexicon
from curriculum.reading.lexicon import Hit, Token, listed
from curriculum.reading.types import ClaimType, Mark

WHY = {
    "fact.act": "is an act that a record could confirm",
    "value.ought": "says what ought to be",
    "value.weight": "says how weighty something is",
    "value.good": "praises",
    "value.bad": "finds fault",
    "value.feel": "weighs something up",
    "value.noun": "names something as good or bad",
    "interpretation.cause": "says what caused what",
    "interpretation.motive": "says what somebody wants or means to do",
    "interpretation.meaning": "says what something means or adds up to",
    "interpretation.manner": "sums up many acts in one word",
    "prediction.future": "tells of what has not happened yet",
    "prediction.say": "tells what somebody expects or plans",
}
PLAIN = "could be settled by a record, a measurement or a witness"
ENOUGH = 1.0  # evidence below this leaves a clause a fact
STRONG = 1.5  # evidence from here on outweighs an act that a record could confirm
SHORT = 4  # a clause of fewer words makes no statement of its own

_BREAK = re.compile(
    r"[;:–—]|--|,?[”\"]\s|,\s+(?=(?:which|who|where|while|whereas|despite|although|though|but|yet"
    r"|as|with|a \w+ that|the|he|she|it|they|this|these|there|we|his|her|its|their)\b"
    r"|\w+ing\b)|\s(?=(?:while|although|despite"
    r"|rather than)\b)",
    re.IGNORECASE,
)
_BE = frozenset(listed("is are was were be been being am it's that's"))
# After these, "will" is a noun: the will of the founder, free will.
_OWNED = frozenset(listed("the a his her its their our my your free good ill political"))
_SIDE = frozenset(listed("while although though despite if when whereas as because with"))


@dataclass(slots=True)
class _Clause:
    """One clause: where it lies among the words, and the signs in it."""

    first: int
    stop: int
    weights: dict[ClaimType, float] = field(default_factory=dict)
    reasons: list[tuple[float, ClaimType, str]] = field(default_factory=list)

    def add(self, kind: ClaimType, weight: float, reason: str) -> None:
        self.weights[kind] = self.weights.get(kind, 0.0) + weight
        self.reasons.append((weight, kind, reason))

    @property
    def type(self) -> ClaimType:
        """The kind with the most evidence; a fact when the signs do not reach for more."""
        others = {k: w for k, w in self.weights.items() if k is not ClaimType.FACT}
        acts = self.weights.get(ClaimType.FACT, 0.0)
        if sum(others.values()) < ENOUGH:
            return ClaimType.FACT
        best = max(others, key=lambda kind: (others[kind], kind.value))
        return best if others[best] >= acts or others[best] >= STRONG else ClaimType.FACT


def signs(words: list[Token]) -> list[Hit]:
    """The listed signs in the words of one sentence."""
    return lexicon.find(words, lexicon.load("claimtype"))


def of(
    text: str, words: list[Token], found: list[Hit], loaded: tuple[Mark, ...]
) -> tuple[ClaimType, tuple[str, ...]]:
    """The type of one sentence, and the reasons, the strongest first."""
    clauses = list(_clauses(text, words))
    if not clauses:
        return ClaimType.FACT, (PLAIN,)
    for hit in found:
        _weigh(text, words, hit, clauses)
    for mark in loaded:
        at = bisect_left(clauses, mark.end, key=lambda c: words[c.stop - 1].end)
        clause = clauses[min(at, len(clauses) - 1)]
        weight = 0.2 if clause.weights.get(ClaimType.FACT) else 0.4
        clause.add(ClaimType.VALUE, weight * mark.score, f"“{mark.span.of(text)}” {mark.why}")
    return _together(words, clauses)


def _clauses(text: str, words: list[Token]) -> Iterator[_Clause]:
    """The clauses of a sentence, in order; short ones join the clause before."""
    if not words:
        return
    starts, at = [0], 0
    for found in _BREAK.finditer(text, words[0].start, words[-1].end):
        while at < len(words) and words[at].start < found.end():
            at += 1
        if at - starts[-1] >= SHORT and len(words) - at >= SHORT:
            starts.append(at)
    for first, stop in zip(starts, [*starts[1:], len(words)], strict=True):
        yield _Clause(first, stop)


def _weigh(text: str, words: list[Token], hit: Hit, clauses: list[_Clause]) -> None:
    if hit.entry.unless and any(
        w.low in hit.entry.unless for w in words[max(0, hit.first - 3) : hit.stop + 3]
    ):
        return
    clause = clauses[bisect_right(clauses, hit.first, key=lambda c: c.stop)]
    before = words[hit.first - 1].low if hit.first else ""
    earlier = words[hit.first - 2].low if hit.first > 1 else ""
    kind = hit.entry.section.partition(".")[0]
    weight = hit.entry.strength / 3
    if hit.entry.part == "v" and before == "to":
        weight /= 2  # a purpose, not a report of what happened
    if kind == "value" and (before in _BE or earlier in _BE):
        weight *= 1.5  # "is unfair" states it; "an unfair rule" brings it along
    if kind == "fact" and before == "to":
        return
    if words[hit.first].low == "will" and before in _OWNED:
        return
    shown = text[words[hit.first].start : words[hit.stop - 1].end]
    clause.add(ClaimType(kind), weight, f"“{shown}” {WHY[hit.entry.section]}")


def _together(words: list[Token], clauses: list[_Clause]) -> tuple[ClaimType, tuple[str, ...]]:
    """The type of the main clause, or mixed when another clause differs and has its own signs."""
    main = next((c for c in clauses if words[c.first].low not in _SIDE), clauses[0])
    kinds = {clause.type for clause in clauses if clause.weights.get(clause.type, 0) >= ENOUGH}
    kinds.add(main.type)
    kind = main.type if len(kinds) == 1 else ClaimType.MIXED
    ranked = sorted(
        (reason for c in clauses for reason in c.reasons if reason[1] in kinds),
        key=lambda reason: -reason[0],
    )
    said: dict[str, str] = {}  # one reason a word
    for _, _, reason in ranked:
        said.setdefault(reason.partition("”")[0], reason)
    return kind, tuple(said.values()) or (PLAIN,)
