"""Worked examples: for each skill, a place in this very text that shows the idea.

An example keeps away from the words that the questions ask about, so that no lesson gives an
answer away. Where the text has no place left that shows the idea, there is no example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from curriculum.reading.types import (
    BlockKind,
    ClaimType,
    Mark,
    QuoteType,
    Reading,
    Sentence,
    Span,
    Voice,
)
from curriculum.writing import material, quoting
from curriculum.writing.families import claim_type
from curriculum.writing.material import Said
from curriculum.writing.quoting import Quote


@dataclass(frozen=True, slots=True)
class Example:
    """What fills the gaps of a lesson's example, and the words to light up."""

    values: dict[str, str]
    spans: tuple[Span, ...]


_REASONED = re.compile(r"\b(because|despite|so that|as a result|thanks to|due to|led to|means)\b")
_KINDS = {
    ClaimType.FACT: ("factual claim", "A record where it was written down or counted."),
    ClaimType.PREDICTION: ("prediction", "Only time, since it speaks of what has yet to come."),
    ClaimType.VALUE: ("judgement", "No record could, since it weighs the thing."),
}
_SHOWN = {
    "byline": "the name of a writer",
    "dateline": "where it was written",
    "date": "a date",
    "publisher": "who published it",
    "contact": "a way to get in touch",
    "corrections": "a note on corrections",
    "link": "a link to a source",
    "share": "a button to share it",
}


def find(skill: str, reading: Reading, taken: Sequence[Span]) -> Example | None:
    """The first good example for ``skill`` that stays clear of the spans in ``taken``."""
    free = (
        example
        for example in _FINDERS[skill](reading)
        if not any(span.overlaps(other) for span in example.spans for other in taken)
    )
    return next(free, None)


def _prov(reading: Reading) -> Iterator[Example]:
    found = reading.provenance
    shown = [_SHOWN[s.kind] for s in found.signals if s.kind in _SHOWN]
    missing = [_SHOWN[kind] for kind in found.missing if kind in _SHOWN]
    heading = next((b.span for b in reading.blocks if b.kind is BlockKind.HEADING), None)
    shown = (["a headline"] if heading else []) + list(dict.fromkeys(shown))
    if shown and missing:
        spans = (quoting.trimmed(reading.text, heading),) if heading else ()
        yield Example({"shown": listed(shown), "missing": listed(missing)}, spans)


def _attr(reading: Reading) -> Iterator[Example]:
    for one, quote in _spoken(reading):
        cue = one.attribution.cue[0]
        yield _of(one, quote, (*one.attribution.source[:1], cue), cue=cue.of(reading.text))


def _stand(reading: Reading) -> Iterator[Example]:
    for one, quote in _spoken(reading):
        yield _of(one, quote, one.attribution.source[:1])


def _trace(reading: Reading) -> Iterator[Example]:
    for one, quote in _spoken(reading):
        if one.attribution.type is not QuoteType.MIXED:
            yield _of(one, quote, ())


def _type(reading: Reading) -> Iterator[Example]:
    for sentence, quote in _plain(reading, longest=14):
        kind, _ = claim_type.clear_case(sentence, quote, sentence.span.of(reading.text))
        if kind:
            name, reason = _KINDS[kind]
            yield _at(reading, quote, kind=name, reason=reason)


def _supp(reading: Reading) -> Iterator[Example]:
    spoken = {one.paragraph for one in material.said(reading, sure=0.0)}
    for _, quote in _plain(reading):
        if material.paragraph_at(reading, quote.span.start) not in spoken:
            yield _at(reading, quote)


def _force(reading: Reading) -> Iterator[Example]:
    yield from _marked(reading, lambda sentence: sentence.hedges)


def _load(reading: Reading) -> Iterator[Example]:
    yield from _marked(reading, lambda sentence: sentence.loaded)


def _infer(reading: Reading) -> Iterator[Example]:
    numbers = material.paragraphs(reading)
    for sentence in reading.sentences:
        reason = _REASONED.search(sentence.span.of(reading.text))
        quote = quoting.quote(reading.text, sentence.span, longest=16)
        if sentence.block in numbers and quote and reason and reason.group(1) in quote.words:
            yield _at(reading, quote, reason=f"the word “{reason.group(1)}” ties them together.")


def _ctx(reading: Reading) -> Iterator[Example]:
    speakers = [material.mid(one) for one in material.said(reading)]
    listed_ = listed(list(dict.fromkeys(speakers))[:4])
    for _, quote in _plain(reading):
        if speakers:
            yield _at(reading, quote, speakers=listed_)


def _corrob(reading: Reading) -> Iterator[Example]:
    for one, quote in _spoken(reading):
        direct = one.attribution.type is QuoteType.DIRECT
        record = "A recording or the full text" if direct else "The full statement or report"
        yield _of(one, quote, (), reason=f"{record}, from {material.mid(one)}.")


def _calib(reading: Reading) -> Iterator[Example]:
    for bare in _supp(reading):
        for one, quote in _spoken(reading):
            both = Example(
                {
                    **_of(one, quote, ()).values,
                    "other_quote": bare.values["quote"],
                    "other_paragraph": bare.values["paragraph"],
                },
                (quote.span, *bare.spans),
            )
            yield both


def _spoken(reading: Reading) -> Iterator[tuple[Said, Quote]]:
    """Statements of named people first, then of bodies and documents."""
    spoken = [one for one in material.said(reading) if one.voice is not Voice.UNNAMED]
    for one in sorted(spoken, key=lambda one: one.voice is not Voice.NAMED):
        quote = quoting.quote(reading.text, one.words)
        if quote and material.surely_named(reading, one):
            yield one, quote


def _plain(reading: Reading, longest: int = 12) -> Iterator[tuple[Sentence, Quote]]:
    """Sentences of the article's own voice."""
    for sentence in material.own(reading):
        quote = quoting.quote(reading.text, sentence.span, longest=longest)
        if quote:
            yield sentence, quote


def _marked(reading: Reading, marks: Callable[[Sentence], Iterable[Mark]]) -> Iterator[Example]:
    numbers = material.paragraphs(reading)
    for sentence in reading.sentences:
        quote = quoting.quote(reading.text, sentence.span)
        if sentence.block not in numbers or quote is None:
            continue
        for mark in marks(sentence):
            if quote.span.contains(mark.span) and mark.why and mark.score >= 0.6:
                yield _at(
                    reading, quote, (mark.span,), word=mark.span.of(reading.text), why=mark.why
                )


def _of(one: Said, quote: Quote, more: tuple[Span, ...], **values: str) -> Example:
    about = {"paragraph": str(one.paragraph), "quote": str(quote), "speaker": material.mid(one)}
    return Example({**about, **values}, (*more, quote.span))


def _at(reading: Reading, quote: Quote, more: tuple[Span, ...] = (), **values: str) -> Example:
    paragraph = material.paragraph_at(reading, quote.span.start)
    return Example(
        {"paragraph": str(paragraph), "quote": str(quote), **values}, (*more, quote.span)
    )


def listed(parts: Sequence[str]) -> str:
    """Parts as people list them: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


_FINDERS: dict[str, Callable[[Reading], Iterator[Example]]] = {
    "prov": _prov, "attr": _attr, "stand": _stand, "type": _type, "supp": _supp, "force": _force,
    "load": _load, "infer": _infer, "ctx": _ctx, "trace": _trace, "corrob": _corrob,
    "calib": _calib,
}  # fmt: skip
