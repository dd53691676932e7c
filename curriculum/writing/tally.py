"""How well the drafting does over many texts: counts that a table can print.

One ``Drafted`` is kept for each text; everything else is counted from these, so that a figure can
always be traced to the texts behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from time import process_time

from curriculum.reading.types import Reading
from curriculum.writing import build, lint, proposals
from curriculum.writing.families import FAMILIES
from curriculum.writing.lint.bank_rules import key_is_longest, key_places
from curriculum.writing.types import Finding, QuestionDraft, Severity

FULL = 12  # questions in a full quiz
VARIED = 7  # families in a full quiz
LONG = 400  # words from which a text should give a full quiz


@dataclass(frozen=True, slots=True)
class Drafted:
    """What one text gave."""

    name: str
    text: str
    proposed: tuple[QuestionDraft, ...]
    questions: tuple[QuestionDraft, ...]
    bank: tuple[Finding, ...]
    milliseconds: float  # for reading and drafting
    trouble: str = ""  # the exception, where there was one

    @property
    def words(self) -> int:
        """How long the text is."""
        return len(self.text.split())

    @property
    def full(self) -> bool:
        """Whether this is a quiz of twelve or more, from seven families or more."""
        families = {question.family for question in self.questions}
        return len(self.questions) >= FULL and len(families) >= VARIED

    @property
    def repeats(self) -> int:
        """How many stems of the quiz were there before."""
        return len(self.questions) - len({question.stem for question in self.questions})


def drafted(name: str, reading: Reading, *, reading_took: float = 0.0) -> Drafted:
    """Draft from one reading, and keep the time."""
    start = process_time()
    questions = build(reading).questions
    took = reading_took + process_time() - start
    return Drafted(
        name=name,
        text=reading.text,
        proposed=tuple(proposals(reading)),
        questions=questions,
        bank=lint.bank(questions),
        milliseconds=took * 1000,
    )


@dataclass(frozen=True, slots=True)
class FamilyTally:
    """What one family did over all texts."""

    name: str
    proposed: int
    blocked: int
    why: tuple[tuple[str, int], ...]  # codes of the errors, the commonest first
    asked: int
    texts: int  # texts whose quiz has at least one
    longest: int  # asked items whose key is longer than every other option
    places: tuple[int, ...]  # of the key, among asked items of three without an order


def families(all_drafted: Sequence[Drafted]) -> list[FamilyTally]:
    """One row for each family, in the order of the registry."""
    return [_family(name, all_drafted) for name in FAMILIES]


def _family(name: str, all_drafted: Sequence[Drafted]) -> FamilyTally:
    proposed = [q for each in all_drafted for q in each.proposed if q.family == name]
    blocked = [q for q in proposed if lint.blocks(q.lint)]
    asked = [[q for q in each.questions if q.family == name] for each in all_drafted]
    places = key_places(q for each in asked for q in each)
    errors = Counter(
        finding.code for q in blocked for finding in q.lint if finding.severity is Severity.ERROR
    )
    return FamilyTally(
        name=name,
        proposed=len(proposed),
        blocked=len(blocked),
        why=tuple(errors.most_common()),
        asked=sum(map(len, asked)),
        texts=sum(map(bool, asked)),
        longest=sum(key_is_longest(q) for each in asked for q in each),
        places=tuple(places[place] for place in range(3)),
    )


def positions(all_drafted: Sequence[Drafted]) -> Counter[int]:
    """How often the key stands in each place, over all families."""
    return key_places(q for each in all_drafted for q in each.questions)


def bank_codes(all_drafted: Sequence[Drafted]) -> Counter[str]:
    """What bank lint found, by the number of units."""
    return Counter(code for each in all_drafted for code in {f.code for f in each.bank})
