"""Where a sentence may be cut short: after a whole clause, before words it can do without.

A shallow parse of the sentence tells where its main verb stands. A clause that is still open
("the mayor, who …", "said that the …") is no place to stop, and neither is one whose object,
condition or comparison comes next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from curriculum.reading.attribution import lexicon, tagging, tokens
from curriculum.reading.attribution.tokens import Unit
from curriculum.reading.types import Span

_FINITE = "VXBHK"
_MAYBE_FINITE = _FINITE + "Rn"  # "he's", and verbs of no list
_ENDS = "nEYOM)"  # what a piece may end with
_JOINTS = ",;:-"
# What these add belongs to the statement: without it, it would say more or something else.
_NEEDED = {
    "if", "unless", "except", "provided", "than", "that", "not", "nor", "lest", "whether", "as",
    "like", "unlike", "without", "rather", "or", "only", "of", "when",
    "whenever", "where", "until", "once",
}  # fmt: skip
# Small words before a time, a place or a circumstance, which a statement can do without.
_ADDED = {
    "in", "at", "after", "before", "during", "since", "despite", "near", "under",
    "within", "amid", "throughout", "across", "following", "along", "alongside", "because",
    "although", "though", "while", "whereas", "upon",
}  # fmt: skip
# Small words that may also bring what the noun or the verb before them needs: a last resort.
_LOOSE = {
    "with", "from", "by", "for", "on", "to", "into", "over", "toward", "towards", "through",
    "around",
}  # fmt: skip
_HALVES = {"neither": "nor", "either": "or", "both": "and", "between": "and", "not only": "but"}
# "The decision to …", "asked her to …": what was decided or asked comes next.
_AWAITS = {
    "decision", "plan", "plans", "effort", "efforts", "attempt", "attempts", "right", "desire",
    "reason", "way", "ways", "need", "time", "chance", "ability", "bid", "offer", "move",
    "order", "orders", "threat", "failure", "goal", "opportunity", "vow", "pledge", "promise",
    "proposal", "refusal", "willingness", "hope", "hopes", "aim", "access",
}  # fmt: skip
_URGES = re.compile(
    r"(?:urg|forc|allow|enabl|encourag|order|requir|persuad|compel|advis|press|pressur|invit|"
    r"prompt|instruct|caus|call|permit|expect|us|seek|sought|need|tr|begin|began|beg[au]n|start|"
    r"continu)(?:e|es|ed|ing|s|ied|ies|y|rying)?"
)
_TELLS = re.compile(
    r"(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|warn\w*|announc\w+|argu\w+|believ\w+|thinks?|"
    r"thought|add(?:s|ed)|not(?:es|ed)|claim\w*|stat(?:es|ed)|report(?:s|ed)|insist\w*|"
    r"suggest\w*|show(?:s|ed)|indicat\w+|hop(?:es|ed)|fear(?:s|ed)|expect\w*|found|means?|know|"
    r"knows|knew|learned|conclud\w+|predict\w*|caution\w*|contend\w*|assert\w*|lets?|"
    r"helps?|helped|asked|wants?|wanted)"
)
_PARTICLES = frozenset(["up", "down", "out", "off", "much", "close", "due"])
_AGO = frozenset(["ago", "together", "back", "away", "again", "here", "there", "too"])


@dataclass(slots=True)
class _Clauses:
    """How far a sentence has come, word by word."""

    main: int = 0  # finite verbs that stand in no clause within another
    open: list[str] = field(default_factory=list)  # clauses that wait for their verb
    last: int = -1  # where the last finite verb stands
    asides: int = 0  # relative clauses after a comma

    def meet(self, unit: Unit, at: int) -> None:
        """Take one more word into account."""
        tag = unit.tags[at]
        if _opens(unit, at):
            self.open.append(tag)
        elif _is_finite(unit, at):
            self.last = at
            if self.open:
                self.open.pop()
            else:
                self.main += 1
        elif tag == ",":
            while self.open and self.open[-1] == "I":
                self.open.pop()  # "once a week, …"
        elif tag in ";:" or (tag == "-" and self.main):
            self.main, self.open = 0, []

    @property
    def whole(self) -> bool:
        """Whether something has been said, and no clause waits for its verb."""
        return self.main > 0 and not self.open


def parsed(text: str, span: Span) -> Unit:
    """The words of a piece of the text, each with its part of speech."""
    unit = _parsed(span.of(text))
    return replace(
        unit,
        starts=[span.start + start for start in unit.starts],
        ends=[span.start + end for end in unit.ends],
    )


@lru_cache(maxsize=8192)
def _parsed(piece: str) -> Unit:
    """The same, places counted from the piece: what the swap test leaves alone is known by then."""
    unit = Unit(0)
    tokens.fill(unit, piece, 0, len(piece))
    tagging.tag(unit)
    unit.tags = "".join(
        "Y" if word == "May" else tag for word, tag in zip(unit.words, unit.tags, strict=True)
    )
    return unit


def stops(text: str, span: Span, longest: int, fewest: int) -> tuple[int, ...]:
    """The ends of the pieces from the start of ``span``, best first, as places in the text."""
    return tuple(span.start + end for end in _stops(span.of(text), longest, fewest))


@lru_cache(maxsize=8192)
def _stops(piece: str, longest: int, fewest: int) -> tuple[int, ...]:
    unit = _parsed(piece)
    found = []
    for at, whole, last in _pieces(unit):
        if not (whole and _may_end(unit, at, last)):
            continue
        words = len(piece[: unit.ends[at]].split())
        if words > longest:
            break
        rank = _rank(unit, at, last) if words >= fewest else 0
        if rank and not _half(unit.lows[: at + 1]) and not _awaits_a_verb(unit, at):
            found.append((rank if words > longest // 2 else rank - 1, words, unit.ends[at]))
    return tuple(end for _, _, end in sorted(found, reverse=True))


def states(text: str, span: Span) -> bool:
    """Whether a piece has a finite verb."""
    unit = _parsed(span.of(text))
    return any(_is_finite(unit, at) for at in range(len(unit)))


def is_whole(text: str, span: Span) -> bool:
    """Whether a piece is a clause: "the cook who left on Monday" is none."""
    unit, clauses = _parsed(span.of(text)), _Clauses()
    for at in range(len(unit)):
        clauses.meet(unit, at)
    return clauses.whole


def lacks_its_subject(words: str) -> bool:
    """Whether a piece begins with its verb: "has made it better", "saw the mill"."""
    first = words.split(" ", 1)[0]
    past = lexicon.verb_forms().get(first, ("", ""))[1] == "d"
    return past or tagging.closed().get(first, "") in tuple("XBHK")


def _pieces(unit: Unit) -> Iterator[tuple[int, bool, int]]:
    """Each word but the last, whether what ends with it is whole, and where its last verb is."""
    clauses = _Clauses()
    for at in range(len(unit) - 1):
        was = clauses.main
        clauses.meet(unit, at)
        at_joint = unit.tags[at + 1] in ";:-" and was > 0
        yield at, clauses.whole or at_joint, clauses.last


def _opens(unit: Unit, at: int) -> bool:
    tag = unit.tags[at]
    if tag == "t":
        return at > 0 and unit.lows[at + 1 : at + 2] != ["of"]
    return tag in "Iw"


def _is_finite(unit: Unit, at: int) -> bool:
    """Whether a finite verb begins here: "has been sold" has one, "to be sold" none."""
    tag, low = unit.tags[at], unit.lows[at]
    if tag not in _MAYBE_FINITE:
        return False
    if at == 0 and tag in "VN":
        return False  # "Based on …", "Asked about …"
    if at and unit.lows[at - 1] in ("those", "anyone", "people"):
        tag = "N" if low.endswith("ed") else tag  # "those convicted of …"
    if tag == "R" and "'" in low:
        return True
    before = _before(unit, at)
    if low.endswith("ed") and tag == "n" and before and before in "nER":
        return unit.lows[at + 1 : at + 2] != ["by"]  # a verb of no list: "trickled"
    if low.endswith("s") and tag == "n" and before and before in "nE":
        return unit.tags[at + 1 : at + 2] in ("D", "S", "T")  # "the mill grinds the corn"
    return (
        tag in _FINITE
        and low not in ("be", "been", "being", "having")
        and before
        not in (
            *"XBHKT",
            "C" if tag == "v" else "X",
        )
    )


def _before(unit: Unit, at: int) -> str:
    """The tag before, adverbs left out."""
    return unit.tags[:at].rstrip("A")[-1:]


def _rank(unit: Unit, at: int, last: int) -> int:
    """How good a place this is to stop, from 2; 0 where it is none."""
    following, tag = unit.lows[at + 1], unit.tags[at + 1]
    if tag in _JOINTS:
        return 0 if _takes_back(unit, at + 2) or _within_a_place(unit, at) else 5
    if following in _NEEDED or following in _AGO or tag in "tw":
        return 0
    if tag == "C":
        return 4 if unit.tags[at + 2 : at + 3] in tuple("VXHBKR") else 0
    if following in _ADDED:
        return 4 if tag == "I" else 3
    if tag == "Y" or (following == "on" and unit.tags[at + 2 : at + 3] == "Y"):
        return 3
    return 2 if following in _LOOSE and not _awaited(unit, at, last) else 0


def _awaits_a_verb(unit: Unit, at: int) -> bool:
    """Whether the verb of what stands last is still to come: "four men seen last week | were"."""
    for place in range(at + 1, len(unit)):
        if unit.tags[place] in ",;:-(.IwtCQ":
            return False
        if _is_finite(unit, place):
            return True
    return False


def _half(lows: list[str]) -> bool:
    """Whether "neither" still waits for its "nor"."""
    words = f" {' '.join(lows)} "
    return any(f" {one} " in words and f" {two} " not in words for one, two in _HALVES.items())


def _awaited(unit: Unit, at: int, last: int) -> bool:
    """Whether the next words say what was decided, asked for or begun."""
    if unit.tags[at] == "N" or unit.lows[at] in _AWAITS:
        return True
    if unit.lows[at] in _PARTICLES:
        return True  # "dumped up to 40 inches"
    urged = (_URGES.fullmatch(low) for low in unit.lows[last : at + 1])
    return unit.lows[at + 1] == "to" and any(urged)


def _takes_back(unit: Unit, at: int) -> bool:
    """Whether what comes after a comma limits the statement or goes on with a list."""
    contrast = unit.lows[at : at + 1] == ["but"] and "not" in unit.lows[:at]
    return contrast or bool(_NEEDED.intersection(unit.lows[at : at + 1]))


def _within_a_place(unit: Unit, at: int) -> bool:
    """Whether a comma stands within or after the place of a person: "Tilbury, Essex, policeman"."""
    ahead = unit.tags[at + 2 : at + 3]
    return (unit.tags[at] == "E" == ahead) or (unit.tags[at - 2 : at + 1] == "E,E" and ahead == "n")


def _may_end(unit: Unit, at: int, last: int) -> bool:
    tag, low = unit.tags[at], unit.lows[at]
    if at == last or last < 0:
        return False  # the verb itself is the end
    if _TELLS.fullmatch(unit.lows[last]):
        return False  # what was said, found or made comes next
    if tag == "M":
        return low[0] == "$" or (low[0].isdigit() and unit.tags[at + 1] in ",;-C")
    if tag == "N":
        return unit.tags[at + 1] in ",;-" or unit.lows[at + 1] in _ADDED
    if tag in "AJ":
        return low in _AGO or unit.tags[at + 1] in ",;-"
    return tag in _ENDS
