"""Loading bundled units: once, again when the files change, and never over an owner's edits."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from curriculum import units
from curriculum.models import Question, Source, Unit
from quiz import taking
from quiz.models import Response
from tests.curriculum.unit_files import spoil, write
from tests.factories import create_learner

QUESTIONS, LESSON = "questions/01-attr.yaml", "lessons/01-attr.md"
pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only unit of the shelf."""
    monkeypatch.setattr(units, "FOLDER", tmp_path)
    units.bundled.cache_clear()
    yield write(tmp_path / "doors")
    units.bundled.cache_clear()


def load(*arguments: str) -> str:
    """What the command prints, on either stream."""
    out = io.StringIO()
    call_command("load_units", "tess", *arguments, stdout=out, stderr=out)
    return out.getvalue()


def the_unit() -> Unit:
    """The unit as it was loaded."""
    return Unit.objects.get(bundle="doors")


def test_a_unit_comes_in_whole_and_public(folder: Path, tess: User) -> None:
    assert load() == "“A count of doors”: loaded.\n"
    unit = the_unit()
    assert (unit.owner, unit.visibility, unit.source.origin) == (tess, "public", "bundled")
    assert (unit.licence, str(unit.as_of), str(unit.review_by)) == (
        "CC BY 4.0", "2026-03-02", "2027-03-02",
    )  # fmt: skip
    assert [record["id"] for record in unit.sources] == ["S1"]
    (lesson,) = unit.lessons.all()
    assert (lesson.module, lesson.steps.count()) == ("Who says", 5)
    assert [a["exact"] for a in lesson.steps.all()[1].anchors] == [
        "door 1 is green", "door 2 is green",
    ]  # fmt: skip
    states = set(unit.questions.values_list("state", flat=True))
    assert (unit.questions.count(), states) == (17, {"approved"})
    assert list(unit.questions.filter(practice=True).values_list("item", flat=True)) == [
        "attr-1", "attr-2",
    ]  # fmt: skip
    assert unit.edition


def test_the_keys_are_spread_over_the_places(folder: Path, tess: User) -> None:
    load()
    places = [
        next(c.position for c in question.latest.choices.all() if c.is_key)
        for question in the_unit().questions.filter(practice=False)
        if question.latest
    ]
    assert {place: places.count(place) for place in (1, 2, 3)} == {1: 5, 2: 5, 3: 5}


def test_loading_again_changes_nothing(folder: Path, tess: User) -> None:
    load()
    before = list(Question.objects.values_list("pk", "versions__pk", "versions__number"))
    assert load() == ""
    assert list(Question.objects.values_list("pk", "versions__pk", "versions__number")) == before
    assert the_unit().editions.count() == Source.objects.count() == 1


def test_a_changed_item_becomes_a_new_version_and_a_new_edition(folder: Path, tess: User) -> None:
    load()
    edition = the_unit().edition
    assert edition
    attempt = taking.start(learner=create_learner(), edition=edition)
    asked = edition.asked.get(version__question__item="attr-3")
    choice = asked.version.choices.filter(is_key=True).get()
    given = taking.answer(attempt=attempt, asked=asked, choice=choice).response
    spoil(folder, QUESTIONS, "Whose words are “door 3", "Who gives the words “door 3")
    assert "loaded again" in load()
    question = the_unit().questions.get(item="attr-3")
    assert sorted(question.versions.values_list("number", flat=True)) == [1, 2]
    others = the_unit().questions.exclude(pk=question.pk)
    assert set(others.values_list("versions__number", flat=True)) == {1}
    assert [each.number for each in the_unit().editions.all()] == [2, 1]
    kept = Response.objects.get(pk=given.pk)
    assert (kept.version_id, kept.correct) == (asked.version_id, True)
    assert edition.asked.filter(version=kept.version).exists()


def test_an_item_that_goes_is_discarded_and_one_may_come_between(folder: Path, tess: User) -> None:
    load()
    path = folder / QUESTIONS
    rest = path.read_text("utf-8").split("- id: ")[2:]
    new = rest[3].replace("attr-5", "attr-99").replace("Whose words are", "Who says the words")
    path.write_text("".join(f"- id: {each}" for each in (*rest[1:], new)), "utf-8")
    load()
    unit = the_unit()
    assert set(unit.questions.filter(state="discarded").values_list("item", flat=True)) == {
        "attr-1", "attr-2",
    }  # fmt: skip
    kept = list(unit.questions.approved().values_list("item", flat=True))
    assert (kept[0], kept[-1], len(kept)) == ("attr-3", "attr-99", 16)
    assert load() == ""


def test_a_changed_lesson_reaches_learners(folder: Path, tess: User) -> None:
    load()
    spoil(folder, LESSON, "What would you ask the warden?", "Whom would you ask?")
    spoil(folder, "unit.yaml", "Who counted", "Somebody counted")
    load()
    edition = the_unit().edition
    assert edition
    bodies = [step["body"] for step in edition.lessons[0]["steps"]]
    assert "Whom would you ask?" in bodies
    assert the_unit().summary.startswith("Somebody counted")


def test_a_lesson_may_come_and_go(folder: Path, tess: User) -> None:
    load()
    for kind, suffix in (("lessons", "md"), ("questions", "yaml")):
        words = (folder / f"{kind}/01-attr.{suffix}").read_text("utf-8")
        words = words.replace("id: attr-", "id: more-").replace("Whose words", "Which words")
        (folder / f"{kind}/02-attr.{suffix}").write_text(words, "utf-8")
    load()
    assert (the_unit().lessons.count(), the_unit().questions.approved().count()) == (2, 34)
    for name in ("lessons/02-attr.md", "questions/02-attr.yaml"):
        (folder / name).unlink()
    load()
    assert (the_unit().lessons.count(), the_unit().questions.approved().count()) == (1, 17)


def test_a_unit_that_its_owner_edited_is_left_alone(folder: Path, tess: User) -> None:
    load()
    step = the_unit().lessons.get().steps.get(kind="discuss")
    step.body = "My own question."
    step.save()
    assert load() == ""
    spoil(folder, LESSON, "What would you ask the warden?", "Whom would you ask?")
    assert load() == "“A count of doors”: left as it is, because it was edited by hand.\n"
    step.refresh_from_db()
    assert step.body == "My own question."


def test_a_unit_that_its_owner_hid_stays_hidden(folder: Path, tess: User) -> None:
    load()
    Unit.objects.update(visibility="private")
    spoil(folder, LESSON, "What would you ask the warden?", "Whom would you ask?")
    assert "loaded again" in load()
    assert the_unit().visibility == "private"


def test_a_text_that_changed_is_a_new_source(folder: Path, tess: User) -> None:
    load()
    spoil(folder, "text.md", "“The paint of door 17", "“Since May the paint of door 17")
    assert "loaded again" in load()
    assert "Since May" in the_unit().source.text


def test_excerpts_are_labelled_as_such(folder: Path, tess: User) -> None:
    (folder / "text.md").rename(folder / "excerpts.md")
    load()
    assert the_unit().source.origin == Source.Origin.EXCERPTS


def test_a_unit_with_mistakes_is_told_of_and_stops_nothing(folder: Path, tess: User) -> None:
    write(folder.parent / "amiss")
    spoil(folder.parent / "amiss", "unit.yaml", "licence: CC BY 4.0\n", "")
    printed = load()
    assert "amiss is not loaded: its files have 1 mistakes." in printed
    assert "“A count of doors”: loaded." in printed


def test_what_lint_blocks_is_loaded_and_not_published(folder: Path, tess: User) -> None:
    spoil(folder, QUESTIONS, "wrong-speaker", "wrong-shoes")
    assert "is not published: Say which confusion" in load()
    assert (the_unit().edition, the_unit().visibility) == (None, "private")
    spoil(folder, QUESTIONS, "wrong-shoes", "wrong-speaker")
    load()
    assert (the_unit().edition is not None, the_unit().visibility) == (True, "public")


def test_a_folder_with_only_a_text_is_drafted(folder: Path, tess: User) -> None:
    text = units.FOLDER / "doors/text.md"
    for path in [*folder.rglob("*.*")]:
        if path != text:
            path.unlink()
    text.write_text(_story(), "utf-8")
    assert "drafted." in load()
    (unit,) = Unit.objects.all()
    assert (unit.bundle, unit.visibility) == ("", "public")
    assert load() == ""


def test_a_draft_may_be_left_for_review_beside_the_written_unit(folder: Path, tess: User) -> None:
    (folder / "text.md").write_text(_story(), "utf-8")
    write(folder.parent / "whole")
    load("--leave", "doors")
    (draft,) = Unit.objects.filter(bundle="")
    assert (draft.visibility, draft.edition) == ("private", None)
    assert draft.questions.to_review().count() == draft.questions.count() > 0
    load("--leave", "doors")
    assert Unit.objects.filter(bundle="").count() == 1


def test_an_unknown_teacher_is_a_clear_word(folder: Path) -> None:
    with pytest.raises(CommandError, match="no teacher called 'tess'"):
        load()


def _story() -> str:
    """A bundled text that is long enough to draft from."""
    return (Path(units.__file__).parent / "mill-lane/text.md").read_text("utf-8")
