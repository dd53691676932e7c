"""``manage.py read`` and ``manage.py evaluate``, as people and programs call them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = (
    "Pool to close\n\nThe council slashed the pool’s budget on Tuesday, Mara Lund said.\n\n"
    "The pool may never open again, critics argue. It was clearly a blustery meeting.\n\n"
    "“It is a phony saving,” said Tomas Brandt, who swims there every day.\n"
)
SCORER = """import argparse, json
parser = argparse.ArgumentParser()
parser.add_argument("task")
parser.add_argument("--gold")
parser.add_argument("--pred")
parser.add_argument("--json", action="store_true")
asked = parser.parse_args()
answers = [json.loads(line)["label"] for line in open(asked.pred)]
print(json.dumps({"metrics": {"macro F1": answers.count("UNCERTAIN") / len(answers)}}))
"""


def call(*arguments: str) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article in a file."""
    path = tmp_path / "pool.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_report_tells_who_speaks_and_which_words_judge(article: Path) -> None:
    report = call("read", str(article))
    assert report.startswith("Pool to close\n=============\n")
    for words in ("Mara Lund [said]:", "slashed  (plainer: cut)", "blustery", "may", "missing:"):
        assert words in report
    assert report.index("Who says it") < report.index("Loaded words") < report.index("Hedges")


def test_no_line_of_the_report_is_too_long(article: Path) -> None:
    article.write_text(TEXT + "\n\n“" + "A very long sentence, " * 40 + "” said Mara Lund.\n")
    assert max(map(len, call("read", str(article)).splitlines())) <= 100


def test_json_has_offsets_into_its_own_text(article: Path) -> None:
    plain = json.loads(call("read", str(article), "--json"))
    loaded = [mark for sentence in plain["sentences"] for mark in sentence["loaded"]]
    words = [plain["text"][mark["start"] : mark["end"]] for mark in loaded]
    assert {"slashed", "blustery", "phony"} <= set(words)


def test_stdin_is_read(article: Path) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "read", "-"],
        input=TEXT.encode(), capture_output=True, cwd=ROOT, check=True,
    )  # fmt: skip
    assert done.stdout.decode().startswith("Pool to close")


def test_a_missing_file_ends_with_a_sentence_and_code_1() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "read", "no-such-file.txt"],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "We could not open no-such-file.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_without_words_is_explained(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("  \n")
    with pytest.raises(CommandError, match="no words"):
        call("read", str(tmp_path / "empty.txt"))


def test_another_language_is_said_to_be_unread(tmp_path: Path) -> None:
    words = "Der Rat hat am Dienstag beschlossen, das Bad zu schließen, weil das Geld fehlt. " * 3
    (tmp_path / "bad.txt").write_text(words, encoding="utf-8")
    assert "only English for now" in call("read", str(tmp_path / "bad.txt"))


def rows(folder: Path) -> Path:
    """A data set of two sentences with their labels."""
    path = folder / "hedge.jsonl"
    texts = [("The well is perhaps Roman.", "UNCERTAIN"), ("The well is deep.", "CERTAIN")]
    lines = [
        json.dumps({"id": f"h{n}", "text": text, "label": label})
        for n, (text, label) in enumerate(texts)
    ]
    path.write_text("\n".join(lines) + "\n")
    return path


def test_evaluate_writes_predictions(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert "2 answers" in call("evaluate", "hedge", str(rows(tmp_path)), "--out", str(out))
    answers = [json.loads(line) for line in out.read_text().splitlines()]
    assert answers == [{"id": "h0", "label": "UNCERTAIN"}, {"id": "h1", "label": "CERTAIN"}]


def test_evaluate_lists_its_tasks() -> None:
    listed = call("evaluate", "--list")
    for name in ("attribution", "subjectivity", "babe", "timex", "boilerplate"):
        assert f"{name} " in listed


def test_the_table_sets_our_figure_beside_the_aim(tmp_path: Path) -> None:
    rows(tmp_path)
    (tmp_path / "score.py").write_text(SCORER)
    table = call("evaluate", "--table", str(tmp_path))
    assert "hedged sentence                                 0.500< 0.750" in table
    assert "babe.jsonl: not here, skipped" in table


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Name a task"),
        (("hedge",), "Name a task"),
        (("nonsense", "x.jsonl", "--out", "y.jsonl"), "There is no task nonsense"),
        (("hedge", "no-such.jsonl", "--out", "y.jsonl"), "We could not open"),
        (("--table", "no-such-folder"), "There is no score.py"),
    ],
)
def test_evaluate_says_what_is_missing(arguments: tuple[str, ...], words: str) -> None:
    with pytest.raises(CommandError, match=words):
        call("evaluate", *arguments)
