"""What a hedge, a booster or an absolute governs: “may” softens “lead to a loss of 40 jobs”.

The scopes follow the notion of BioScope (Vincze et al. 2008) and of the CoNLL-2010 shared task on
hedges (Farkas et al. 2010), told by the kind of cue: a modal or a verb governs what follows it to
the end of its clause, an adverb its predicate, or the whole clause where it stands at an edge, a
determiner or an attributive adjective its noun phrase, a predicative adjective its subject. Unlike
there, the cue itself is left out, so that a note can name the two apart. Where the shallow parse
shows no such words, there is no scope.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace

from curriculum.reading.attribution import contents, tagging, tokens
from curriculum.reading.attribution.tokens import Unit
from curriculum.reading.lexicon import listed
from curriculum.reading.types import Mark, Span

Range = tuple[int, int]  # tokens [start, stop)

LONGEST = 60  # tokens to each side: what is farther away is governed by something else

_FINITE = "VXHBK"
_VERBS = "VXHBKvG"
_DASHES = frozenset(["-", "–", "—", "--"])
_DEGREE = frozenset(
    listed(
        "very extremely highly deeply hugely massively vastly utterly downright profoundly fairly"
        " enormously immensely incredibly remarkably especially particularly completely totally"
        " entirely absolutely wholly perfectly fully somewhat relatively comparatively virtually"
        " essentially intensely severely truly really more less partly partially almost ever"
    )
)
_DESCRIBING = frozenset(
    listed(
        "likely unlikely possible impossible unclear clear uncertain certain questionable disputed"
        " debatable plausible speculative unconfirmed alleged purported reputed rumoured rumored"
        " undeniable unquestionable indisputable definitive overwhelming entire inevitable"
    )
)
_PRONOUNS = frozenset(
    listed("everyone everybody everything nobody nothing none one who some many others")
)
_AFTERTHOUGHTS = frozenset(  # they look back at what was named before
    (
        *("or so", "among others", "among other things", "and so on", "and so forth"),
        *("or something", "or others", "and others", "at all", "whatsoever"),
    )
)
_FIGURES = frozenset(listed("half dozens hundreds thousands per cent percent % million billion"))
_NAMING = "DSMJAEnYP&"
_SIGNS = frozenset("£$€¥")
_ASKING = frozenset(listed("whether if how why when where"))


def governed(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks of one sentence, each with the words that it governs where they are clear."""
    marks = tuple(marks)
    if not marks:
        return ()
    unit = Unit(-1)
    tokens.fill(unit, text, span.start, span.end)
    tagging.tag(unit)
    return tuple(replace(mark, scope=_scope(text, unit, mark)) for mark in marks)


def _scope(text: str, unit: Unit, mark: Mark) -> Span | None:
    first = bisect_left(unit.starts, mark.start)
    stop = bisect_left(unit.starts, mark.end)
    if not first < stop <= len(unit):
        return None
    found = _rule(unit, first, stop, mark.span.of(text).lower())(unit, first, stop)
    if found is None:
        return None
    start, end = _trimmed(unit, *found)
    return Span(unit.starts[start], unit.ends[end - 1]) if start < end else None


def _rule(unit: Unit, first: int, stop: int, words: str) -> Callable[..., Range | None]:
    """How this cue governs, by what it is and by what stands beside it."""
    last, tag = unit.lows[stop - 1], unit.tags[stop - 1]
    following = unit.tags[stop : stop + 1]
    if words in _AFTERTHOUGHTS:
        return _named_before
    if last in _DESCRIBING:
        return _described
    if _figure_at(unit, stop):
        return _number
    if last in _DEGREE and following and following in "JAN":
        return _quality
    if last in _PRONOUNS and (not following or following in _FINITE + "vA,.P"):
        return _told_of_all
    if (
        tag in "DP"
        or (tag == "n" and following == "P")
        or (tag == "J" and following in tuple("nJ"))
    ):
        return _named
    return _told


def _figure_at(unit: Unit, at: int) -> bool:
    """Whether a number stands here, behind its sign or not."""
    at += unit.lows[at : at + 1] != [] and unit.lows[at] in _SIGNS
    return unit.tags[at : at + 1] == "M" or unit.lows[at : at + 1] == ["half"]


def _number(unit: Unit, first: int, stop: int) -> Range | None:
    """``about 40``: the figure, with its sign and its "per cent"."""
    end = stop + (unit.lows[stop] in _SIGNS)
    while end < len(unit) and (unit.tags[end] == "M" or unit.lows[end] in _FIGURES):
        end += 1
    return stop, end


def _quality(unit: Unit, first: int, stop: int) -> Range | None:
    """``very steep``: the adjective or adverb alone."""
    end = stop
    while unit.tags[end : end + 1] == "A":
        end += 1
    return stop, end + (unit.tags[end : end + 1] in ("J", "N"))


def _named(unit: Unit, first: int, stop: int) -> Range | None:
    """``some experts``, ``every child``: the noun phrase, or what follows when there is none."""
    end = stop
    while end < len(unit) and unit.tags[end] in _NAMING and not _past_noun(unit, stop, end):
        end += 1
    if any(tag in "nEY" for tag in unit.tags[stop:end]):
        return stop, end
    return _told(unit, first, stop)


def _past_noun(unit: Unit, start: int, at: int) -> bool:
    """Whether the noun phrase is over: another begins, or words that only set the scene."""
    if at == start or unit.tags[at - 1] not in "nEY":
        return False
    return unit.tags[at] in "DSRMA" or (unit.tags[at] == "P" and unit.lows[at] != "of")


def _named_before(unit: Unit, first: int, stop: int) -> Range | None:
    """``bread, milk and so on``: what was named just before, back to the verb."""
    start = first
    while start > max(0, first - LONGEST) and unit.tags[start - 1] not in ".;:(" + _VERBS + "IR":
        start -= 1
    return start, first


def _described(unit: Unit, first: int, stop: int) -> Range | None:
    """``likely to close``, ``an alleged thief``, or ``the cause is unclear``."""
    following = unit.tags[stop : stop + 1]
    before = unit.tags[first - 1 : first]
    if unit.lows[stop : stop + 1] and unit.lows[stop] in _ASKING:
        return stop, _right(unit, stop + 1, first)
    if following and following in "nEJ" and before not in tuple("BKA"):
        return _named(unit, first, stop)
    if following and following not in ",.;:()-CIP":
        return _told(unit, first, stop)
    return _left(unit, first), first


def _told_of_all(unit: Unit, first: int, stop: int) -> Range | None:
    """``nobody came``: what is told of them; the clause, where they are its object."""
    if unit.tags[stop : stop + 1] and unit.tags[stop] in _FINITE + "vA":
        return _told(unit, first, stop)
    if unit.lows[stop : stop + 1] == ["of"]:
        return _named(unit, first, stop)
    return _left(unit, first), first


def _told(unit: Unit, first: int, stop: int) -> Range | None:
    """What follows to the end of the clause; at the end of a clause, what came before."""
    apart = unit.tags[stop : stop + 1] == ","
    if apart and first and unit.tags[first - 1] == ",":
        return _left(unit, first - 1), _right(unit, stop + 1, first)
    if apart and (not first or unit.tags[first - 1] in ".;:-C"):
        return stop + 1, _right(unit, stop + 1, first)
    end = _right(unit, stop, first)
    return (stop, end) if end > stop else (_left(unit, first), first)


def _right(unit: Unit, at: int, cue: int) -> int:
    """Where the clause that goes on at ``at`` ends."""
    limit = min(len(unit), at + LONGEST)
    if at >= limit or _closes(unit, at):
        return at
    stop = min(limit, contents.clause_stop(unit, max(0, at - 2)))
    related = _in_relative(unit, cue)
    for k in range(at + 1, stop):
        if _closes(unit, k) or _opens_another(unit, k):
            return k
        if related and _goes_on(unit, at, k):
            return k
    return stop


def _goes_on(unit: Unit, at: int, k: int) -> bool:
    """Whether at ``k`` the clause around an aside goes on: "who may *sing*" is over, "left" not."""
    if unit.tags[k] not in _FINITE or unit.tags[k - 1] in "wtRCX" + _FINITE:
        return False
    return unit.tags[k - 1] == "," or any(tag in "VvNGB" for tag in unit.tags[at:k])


def _in_relative(unit: Unit, cue: int) -> bool:
    """Whether the cue stands in a clause about a noun: "the man who *may* sing left"."""
    before = unit.tags[_left(unit, cue, past="wt") : cue]
    at = max(before.rfind("w"), before.rfind("t"))
    told = unit.tags[cue] == "n" and unit.tags[cue + 1 : cue + 2] == "t"  # "rumours that"
    return told or (at > 0 and before[at - 1] in "nE,")


def _closes(unit: Unit, k: int) -> bool:
    """Whether a token ends any clause."""
    return unit.tags[k] in ".;:(" or unit.lows[k] in _DASHES or (unit.tags[k] == "I")


def _opens_another(unit: Unit, k: int) -> bool:
    """Whether another clause begins at a comma or at "and"."""
    after = unit.tags[k + 1 : k + 2]
    if not after or unit.tags[k] not in ",C":
        return False
    if unit.tags[k] == ",":
        subject = _past_names(unit, k + 1)
        if contents.says(unit, subject):
            return True
        return after in "wRG" or (after == "C" and _new_predicate(unit, k + 2))
    return _new_predicate(unit, k + 1)


def _past_names(unit: Unit, k: int) -> int:
    """Where a noun phrase that begins here is over."""
    limit = min(len(unit), k + 8)
    while k < limit and unit.tags[k] in "DSMJEnPA&":
        k += 1
    return k


def _new_predicate(unit: Unit, k: int) -> bool:
    """Whether a finite verb, or a subject with one, stands here."""
    tag = unit.tags[k : k + 1]
    if not tag or tag in _FINITE + "R":
        return bool(tag)
    subject = _past_names(unit, k)
    return subject > k and unit.tags[subject : subject + 1] in tuple(_FINITE)


def _left(unit: Unit, at: int, *, past: str = "") -> int:
    """Where the clause that ends at ``at`` begins."""
    start = at
    while start > max(0, at - LONGEST):
        tag = unit.tags[start - 1]
        if tag in ".;:(I" or unit.lows[start - 1] in _DASHES or (tag in "wt" and tag not in past):
            break
        if tag == "C" and _new_predicate(unit, start):
            break
        if tag == "V" and contents.says(unit, start - 1):
            break
        start -= 1
    return start


def _trimmed(unit: Unit, start: int, end: int) -> Range:
    """Without "that" and "to" at the head, and without commas, links and bare auxiliaries."""
    while start < end and (unit.tags[start] in ",CtT" or unit.lows[start] == "as"):
        start += 1
    while end > start and unit.tags[end - 1] in ",CITBtw":
        end -= 1
    return start, end
