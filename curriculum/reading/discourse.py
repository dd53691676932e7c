"""What each sentence does in a news story: the news itself, background, opinion, or a look ahead.

The four roles are coarse classes of van Dijk's news schema as Choubey et al. (2020) annotate it.
They rest on three things: where the sentence stands, whether somebody speaks in it, and the kind
of claim it makes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum
from typing import NamedTuple

from curriculum.reading import quoting
from curriculum.reading.lexicon import listed
from curriculum.reading.types import BlockKind, ClaimType, QuoteType, Reading, Sentence


class Role(StrEnum):
    """What a sentence does in a story."""

    NEWS = "NEWS"  # what happened, and what follows from it now
    BACKGROUND = "BACKGROUND"  # what came before, and how things stand
    OPINION = "OPINION"  # how somebody judges it
    PREDICTION = "PREDICTION"  # what may come of it


class Part(NamedTuple):
    """A sentence with its role, and whether it reports speech."""

    start: int
    end: int
    role: Role
    speech: bool


LEAD = 3  # sentences from the top that may still tell the news
QUOTED = 0.3  # the share of a sentence in quotation marks that makes it speech
SHARED = 2  # words in common with the opening sentence that tie a later one to the news

# Words that tell of talking; "announced", "posted" and "according to" may rest on paper.
_TALK = frozenset(
    listed(
        "said says say saying told tells telling added adding asked replied explained"
        " recalled noted argued insisted wrote remarked commented suggested thinks thought"
        " warned"
    )
)
_CAPITALISED = re.compile(r"\b[A-Z]\w{3,}")
_LONG = re.compile(r"\b[a-z]{6,}")
_FUTURE = re.compile(
    r"\b(?:will|won['’]t|would|could|may|might|going to|expect(?:s|ed)?|plans? to|likely|forecasts?"
    r"|predict\w*|hop(?:es?|ing) to|intends? to|set to|next (?:year|month|week)|future|if)\b"
)
_PAST = re.compile(r"\b(?:had|was|were|ago|in (?:19|20)\d\d|last (?:year|month)|since)\b")


def roles(reading: Reading) -> tuple[Part, ...]:
    """The role of every sentence of the body, in order."""
    spoken = _spoken(reading)
    body = [s for s in reading.sentences if reading.blocks[s.block].kind is BlockKind.PARAGRAPH]
    if not body:
        return ()
    opening = _topics(reading.text, body[0]) | set(_LONG.findall(reading.title.lower()))
    found = []
    for index, sentence in enumerate(body):
        speech = sentence.start in spoken
        role = _role(reading.text, sentence, index, opening, speech=speech)
        found.append(Part(sentence.start, sentence.end, role, speech))
    return tuple(found)


def _spoken(reading: Reading) -> set[int]:
    """The sentences, by their start, that hold a word of talking or lie in a quotation."""
    starts = [sentence.start for sentence in reading.sentences]
    found = {
        starts[bisect_right(starts, cue.start) - 1]
        for relation in reading.attributions
        for cue in relation.cue
        if not _TALK.isdisjoint(cue.of(reading.text).lower().split())
    }
    who = quoting.voices(reading.text, reading.attributions)
    direct = (span for span, rel in who.contents if rel.type is QuoteType.DIRECT)
    for quoted in (*who.quoted, *direct):
        first = max(0, bisect_right(starts, quoted.start) - 1)
        for sentence in reading.sentences[first : bisect_left(starts, quoted.end)]:
            shared = min(quoted.end, sentence.end) - max(quoted.start, sentence.start)
            if shared > QUOTED * (sentence.end - sentence.start):
                found.add(sentence.start)
    return found


def _role(text: str, sentence: Sentence, index: int, opening: set[str], *, speech: bool) -> Role:
    words = sentence.span.of(text)
    if index == 0:
        return Role.NEWS
    if index < LEAD and len(_topics(text, sentence) & opening) >= SHARED:
        return Role.NEWS
    ahead = len(_FUTURE.findall(words)) - 0.7 * len(_PAST.findall(words))
    if sentence.type is ClaimType.PREDICTION or ahead >= 1:
        return Role.PREDICTION
    if speech or sentence.subjective > 0.6 or sentence.type is ClaimType.VALUE:
        return Role.OPINION
    return Role.BACKGROUND


def _topics(text: str, sentence: Sentence) -> set[str]:
    words = sentence.span.of(text)
    return {w.lower() for w in _CAPITALISED.findall(words)} | set(_LONG.findall(words.lower()))
