"""The fairness report: what leans is named, what balances passes, two units share a rulebook."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from curriculum import units
from tests.curriculum.unit_files import items, spoil, write

QUESTIONS = "questions/01-attr.yaml"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The two units that are set beside each other, alike."""
    for slug in ("two-leaders", "standing-firm"):
        write(tmp_path / slug)
    monkeypatch.setattr(units, "FOLDER", tmp_path)
    return tmp_path


def report(*slugs: str, wrong: bool = False) -> str:
    """What the command prints, and that it fails just where something is wrong."""
    out = io.StringIO()
    if wrong:
        with pytest.raises(CommandError, match="out of balance"):
            call_command("fairness", *slugs, stdout=out)
    else:
        call_command("fairness", *slugs, stdout=out)
    return out.getvalue()


def figure(printed: str, name: str) -> str:
    """The first figure of that name."""
    line = next(line for line in printed.splitlines() if line.strip().startswith(name))
    return line.strip().removeprefix(name).strip()


def lean(folder: Path, critics: int, defenders: int) -> None:
    """Let so many items of the quiz favour each side."""
    practice, quiz = items().split("- id: attr-3")
    for side in ["critic"] * critics + ["defender"] * defenders:
        quiz = quiz.replace("favours: neither", f"favours: {side}", 1)
    (folder / QUESTIONS).write_text(f"{practice}- id: attr-3{quiz}", "utf-8")


def test_the_figures_of_a_set_that_balances(shelf: Path) -> None:
    printed = report("standing-firm")
    assert figure(printed, "items") == "15"
    assert figure(printed, "by skill") == "attr 15"
    assert figure(printed, "finds") == "holds 7, flaw 8, neither 0"
    assert figure(printed, "favours") == "critic 0, defender 0, neither 15"
    assert figure(printed, "key in place 1, 2, 3") == "5, 5, 5"
    assert figure(printed, "key is the longest") == "0 of 15"
    assert "✗" not in printed


def test_practice_is_not_counted(shelf: Path) -> None:
    spoil(shelf / "standing-firm", QUESTIONS, "favours: neither", "favours: critic")
    assert "critic 0," in report("standing-firm")


@pytest.mark.parametrize(("critics", "defenders", "leans"), [(5, 5, False), (8, 4, True)])
def test_a_lean_is_told(shelf: Path, critics: int, defenders: int, *, leans: bool) -> None:
    lean(shelf / "standing-firm", critics, defenders)
    printed = report("standing-firm", wrong=leans)
    assert f"critic {critics}, defender {defenders}," in printed
    assert ("favour a critic" in printed) is leans


def test_a_word_that_tells_the_answer_is_told(shelf: Path) -> None:
    text = items().replace("The painters of row", "Only the painters of row")
    (shelf / "standing-firm" / QUESTIONS).write_text(text, "utf-8")
    printed = report("standing-firm", wrong=True)
    assert figure(printed, "options with always, never") == "right 0 of 15"
    assert "The word tells the answer." in printed


def test_yes_and_no_are_right_equally_often(shelf: Path) -> None:
    text = items().replace("family: own", "family: traceable").replace("The warden of", "Yes to")
    (shelf / "standing-firm" / QUESTIONS).write_text(text, "utf-8")
    assert figure(report("standing-firm", wrong=True), "traceable as written") == "yes 15 of 15"


def test_two_leanings_are_set_beside_each_other(shelf: Path) -> None:
    printed = report()
    together = printed.split("two-leaders and standing-firm together")[1]
    assert figure(together, "items") == "30"
    assert figure(together.split("keyed by the same rulebook")[1], "own") == "15  15"


def test_the_second_set_brings_no_family_of_its_own(shelf: Path) -> None:
    spoil(
        shelf / "standing-firm", QUESTIONS, "id: attr-3\n  family: own", "id: attr-3\n  family: x"
    )
    assert "rules by a family that the first does not have" in report(wrong=True)


def test_both_sets_sort_by_the_same_answers(shelf: Path) -> None:
    for slug, answer in (("two-leaders", "A fact"), ("standing-firm", "A slur")):
        text = items().replace("family: own", "family: claim-type")
        (shelf / slug / QUESTIONS).write_text(text.replace("The warden", answer), "utf-8")
    assert "Only the second set sorts by: a slur of row 10" in report(wrong=True)
