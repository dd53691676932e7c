"""Reading a text: bytes → Document → Reading. Pure, deterministic, offline, linear in length."""

from __future__ import annotations

from curriculum.reading import (
    attribution,
    blocks,
    headlines,
    language,
    names,
    provenance,
    sentences,
    stance,
    times,
)
from curriculum.reading.types import Document, Reading

__all__ = ["read", "read_text"]


def read(document: Document) -> Reading:
    """Read a document: the stages, top to bottom."""
    text = document.text
    spoken = language.of(text)
    head = blocks.headline(document.blocks)
    spans = sentences.split(text, document.blocks)
    found_names = names.find(text, spans) if spoken == "en" else ()
    said = attribution.find(text, document.blocks, spans, found_names, english=spoken == "en")
    judged = stance.judge(text, spans, said, found_names) if spoken == "en" else spans
    return Reading(
        text=text,
        blocks=document.blocks,
        sentences=judged,
        attributions=said,
        names=found_names,
        times=times.find(text, spans, published=document.metadata.published)
        if spoken == "en"
        else (),
        provenance=provenance.trace(document),
        title=document.metadata.title or (head.of(text) if head else ""),
        language=spoken,
        headline=headlines.compare(text, document.blocks, judged, said) if spoken == "en" else (),
    )


def read_text(text: str) -> Reading:
    """Read plain text as it stands: the offsets count into ``text`` itself."""
    return read(Document(text=text, blocks=blocks.split(text)))
