"""The close reading of a source: its blocks worked over with pens, and the panels beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils.safestring import SafeString

from curriculum import pens
from curriculum.marking_up import Pen, mark_up
from curriculum.models import Claim, Source, Unit
from curriculum.panels import Change, Speaker, Strength, changes, speakers
from curriculum.reading.provenance import LACKING
from curriculum.reading.types import Block, BlockKind, NameKind, Reading, Span, TimeExpression

SHORT = 40  # words; fewer give little to read closely


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block as the page shows it."""

    number: int
    kind: str  # title, heading, paragraph, furniture
    start: int
    html: SafeString
    own: bool = False  # all of it is in the article's own voice
    why: str = ""


class CloseReading:
    """What the page of one source shows, with its teacher's corrections."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def reading(self) -> Reading:
        """The reading as it was made."""
        return self.source.reading

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims that stand, in the order of the text."""
        found = list(self.source.claims.standing())
        for claim in found:
            claim.source = self.source
        return found

    @cached_property
    def _penned(self) -> pens.Penned:
        return pens.find(self.reading, self.claims)

    @property
    def words(self) -> tuple[pens.Word, ...]:
        """The marked words, each once, for their notes."""
        return self._penned.words

    @cached_property
    def blocks(self) -> list[MarkedBlock]:
        """Every block, marked up."""
        return self.some(range(len(self.reading.blocks)))

    @property
    def groups(self) -> list[tuple[str, list[MarkedBlock]]]:
        """The blocks in order; runs of furniture with the same reason together: (why, blocks)."""
        return [(why, list(run)) for why, run in groupby(self.blocks, key=_why)]

    def some(self, numbers: Iterable[int]) -> list[MarkedBlock]:
        """These blocks only: what a correction changed."""
        touching = pens.by_block(self.reading.blocks, self._penned.pens)
        return [self._marked(n, self.reading.blocks[n], touching[n]) for n in numbers]

    def around(self, *claims: Claim) -> list[MarkedBlock]:
        """The blocks in which a claim has words, its source and cue included."""
        spans = [span for claim in claims for _, span in pens.spans_of(claim)]
        spans += [Span(claim.start, claim.end) for claim in claims]
        return self.some(
            number
            for number, block in enumerate(self.reading.blocks)
            if any(block.span.overlaps(span) for span in spans)
        )

    def _marked(self, number: int, block: Block, touching: list[Pen]) -> MarkedBlock:
        if block.kind is BlockKind.FURNITURE:
            html = mark_up(self.source.text, block.span, ())
            return MarkedBlock(number, block.kind, block.start, html, why=block.why)
        title = block.kind is BlockKind.HEADING and number == self.title_block
        voices = {"article" in pen.classes for pen in touching if pen.layer == 0}
        return MarkedBlock(
            number,
            "title" if title else block.kind,
            block.start,
            mark_up(self.source.text, block.span, touching),
            own=voices == {True},
        )

    @cached_property
    def title_block(self) -> int | None:
        """The heading in the text that is the title of the source, if one is."""
        for number, block in enumerate(self.reading.blocks):
            if block.kind is BlockKind.PARAGRAPH:
                break
            words = " ".join(block.span.of(self.source.text).split())
            if block.kind is BlockKind.HEADING and words == self.source.title:
                return number
        return None

    @cached_property
    def counts(self) -> Counter[str]:
        """How many claims and words each pen of the legend marks."""
        counts: Counter[str] = Counter(claim.voice for claim in self.claims)
        for sentence in self.reading.sentences:
            counts.update(pens.SWITCH[m.kind] for m in (*sentence.hedges, *sentence.loaded))
        return counts

    @cached_property
    def speakers(self) -> list[Speaker]:
        """Who speaks here, those with a name first."""
        return speakers(self.source.text, self.reading, self.claims)

    @cached_property
    def strength(self) -> Strength:
        """How sure the text sounds."""
        return Strength.of(self.claims, self.words)

    @property
    def loaded(self) -> list[pens.Word]:
        """The words that judge, the most frequent first."""
        return sorted((w for w in self.words if w.loaded), key=lambda word: -len(word.places))

    @property
    def names(self) -> list[tuple[str, int]]:
        """How many different people, organisations and places the text names."""
        found = {(name.kind, name.full or self._at(name.start, name.end))
                 for name in self.reading.names}  # fmt: skip
        kinds = Counter(kind for kind, _ in found)
        labels = {
            NameKind.PERSON: "people",
            NameKind.ORGANISATION: "organisations",
            NameKind.PLACE: "places",
        }
        return [(label, kinds[kind]) for kind, label in labels.items()]

    @property
    def times(self) -> list[tuple[str, TimeExpression]]:
        """The times that the text tells, each once: its words, and what they point at."""
        told: dict[tuple[str, str, str], tuple[str, TimeExpression]] = {}
        for time in self.reading.times:
            words = " ".join(self._at(time.start, time.end).split())
            told.setdefault((words.casefold(), time.value, time.why), (words, time))
        return list(told.values())

    @property
    def lacking(self) -> list[tuple[str, str]]:
        """What this copy does not show, and what that leaves a reader without."""
        return [(kind, LACKING.get(kind, "")) for kind in self.reading.provenance.missing]

    def _at(self, start: int, end: int) -> str:
        return self.source.text[start:end]

    @cached_property
    def unit(self) -> Unit | None:
        """The lessons that were made from it, the newest ones."""
        return self.source.units.first()

    @property
    def is_short(self) -> bool:
        """Whether there is little to read closely."""
        return self.source.words < SHORT

    @cached_property
    def changes(self) -> list[Change]:
        """The corrections that stand, newest first."""
        return changes(self.source)


def _why(block: MarkedBlock) -> str:
    """Why a block is furniture; nothing for the text itself."""
    return block.why or "furniture" if block.kind == BlockKind.FURNITURE else ""
