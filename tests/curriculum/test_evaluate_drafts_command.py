"""``manage.py evaluate_drafts``: a table over many texts, whatever is in them."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from curriculum.management.commands.evaluate_drafts import report
from curriculum.units import bundled
from curriculum.writing.tally import Drafted


def evaluated(path: Path, *options: str) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("evaluate_drafts", str(path), *options, stdout=out)
    return out.getvalue()


def test_it_counts_the_bundled_texts(tmp_path: Path) -> None:
    for text in bundled():
        (tmp_path / f"{text.slug}.md").write_text(text.text, "utf-8")
    printed = evaluated(tmp_path)
    assert f"texts                      {len(bundled())}" in printed
    assert "full quiz among those      100.0%" in printed
    assert "tracebacks                 0" in printed
    assert "not full" not in printed


def test_it_reads_lines_of_json_and_draws_the_same_items_again(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"id": "one", "text": bundled()[0].text}) + "\n", "utf-8")
    first = evaluated(path, "--show", "3", "--seed", "4")
    drawn = [line for line in first.splitlines() if line.startswith("one: ")]
    assert len(drawn) == 3
    again = evaluated(path, "--show", "3", "--seed", "4").splitlines()
    assert [line for line in again if line.startswith("one: ")] == drawn


def test_a_file_that_cannot_be_read_is_counted_and_named(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    printed = evaluated(tmp_path)
    assert "tracebacks                 1" in printed
    assert "broken.pdf" in printed


def test_it_times_short_and_long_texts_apart() -> None:
    """A thousand words of one text are not held to what a short text costs for each word."""
    times = {400: 100.0, 799: 159.8, 800: 240.0, 1_300: 130.0, 5: 50.0}
    done = [Drafted("one", "word " * words, (), (), (), spent) for words, spent in times.items()]
    printed = "\n".join(report(done))
    assert "ms per 1,000 words         250 (median), 10000 (most)" in printed
    assert "  400 to 800 words         225 (median), 250 (most), texts: 2" in printed
    assert "  800 to 1,300 words       300 (median), 300 (most), texts: 1" in printed
    assert "  1,300 words or more      100 (median), 100 (most), texts: 1" in printed
    assert "800 words" not in "\n".join(report(done[:1])).replace("400 to 800 words", "")


def test_it_says_so_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no text"):
        evaluated(tmp_path)
    with pytest.raises(CommandError, match="no file or folder"):
        evaluated(tmp_path / "away")
