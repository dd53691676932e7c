"""The deck, opened by Anki itself."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from curriculum.models import Unit
from quiz import decks, taking
from quiz.models import Assignment, Learner
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, title="Ducks & <drakes>")


@pytest.fixture
def lena(unit: Unit) -> Learner:
    learner = create_learner(name="Lena")
    create_attempt(learner=learner, unit=unit, right=1, wrong=1)
    return learner


def brought_in(content: bytes, folder: Path, collection: Collection) -> int:
    """Bring the deck into Anki; how many notes are new to it."""
    file = folder / "deck.apkg"
    file.write_bytes(content)
    told = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file)))
    return len(told.log.new)


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    return Collection(str(tmp_path / "collection.anki2"))


def test_anki_reads_what_was_answered(
    lena: Learner, tmp_path: Path, collection: Collection
) -> None:
    assert brought_in(decks.deck(lena, at=timezone.now()), tmp_path, collection) == 2
    notes = [collection.get_note(pk) for pk in collection.find_notes("")]
    assert {tuple(note.tags) for note in notes} == {("second-source::attr",)}
    fields = dict(notes[0].items())
    assert "The head cook" in fields["Answer"]
    assert "<mark>" in fields["Proof"]
    assert "<mark>" not in fields["Text"], "the front does not point at the proof"
    assert "The head cook" not in fields["Question"]
    assert fields["From"].startswith("Ducks &amp; &lt;drakes&gt;")
    (card, *_) = notes[0].cards()
    assert fields["Answer"] in card.answer()
    assert fields["Answer"] not in card.question()
    assert [deck.name for deck in collection.decks.all_names_and_ids() if "::" in deck.name] == [
        "Second Source::Ducks & <drakes>"
    ]


def test_a_newer_deck_adds_only_what_is_new(
    lena: Learner, unit: Unit, tmp_path: Path, collection: Collection
) -> None:
    now = timezone.now()
    brought_in(decks.deck(lena, at=now), tmp_path, collection)
    assert brought_in(decks.deck(lena, at=now), tmp_path, collection) == 0
    attempt = lena.attempts.get()
    third = attempt.asked[2]
    taking.answer(attempt=attempt, asked=third, choice=third.version.choices.all()[0])
    later = decks.deck(lena, at=now + timedelta(hours=1))
    assert brought_in(later, tmp_path, collection) == 1


def test_a_reworded_question_is_one_card(lena: Learner) -> None:
    attempt = lena.attempts.get()
    first = attempt.responses.all()[0].version
    second = first.question.versions.create(number=2, stem="Reworded?", explanation="Because.")
    choice = second.choices.create(position=1, text="The cook", is_key=True, rationale="Yes.")
    attempt.responses.create(
        version=second,
        choice=choice,
        correct=True,
        skill="attr",
        difficulty=0.0,
        answered_at=timezone.now(),
    )
    told = decks.answered(lena, at=timezone.now())
    assert len(told) == 2
    assert second in told


def test_no_key_goes_along_before_it_may_be_known(lena: Learner, unit: Unit, tess: User) -> None:
    now, attempt = timezone.now(), lena.attempts.get()
    attempt.assignment = Assignment.objects.create(
        classroom=create_classroom(owner=tess),
        unit=unit,
        due_at=now + timedelta(days=1),
        feedback=Assignment.Feedback.AFTER_DUE,
    )
    attempt.save()
    assert decks.answered(lena, at=now) == []
    assert len(decks.answered(lena, at=now + timedelta(days=2))) == 2


def test_the_page_offers_it_once_there_is_something(lena: Learner) -> None:
    page = as_learner(lena).get("/progress/along/")
    assert "2 questions" in page.content.decode()
    file = as_learner(lena).get("/progress/along/second-source.apkg")
    assert file.content.startswith(b"PK")
    stranger = Client()
    assert "nothing to put into it yet" in stranger.get("/progress/along/").content.decode()
    assert stranger.get("/progress/along/second-source.apkg").status_code == 302
