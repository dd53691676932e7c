"""``manage.py evaluate_drafts``: a table over many texts, whatever is in them."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from curriculum.units import bundled


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


def test_it_says_so_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no text"):
        evaluated(tmp_path)
    with pytest.raises(CommandError, match="no file or folder"):
        evaluated(tmp_path / "away")
