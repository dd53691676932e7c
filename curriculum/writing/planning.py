"""Planning: from all candidate items to a balanced set, the same set every time.

Balanced means: few enough skills for a lesson each, no family that crowds out the others, items
from every part of the text, about as many items that support as that doubt, keys in every
position, and never two items of which one gives the other away.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from curriculum.reading.types import Span
from curriculum.writing.types import QuestionDraft

MOST = 15  # questions
MOST_SKILLS = 6  # lessons
MOST_OF_A_FAMILY = 3
MOST_OF_A_SKILL = 5
SORTING = ("claim-type", "traceable")  # the same options every time, because the task is to sort
BINARY = "traceable"  # the family whose yes and no must balance

# Who says it, what kind and how strong, what supports it, where it comes from, how to check.
LESSON_ORDER = (
    "attr", "stand", "type", "force", "load", "supp", "infer", "trace", "ctx", "prov", "corrob",
    "calib",
)  # fmt: skip


def choose(text: str, candidates: Iterable[QuestionDraft]) -> tuple[QuestionDraft, ...]:
    """A balanced set, in lesson order and then in the order of the text, keys spread."""
    pool = sorted(candidates, key=lambda q: (-q.score, _place(q), q.family, q.stem))
    pool = _of_skills(pool)
    chosen: list[QuestionDraft] = []
    while len(chosen) < MOST:
        fitting = [q for q in pool if _fits(q, chosen)]
        if not fitting:
            break
        chosen.append(max(fitting, key=lambda q: _worth(q, chosen, len(text))))
    chosen = _evened(chosen)
    chosen.sort(key=lambda q: (LESSON_ORDER.index(q.skill), _place(q), q.family))
    return spread(chosen, text)


def _of_skills(pool: Sequence[QuestionDraft]) -> list[QuestionDraft]:
    """The candidates of the skills that the text serves best."""
    best: defaultdict[str, list[float]] = defaultdict(list)
    for question in pool:
        best[question.skill].append(question.score)
    worth = {skill: sum(scores[:3]) for skill, scores in best.items()}
    kept = sorted(worth, key=lambda skill: (-worth[skill], skill))[:MOST_SKILLS]
    return [question for question in pool if question.skill in kept]


def _fits(question: QuestionDraft, chosen: Sequence[QuestionDraft]) -> bool:
    families = Counter(q.family for q in chosen)
    skills = Counter(q.skill for q in chosen)
    most = MOST_OF_A_FAMILY + (question.family == BINARY)
    return (
        families[question.family] < most
        and skills[question.skill] < MOST_OF_A_SKILL
        and not any(clash(question, other) for other in chosen)
        and not (question.family == BINARY and _leans(question, chosen))
    )


def clash(one: QuestionDraft, other: QuestionDraft) -> bool:
    """Whether one of two items answers the other, or both ask the same of the same words."""
    if one.stem == other.stem:
        return True
    if key_of(one) == key_of(other) and one.family == other.family not in SORTING:
        return True
    if not any(a.overlaps(b) for a in _spans(one) for b in _spans(other)):
        return False
    return one.skill == other.skill or _gives_away(one, other) or _gives_away(other, one)


def _gives_away(one: QuestionDraft, other: QuestionDraft) -> bool:
    """Whether a learner who sees ``one`` reads there the key of ``other``."""
    seen = " ".join([one.stem, *(choice.text for choice in one.choices)]).lower()
    return any(choice.text.lower() in seen for choice in other.choices if choice.key)


def _leans(question: QuestionDraft, chosen: Sequence[QuestionDraft]) -> bool:
    """Whether the item would give one answer two more places than the other."""
    keys = Counter(key_of(q) for q in chosen if q.family == BINARY)
    mine = key_of(question)
    return any(keys[mine] > count for key, count in keys.items() if key != mine) or (
        len(keys) == 1 and mine in keys
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


def _worth(question: QuestionDraft, chosen: Sequence[QuestionDraft], length: int) -> float:
    """The item's own score, less for what the set already has."""
    families = Counter(q.family for q in chosen)
    skills = Counter(q.skill for q in chosen)
    keys = Counter(key_of(q) for q in chosen)
    near = sum(abs(_place(q) - _place(question)) < max(1, length // 12) for q in chosen)
    return (
        question.score
        - 0.25 * families[question.family]
        - 0.10 * skills[question.skill]
        - 0.12 * keys[key_of(question)]
        - 0.06 * near
    )


def key_of(question: QuestionDraft) -> str:
    """The words of the key."""
    return next(choice.text for choice in question.choices if choice.key)


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


def _spans(question: QuestionDraft) -> list[Span]:
    return [Span(anchor.start, anchor.end) for anchor in question.anchors]


def _place(question: QuestionDraft) -> int:
    return question.anchors[-1].start if question.anchors else 0
