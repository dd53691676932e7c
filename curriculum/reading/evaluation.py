"""The reader against data sets with known answers: one task a data set, in the shape of its scorer.

Each task takes a row of the data set (without looking at its gold fields) and returns the gold
field as our reader would fill it. The command ``manage.py evaluate`` runs them over files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curriculum.reading import attribution, blocks, discourse, names, read, sentences, stance
from curriculum.reading.extract import extract
from curriculum.reading.types import (
    Attribution,
    Block,
    BlockKind,
    ClaimType,
    Document,
    MarkKind,
    Metadata,
    NameKind,
    Reading,
    Sentence,
    Span,
)
from curriculum.reading.types import Problem as ReadingProblem

Row = dict[str, Any]
NAME_LABELS = {NameKind.PERSON: "PER", NameKind.ORGANISATION: "ORG", NameKind.PLACE: "LOC"}
OWN = 0.3  # loaded words that weigh less are a speaker's, not the article's
OPINION_LABELS = {ClaimType.FACT: "FACT", ClaimType.MIXED: "MIXED"}


@dataclass(frozen=True, slots=True)
class Task:
    """One data set, and how to fill its gold field."""

    name: str
    predict: Callable[[Row, Path], Row]
    purpose: str


def said(row: Row, folder: Path) -> Row:
    """Who says what."""
    return {"attributions": [_relation(found) for found in _article(row).attributions]}


def subjectivity(row: Row, folder: Path) -> Row:
    """Subjective or objective."""
    return {"label": "SUBJ" if _most(_sentences(row), "subjective") > 0.5 else "OBJ"}


def checkworthy(row: Row, folder: Path) -> Row:
    """Worth checking or not."""
    return {"label": "CHECK" if _most(_sentences(row), "checkworthy") > 0.5 else "NOT"}


def babe(row: Row, folder: Path) -> Row:
    """Biased sentence, opinion, and its loaded words, the surest first."""
    found = _sentences(row)
    leaning = max((stance.leaning(s) for s in found), default=0.0)
    types = {s.type for s in found}
    opinion = OPINION_LABELS.get(types.pop(), "OPINION") if len(types) == 1 else "MIXED"
    return {
        "label": "BIASED" if leaning > 0.47 else "NEUTRAL",
        "opinion": opinion,
        "spans": _loaded(found, "LOADED"),
    }


def basil(row: Row, folder: Path) -> Row:
    """Loaded words over a whole article."""
    return {"spans": _loaded(_article(row).sentences, "LEX")}


def hedge(row: Row, folder: Path) -> Row:
    """Whether a sentence holds a hedge."""
    weights = [m.score for s in _sentences(row) for m in s.hedges if m.kind is MarkKind.HEDGE]
    return {"label": "UNCERTAIN" if sum(weights) > 0.6 else "CERTAIN"}


def newsdiscourse(row: Row, folder: Path) -> Row:
    """What each sentence does in a news story, and whether it reports speech."""
    return {"sentences": [list(part) for part in discourse.roles(_article(row))]}


def boilerplate(row: Row, folder: Path) -> Row:
    """The article inside a page."""
    data = (folder / row["html"]).read_bytes()
    if row["html"].endswith(".gz"):
        import gzip

        data = gzip.decompress(data)
    found = extract(data, filename="page.html", content_type="text/html", url=row.get("url", ""))
    if isinstance(found, ReadingProblem):
        return {"body": ""}
    kept = (b for b in found.blocks if b.kind is not BlockKind.FURNITURE)
    return {"body": "\n\n".join(b.span.of(found.text) for b in kept)}


def segmentation(row: Row, folder: Path) -> Row:
    """Sentence boundaries."""
    return {"sentences": [[s.start, s.end] for s in _article(row).sentences]}


def ner(row: Row, folder: Path) -> Row:
    """Names and their kinds."""
    return {"spans": [[n.start, n.end, NAME_LABELS[n.kind]] for n in _article(row).names]}


def timex(row: Row, folder: Path) -> Row:
    """Time expressions."""
    times = _article(row).times
    return {"spans": [[t.start, t.end, t.kind.value.upper()] for t in times]}


TASKS = {
    task.name: task
    for task in (
        Task("attribution", said, "who says what"),
        Task("segmentation", segmentation, "where sentences end"),
        Task("boilerplate", boilerplate, "the article inside a page"),
        Task("subjectivity", subjectivity, "subjective or objective"),
        Task("checkworthy", checkworthy, "worth checking or not"),
        Task("babe", babe, "biased sentence, opinion, and loaded words"),
        Task("basil", basil, "loaded words in a whole article"),
        Task("hedge", hedge, "hedged or certain"),
        Task("newsdiscourse", newsdiscourse, "what a sentence does in a story; speech or not"),
        Task("ner", ner, "names and their kinds"),
        Task("timex", timex, "time expressions"),
    )
}


def predictions(task: Task, rows: list[Row], folder: Path) -> list[Row]:
    """The answers to all rows, in their order, each with its id."""
    return [{"id": row["id"], **task.predict(row, folder)} for row in rows]


def _article(row: Row) -> Reading:
    """The row read as an article: its text as pasted, its headline and date where it has them."""
    text = row["text"]
    metadata = Metadata(title=row.get("title", ""), published=row.get("dct", ""))
    return read(Document(text=text, blocks=blocks.split(text), metadata=metadata))


def _sentences(row: Row) -> tuple[Sentence, ...]:
    """The row as one paragraph known to be English: one sentence is too short to tell."""
    text = row["text"]
    paragraph = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    split = sentences.split(text, paragraph)
    known = names.find(text, split)
    return stance.judge(text, split, attribution.find(text, paragraph, split, known), known)


def _most(found: tuple[Sentence, ...], field: str) -> float:
    return max((float(getattr(s, field)) for s in found), default=0.0)


def _loaded(found: tuple[Sentence, ...], label: str) -> list[list[Any]]:
    marks = [m for s in found for m in s.loaded if m.score >= OWN]
    return [[m.start, m.end, label, m.score] for m in marks]


def _relation(found: Attribution) -> Row:
    return {
        "source": _pairs(found.source),
        "cue": _pairs(found.cue),
        "content": _pairs(found.content),
        "type": found.type.value,
        "score": found.confidence,
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
