"""The fairness report: whether a set of items leans, told in figures and in what is wrong.

Units on two sides of one subject are also set beside each other: they rule by the same families,
and where a family's task is to sort, by the same set of answers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from curriculum.skills import SKILLS
from curriculum.units.checking import MOST_LONGEST, even, is_longest, yeses
from curriculum.units.values import Item
from curriculum.writing.lint import direction, finding
from curriculum.writing.types import QuestionDraft

SPREAD = 0.10  # how far a place's share of the keys may be from a third
PLACES = 3
SORTING = ("claim-type", "traceable")  # their answers are the same words every time
ENOUGH = 12  # marked options from which their share of keys tells anything
TELLING = (0.1, 0.75)
_ABSOLUTE = re.compile(r"\b(?:always|never|all|none|nobody|everybody|everyone|every|only)\b", re.I)
_HEDGE = re.compile(
    r"\b(?:may|might|could|perhaps|probably|likely|suggests?|seems?|some|often|usually)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of the report; ``wrong`` says what to mend, where it is out of balance."""

    name: str
    figure: str
    wrong: str = ""


Pairs = Sequence[tuple[Item, QuestionDraft]]  # an item, and its question with the key in place


def report(pairs: Pairs) -> tuple[Line, ...]:
    """Every figure of a set."""
    return tuple(line for part in _PARTS for line in part(pairs))


def _skills(pairs: Pairs) -> Iterator[Line]:
    counts = Counter(item.question.skill for item, _ in pairs)
    shown = ", ".join(f"{skill} {counts[skill]}" for skill in SKILLS if counts[skill])
    yield Line("items", str(len(pairs)))
    yield Line("by skill", shown)


def _sides(pairs: Pairs) -> Iterator[Line]:
    finds = finding((question, str(item.finds)) for item, question in pairs)
    yield Line(
        "finds",
        f"holds {finds.one}, flaw {finds.other}, neither {finds.neither}",
        " ".join(found.message for found in finds.findings),
    )
    favours = direction((question, str(item.favours)) for item, question in pairs)
    yield Line(
        "favours",
        f"critic {favours.one}, defender {favours.other}, neither {favours.neither}",
        " ".join(found.message for found in favours.findings),
    )


def _supported(pairs: Pairs) -> Iterator[Line]:
    yes, binary = yeses(question for _, question in pairs)
    wrong = "" if even(yes, binary) else "Make yes and no right equally often."
    yield Line("traceable as written", f"yes {yes} of {binary}", wrong)


def _keys(pairs: Pairs) -> Iterator[Line]:
    three = [question for _, question in pairs if len(question.choices) == PLACES]
    free = [question for question in three if not question.ordinal]
    places = Counter(_place(question) for question in free)
    counts = [places[place] for place in range(PLACES)]
    far = [n for n in counts if abs(n / len(free) - 1 / PLACES) > SPREAD] if free else []
    yield Line(
        "key in place 1, 2, 3",
        ", ".join(map(str, counts)),
        "Move some keys to another place." if far and max(counts) - min(counts) > 1 else "",
    )
    longest = sum(is_longest(question) for question in three)
    yield Line(
        "key is the longest",
        f"{longest} of {len(three)}",
        "Lengthen some wrong options." if longest > MOST_LONGEST * len(three) else "",
    )


def _tells(pairs: Pairs) -> Iterator[Line]:
    yield _marked("options with always, never", pairs, _ABSOLUTE)
    yield _marked("options with may, perhaps", pairs, _HEDGE)


def _marked(name: str, pairs: Pairs, words: re.Pattern[str]) -> Line:
    """How often an option with such a word is the key; where all options have it, it tells none."""
    found = []
    for _, question in pairs:
        marked = [choice for choice in question.choices if words.search(choice.text)]
        found += marked if len(marked) < len(question.choices) else []
    right = sum(choice.key for choice in found)
    share = right / len(found) if found else 0.0
    tells = len(found) >= ENOUGH and not TELLING[0] <= share <= TELLING[1]
    return Line(name, f"right {right} of {len(found)}", "The word tells the answer." * tells)


def _place(question: QuestionDraft) -> int:
    return next(place for place, choice in enumerate(question.choices) if choice.key)


_PARTS: tuple[Callable[[Pairs], Iterator[Line]], ...] = (
    _skills, _sides, _supported, _keys, _tells,
)  # fmt: skip


def rulebook(one: Sequence[Item], other: Sequence[Item]) -> Iterator[Line]:
    """Whether two sets are keyed by one rulebook, family by family."""
    ones, others = _by_family(one), _by_family(other)
    for family in sorted(ones.keys() | others.keys()):
        here, there = ones.get(family, []), others.get(family, [])
        yield Line(family, f"{len(here):>3} {len(there):>3}", _apart(family, here, there))


def _by_family(items: Sequence[Item]) -> dict[str, list[QuestionDraft]]:
    found = defaultdict(list)
    for item in items:
        found[item.question.family].append(item.question)
    return found


def _apart(family: str, one: Sequence[QuestionDraft], other: Sequence[QuestionDraft]) -> str:
    if other and not one:
        return "The second set rules by a family that the first does not have."
    if family not in SORTING or not other:
        return ""
    strange = _answers(other) - _answers(one)
    return f"Only the second set sorts by: {', '.join(sorted(strange))}." if strange else ""


def _answers(questions: Sequence[QuestionDraft]) -> set[str]:
    """The answers among which a family sorts, by how they begin: “Yes, …” is “yes”."""
    return {
        re.split(r"[,:;–]", choice.text)[0].strip().lower().rstrip(".")
        for question in questions
        for choice in question.choices
    }
