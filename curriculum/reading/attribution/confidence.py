"""How sure a finding is, from independent evidence, and why, in words a teacher understands.

Each piece of evidence moves the log-odds by a hand-set step, so that pieces add up the way
independent witnesses do; the steps were rounded to quarters and checked against held-out texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from curriculum.reading.attribution import nesting
from curriculum.reading.attribution.joining import Finding
from curriculum.reading.types import QuoteType, Span, Voice

_PLAIN = frozenset(
    (
        *("say", "add", "tell", "write", "argue", "note", "explain", "tweet", "warn", "insist"),
        *("recall", "announce", "report", "reply", "suggest", "acknowledge", "claim", "describe"),
        "according",
    )
)
_SHAPES: dict[str, tuple[float, str]] = {
    "q": (2.0, "quotation marks, with “{cue}” beside them"),
    "pending": (2.0, "“{cue}” and a colon before the quotation"),
    "according": (1.5, "“{cue}” names where the statement comes from"),
    "before": (1.0, "“{cue}” follows the statement, after a comma"),
    "label": (0.5, "a name and a colon at the head of the paragraph"),
    "c": (0.5, "“{cue}” is followed by a statement"),
    "w": (0.0, "“{cue}” is followed by a question in reported form"),
    "n": (0.0, "“{cue}” tells how something is spoken of"),
    "p": (0.0, "“{cue}” tells what is talked about"),
    "i": (0.0, "“{cue}” is followed by what is wanted or promised"),
    "feeling": (0.0, "“{cue}” tells what somebody feels or thinks"),
    "noun": (-0.5, "“{cue}” is a word for something said or thought"),
    "passive": (0.5, "“{cue}” reports what others say or think"),
    "seem": (0.0, "“{cue}” gives an impression and names nobody"),
    "hearsay": (-0.5, "“{cue}” says that somebody reported it, not who"),
}

_Evidence = tuple[float, str]  # step in log-odds, reason ("" where a teacher need not hear it)


def weigh(
    text: str, finding: Finding, kind: QuoteType, voice: Voice, speaker: str
) -> tuple[float, tuple[str, ...]]:
    """The confidence, 0 to 1, and the reasons for it, the strongest first."""
    odds, reason = _SHAPES[finding.relation.shape]
    why = [reason.format(cue=" ".join(finding.cue[0].of(text).split()))]
    for step, reason in _evidence(text, finding, kind, voice, speaker):
        odds += step
        if reason:
            why.append(reason)
    return round(1 / (1 + exp(-odds)), 3), tuple(why)


def _evidence(
    text: str, finding: Finding, kind: QuoteType, voice: Voice, speaker: str
) -> Iterator[_Evidence]:
    yield from _from_cue(finding)
    yield from _from_content(text, finding.content, finding.relation.shape, kind)
    yield from _from_source(finding, voice, speaker)
    if "goes on" in finding.relation.evidence:
        yield 0.5, "the quotation goes on in the next sentence"
    if nesting.WITHIN in finding.relation.evidence:
        yield -2.0, "it stands inside what somebody else says"
    if nesting.ASIDE in finding.relation.evidence:
        yield -4.0, "the sentence says “according to” somebody else"


def _from_cue(finding: Finding) -> Iterator[_Evidence]:
    relation, unit = finding.relation, finding.unit
    first, stop = relation.cue
    tags = unit.tags[first:stop]
    if relation.lemma in _PLAIN:
        yield 0.75, "a plain word for saying"
    elif relation.shape == "c" and "say" not in relation.family:
        yield -0.5, ""
    if relation.shape == "c" and unit.tags[relation.content[0][0]] == "t":
        yield 0.5, "“that” opens what is said"
    if tags.endswith("G") or (first and unit.tags[first - 1] == "T"):
        yield -0.75, ""
    if "X" in tags or any(low in ("not", "never") for low in unit.lows[first:stop]):
        yield -1.0, ""
    if unit.lows[stop - 1].endswith("ed") or unit.lows[stop - 1] in ("said", "told", "wrote"):
        yield 0.5, ""


def _from_content(
    text: str, content: list[Span], shape: str, kind: QuoteType
) -> Iterator[_Evidence]:
    words = sum(span.of(text).count(" ") + 1 for span in content)
    if shape in ("q", "before", "pending"):
        yield (-1.75 if words < 4 else -0.75 if words < 8 else 0.75 if words > 18 else 0.0), ""
    if kind is QuoteType.MIXED:
        yield 0.25, "some of the words are in quotation marks"


def _from_source(finding: Finding, voice: Voice, speaker: str) -> Iterator[_Evidence]:
    source, unit = finding.relation.source, finding.unit
    if source is None:
        hidden = finding.relation.shape in ("passive", "seem", "hearsay")
        yield 0.0 if hidden else -1.5, "no source is given"
        return
    low = unit.lows[source[0]]
    if voice is Voice.NAMED:
        yield 0.5, f"the source is named: {speaker}" if speaker else "the source is a person"
    elif voice is Voice.INSTITUTION:
        yield 0.0, "the source is an organisation or a document"
    else:
        yield -0.5, "the source is not named"
    if source[1] - source[0] == 1 and low in ("who", "which", "that"):
        yield -1.0, ""
    elif source[1] - source[0] == 1 and low in ("they", "it", "we", "i", "you"):
        yield -0.75, ""
    elif source[1] - source[0] >= 8:
        yield 0.75, "the source is described at length"
