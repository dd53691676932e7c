"""The text beside a question, and the words in it that settle the answer: made once, then kept.

A source's text never changes, and neither do a version's anchors, so the same question lights the
same words for everybody. What is kept here is what every learner sees, and nothing of any of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from config.prepared import Prepared
from curriculum import passages
from curriculum.models import Anchor, Edition, Source
from quiz import quotations
from quiz.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Evidence:
    """The text as it stands on the page, and what is quoted from it."""

    passage: SafeString
    quotations: tuple[Quotation, ...]


def _text(edition: int) -> QuerySet[Source, Source]:
    texts = Source.objects.filter(units__editions=edition).order_by()
    return texts.only("pk", "title", "origin")


_texts = Prepared(_text, int)


def text_of(edition: Edition) -> Source:
    """What an edition is about; without its long text, unless that was fetched with it."""
    if "unit" in edition._state.fields_cache:
        return edition.unit.source
    (source,) = _texts(edition.pk)
    return source


def dark(source: Source) -> SafeString:
    """The text with nothing lit, as before an answer."""
    return _shown(source.pk, None).passage


def lit(source: Source, version: int) -> Evidence:
    """The text with the words lit that settle a question."""
    return _shown(source.pk, version)


def forget() -> None:
    """Let go of everything: for tests, in which keys come back."""
    _shown.cache_clear()


@lru_cache(maxsize=1024)  # a text of 1,000 words takes about 8 kB
def _shown(source: UUID, version: int | None) -> Evidence:
    text = Source.objects.get(pk=source)
    found = Anchor.objects.filter(version=version) if version else []
    lights = passages.resolve(text.text, [anchor.as_draft() for anchor in found])
    cut = passages.paragraphs(text.text, text.blocks, lights)
    html = render_to_string("quiz/_paragraphs.html", {"paragraphs": cut})
    return Evidence(html, tuple(quotations.quotations(text, lights)))
