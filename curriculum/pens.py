"""Which pen runs under which words: from a reading and its claims to marks and their notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html

from curriculum.marking_up import Pen, free
from curriculum.models import Claim
from curriculum.reading.types import Block, Mark, MarkKind, Reading, Span

SWITCH = {  # the entry of the legend that names a word's pen
    MarkKind.LOADED: "loaded",
    MarkKind.ABSOLUTE: "absolute",
    MarkKind.BOOSTER: "absolute",
    MarkKind.HEDGE: "hedge",
}

DOES = {  # what a mark does to the words that it governs
    MarkKind.ABSOLUTE: "leaves no exception to",
    MarkKind.BOOSTER: "strengthens",
    MarkKind.HEDGE: "softens",
}

KIND_NAMES = {
    MarkKind.LOADED: "loaded word",
    MarkKind.ABSOLUTE: "very sure word",
    MarkKind.BOOSTER: "very sure word",
    MarkKind.HEDGE: "careful word",
}


@dataclass(frozen=True, slots=True)
class Governed:
    """What a mark does at one place: “may” softens “lead to a loss of 40 jobs”."""

    place: int
    cue: str
    does: str
    words: str


@dataclass(frozen=True, slots=True)
class Word:
    """A marked word or phrase, once for all its places in the text: what its note says."""

    note: str
    words: str
    marks: tuple[Mark, ...]  # of one place; the others say the same
    places: tuple[int, ...]
    governed: tuple[Governed, ...] = ()  # at each of its places, where it is clear

    @property
    def pens(self) -> list[str]:
        """The entries of the legend that name its pens."""
        return sorted({SWITCH[mark.kind] for mark in self.marks})

    @property
    def reasons(self) -> list[tuple[str, Mark]]:
        """Each mark with the name of its kind."""
        return [(KIND_NAMES[mark.kind], mark) for mark in self.marks]

    @property
    def loaded(self) -> Mark | None:
        """The mark that judges, if one does."""
        return next((mark for mark in self.marks if mark.kind is MarkKind.LOADED), None)


@dataclass(frozen=True, slots=True)
class Penned:
    """The marks of a text, in the order of the text, and what the notes of its words say."""

    pens: tuple[Pen, ...]
    words: tuple[Word, ...]


def find(reading: Reading, claims: Iterable[Claim]) -> Penned:
    """Every mark of the text: voices, then the words that hedge, strengthen or judge."""
    clusters = list(_clusters(reading))
    words = _words(reading.text, clusters)
    by_place = {place: word for word in words for place in word.places}
    taken = sorted(Span(c[0].start, max(m.end for m in c)) for c in clusters)
    pens = [pen for cluster in clusters for pen in _of_word(cluster, by_place[cluster[0].start])]
    for claim in claims:
        voiced = _of_claim(claim, taken)
        for link in (pen for pen in voiced if pen.href):
            insort(taken, Span(link.start, link.end))
        pens += voiced
    return Penned(tuple(sorted(pens, key=lambda pen: pen.rank)), words)


def by_block(blocks: Sequence[Block], pens: Iterable[Pen]) -> list[list[Pen]]:
    """The pens that touch each block."""
    starts = [block.start for block in blocks]
    touching: list[list[Pen]] = [[] for _ in blocks]
    for pen in pens:
        at = max(0, bisect_right(starts, pen.start) - 1)
        while at < len(blocks) and blocks[at].start < pen.end:
            touching[at].append(pen)
            at += 1
    return touching


def spans_of(claim: Claim) -> Iterator[tuple[str, Span]]:
    """The stretches of a claim with their roles: source, cue, content."""
    given = [
        (role, Span(*pair))
        for role in ("source", "cue", "content")
        for pair in claim.attribution.get(role, ())
    ]
    if claim.voice == Claim.Voice.ARTICLE or not given:
        yield "content", Span(claim.start, claim.end)
    else:
        yield from given


def _of_claim(claim: Claim, taken: list[Span]) -> list[Pen]:
    note, href = f"note-{claim.pk}", f"claims/{claim.pk}/"
    if claim.voice == Claim.Voice.ARTICLE:
        tick = format_html(
            '<a class="tick" id="c{}" href="{}" data-note="{}" aria-label="{}"></a>',
            claim.pk, href, note, f"The article itself says this: {claim.get_type_display()}",
        )  # fmt: skip
        return [Pen(claim.start, claim.end, "pen article", note, lead=tick)]
    spans = list(spans_of(claim))
    pens = [Pen(s.start, s.end, f"pen {claim.voice} {role}", note) for role, s in spans]
    handle = next((found for _, span in spans if (found := free(span, _near(span, taken)))), None)
    if handle:
        pens.append(
            Pen(
                handle.start, handle.end, "pen handle", note,
                layer=2, href=href, say=f"say-{claim.voice}", id=f"c{claim.pk}",
            )
        )  # fmt: skip
    return pens


def _near(span: Span, taken: list[Span]) -> list[Span]:
    """The spans of the sorted list that may touch ``span``; those in it do not overlap."""
    first = bisect_left(taken, Span(span.start, span.start))
    return taken[max(0, first - 1) : bisect_left(taken, Span(span.end, span.end))]


def _clusters(reading: Reading) -> Iterator[list[Mark]]:
    """The marks of words, those that overlap together."""
    for sentence in reading.sentences:
        cluster: list[Mark] = []
        for mark in sorted((*sentence.hedges, *sentence.loaded), key=lambda m: (m.start, -m.end)):
            if cluster and mark.start >= max(other.end for other in cluster):
                yield cluster
                cluster = []
            cluster.append(mark)
        if cluster:
            yield cluster


def _words(text: str, clusters: Iterable[list[Mark]]) -> tuple[Word, ...]:
    """One Word for all clusters with the same words and the same reasons."""
    alike: dict[tuple[object, ...], list[list[Mark]]] = {}
    for cluster in clusters:
        key = tuple((m.kind, m.span.of(text).casefold(), m.why) for m in cluster)
        alike.setdefault(key, []).append(cluster)
    return tuple(
        Word(
            f"note-w{number}",
            " ".join(text[same[0][0].start : max(m.end for m in same[0])].split()),
            tuple(same[0]),
            tuple(cluster[0].start for cluster in same),
            tuple(_governed(text, mark) for cluster in same for mark in cluster if mark.scope),
        )
        for number, same in enumerate(alike.values(), 1)
    )


def _governed(text: str, mark: Mark) -> Governed:
    words = mark.scope.of(text) if mark.scope else ""
    return Governed(
        mark.start, mark.span.of(text), DOES[mark.kind], " ".join(words.split()).strip('“”"')
    )


def _of_word(cluster: list[Mark], word: Word) -> list[Pen]:
    """The link over the words, below it a pen for each mark when there are several, and the words
    that they govern: these show only while the note is open."""
    start, end = cluster[0].start, max(mark.end for mark in cluster)
    say = " ".join(f"say-{pen}" for pen in word.pens)
    alone = f"pen {cluster[0].kind}" if len(cluster) == 1 else "pen word"
    link = Pen(start, end, alone, word.note, layer=1, href=f"#{word.note}", say=say, id=f"w{start}")
    scopes = [
        Pen(mark.scope.start, mark.scope.end, "scope", word.note, layer=1, opens=False)
        for mark in cluster
        if mark.scope
    ]
    if len(cluster) == 1:
        return [link, *scopes]
    return [link, *scopes] + [
        Pen(mark.start, mark.end, f"pen {mark.kind}", word.note, layer=2 + rank)
        for rank, mark in enumerate(cluster)
    ]
