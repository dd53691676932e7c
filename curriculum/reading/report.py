"""A Reading as a page of plain words for the terminal: who speaks, which words judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from curriculum.reading.types import (
    Attribution,
    BlockKind,
    ClaimType,
    Mark,
    MarkKind,
    Reading,
    Span,
    Voice,
)

WIDTH = 92
VOICES = {
    Voice.NAMED: "Named people",
    Voice.INSTITUTION: "Institutions and documents",
    Voice.UNNAMED: "Unnamed",
    Voice.ARTICLE: "The article’s own voice",
}
TYPES = {
    ClaimType.FACT: "fact",
    ClaimType.INTERPRETATION: "interpretation",
    ClaimType.PREDICTION: "prediction",
    ClaimType.VALUE: "value",
    ClaimType.MIXED: "mixed",
}


def lines(reading: Reading) -> Iterator[str]:
    """The report, line by line."""
    yield reading.title or "(no headline)"
    yield "=" * min(WIDTH, len(reading.title) or 13)
    yield from _counts(reading)
    if reading.language != "en":
        yield ""
        yield "We read only English for now: this reading gives the blocks and the quotations."
    yield from _speakers(reading)
    yield from _marks("Loaded words", reading, _all(reading, MarkKind.LOADED))
    yield from _marks("Hedges", reading, _all(reading, MarkKind.HEDGE))
    yield from _marks("Boosters", reading, _all(reading, MarkKind.BOOSTER))
    yield from _marks("Absolutes", reading, _all(reading, MarkKind.ABSOLUTE))
    yield from _headline(reading)
    yield from _provenance(reading)


def _counts(reading: Reading) -> Iterator[str]:
    kinds = Counter(block.kind for block in reading.blocks)
    types = Counter(sentence.type for sentence in reading.sentences)
    yield (
        f"{len(reading.text.split()):,} words · {len(reading.sentences)} sentences · "
        f"{kinds[BlockKind.PARAGRAPH]} paragraphs · {kinds[BlockKind.HEADING]} headings · "
        f"{kinds[BlockKind.FURNITURE]} pieces of furniture"
    )
    if reading.language == "en":
        yield "Sentences by type: " + " · ".join(
            f"{types[kind]} {name}" for kind, name in TYPES.items() if types[kind]
        )


def _speakers(reading: Reading) -> Iterator[str]:
    yield from _heading("Who says it")
    if not reading.attributions:
        yield "  Nobody is quoted or reported: everything is in the article’s own voice."
    for voice, title in VOICES.items():
        said = [found for found in reading.attributions if found.voice is voice]
        if said:
            yield f"  {title} ({len(said)})"
            yield from (_said(reading.text, found) for found in said)


def _said(text: str, found: Attribution) -> str:
    who = found.speaker or _words(text, found.source) or "nobody named"
    cue = _words(text, found.cue)
    return _short(f"    {who}{f' [{cue}]' if cue else ''}: {_words(text, found.content)}")


def _marks(title: str, reading: Reading, marks: list[Mark]) -> Iterator[str]:
    if not marks:
        return
    yield from _heading(f"{title} ({len(marks)})")
    for why, group in groupby(sorted(marks, key=lambda m: (m.why, m.start)), lambda m: m.why):
        yield from wrap(f"{why or 'marked'}:", WIDTH, initial_indent="  ", subsequent_indent="  ")
        yield from (f"    {_marked(reading.text, mark)}" for mark in group)


def _marked(text: str, mark: Mark) -> str:
    plain = f"  (plainer: {mark.alternative})" if mark.alternative else ""
    return _short(f"{_line(mark.span.of(text))}{plain}")


def _headline(reading: Reading) -> Iterator[str]:
    if reading.headline:
        yield from _heading("The headline and the text")
        yield from (_short(f"  {note.note}") for note in reading.headline)


def _provenance(reading: Reading) -> Iterator[str]:
    yield from _heading("Where this copy comes from")
    found = reading.provenance
    for signal in found.signals:
        yield _short(f"  {signal.kind}: {_line(signal.text)}")
    for signal in found.odd:
        yield _short(f"  looks odd: {_line(signal.text)} – {signal.note}")
    if found.missing:
        yield "  missing: " + ", ".join(found.missing)


def _heading(title: str) -> tuple[str, str]:
    return "", title


def _all(reading: Reading, kind: MarkKind) -> list[Mark]:
    marks = (m for sentence in reading.sentences for m in (*sentence.hedges, *sentence.loaded))
    return [mark for mark in marks if mark.kind is kind]


def _words(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(_line(span.of(text)) for span in spans)


def _line(words: str) -> str:
    return " ".join(words.split())


def _short(line: str) -> str:
    return line if len(line) <= WIDTH else line[: WIDTH - 1].rstrip() + "…"
