"""How sure a finding is, from independent evidence, and why, in words a teacher understands."""

from __future__ import annotations

from curriculum.reading.attribution.joining import Finding
from curriculum.reading.types import QuoteType, Voice

_PLAIN = frozenset(
    ["say", "add", "tell", "write", "argue", "note", "explain", "tweet", "warn", "insist", "recall"]
    + ["announce", "report", "reply", "suggest", "acknowledge", "claim", "according", "describe"]
)
_BASE = {
    "q": 0.9,
    "label": 0.55,
    "pending": 0.7,
    "c": 0.62,
    "before": 0.88,
    "according": 0.8,
    "w": 0.45,
    "i": 0.4,
    "p": 0.42,
    "n": 0.42,
    "passive": 0.35,
    "seem": 0.3,
    "hearsay": 0.3,
    "noun": 0.35,
}
_SHAPE_WHY = {
    "q": "quotation marks, with “{cue}” beside them",
    "label": "a name and a colon at the head of the paragraph",
    "pending": "“{cue}” and a colon before the quotation",
    "c": "“{cue}” is followed by a statement",
    "before": "“{cue}” follows the statement, after a comma",
    "according": "“{cue}” names where the statement comes from",
    "w": "“{cue}” is followed by a question in reported form",
    "i": "“{cue}” is followed by what is wanted or promised",
    "p": "“{cue}” tells what is talked about",
    "n": "“{cue}” tells how something is spoken of",
    "passive": "“{cue}” reports what others say or think",
    "seem": "“{cue}” gives an impression and names nobody",
    "hearsay": "“{cue}” says that somebody reported it, not who",
    "noun": "“{cue}” is a word for something said or thought",
}


def weigh(
    text: str, finding: Finding, kind: QuoteType, voice: Voice, speaker: str
) -> tuple[float, tuple[str, ...]]:
    """The confidence, 0 to 1, and the reasons for it, the strongest first."""
    relation = finding.relation
    cue = " ".join(finding.cue[0].of(text).split())
    why = [_SHAPE_WHY[relation.shape].format(cue=cue)]
    score = _BASE[relation.shape]
    for reason, change in _evidence(text, finding, kind, voice, speaker):
        score += change * (1 - score if change > 0 else score)
        if reason:
            why.append(reason)
    return round(max(0.02, min(0.99, score)), 2), tuple(why)


def _evidence(
    text: str, finding: Finding, kind: QuoteType, voice: Voice, speaker: str
) -> list[tuple[str, float]]:
    relation, unit = finding.relation, finding.unit
    found: list[tuple[str, float]] = []
    if relation.lemma in _PLAIN:
        found.append(("a plain word for saying", 0.35))
    elif "say" not in relation.family and relation.shape in ("c", "q"):
        found.append(("", -0.25))
    first = relation.content[0][0] if relation.content else 0
    if relation.shape == "c" and unit.tags[first] == "t":
        found.append(("“that” opens what is said", 0.35))
    if kind is QuoteType.DIRECT and relation.shape == "q":
        found.append(("", 0.3))
    elif kind is QuoteType.MIXED:
        found.append(("some of the words are in quotation marks", 0.2))
    if "goes on" in relation.evidence:
        found.append(("the quotation goes on in the next sentence", 0.1))
    return found + _from_source(finding, voice, speaker)


def _from_source(finding: Finding, voice: Voice, speaker: str) -> list[tuple[str, float]]:
    source = finding.relation.source
    if source is None:
        return [("no source is given", -0.5)]
    length = source[1] - source[0]
    if voice is Voice.NAMED and speaker:
        found = [(f"the source is named: {speaker}", 0.3)]
    elif voice is Voice.INSTITUTION:
        found = [("the source is an organisation or a document", 0.1)]
    else:
        found = [("the source is not named", -0.1)]
    if length > 14:
        found.append(("", -0.2))
    return found
