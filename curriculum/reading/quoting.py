"""Whose word is it? Stretches inside quotation marks, and who is said to have spoken them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from curriculum.reading import wording
from curriculum.reading.lexicon import listed
from curriculum.reading.types import Attribution, Mark, MarkKind, QuoteType, Span

# An opening curly mark may lack its closing one when the quotation goes on in the next paragraph.
_QUOTED = re.compile(r'“[^“”\n]*(?:”|(?=\n)|$)|(?<!\w)"[^"\n]*"')
_BEFORE = re.compile(r"\b(?:an?|the|this|these|such|his|her|its|their|of|by|with|against)\s$")
_DISTANCE = re.compile(r'["“]([a-z][\w-]+(?: [a-z][\w-]+)?)["”](?=\s\w)')
_WORD = re.compile(r"[a-z]+")
REPORTING = frozenset(
    listed(
        "said say says saying told tells tell according added adds adding announced announces"
        " argued argue argues arguing asked asks asserted asserts believe believed believes"
        " believing called calls calling claimed claim claims claiming concluded conclude"
        " concludes confirmed confirms declared declares denied denies denying described"
        " describes explained explains explaining estimated estimates expressed expects"
        " expected found finds insisted insists maintained noted notes noting predicted"
        " predicts promised quoted reported reports replied responded states stated statement"
        " suggested suggests suggesting testified thinks thought tweeted warned warns warning"
        " welcomed criticized criticised praised praising accused accuses acknowledged"
        " admitted admits cited recalled insisting writes wrote writing posted pointed urged"
        " vowed pledged condemned rejected dismissed dismissing defended rejected complained"
        " read stressed emphasized emphasised conceded countered continued remarked commented"
        " observed joked quipped"
    )
)
QUOTED_SHARE = 0.25  # a quoted word tells less about the article: it is somebody else's
DISTANCE = "quotation marks keep a distance from the word; the text does not say whose it is"


@dataclass(frozen=True, slots=True)
class Voices:
    """The quoted stretches of a text and the contents of its attributions, in order."""

    quoted: tuple[Span, ...]
    contents: tuple[tuple[Span, Attribution], ...]

    def quotes(self, span: Span) -> bool:
        """Whether the span lies inside quotation marks."""
        at = bisect_right(self.quoted, Span(span.start + 1, 0)) - 1
        return at >= 0 and span.end <= self.quoted[at].end

    def speaker(self, span: Span) -> Attribution | None:
        """The attribution whose content holds the span: the narrowest of the nearest few."""
        at = bisect_right(self.contents, span.start, key=lambda pair: pair[0].start)
        near = (p for p in self.contents[max(0, at - 4) : at] if p[0].contains(span))
        return min(near, key=lambda pair: pair[0].end - pair[0].start, default=(None, None))[1]


def voices(text: str, attributions: Iterable[Attribution]) -> Voices:
    """Who speaks where in the text."""
    contents = [(span, found) for found in attributions for span in found.content]
    contents.sort(key=lambda pair: pair[0])
    quoted = tuple(Span(m.start(), m.end()) for m in _QUOTED.finditer(text))
    return Voices(quoted, tuple(contents))


def owned(text: str, marks: Iterable[Mark], who: Voices) -> tuple[Mark, ...]:
    """The marks; those on somebody else's words say so, and weigh less when quoted.

    A reporting verb inside a quotation is left out: the article does not choose how it passes on
    words that somebody else passes on.
    """
    return tuple(
        _owned(text, mark, who)
        for mark in marks
        if not (mark.why.startswith(wording.WHY["speech"]) and who.quotes(mark.span))
    )


def _owned(text: str, mark: Mark, who: Voices) -> Mark:
    found = who.speaker(mark.span)
    name = found.speaker or " ".join(s.of(text) for s in found.source) if found else ""
    if who.quotes(mark.span):
        whose = f"the word is {name}’s, in quotation marks" if name else "a quoted word"
        return replace(mark, why=f"{mark.why} ({whose})", score=mark.score * QUOTED_SHARE)
    if found and name and found.type is not QuoteType.DIRECT and reports(text, found):
        return replace(mark, why=f"{mark.why} (in what is reported from {name})")
    return mark


def reports(text: str, found: Attribution) -> bool:
    """Whether the cue tells of words said, not of a wish or a deed ("has long sought")."""
    cue = " ".join(span.of(text) for span in found.cue).lower()
    return not REPORTING.isdisjoint(_WORD.findall(cue))


def distances(text: str, start: int, end: int, who: Voices) -> Iterator[Mark]:
    """Scare quotes: one or two quoted words amid a sentence that nobody is said to have spoken."""
    for match in _DISTANCE.finditer(text, start, end):
        span = Span(match.start(1), match.end(1))
        if who.speaker(span) is None and _BEFORE.search(
            text, max(start, span.start - 12), span.start - 1
        ):
            yield Mark(span.start, span.end, MarkKind.LOADED, DISTANCE, score=QUOTED_SHARE)
