"""The evaluation tasks: each fills its gold field in the shape that the scorer accepts."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from curriculum.reading.evaluation import TASKS, Row, predictions
from curriculum.reading.yardstick import RUNS

ARTICLE = (
    "Ferry to stop at Holm\n\nThe ferry will stop at Holm from Tuesday, Mara Lund said.\n\n"
    "The harbour office counted 40 boats in 2019.\n\n"
    "“It is an outrageous plan,” said Tomas Brandt."
)


def answer(name: str, row: Row, folder: Path = Path()) -> Row:
    """The one answer of a task to one row."""
    return predictions(TASKS[name], [{"id": "x", **row}], folder)[0]


def test_answers_carry_the_id_of_their_row() -> None:
    rows = [{"id": "a", "text": "It rained."}, {"id": "b", "text": "It is awful."}]
    assert [row["id"] for row in predictions(TASKS["hedge"], rows, Path())] == ["a", "b"]


@pytest.mark.parametrize(
    ("task", "text", "label"),
    [
        ("hedge", "The well is perhaps Roman.", "UNCERTAIN"),
        ("hedge", "The well is nine metres deep.", "CERTAIN"),
        ("subjectivity", "We must never again trust this shameful, reckless scheme.", "SUBJ"),
        ("subjectivity", "The committee met on Tuesday, officials said.", "OBJ"),
        ("checkworthy", "Unemployment fell by 4 percent and wages rose to $21.", "CHECK"),
        ("checkworthy", "Thank you, and good evening to you all.", "NOT"),
        ("babe", "We must never again trust this shameful, reckless scheme.", "BIASED"),
        ("babe", "The committee met on Tuesday, officials said.", "NEUTRAL"),
    ],
)
def test_labels(task: str, text: str, label: str) -> None:
    assert answer(task, {"text": text})["label"] == label


def test_loaded_words_carry_a_score() -> None:
    text = "The shameful plan sparked a debate."
    (first, second) = answer("babe", {"text": text})["spans"]
    assert (text[first[0] : first[1]], first[2]) == ("shameful", "LOADED")
    assert first[3] > second[3]
    assert answer("basil", {"text": text})["spans"][0][2] == "LEX"


def test_a_speakers_words_are_not_the_articles() -> None:
    assert answer("babe", {"text": "“It is an outrageous plan,” said Tomas Brandt."})["spans"] == []


def test_attributions_are_lists_of_spans_with_a_score() -> None:
    found = answer("attribution", {"text": ARTICLE})["attributions"]
    sources = [ARTICLE[r["source"][0][0] : r["source"][0][1]] for r in found if r["source"]]
    assert {"Mara Lund", "Tomas Brandt"} <= set(sources)
    assert all(0 <= relation["score"] <= 1 for relation in found)


def test_sentences_times_and_names_are_spans() -> None:
    pieces = [
        ARTICLE[start:end] for start, end in answer("segmentation", {"text": ARTICLE})["sentences"]
    ]
    assert "The harbour office counted 40 boats in 2019." in pieces
    times = answer("timex", {"text": ARTICLE, "dct": "2024-05-08"})["spans"]
    assert [ARTICLE[start:end] for start, end, _ in times] == ["Tuesday", "2019"]
    names = answer("ner", {"text": ARTICLE})["spans"]
    assert "PER" in {kind for _, _, kind in names}


def test_roles_of_a_story() -> None:
    parts = answer("newsdiscourse", {"text": ARTICLE, "title": ""})["sentences"]
    roles = {ARTICLE[start:end]: (str(role), speech) for start, end, role, speech in parts}
    assert roles["The ferry will stop at Holm from Tuesday, Mara Lund said."] == ("NEWS", True)
    assert roles["The harbour office counted 40 boats in 2019."] == ("BACKGROUND", False)
    assert roles["“It is an outrageous plan,” said Tomas Brandt."] == ("OPINION", True)


def test_a_page_is_read_from_its_file(tmp_path: Path) -> None:
    words = "The ferry to Holm carried more people this spring than in any spring before it. " * 4
    page = (
        f"<html><body><nav>Menu</nav><article><h1>Ferry</h1><p>{words}</p></article></body></html>"
    )
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    (tmp_path / "b.html").write_text(page)
    (tmp_path / "c.html").write_bytes(b"")
    for name in ("a.html.gz", "b.html"):
        body = answer("boilerplate", {"html": name, "url": ""}, tmp_path)["body"]
        assert "carried more people" in body
        assert "Menu" not in body
    assert answer("boilerplate", {"html": "c.html", "url": ""}, tmp_path)["body"] == ""


def test_every_yardstick_names_a_task() -> None:
    assert {run.task for run in RUNS} == set(TASKS)
