"""Mistakes in the files of a unit: each gets its sentence, and none a traceback."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from curriculum import units
from curriculum.units.checking import check, even
from curriculum.writing.types import Severity
from tests.curriculum.unit_files import items, spoil, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A unit without a mistake."""
    return write(tmp_path / "doors")


def told(folder: Path) -> list[str]:
    """Every error, as the command prints it."""
    found = check(units.parse(folder))
    return [str(each) for each in found if each.severity is Severity.ERROR]


def test_a_whole_unit_has_no_mistake(folder: Path) -> None:
    assert told(folder) == []


def test_what_the_files_say_is_read(folder: Path) -> None:
    unit = units.parse(folder).unit
    assert unit
    assert (unit.slug, unit.kind, unit.as_of.isoformat()) == (
        "doors", "a local news report", "2026-03-02",
    )  # fmt: skip
    (lesson,) = unit.lessons
    assert [step.kind for step in lesson.steps] == ["idea", "example", "check", "discuss", "recap"]
    assert [anchor.exact for anchor in lesson.steps[1].anchors] == [
        "door 1 is green", "door 2 is green",
    ]  # fmt: skip
    assert "Anchors" not in lesson.steps[1].body
    first = unit.items[0]
    assert (first.id, first.practice, first.finds, first.favours) == (
        "attr-1", True, "flaw", "neither",
    )  # fmt: skip
    assert [each.confusion for each in first.question.choices] == [
        "", "wrong-speaker", "own-is-reported",
    ]  # fmt: skip
    anchor = first.question.anchors[0]
    assert unit.document.text[anchor.start : anchor.end] == "door 1 is green"
    assert len(unit.quiz) == len(unit.items) - 2 == len(unit.draft.questions)


QUESTIONS, LESSON = "questions/01-attr.yaml", "lessons/01-attr.md"
SPOILT = {
    "no yaml": (QUESTIONS, "choices:", "choices: [", "This is not YAML at line"),
    "no list": (QUESTIONS, "- id: attr-1\n", "id: attr-1\n", "This is not YAML"),
    "no field": (QUESTIONS, "  finds: flaw", "  find: flaw", "attr-1: There is no field “find”"),
    "no why": (QUESTIONS, ", why: The sentence names the warden.", "", "“why” is missing"),
    "wrong finds": (QUESTIONS, "finds: flaw", "finds: fault", "“finds” should be one of: holds"),
    "wrong flag": (QUESTIONS, "practice: true", "practice: often", "should be true or false"),
    "no stem": (QUESTIONS, "stem: Whose", "stem: #", "attr-1: “stem” is missing"),
    "two keys": (QUESTIONS, "confusion: wrong-speaker", "key: true", "2 options are right"),
    "key confused": (QUESTIONS, "key: true", "key: true, confusion: gap-filled", "The key has a"),
    "lost": (QUESTIONS, 'exact: "door 1 ', 'exact: "gate 1 ', "“gate 1 is green” is not in the te"),
    "twice": (QUESTIONS, 'exact: "door 1 is green', 'exact: "is green', "stands 17 times in the t"),
    "prefix": (QUESTIONS, '1 is green"}', '1 is green", prefix: "red"}', "“red” do not stand just"),
    "no anchor": (QUESTIONS, '    - {exact: "door 1 is green"}\n', "", "“anchors” should be"),
    "confusion": (QUESTIONS, "wrong-speaker", "wrong-shoes", "Say which confusion"),
    "family": (QUESTIONS, "family: own", "family: riddle", "Choose what kind of question"),
    "id": (QUESTIONS, "id: attr-2", "id: attr-1", "Another item has this id"),
    "stem": (QUESTIONS, "“door 2 is green”?", "“door 1 is green”?", "Another item has this stem"),
    "paragraph": (QUESTIONS, "Paragraph 1", "Paragraph 4", "stand in paragraph 1"),
    "check": (QUESTIONS, "To check: ask", "You may ask", "The explanation has no “To check: …”"),
    "source": (QUESTIONS, "favours: neither", "sources: [S9]\n  favours: neither", "no source S9"),
    "stale": (QUESTIONS, "finds: flaw", "review_by: 2020-01-01\n  finds: flaw", "after as_of"),
    "practice": (QUESTIONS, "practice: true", "practice: false", "1 practice items. Make it 2"),
    "balance": (QUESTIONS, "practice: false", "practice: true", "Make it 2"),
    "skill": (LESSON, "skill: attr", "skill: juggling", "There is no skill “juggling”"),
    "matter": (LESSON, "---\n", "", "between two lines of “---”"),
    "module": (LESSON, "module: Who says\n", "", 'write module: "" for none'),
    "kind": (LESSON, "## recap:", "## encore:", "should be “## kind: heading”"),
    "steps": (LESSON, "## recap: In short\nFind who says it.\n", "", "0 steps “## recap: …”"),
    "step words": (LESSON, "Find who says it.\n", "", "The step “In short” has no words"),
    "lit": (LESSON, "“door 1 is green”", "“gate 1 is green”", "“gate 1 is green” is not in the te"),
    "dark": (LESSON, "Anchors: “door 1 is green” | “door 2 is green”", "", "lights up no words"),
    "look": (LESSON, "**What to look for:**", "Look for", "has no “**What to look for:**”"),
    "title": ("unit.yaml", "title: A count of doors", "title:", "“title” is missing"),
    "note": ("unit.yaml", 'content_note: ""\n', "", 'write content_note: "" for none'),
    "no such day": ("unit.yaml", "as_of: 2026-03-02", "as_of: 2026-02-31", "Mend the date"),
    "day": ("unit.yaml", "as_of: 2026-03-02", "as_of: in March", "should be a day, such as"),
    "review": ("unit.yaml", "review_by: 2027", "review_by: 2025", "should be after as_of"),
    "sources": ("unit.yaml", "sources:\n  -", "sources: none\nother:\n  -", "should be a list"),
    "record": ("unit.yaml", ", used_for: the count", "", "source 1: “used_for” is missing"),
    "matter of text": ("text.md", 'note: "', 'remark: "', "There is no field “remark”"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", SPOILT)
def test_a_mistake_gets_its_sentence(folder: Path, mistake: str) -> None:
    file, old, new, sentence = SPOILT[mistake]
    spoil(folder, file, old, new)
    assert any(sentence in each and each.startswith(file.split(",")[0]) for each in told(folder))


@pytest.mark.parametrize("file", ["unit.yaml", "teacher-notes.md", "text.md", QUESTIONS, LESSON])
def test_a_file_that_is_no_text_is_named(folder: Path, file: str) -> None:
    (folder / file).write_bytes(b"\xff\xfe\x00\x80")
    assert any(f"{file}: The file is not UTF-8" in each for each in told(folder))


@pytest.mark.parametrize("file", ["unit.yaml", "teacher-notes.md", "text.md", QUESTIONS, LESSON])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert any(each.startswith((file, "lessons")) or file in each for each in told(folder))


@pytest.mark.parametrize("file", ["unit.yaml", QUESTIONS])
def test_an_empty_file_is_named(folder: Path, file: str) -> None:
    (folder / file).write_text("\n", "utf-8")
    assert any(f"{file}: Nothing is written here yet." in each for each in told(folder))


def test_a_set_in_which_most_items_find_flaws_is_out_of_balance(folder: Path) -> None:
    (folder / QUESTIONS).write_text(items().replace("finds: holds", "finds: flaw"), "utf-8")
    assert any("0 of the 15 quiz items" in each for each in told(folder))


def test_a_key_that_is_often_the_longest_option_is_told(folder: Path) -> None:
    longer = items().replace("text: The warden of row", "text: The old warden of row")
    (folder / QUESTIONS).write_text(longer, "utf-8")
    assert any("The key is the longest option in 15 of 15" in each for each in told(folder))


def test_half_is_as_near_as_an_odd_number_comes() -> None:
    assert even(0, 0)
    assert even(1, 3)
    assert even(9, 20)
    assert not even(8, 20)


def test_an_anchor_into_excerpts_stands_inside_a_quotation(folder: Path) -> None:
    (folder / "text.md").rename(folder / "excerpts.md")
    assert told(folder) == []
    spoil(folder, QUESTIONS, 'exact: "door 1 is green', 'exact: "warden of row 1.')
    assert any("not inside one quotation" in each for each in told(folder))


def run(*slugs: str) -> str:
    """What the command prints; it fails where there is something to mend."""
    out = io.StringIO()
    with pytest.raises(CommandError, match="to mend"):
        call_command("check_units", *slugs, stdout=out)
    return out.getvalue()


@pytest.fixture
def shelf(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of units with this one and a broken one, in place of those that are bundled."""
    write(folder.parent / "broken")
    spoil(folder.parent / "broken", "unit.yaml", "title:", "title: [")
    monkeypatch.setattr(units, "FOLDER", folder.parent)
    return folder.parent


def test_the_command_lists_what_to_mend_and_a_broken_unit_stops_no_other(shelf: Path) -> None:
    spoil(shelf / "doors", QUESTIONS, "wrong-speaker", "wrong-shoes")
    printed = run()
    assert "✗ unit.yaml: This is not YAML" in printed
    assert "✗ questions/01-attr.yaml, attr-1: choice 2: Say which confusion" in printed
    row = next(line for line in printed.splitlines() if line.startswith("doors   "))
    assert row.split() == ["doors", "1", "15", "2", "7/15", "0/0", "1", "0"]


def test_the_command_passes_a_unit_without_mistakes(shelf: Path) -> None:
    out = io.StringIO()
    call_command("check_units", "doors", stdout=out)
    assert "✗" not in out.getvalue()


def test_the_command_knows_the_units_by_name(shelf: Path) -> None:
    with pytest.raises(CommandError, match=r"no unit called gates. There are: broken, doors"):
        call_command("check_units", "gates")
