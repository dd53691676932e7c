"""A Reading as plain JSON values, and back. The key names are a public contract."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from curriculum.reading.types import (
    Attribution,
    Block,
    BlockKind,
    ClaimType,
    Force,
    HeadlineNote,
    Mark,
    MarkKind,
    Name,
    NameKind,
    Provenance,
    QuoteType,
    Reading,
    Sentence,
    Signal,
    Span,
    TimeExpression,
    TimeKind,
    Voice,
)

Json = dict[str, Any]


def dump(reading: Reading) -> Json:
    """The Reading as values that ``json.dumps`` takes; spans and scopes as pairs."""
    plain = asdict(reading)
    for sentence in plain["sentences"]:
        for mark in (*sentence["hedges"], *sentence["loaded"]):
            scope = mark["scope"]
            mark["scope"] = [scope["start"], scope["end"]] if scope else None
    for relation, found in zip(plain["attributions"], reading.attributions, strict=True):
        for role in ("source", "cue", "content"):
            relation[role] = [[span.start, span.end] for span in getattr(found, role)]
    return plain


def load(plain: Json) -> Reading:
    """The Reading that ``dump`` wrote. Raises KeyError or ValueError on anything else."""
    return Reading(
        text=plain["text"],
        blocks=load_blocks(plain["blocks"]),
        sentences=tuple(_sentence(s) for s in plain["sentences"]),
        attributions=tuple(_attribution(a) for a in plain["attributions"]),
        names=tuple(Name(**{**n, "kind": NameKind(n["kind"])}) for n in plain["names"]),
        times=tuple(TimeExpression(**{**t, "kind": TimeKind(t["kind"])}) for t in plain["times"]),
        provenance=Provenance(
            signals=tuple(Signal(**s) for s in plain["provenance"]["signals"]),
            missing=tuple(plain["provenance"]["missing"]),
            odd=tuple(Signal(**s) for s in plain["provenance"]["odd"]),
        ),
        title=plain["title"],
        language=plain["language"],
        # Readings that were stored before headlines were compared have none.
        headline=tuple(HeadlineNote(**note) for note in plain.get("headline", ())),
    )


def load_blocks(plain: list[Json]) -> tuple[Block, ...]:
    """The blocks alone: what a page needs that shows the text without its marks."""
    return tuple(Block(**{**block, "kind": BlockKind(block["kind"])}) for block in plain)


def _mark(plain: Json) -> Mark:
    scope = plain.get("scope")  # readings that were stored before scopes were found have none
    return Mark(
        **{
            **plain,
            "kind": MarkKind(plain["kind"]),
            "scope": Span(scope[0], scope[1]) if scope else None,
        }
    )


def _sentence(plain: Json) -> Sentence:
    return Sentence(
        **{
            **plain,
            "type": ClaimType(plain["type"]),
            "force": Force(plain["force"]),
            "hedges": tuple(_mark(m) for m in plain["hedges"]),
            "loaded": tuple(_mark(m) for m in plain["loaded"]),
            "why": tuple(plain["why"]),
        }
    )


def _attribution(plain: Json) -> Attribution:
    roles = {
        role: tuple(Span(start, end) for start, end in plain[role])
        for role in ("source", "cue", "content")
    }
    return Attribution(
        **{
            **plain,
            **roles,
            "type": QuoteType(plain["type"]),
            "voice": Voice(plain["voice"]),
            "why": tuple(plain["why"]),
        }
    )
