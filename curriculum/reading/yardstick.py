"""The yardsticks of ``make evaluate``: what to score on which data, what others reach, our aim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of ``score.py``, with what it is compared to."""

    key: str  # its name in the scorer's JSON
    says: str  # what it is, in words
    reference: str
    aim: float


@dataclass(frozen=True, slots=True)
class Run:
    """One call of the scorer."""

    task: str
    dataset: str
    arguments: tuple[str, ...]
    measures: tuple[Measure, ...]


_FIRST = "first choice right | text has a gold span and is answered"
_ANSWERED = "answered | text has a gold span"
_FIRST_3 = "quiz precision of the first 3 items a text"

RUNS = (
    Run("attribution", "attribution.dev.jsonl", ("attribution",), (
        Measure("AR linked F1", "attribution linked, all", "CRF .66, human .79", 0.64),
        Measure(_FIRST_3, "attribution, first 3, quiz precision", "CRF .90", 0.92),
        Measure("source strict F1", "attribution, source strict", "CRF .66, human .78", 0.62),
        Measure("content strict F1", "attribution, content strict", "CRF .50, human .68", 0.46),
    )),
    Run("attribution", "attribution.dev.jsonl", ("attribution", "--subset", "speech"), (
        Measure("AR linked F1", "attribution linked, speech", "CRF .78, human .93", 0.77),
    )),
    Run("segmentation", "segmentation.jsonl", ("segmentation",), (
        Measure("boundary F1", "sentence boundaries (GUM)", "blingfire .972", 0.972),
    )),
    Run("segmentation", "segmentation.golden.jsonl", ("segmentation",), (
        Measure("texts wholly right", "sentence boundaries (golden rules)", "", 0.9),
    )),
    Run("boilerplate", "boilerplate.jsonl", ("boilerplate",), (
        Measure("F1", "article inside a page", "trafilatura .955", 0.96),
    )),
    Run("subjectivity", "subjectivity.jsonl", ("classify", "--fold", "dev"), (
        Measure("macro F1", "subjectivity, fold dev", "rules .64, winner .74", 0.68),
    )),
    Run("checkworthy", "checkworthy.jsonl", ("classify",), (
        Measure("macro F1", "check-worthiness (seen in training)",
                "trained .83; ours cross-validated .84", 0.83),
    )),
    Run("babe", "babe.jsonl", ("classify",), (
        Measure("macro F1", "biased sentence", "trained .74, human .79", 0.70),
    )),
    Run("babe", "babe.jsonl", ("spans",), (
        Measure(_FIRST, "loaded word, first choice right", "trained .75, human .71", 0.60),
        Measure(_ANSWERED, "loaded word, answered", "trained .69, human .65", 0.60),
    )),
    Run("basil", "basil.jsonl", ("spans", "--types", "LEX"), (
        Measure(_FIRST, "loaded word in an article, first choice", "", 0.2),
    )),
    Run("hedge", "hedge.jsonl", ("classify",), (
        Measure("macro F1", "hedged sentence", "trained .74", 0.75),
    )),
    Run("newsdiscourse", "newsdiscourse.jsonl.gz", ("sentkind",), (
        Measure("coarse: macro F1", "sentence kind, 4 classes", "CRF .585", 0.56),
        Measure("speech: macro F1", "speech, yes or no", "CRF .85", 0.86),
    )),
    Run("ner", "ner.jsonl", ("spans", "--merge-types"), (
        Measure("strict F1", "names, untyped", "CRF .65", 0.68),
    )),
    Run("ner", "ner.jsonl", ("spans",), (
        Measure("strict F1", "names, typed", "CRF .45", 0.52),
    )),
    Run("timex", "timex.jsonl", ("spans",), (
        Measure("strict F1", "times, strict", "CRF .80", 0.78),
        Measure("soft F1", "times, soft", "CRF .90", 0.90),
    )),
)  # fmt: skip
