"""Hedges, boosters and absolutes: the words that say how sure a sentence sounds."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.reading import clauses, lexicon
from curriculum.reading.lexicon import Token, listed
from curriculum.reading.types import Force, Mark, MarkKind, Span

# What each section of lexicons/force.txt does: the kind of mark, and why, in words.
SECTIONS = {
    "doubt": (MarkKind.HEDGE, "leaves room for doubt"),
    "report": (MarkKind.HEDGE, "passes on what others think or say, without vouching for it"),
    "mostly": (MarkKind.HEDGE, "holds mostly or partly, not always"),
    "vague": (MarkKind.HEDGE, "leaves open how many, or which"),
    "rough": (MarkKind.HEDGE, "gives a rough figure"),
    "booster": (MarkKind.BOOSTER, "makes it sound surer or stronger"),
    "absolute": (MarkKind.ABSOLUTE, "leaves no exception"),
}
# "Some neighbours" is vague about the number, and says the rest as surely as any sentence.
_ABOUT_AMOUNT = frozenset((SECTIONS["vague"][1], SECTIONS["rough"][1]))

_ROUGH = frozenset(listed("about around nearly almost roughly approximately some over under"))
_NUMBERS = frozenset(
    listed(
        "one two three four five six seven eight nine ten eleven twelve twenty thirty forty"
        " fifty sixty seventy eighty ninety hundred thousand million billion half dozens"
    )
)
_SPELLS = frozenset(listed("minutes hours days weeks months years decades nights terms seasons"))
_MORE_THAN = frozenset(listed("for in of by just well lasted took waited spent after with is"))
# After "could" these tell what somebody was able to do, not what may be so.
_ABLE = frozenset(listed("not never only hardly barely no afford see hear feel tell"))
_ALL_BUT_NAME = frozenset(listed("over right along day night time year"))  # "all night"
_IN_A_PHRASE = frozenset(listed("at after above first not once"))  # "after all", "not all"
_COUNTED_OUT = frozenset(listed("the these those such all his her its their our my your as"))


def find(text: str, words: list[Token]) -> tuple[Mark, ...]:
    """The words of one sentence that weaken or strengthen it, in order."""
    marks = [*_listed(words), *_modals(text, words), *_rough(text, words)]
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def force(text: str, whole: Span, marks: tuple[Mark, ...]) -> Force:
    """How sure a statement sounds: an absolute outweighs a hedge, a hedge a booster.

    What governs an aside alone tells nothing of the rest: "The mill, which may have leaked, was
    sold" says plainly that it was sold.
    """
    telling = [mark for mark in marks if mark.why not in _ABOUT_AMOUNT]
    aside = list(clauses.asides(text, whole)) if telling else []
    kinds = {m.kind for m in telling if not any(one.contains(m.span) for one in aside)}
    if MarkKind.ABSOLUTE in kinds:
        return Force.ABSOLUTE
    if MarkKind.HEDGE in kinds:
        return Force.HEDGED
    return Force.BOOSTED if MarkKind.BOOSTER in kinds else Force.PLAIN


def _listed(words: list[Token]) -> Iterator[Mark]:
    for hit in lexicon.find(words, lexicon.load("force")):
        if hit.stop - hit.first > 1 or _stands(words, hit.first, hit.entry.section):
            score = hit.entry.strength / 3
            yield _mark(words, hit.first, hit.stop, hit.entry.section, score)


def _stands(words: list[Token], at: int, section: str) -> bool:
    """Whether a single listed word does here what the list says it does."""
    word = words[at].low
    before = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if section == "vague":
        return _leaves_open(word, before, after)
    if word in ("all", "every", "none"):
        return after not in _ALL_BUT_NAME and before not in _IN_A_PHRASE
    if word == "very":
        return before != "the"
    if word in ("guess", "estimate", "doubt", "doubts", "estimates"):
        return before not in ("no", "without", "beyond", "the")
    return True


def _leaves_open(word: str, before: str, after: str) -> bool:
    if before in _COUNTED_OUT or not after or after in _NUMBERS or after[0].isdigit():
        return False
    if word == "most":
        return (after.endswith("s") and before not in ("at", "the")) or after == "of"
    if word == "few":
        return before not in ("a", "last", "first", "next", "past", "very")
    if word in ("many", "much"):
        return before not in ("how", "so", "too", "as", "that")
    return word != "certain" or after.endswith("s")


def _modals(text: str, words: list[Token]) -> Iterator[Mark]:
    """``may`` unless it is the month, ``could`` unless it tells an ability."""
    for at, word in enumerate(words):
        after = words[at + 1].low if at + 1 < len(words) else ""
        if word.low == "may" and not _is_month(text, words, at):
            yield _mark(words, at, at + 1, "doubt", 1.0 if after == "have" else 0.5)
        elif word.low == "could" and after and after not in _ABLE:
            yield _mark(words, at, at + 1, "doubt", 0.5)


def _is_month(text: str, words: list[Token], at: int) -> bool:
    after = words[at + 1].low if at + 1 < len(words) else "1"
    if not text[words[at].start].isupper():
        return False
    return bool(at) or after[0].isdigit() or after in ("and", "was", "is", "has", "in", "to")


def _rough(text: str, words: list[Token]) -> Iterator[Mark]:
    """``about 40``, ``some 40``, ``nearly half``: a word before a number that makes it rough."""
    for at in range(len(words) - 1):
        if (
            words[at].low in _ROUGH
            and _is_number(words[at + 1].low)
            and not _tells_how_long(words, at)
        ):
            gap = text[words[at].end : words[at + 1].start]
            if gap.strip(" $£€¥") == "":
                yield _mark(words, at, at + 1, "rough", 0.3)


def _tells_how_long(words: list[Token], at: int) -> bool:
    """Whether this is "weighed over ten weeks", where "over" means during, not more than."""
    before = words[at - 1].low if at else ""
    after = {word.low for word in words[at + 2 : at + 4]}
    return words[at].low == "over" and bool(after & _SPELLS) and before not in _MORE_THAN


def _is_number(word: str) -> bool:
    return word in _NUMBERS or (word[0].isdigit() and not _is_year(word))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def _mark(words: list[Token], first: int, stop: int, section: str, score: float) -> Mark:
    kind, why = SECTIONS[section]
    return Mark(words[first].start, words[stop - 1].end, kind, why, score=score)
