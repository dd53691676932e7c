"""The values that travel between the stages of a reading: frozen, plain, and free of Django.

Every offset counts code points into ``Document.text`` (or ``Reading.text``, the same string),
half-open: ``[start, end)``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of the page is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"  # menus, "Share.", addresses, footers: kept, but not part of the text


class Voice(StrEnum):
    """Who stands behind a statement."""

    ARTICLE = "article"  # the writer says it, and names nobody
    NAMED = "named"  # a person with a name
    INSTITUTION = "institution"  # an organisation, office, report or document
    UNNAMED = "unnamed"  # "critics", "experts", "it is thought"


class ClaimType(StrEnum):
    """What kind of statement a sentence makes."""

    FACT = "fact"
    INTERPRETATION = "interpretation"
    PREDICTION = "prediction"
    VALUE = "value"
    MIXED = "mixed"


class Force(StrEnum):
    """How sure a statement sounds, weakest first."""

    HEDGED = "hedged"
    PLAIN = "plain"
    BOOSTED = "boosted"
    ABSOLUTE = "absolute"


class QuoteType(StrEnum):
    """How the words of a source are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class MarkKind(StrEnum):
    """What a marked word does."""

    HEDGE = "hedge"
    BOOSTER = "booster"
    ABSOLUTE = "absolute"
    LOADED = "loaded"


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


class TimeKind(StrEnum):
    """What a time expression tells (TimeML TIMEX3 types)."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, ``[start, end)``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, or a piece of furniture."""

    kind: BlockKind
    start: int
    end: int
    why: str = ""  # furniture only: the rule that set it apart, in a teacher's words

    @property
    def span(self) -> Span:
        """Where the block lies."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file or page says of itself; empty where it says nothing."""

    title: str = ""
    author: str = ""
    published: str = ""  # ISO date
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text as brought in: its characters, and how the page was laid out."""

    text: str
    blocks: tuple[Block, ...]
    format: str = "text"  # text, markdown, html, pdf, docx
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a teacher can be told: what happened, and what to do."""

    code: str  # stable, for tests: "empty", "encrypted", "too-large"
    message: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or phrase that hedges, strengthens or judges."""

    start: int
    end: int
    kind: MarkKind
    why: str = ""  # in words a teacher understands: "judges a person", "leaves no exception"
    alternative: str = ""  # a neutral wording, where one is safe
    score: float = 1.0  # confidence, 0 to 1
    scope: Span | None = None  # hedges, boosters and absolutes: the words that the mark governs

    @property
    def span(self) -> Span:
        """Where the mark lies."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body, and how it is built."""

    start: int
    end: int
    block: int  # index into Reading.blocks
    type: ClaimType = ClaimType.FACT
    subjective: float = 0.0  # 0 to 1; above 0.5 reads as opinion
    checkworthy: float = 0.0  # 0 to 1; above 0.5 is worth checking
    force: Force = Force.PLAIN
    hedges: tuple[Mark, ...] = ()  # hedges, boosters and absolutes
    loaded: tuple[Mark, ...] = ()
    why: tuple[str, ...] = ()  # reasons for the type, the strongest first

    @property
    def span(self) -> Span:
        """Where the sentence lies."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: source, cue and content (Pareti 2013), each a list of spans."""

    source: tuple[Span, ...]  # empty when nobody is named ("it is thought")
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    type: QuoteType
    voice: Voice
    speaker: str = ""  # the source resolved to a full name or description; "" when unnamed
    judging: bool = False  # the cue itself judges: "claimed", "admitted", "falsely said"
    confidence: float = 0.0  # 0 to 1, from independent evidence
    why: tuple[str, ...] = ()  # the rules that found it, in words
    told: bool = False  # the content is a clause or quoted words, not an act, a wish or a topic


@dataclass(frozen=True, slots=True)
class Name:
    """A name, its kind, and the fullest form the text gives it."""

    start: int
    end: int
    kind: NameKind
    full: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression, and its ISO 8601 value where the text allows one ("" otherwise)."""

    start: int
    end: int
    kind: TimeKind
    value: str = ""
    why: str = ""  # what kind of time it is, and from where it is counted, in a teacher's words


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign of how the copy reached us: a byline, a date, a contact, or an oddity."""

    kind: str  # byline, dateline, date, publisher, contact, corrections, link, share, odd
    text: str  # what the page says
    note: str = ""  # what follows from it, in a teacher's words
    start: int | None = None  # offsets where the signal is in the text, else None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the copy tells of its own origin, and what it leaves out."""

    signals: tuple[Signal, ...] = ()
    missing: tuple[str, ...] = ()  # kinds a careful publisher shows and this copy does not
    odd: tuple[Signal, ...] = ()  # what looks wrong


@dataclass(frozen=True, slots=True)
class HeadlineNote:
    """Something that the headline and the body show of one another."""

    kind: str  # carried, surer, unsourced, loaded, number, alone
    note: str  # in a teacher's words
    start: int | None = None  # the words that show it, where they are in the text
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the analysis found in one document."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    names: tuple[Name, ...]
    times: tuple[TimeExpression, ...]
    provenance: Provenance
    title: str = ""
    language: str = "en"  # "en", or "other": then only blocks and quotations are given
    headline: tuple[HeadlineNote, ...] = ()
