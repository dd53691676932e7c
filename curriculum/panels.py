"""What the panels beside a close reading say: who speaks, how sure it sounds, what changed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from curriculum.models import Claim, Correction, Source
from curriculum.pens import Word
from curriculum.reading import support
from curriculum.reading.types import MarkKind, Reading, Sentence

VOICE_ORDER = (
    Claim.Voice.NAMED,
    Claim.Voice.INSTITUTION,
    Claim.Voice.UNNAMED,
    Claim.Voice.ARTICLE,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in the text, and what they say."""

    voice: str
    name: str
    claims: tuple[Claim, ...]
    supported: int  # claims whose sentence offers something to check them by

    @property
    def is_article(self) -> bool:
        """Whether this is the article's own voice."""
        return self.voice == Claim.Voice.ARTICLE


def speakers(text: str, reading: Reading, claims: Sequence[Claim]) -> list[Speaker]:
    """Who speaks, named people first and the article last; whoever says most leads."""
    sentences = Sentences(reading.sentences)
    said: dict[tuple[str, str], list[Claim]] = {}
    shown: dict[tuple[str, str], str] = {}
    for claim in claims:
        name = speaker_name(text, claim)
        key = (claim.voice, name.casefold())
        shown.setdefault(key, name)
        said.setdefault(key, []).append(claim)
    found = [
        Speaker(
            voice,
            shown[voice, name],
            tuple(theirs),
            sum(bool(offered(text, sentences.at(claim.start))) for claim in theirs),
        )
        for (voice, name), theirs in said.items()
    ]
    order = {voice: place for place, voice in enumerate(VOICE_ORDER)}
    return sorted(found, key=lambda one: (order[Claim.Voice(one.voice)], -len(one.claims)))


def speaker_name(text: str, claim: Claim) -> str:
    """Who says it, in words for a heading: a full name, or the words of the text."""
    if claim.voice == Claim.Voice.ARTICLE:
        return "The article itself"
    words = claim.speaker or " ".join(
        " ".join(text[start:end].split()) for start, end in claim.attribution.get("source", ())
    )
    return (words[:1].upper() + words[1:]) if words else "Somebody unnamed"


def offered(text: str, sentence: Sentence | None) -> tuple[str, ...]:
    """What the sentence offers as support."""
    return support.offered(sentence.span.of(text)) if sentence else ()


class Sentences:
    """Sentences by place."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._all = sentences
        self._starts = [sentence.start for sentence in sentences]

    def at(self, offset: int) -> Sentence | None:
        """The sentence in which ``offset`` lies."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self._all[place].end:
            return None
        return self._all[place]


@dataclass(frozen=True, slots=True)
class Strength:
    """How sure a text sounds: how many claims are hedged, plain, or put more strongly."""

    forces: tuple[tuple[str, int], ...]
    total: int
    words: tuple[tuple[str, tuple[Word, ...]], ...]  # careful words, then the sure ones

    @classmethod
    def of(cls, claims: Iterable[Claim], words: Iterable[Word]) -> Strength:
        """Count them."""
        forces = Counter(claim.force for claim in claims)
        by_kind: dict[MarkKind, list[Word]] = {}
        for word in words:
            for kind in {mark.kind for mark in word.marks}:
                by_kind.setdefault(kind, []).append(word)
        labels = (
            (MarkKind.HEDGE, "Careful words"),
            (MarkKind.BOOSTER, "Words that make it surer"),
            (MarkKind.ABSOLUTE, "Words that leave no exception"),
        )
        return cls(
            tuple((force.label, forces[force]) for force in Claim.Force),
            sum(forces.values()),
            tuple((label, tuple(by_kind[kind])) for kind, label in labels if kind in by_kind),
        )


@dataclass(frozen=True, slots=True)
class Change:
    """A correction that stands, in words."""

    correction: Correction
    what: str
    is_newest: bool  # of its claim: only the newest can be undone

    @property
    def claim(self) -> Claim:
        """The claim that was corrected."""
        return self.correction.claim


def changes(source: Source) -> list[Change]:
    """The corrections of a source that stand, newest first."""
    standing = Correction.objects.filter(claim__source=source, undone_at=None)
    found, seen = [], set()
    for correction in standing.select_related("claim"):
        correction.claim.source = source
        is_newest = correction.claim_id not in seen
        found.append(Change(correction, what_changed(correction), is_newest))
        seen.add(correction.claim_id)
    return found


def what_changed(correction: Correction) -> str:
    """What a correction did, in words: “the article itself → Mara Odell”."""
    before, after = correction.before, correction.after
    if not before:
        return "marked as a claim"
    if before["rejected"] != after["rejected"]:
        return "taken out" if after["rejected"] else "put back"
    old, new = _who(before), _who(after)
    parts = [f"{old} → {new}"] if old != new else []
    if before["type"] != after["type"]:
        parts.append(f"{before['type']} → {after['type']}")
    return ", ".join(parts)


def _who(state: dict[str, str]) -> str:
    return state["speaker"] or str(Claim.Voice(state["voice"]).label)
