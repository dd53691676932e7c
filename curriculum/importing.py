"""Bringing a text in: from words, a file or an address to a Source with its reading and claims."""

from __future__ import annotations

import hashlib

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from curriculum.fetching import Fetched, fetch
from curriculum.isolation import extract_safely
from curriculum.models import Claim, Source
from curriculum.reading import claims, extract, read, serial
from curriculum.reading.problems import MAX_BYTES, problem
from curriculum.reading.types import Document, Problem, Span, Voice

TITLE = 300  # characters, as the column has them


def document_of_words(words: str) -> Document | Problem:
    """The Document in pasted words. The source of a web page is read as the page."""
    data = words.encode("utf-8", "replace")
    declared = "text/plain; charset=utf-8"
    if extract.recognise(data, content_type=declared) == "text":
        return extract.extract(data, content_type=declared)
    return extract_safely(data, content_type=declared)


def document_of_upload(upload: UploadedFile[bytes]) -> Document | Problem:
    """The Document in an uploaded file; its size is known before it is read into memory."""
    if upload.size is None or upload.size > MAX_BYTES:
        return problem("too-large")
    return extract_safely(
        upload.read(), filename=upload.name or "", content_type=upload.content_type or ""
    )


def document_at(url: str) -> tuple[Document | Problem, str]:
    """The Document at an address, and the address that it was found at in the end."""
    fetched = fetch(url)
    if not isinstance(fetched, Fetched):
        return fetched, url
    found = extract_safely(fetched.body, content_type=fetched.content_type, url=fetched.url)
    return found, fetched.url


def known(*, text: str, by: User | None) -> Source | None:
    """The source that this teacher made of the very same text before, if any."""
    return Source.objects.filter(owner=by, sha256=fingerprint(text)).first()


def fingerprint(text: str) -> str:
    """What tells whether two texts are the same."""
    return hashlib.sha256(text.encode()).hexdigest()


def bring(
    *,
    document: Document,
    origin: str,
    filename: str = "",
    url: str = "",
    title: str = "",
    by: User | None,
) -> Source:
    """Read the document and keep it with its claims; the same text again is the same Source."""
    existing = known(text=document.text, by=by)
    if existing:
        return existing
    try:
        return _keep(document, origin=origin, filename=filename, url=url, title=title, by=by)
    except IntegrityError:  # a second tap was faster
        existing = known(text=document.text, by=by)
        if existing is None:
            raise
        return existing


@transaction.atomic
def _keep(
    document: Document, *, origin: str, filename: str, url: str, title: str, by: User | None
) -> Source:
    reading = read(document)
    source = Source.objects.create(
        owner=by,
        title=(title or reading.title or _opening(document.text))[:TITLE],
        origin=origin,
        format=document.format,
        filename=filename[-255:],
        url=url,
        text=document.text,
        sha256=fingerprint(document.text),
        reading_json=serial.dump(reading),
    )
    Claim.objects.bulk_create(_claim(source, found) for found in claims.find(reading))
    return source


def _claim(source: Source, found: claims.FoundClaim) -> Claim:
    speaker = _speaker(source.text, found)
    nameless = found.voice is Voice.NAMED and not speaker
    return Claim(
        source=source,
        start=found.start,
        end=found.end,
        voice=Voice.UNNAMED if nameless else found.voice,
        speaker=speaker,
        type=found.type,
        force=found.force,
        attribution=_attribution(found),
        confidence=found.confidence,
        why=list(found.why),
    )


def _speaker(text: str, found: claims.FoundClaim) -> str:
    """The name; where a named person was not resolved to one, the words that stand for it."""
    speaker = found.speaker
    if not speaker and found.voice is Voice.NAMED and found.attribution:
        speaker = " ".join(span.of(text) for span in found.attribution.source)
    return " ".join(speaker.split())[:200]


def _attribution(found: claims.FoundClaim) -> dict[str, object]:
    if found.attribution is None:
        return {}
    relation = found.attribution
    spans = {role: _pairs(getattr(relation, role)) for role in ("source", "cue", "content")}
    return {**spans, "type": relation.type, "judging": relation.judging}


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _opening(text: str) -> str:
    """The first words, for a text without a headline."""
    words = text.split()
    return " ".join(words[:10]) + ("…" if len(words) > 10 else "")
