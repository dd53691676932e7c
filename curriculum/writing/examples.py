"""Worked examples: for each skill, a place in this very text that shows the idea.

An example keeps away from the words that the questions ask about, so that no lesson gives an
answer away. Where the text has no place left that shows the idea, there is no example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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
from curriculum.writing.quoting import Quote, has_verb


@dataclass(frozen=True, slots=True)
class Example:
    """What fills the gaps of a lesson's example, and the words to light up."""

    values: dict[str, str]
    spans: tuple[Span, ...]
    form: str = ""  # which of the lesson's examples it fills; "" is the first


_REASONED = re.compile(r"\b(because|despite|so that|as a result|thanks to|due to|led to|means)\b")
_MIND = re.compile(
    r"\b(wants?|wanted|hopes?|hoped|fears?|feared|believes?|believed|angry|afraid|worried|"
    r"intends?|decided|determined|eager|keen)\b"
)
_ORDER = re.compile(r"\b(after|before|following|since|then)\b")
_FIGURE = re.compile(r"[$£€]\d|\d%|(?<![\w.])(?!(?:19|20)\d\d )\d[\d,.]* [a-z]{3,}")
_PAST = re.compile(r"\b(?:was|were|had|\w{3,}ed)\b")
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
        for example in everything(skill, reading)
        if not any(span.overlaps(other) for span in example.spans for other in taken)
    )
    return next(free, None)


def everything(skill: str, reading: Reading) -> Iterator[Example]:
    """Every example of the text for ``skill``, the best first."""
    return _FINDERS[skill](reading)


def _prov(reading: Reading) -> Iterator[Example]:
    """What the page shows. What it leaves out is for the learner to find."""
    signals = [signal for signal in reading.provenance.signals if signal.kind in _SHOWN]
    shown = [_SHOWN[signal.kind] for signal in signals]
    heading = next((b.span for b in reading.blocks if b.kind is BlockKind.HEADING), None)
    lit = [quoting.trimmed(reading.text, heading)] if heading else []
    lit += [
        Span(signal.start, signal.end)
        for signal in signals
        if signal.start is not None and signal.end is not None
    ]
    shown = (["a headline"] if heading else []) + list(dict.fromkeys(shown))
    if shown:
        yield Example({"shown": listed(shown)}, tuple(lit))
    yield Example({}, (), form="bare")


def _attr(reading: Reading) -> Iterator[Example]:
    for one, quote in _spoken(reading):
        cue = one.attribution.cue[0]
        yield _of(one, quote, (*one.attribution.source[:1], cue), cue=cue.of(reading.text))
    for _, quote in _plain(reading):
        yield replace(_at(reading, quote), form="the writer")


def _stand(reading: Reading) -> Iterator[Example]:
    """A source of which the text tells who it is, before one of which it does not."""
    spoken = [(one, quote, _role(reading, one)) for one, quote in _spoken(reading)]
    for one, quote, role in sorted(spoken, key=lambda each: each[2] is None):
        told = f"The text tells you who that is: “{role.of(reading.text)}”." if role else ""
        more = (*one.attribution.source[:1], *((role,) if role else ()))
        yield _of(one, quote, more, role=told)


def _role(reading: Reading, one: Said) -> Span | None:
    """What the text says of a speaker just after the name: ", a vet at the clinic,"."""
    last = re.escape(one.speaker.split()[-1])
    found = re.search(rf"\b{last}, ((?:an?|the|who) [^,.;:“”\n]{{6,80}})(?=[,.;])", reading.text)
    if found is None or (has_verb(found.group(1)) and not found.group(1).startswith("who")):
        return None  # "…, the plan was dropped": a new clause, and nothing of the speaker
    return Span(*found.span(1))


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
    name, reason = _KINDS[ClaimType.FACT]
    for sentence, quote in _plain(reading, longest=14):
        sure = _is_plain_fact(sentence) and sentence.subjective < 0.4 and not quote.cut
        if sure and _PAST.search(quote.words) and not _MIND.search(quote.words):
            yield _at(reading, quote, kind=name, reason=reason)


def _supp(reading: Reading) -> Iterator[Example]:
    spoken = {one.paragraph for one in material.said(reading, sure=0.0)}
    for _, quote in _plain(reading):
        if material.paragraph_at(reading, quote.span.start) not in spoken:
            yield _at(reading, quote)
    for one, quote in _spoken(reading):
        yield replace(_of(one, quote, ()), form="support")


def _force(reading: Reading) -> Iterator[Example]:
    yield from _marked(reading, lambda sentence: sentence.hedges)
    for sentence, quote in _plain(reading):
        if not sentence.hedges:
            yield replace(_at(reading, quote), form="plain")


def _load(reading: Reading) -> Iterator[Example]:
    yield from _marked(reading, lambda sentence: sentence.loaded)


def _infer(reading: Reading) -> Iterator[Example]:
    """A reason first, then a head looked into, then a mere order of events."""
    quotes = [
        quote
        for sentence in reading.sentences
        if sentence.block in material.paragraphs(reading)
        and (quote := quoting.quote(reading.text, sentence.span, longest=16))
    ]
    for form, pattern in (("", _REASONED), ("mind", _MIND), ("order", _ORDER)):
        for quote in quotes:
            found = pattern.search(quote.words, 1)
            if found and found.end() < len(quote.words):
                yield replace(_at(reading, quote, word=found.group(1)), form=form)


def _ctx(reading: Reading) -> Iterator[Example]:
    """A figure that stands alone is the plainest gap; any statement has one."""
    speakers = [material.mid(one) for one in material.said(reading)]
    told = listed(list(dict.fromkeys(speakers))[:4])
    alone = "A number stands there. Ask what you would compare it with."
    open_ = "Ask what came before, and whether it is still so."
    rest = [quote for _, quote in _plain(reading)]
    figures = [quote for _, quote in _counted(reading)]
    for quote in [*figures, *rest] if speakers else ():
        yield _at(reading, quote, speakers=told, gap=alone if quote in figures else open_)


def _corrob(reading: Reading) -> Iterator[Example]:
    for one, quote in _spoken(reading):
        direct = one.attribution.type is QuoteType.DIRECT
        record = "A recording or the full text" if direct else "The full statement or report"
        yield _of(one, quote, (), reason=f"{record}, from {material.mid(one)}.")
    for _, quote in _counted(reading):
        yield replace(_at(reading, quote), form="figure")
    for bare in _supp(reading):
        if not bare.form:
            yield replace(bare, form="event")


def _calib(reading: Reading) -> Iterator[Example]:
    for bare in _supp(reading):
        if bare.form:
            return
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


def _counted(reading: Reading) -> Iterator[tuple[Sentence, Quote]]:
    """Plain statements of fact with a figure that somebody must have counted."""
    for sentence, quote in _plain(reading, longest=14):
        if _FIGURE.search(quote.words) and _is_plain_fact(sentence):
            yield sentence, quote


def _is_plain_fact(sentence: Sentence) -> bool:
    return sentence.type is ClaimType.FACT and not (sentence.hedges or sentence.loaded)


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
