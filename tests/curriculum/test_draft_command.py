"""``manage.py draft``: a readable report, JSON, and a clear word when it cannot."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from curriculum.units import bundled


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A bundled text as a file."""
    path = tmp_path / "article.md"
    path.write_text(bundled()[0].text, encoding="utf-8")
    return path


def draft(*arguments: str) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("draft", *arguments, stdout=out)
    return out.getvalue()


def test_it_prints_a_report(article: Path) -> None:
    report = draft(str(article))
    assert bundled()[0].title in report
    assert "== Attribution ==" in report
    assert "\n1. " in report
    assert "* " in report


def test_it_prints_json(article: Path) -> None:
    plain = json.loads(draft(str(article), "--json"))
    assert len(plain["questions"]) >= 12
    assert plain["lessons"][0]["steps"]


def test_it_says_so_when_there_is_nothing_to_ask(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("A walk\n\nThe path goes up the hill and then it goes down.\n", "utf-8")
    assert "no good question" in draft(str(path))


def test_a_file_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="could not open"):
        draft(str(tmp_path / "missing.txt"))
