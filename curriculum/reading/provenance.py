"""How a copy reached us: byline, date, publisher, contact, what is missing, what looks odd."""

from __future__ import annotations

from curriculum.reading.types import Document, Provenance


def trace(document: Document) -> Provenance:
    """The signals that the document carries, those it lacks, and those that look wrong."""
    return Provenance()
