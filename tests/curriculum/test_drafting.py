"""Drafting: from a close reading, with its corrections, to rows that a teacher reviews."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from curriculum import corrected, correcting, drafting, writing
from curriculum.models import Claim, Question, Source, Unit
from curriculum.reading.types import ClaimType, Problem, Voice
from tests.factories import SAID, create_source, create_unit, draft_question, draft_unit


@pytest.fixture
def garden(tess: User) -> Source:
    """The garden text, read."""
    return create_source(owner=tess)


def the_count(source: Source) -> Claim:
    """The claim that Mara Odell makes."""
    return next(claim for claim in source.claims.all() if SAID in claim.words)


def test_a_draft_is_kept_word_for_word(tess: User) -> None:
    draft = draft_unit()
    unit = create_unit(owner=tess, draft=draft)
    assert (unit.title, unit.summary, unit.owner) == (draft.title, draft.summary, tess)
    assert [lesson.title for lesson in unit.lessons.all()] == ["Who says so", "What backs it up"]
    assert [step.body for step in unit.lessons.all()[0].steps.all()] == ["A *name* can be asked."]
    questions = unit.questions.whole()
    assert [question.latest.as_draft() for question in questions if question.latest] == list(
        draft.questions
    )
    assert [question.position for question in questions] == [1, 2, 3]
    assert {question.state for question in questions} == {Question.State.DRAFTED}


def test_the_real_writer_drafts_from_a_real_reading(garden: Source, tess: User) -> None:
    unit = drafting.draft(source=garden, by=tess)
    assert isinstance(unit, Unit)
    assert unit.questions.count() == len(writing.build(corrected.reading(garden)).questions) > 0


def test_a_second_draft_finds_the_first(garden: Source, tess: User) -> None:
    first = drafting.draft(source=garden, by=tess)
    assert drafting.draft(source=garden, by=tess) == first
    assert Unit.objects.count() == 1


def test_asked_again_it_makes_another_unit(garden: Source, tess: User) -> None:
    first = drafting.draft(source=garden, by=tess)
    second = drafting.draft(source=garden, by=tess, again=True)
    assert first != second
    assert Unit.objects.count() == 2


def test_a_text_with_nothing_to_ask_says_so(tess: User) -> None:
    source = create_source(owner=tess, text="Eggs, flour, two lemons.")
    found = drafting.draft(source=source, by=tess)
    assert isinstance(found, Problem)
    assert found.code == "nothing-to-ask"
    assert not Unit.objects.exists()


def test_a_draft_that_breaks_half_way_leaves_nothing(
    garden: Source, tess: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**kwargs: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(drafting, "word", broken)
    with pytest.raises(RuntimeError):
        drafting.draft(source=garden, by=tess)
    assert not Unit.objects.exists()


def test_an_uncorrected_reading_stays_as_it_was(garden: Source) -> None:
    assert corrected.reading(garden) == garden.reading


def test_a_rejected_claim_is_gone(garden: Source, tess: User) -> None:
    correcting.correct(claim=the_count(garden), by=tess, rejected=True)
    found = corrected.reading(garden)
    said = [
        words for a in found.attributions for span in a.content for words in [span.of(found.text)]
    ]
    assert said
    assert not any(SAID in words for words in said)
    assert not any(SAID in sentence.span.of(found.text) for sentence in found.sentences)


def test_a_changed_speaker_speaks(garden: Source, tess: User) -> None:
    correcting.correct(claim=the_count(garden), by=tess, voice="institution", speaker="The kitchen")
    found = corrected.reading(garden)
    speakers = {
        (a.speaker, a.voice)
        for a in found.attributions
        if any(SAID in span.of(found.text) for span in a.content)
    }
    assert speakers == {("The kitchen", Voice.INSTITUTION)}


def test_a_claim_given_to_the_article_is_nobody_elses(garden: Source, tess: User) -> None:
    correcting.correct(claim=the_count(garden), by=tess, voice="article", speaker="")
    found = corrected.reading(garden)
    assert not any(SAID in span.of(found.text) for a in found.attributions for span in a.content)
    assert any(SAID in sentence.span.of(found.text) for sentence in found.sentences)


def test_words_of_the_article_can_be_given_to_somebody(garden: Source, tess: User) -> None:
    own = next(claim for claim in garden.claims.all() if "ended on a Friday" in claim.words)
    assert own.voice == Claim.Voice.ARTICLE
    correcting.correct(claim=own, by=tess, voice="named", speaker="Mara Odell")
    found = corrected.reading(garden)
    given = [a for a in found.attributions if a.content[0].start == own.start]
    assert [(a.speaker, a.voice) for a in given] == [("Mara Odell", Voice.NAMED)]


def test_a_changed_type_changes_the_sentence(garden: Source, tess: User) -> None:
    own = next(claim for claim in garden.claims.all() if "ended on a Friday" in claim.words)
    other = ClaimType.PREDICTION
    assert own.type != other
    correcting.correct(claim=own, by=tess, type=other)
    found = corrected.reading(garden)
    types = {s.type for s in found.sentences if "ended on a Friday" in s.span.of(found.text)}
    assert types == {other}


def test_a_version_reads_back_as_it_was_written(tess: User) -> None:
    unit = create_unit(owner=tess)
    version = drafting.word(
        question=unit.questions.all()[0], draft=draft_question(stem="Who?"), number=2
    )
    assert version.as_draft() == draft_question(stem="Who?")
