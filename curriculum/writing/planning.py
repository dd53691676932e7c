"""Planning: from all candidate items to a balanced set, the same set every time.

Balanced means: few enough skills for a lesson each, no family that crowds out the others, items
from every part of the text, about as many items that support as that doubt, keys in every
position, and never two items of which one gives the other away.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations

from curriculum.writing import pointing
from curriculum.writing.types import QuestionDraft

MOST = 15  # questions
MOST_SKILLS = 7  # lessons
ENOUGH = 12  # questions: a text that gives fewer is drawn on more deeply
VARIED = 7  # families, before any comes again without a price
MOST_OF_A_FAMILY = 3
MOST_OF_A_SKILL = 5
DEEPER = 2  # how many more of a family, of a skill and of skills where a text is short
MOST_OF_A_KEY = 2  # times that the same words may be right, except where the task is to sort
# The same options every time, because the task is to sort.
SORTING = ("claim-type", "traceable", "support-offered", "figure-limits")
# Each of these tells who stands behind some words, and so answers the others on the same words.
TELLING = (
    "who-says-it", "own-voice", "named-source", "traceable", "support-offered", "goes-further",
)  # fmt: skip
# The best check tells what kind of source there is, though not who.
TELLING_KIND = (
    "named-source", "traceable", "support-offered", "best-check", "quotation-marks",
    "reporting-word", "plain-report", "left-out",
)  # fmt: skip
# To ask for the record of a deed tells that it is a fact.
TELLING_FACT = ("claim-type", "which-record")
MOST_POINTED = 7  # that show a sentence by its first words: half of a quiz, or little more
PRACTICE = 2  # further questions of a lesson
BINARY = "traceable"  # the family whose yes and no must balance

_FILLING = re.compile(r"“[^”]*”|\d+")

# Who says it, what kind and how strong, what supports it, where it comes from, how to check.
LESSON_ORDER = (
    "attr", "stand", "type", "force", "load", "supp", "infer", "trace", "ctx", "prov", "corrob",
    "calib",
)  # fmt: skip


def choose(text: str, candidates: Iterable[QuestionDraft]) -> tuple[QuestionDraft, ...]:
    """A balanced set, in lesson order and then in the order of the text, keys spread."""
    pool = sorted(candidates, key=lambda q: (-q.score, _place(q), q.family, q.stem))
    chosen = _set_from([], pool, len(text))
    if not _is_full(chosen):
        # Yes and no come in pairs, and are crowded out one by one: so try with a pair to begin.
        chosen = max(chosen, _set_from(_pair(pool), pool, len(text)), key=_fullness)
    chosen.sort(key=lambda q: (LESSON_ORDER.index(q.skill), _place(q), q.family))
    return spread(chosen, text)


def _set_from(
    begun: list[QuestionDraft], pool: list[QuestionDraft], length: int
) -> list[QuestionDraft]:
    """A set that keeps what is begun, drawn more deeply where the best skills give too few."""
    best = _of_skills(pool, MOST_SKILLS)
    chosen = _filled(begun, best, length, most=MOST)
    if len(chosen) < ENOUGH:
        best = _of_skills(pool, MOST_SKILLS + DEEPER)
        chosen = _filled(chosen, best, length, most=ENOUGH, deeper=DEEPER)
    elif not _is_full(chosen):
        best = _of_skills(pool, MOST_SKILLS + DEEPER)
    return _varied(chosen, best)


def _pair(pool: Sequence[QuestionDraft]) -> list[QuestionDraft]:
    """The best yes and the best no that stand side by side; the pool is sorted, best first."""
    binary = [q for q in pool if q.family == BINARY]
    pairs = (
        [one, other]
        for one, other in combinations(binary, 2)
        if key_of(one) != key_of(other) and not clash(one, other)
    )
    return next(pairs, [])


def _is_full(chosen: Sequence[QuestionDraft]) -> bool:
    return len(chosen) >= ENOUGH and len({q.family for q in chosen}) >= VARIED


def _fullness(chosen: Sequence[QuestionDraft]) -> tuple[int, int]:
    """How near to a full quiz: first in number and families, then in number alone."""
    families = len({q.family for q in chosen})
    return min(len(chosen), ENOUGH) + min(families, VARIED), len(chosen)


def practice(
    text: str, candidates: Iterable[QuestionDraft], chosen: Sequence[QuestionDraft]
) -> dict[str, tuple[QuestionDraft, ...]]:
    """For each skill of the quiz, up to two further items that give nothing of it away."""
    pool = sorted(candidates, key=lambda q: (-q.score, _place(q), q.family, q.stem))
    left = [q for q in pool if not any(clash(q, c) for c in chosen)]
    found: list[QuestionDraft] = []
    for skill in dict.fromkeys(q.skill for q in chosen):
        for _ in range(PRACTICE):
            mine = [q for q in found if q.skill == skill]
            fitting = [q for q in left if q.skill == skill and not any(clash(q, f) for f in found)]
            fresh = [q for q in fitting if key_of(q) not in map(key_of, mine)]
            if fitting:
                state = _State.of(mine)
                found.append(max(fresh or fitting, key=lambda q: _worth(q, state, len(text))))
    placed = spread(found, text)
    return {skill: tuple(q for q in placed if q.skill == skill) for skill in LESSON_ORDER}


def _filled(
    begun: list[QuestionDraft],
    pool: Sequence[QuestionDraft],
    length: int,
    *,
    most: int,
    deeper: int = 0,
) -> list[QuestionDraft]:
    """The set with the best of the pool added, yes and no as many, and again without these."""
    grown = _grown(begun, pool, length, most, deeper)
    even = _evened(grown)
    if len(even) == len(grown):
        return even
    return _grown(even, [q for q in pool if q.family != BINARY], length, most, deeper)


def _grown(
    begun: list[QuestionDraft],
    pool: Sequence[QuestionDraft],
    length: int,
    most: int,
    deeper: int,
) -> list[QuestionDraft]:
    """The set with the best of the pool added one by one, while any fits."""
    chosen = list(begun)
    soft = deeper > 0
    left = [q for q in pool if not any(q is c or clash(q, c, soft=soft) for c in chosen)]
    while len(chosen) < most:
        state = _State.of(chosen)
        fitting = [q for q in left if _fits(q, state, deeper)]
        if not fitting:
            break
        best = max(fitting, key=lambda q: _worth(q, state, length))
        chosen.append(best)
        left = [q for q in left if q is not best and not clash(q, best, soft=soft)]
    return chosen


def _varied(chosen: list[QuestionDraft], pool: Sequence[QuestionDraft]) -> list[QuestionDraft]:
    """The set with items of families that it lacks, in place of some that it has twice."""
    for question in pool:
        families = Counter(q.family for q in chosen)
        if len(families) >= VARIED:
            break
        rivals = [q for q in chosen if clash(question, q)]
        leaving = Counter(q.family for q in rivals)
        spare = all(families[family] > count for family, count in leaving.items())
        balanced = BINARY not in (question.family, *leaving)
        few = len(rivals) <= 1 + (len(chosen) > ENOUGH)
        if families[question.family] == 0 and spare and balanced and few:
            chosen = [q for q in chosen if q not in rivals] + [question]
    return _cut(chosen)


def _cut(chosen: list[QuestionDraft]) -> list[QuestionDraft]:
    """The set cut to size, taking from the families that have most."""
    while len(chosen) > MOST:
        families = Counter(q.family for q in chosen if q.family != BINARY)
        most = max(families, key=lambda family: (families[family], family))
        weakest = min((q for q in chosen if q.family == most), key=lambda q: q.score)
        chosen = [q for q in chosen if q is not weakest]
    return chosen


def _of_skills(pool: Sequence[QuestionDraft], most: int) -> list[QuestionDraft]:
    """The candidates of the skills that the text serves best."""
    best: defaultdict[str, list[float]] = defaultdict(list)
    for question in pool:
        best[question.skill].append(question.score)
    worth = {skill: sum(scores[:3]) for skill, scores in best.items()}
    kept = sorted(worth, key=lambda skill: (-worth[skill], skill))[:most]
    return [question for question in pool if question.skill in kept]


@dataclass(frozen=True, slots=True)
class _State:
    """What a set has, counted once for all who want to join it."""

    families: Counter[str]
    skills: Counter[str]
    keys: Counter[str]
    answers: Counter[str]  # of the yes-or-no items
    pointed: int
    places: tuple[int, ...]

    @classmethod
    def of(cls, chosen: Sequence[QuestionDraft]) -> _State:
        """The counts of a set."""
        return cls(
            Counter(q.family for q in chosen),
            Counter(q.skill for q in chosen),
            Counter(key_of(q) for q in chosen),
            Counter(key_of(q) for q in chosen if q.family == BINARY),
            sum(pointing.points(q.stem) for q in chosen),
            tuple(map(_place, chosen)),
        )


def _fits(question: QuestionDraft, state: _State, deeper: int) -> bool:
    most = MOST_OF_A_FAMILY + (question.family == BINARY) + deeper
    return (
        state.families[question.family] < most
        and (state.pointed < MOST_POINTED or not pointing.points(question.stem))
        and state.skills[question.skill] < MOST_OF_A_SKILL + deeper
        and (
            question.family in SORTING or state.keys[key_of(question)] < MOST_OF_A_KEY + deeper // 2
        )
        and not (question.family == BINARY and _leans(question, state.answers))
    )


def clash(one: QuestionDraft, other: QuestionDraft, *, soft: bool = False) -> bool:
    """Whether one of two items answers the other, or both ask the same of the same words.

    ``soft`` lets pass a pair of which one hints at the other and does not give its key, and a pair
    that practises one skill by two tasks.
    """
    if one.stem == other.stem:
        return True
    if not any(a.start < b.end and b.start < a.end for a in one.anchors for b in other.anchors):
        return False
    both_tell = any(
        one.family in telling and other.family in telling
        for telling in (TELLING, TELLING_FACT, () if soft else TELLING_KIND)
    )
    same_task = one.family == other.family if soft else one.skill == other.skill
    return same_task or both_tell or _gives_away(one, other) or _gives_away(other, one)


def _gives_away(one: QuestionDraft, other: QuestionDraft) -> bool:
    """Whether a learner who sees ``one`` reads there the key of ``other``."""
    seen = " ".join([one.stem, *(choice.text for choice in one.choices)]).lower()
    return any(choice.text.lower() in seen for choice in other.choices if choice.key)


def _leans(question: QuestionDraft, answers: Counter[str]) -> bool:
    """Whether the item would give one answer two more places than the other."""
    mine = key_of(question)
    return any(answers[mine] > count for key, count in answers.items() if key != mine) or (
        len(answers) == 1 and mine in answers
    )


def _evened(chosen: list[QuestionDraft]) -> list[QuestionDraft]:
    """Without the last binary item where one answer has more than the other."""
    binary = [q for q in chosen if q.family == BINARY]
    keys = Counter(key_of(q) for q in binary)
    if len(binary) % 2 == 0 and len(set(keys.values())) <= 1 and len(keys) != 1:
        return chosen
    common = max(keys, key=lambda key: (keys[key], key))
    odd = next(q for q in reversed(binary) if key_of(q) == common)
    return [q for q in chosen if q is not odd]


def _worth(question: QuestionDraft, state: _State, length: int) -> float:
    """The item's own score, less for what the set already has."""
    new = question.family not in state.families and len(state.families) < VARIED
    here, reach = _place(question), max(1, length // 12)
    near = sum(abs(place - here) < reach for place in state.places)
    return (
        question.score
        + (0.3 if new else 0.0)
        - 0.25 * state.families[question.family]
        - 0.10 * state.skills[question.skill]
        - 0.12 * state.keys[key_of(question)]
        - 0.06 * near
    )


def key_of(question: QuestionDraft) -> str:
    """The words of the key."""
    return next(choice.text for choice in question.choices if choice.key)


def form_of(question: QuestionDraft) -> str:
    """The wording of the stem without what the text puts into it."""
    return _FILLING.sub("…", question.stem)


def spread(questions: Sequence[QuestionDraft], text: str) -> tuple[QuestionDraft, ...]:
    """The same items with the keys spread over the positions; scales keep their order."""
    placed: list[QuestionDraft] = []
    turns: Counter[int] = Counter()
    for question in questions:
        if question.ordinal:
            placed.append(question)
            continue
        size = len(question.choices)
        turn, block = turns[size] % size, turns[size] // size
        turns[size] += 1
        order = sorted(range(size), key=lambda place: _digest(text, size, block, place))
        placed.append(_with_key_at(question, order[turn], text))
    return tuple(placed)


def _with_key_at(question: QuestionDraft, place: int, text: str) -> QuestionDraft:
    others = [choice for choice in question.choices if not choice.key]
    others.sort(key=lambda choice: _digest(text, question.stem, choice.text))
    key = next(choice for choice in question.choices if choice.key)
    return replace(question, choices=(*others[:place], key, *others[place:]))


def _digest(*parts: object) -> bytes:
    return sha256("\0".join(map(str, parts)).encode()).digest()


def _place(question: QuestionDraft) -> int:
    return question.anchors[-1].start if question.anchors else 0
