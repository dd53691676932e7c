"""A text worked over with pens: stretches of words and their marks as nested, safe HTML.

Pens may overlap in any way. The text is cut at every boundary, and each cut opens and closes as
few marks as it can, so that the marks always nest. A mark is one link at most, never two inside
each other, and no character is added inside a block: the browser counts offsets there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from curriculum.reading.types import Span


@dataclass(frozen=True, slots=True)
class Pen:
    """A stretch of words under one pen. With ``href`` it is the link that opens the note."""

    start: int
    end: int
    classes: str
    note: str  # id of the note that the mark opens
    layer: int = 0  # voices lie outside (0), words inside (1), the links of voices innermost (2)
    href: str = ""
    say: str = ""  # ids of the words in the legend that name the pen aloud
    lead: str = ""  # safe HTML before the first word: the tick in the margin
    id: str = ""  # where a link elsewhere on the page may lead
    opens: bool = (
        True  # whether a press on these words opens the note, or the note only lights them
    )

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """Outer before inner: what begins first or, there, ends last holds the rest."""
        return self.start, -self.end, self.layer, self.note


def mark_up(text: str, span: Span, pens: Iterable[Pen]) -> SafeString:
    """The words of ``span`` with the pens that touch it."""
    page = _Page()
    for start, end, stack in _cuts(span, _clipped(pens, span)):
        page.write(text[start:end], stack)
    return page.finished()


class _Page:
    """HTML as it is written: which marks are open, and which were begun before."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: list[tuple[Pen, str]] = []
        self._begun: set[Pen] = set()

    def write(self, words: str, stack: Sequence[Pen]) -> None:
        """The next words under the pens of ``stack``, the outermost first."""
        kept = 0
        for (old, _), new in zip(self._open, stack, strict=False):
            if old is not new:
                break
            kept += 1
        self._close(kept)
        for pen in stack[kept:]:
            self._begin(pen)
        self._out.append(escape(words))

    def finished(self) -> SafeString:
        """All of it: every part is escaped, or a tag of ours."""
        self._close(0)
        return mark_safe("".join(self._out))

    def _begin(self, pen: Pen) -> None:
        linked = any(name == "a" for _, name in self._open)
        if pen.href and not linked and pen not in self._begun:
            self._out.append(_link(pen))
            self._open.append((pen, "a"))
        else:
            how = "data-note" if pen.opens else "data-scope"
            self._out.append(format_html('<mark class="{}" {}="{}">', pen.classes, how, pen.note))
            self._open.append((pen, "mark"))
        if pen.lead and pen not in self._begun:
            self._out.append(pen.lead)
        self._begun.add(pen)

    def _close(self, kept: int) -> None:
        while len(self._open) > kept:
            self._out.append(f"</{self._open.pop()[1]}>")


def _clipped(pens: Iterable[Pen], span: Span) -> list[Pen]:
    return sorted(
        (
            replace(pen, start=max(pen.start, span.start), end=min(pen.end, span.end))
            for pen in pens
            if pen.start < span.end and pen.end > span.start
        ),
        key=lambda pen: pen.start,
    )


def _cuts(span: Span, pens: Sequence[Pen]) -> Iterator[tuple[int, int, list[Pen]]]:
    """Each stretch without a boundary inside, and the pens over it, the outermost first."""
    edges = {span.start, span.end, *(p.start for p in pens), *(p.end for p in pens)}
    cuts = sorted(edges)
    over: list[Pen] = []
    at = 0
    for start, end in pairwise(cuts):
        over = [pen for pen in over if pen.end > start]
        while at < len(pens) and pens[at].start <= start:
            over.append(pens[at])
            at += 1
        yield start, end, sorted(over, key=lambda pen: pen.rank)


def _link(pen: Pen) -> str:
    spoken = format_html(' aria-describedby="{}"', pen.say) if pen.say else ""
    named = format_html(' id="{}"', pen.id) if pen.id else ""
    return format_html(
        '<a class="{}"{} href="{}" data-note="{}"{}>',
        pen.classes, named, pen.href, pen.note, spoken,
    )  # fmt: skip


def free(span: Span, taken: Iterable[Span]) -> Span | None:
    """The first stretch of ``span`` that nothing in ``taken`` touches, if any."""
    at = span.start
    for other in sorted(taken):
        if other.end <= at:
            continue
        if other.start >= span.end:
            break
        if other.start > at:
            return Span(at, other.start)
        at = other.end
    return Span(at, span.end) if at < span.end else None
