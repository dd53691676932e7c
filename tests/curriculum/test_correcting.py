"""Corrections: kept, undone newest first, and never half done."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from curriculum import correcting
from curriculum.models import Claim, Correction, Source
from curriculum.reading.types import Problem, Span
from tests.factories import LUNCH, create_source


@pytest.fixture
def source(tess: User) -> Source:
    return create_source(owner=tess, text=LUNCH)


@pytest.fixture
def claim(source: Source) -> Claim:
    return source.claims.filter(voice="article")[0]


def _now(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def test_a_claim_is_given_to_somebody_and_taken_back(claim: Claim, tess: User) -> None:
    made = correcting.correct(claim=claim, by=tess, voice="named", speaker="Ada Brook")
    assert made is not None
    assert (made.before["voice"], made.after["speaker"]) == ("article", "Ada Brook")
    assert (_now(claim).voice, _now(claim).speaker) == ("named", "Ada Brook")
    assert correcting.undo(correction=made) is None
    assert (_now(claim).voice, _now(claim).speaker) == ("article", "")


def test_saying_the_same_again_is_no_correction(claim: Claim, tess: User) -> None:
    assert correcting.correct(claim=claim, by=tess, voice=claim.voice, type=claim.type) is None
    assert not Correction.objects.exists()


def test_a_named_voice_needs_a_name(claim: Claim, tess: User) -> None:
    with pytest.raises(ValidationError, match="Give the name of the person"):
        correcting.correct(claim=claim, by=tess, voice="named")
    assert _now(claim).voice == "article"
    assert not Correction.objects.exists()


def test_the_article_itself_has_no_other_name(source: Source, tess: User) -> None:
    said = source.claims.get(voice="named")
    correcting.correct(claim=said, by=tess, voice="article", speaker="Mara Odell")
    assert _now(said).speaker == ""


def test_the_newest_correction_is_undone_first(claim: Claim, tess: User) -> None:
    kind = claim.type
    first = correcting.correct(claim=claim, by=tess, type="value")
    second = correcting.correct(claim=claim, by=tess, type="prediction")
    assert first is not None
    assert second is not None
    refused = correcting.undo(correction=first)
    assert isinstance(refused, Problem)
    assert refused.code == "later"
    assert correcting.undo(correction=second) is None
    assert _now(claim).type == "value"
    assert correcting.undo(correction=first) is None
    assert _now(claim).type == kind != "value"


def test_an_undo_works_once(claim: Claim, tess: User) -> None:
    made = correcting.correct(claim=claim, by=tess, rejected=True)
    assert made is not None
    assert correcting.undo(correction=made) is None
    again = correcting.undo(correction=made)
    assert isinstance(again, Problem)
    assert again.code == "undone"
    assert not _now(claim).rejected


def test_corrections_of_other_claims_do_not_stand_in_the_way(source: Source, tess: User) -> None:
    one, other = source.claims.all()[:2]
    first = correcting.correct(claim=one, by=tess, rejected=True)
    correcting.correct(claim=other, by=tess, rejected=True)
    assert first is not None
    assert correcting.undo(correction=first) is None


def test_a_claim_is_added_and_its_adding_undone(source: Source, tess: User) -> None:
    start = LUNCH.index("pupils love greens")
    added = correcting.add(
        source=source, by=tess, span=Span(start, start + 18), voice="unnamed", speaker="",
        type="fact",
    )  # fmt: skip
    assert isinstance(added, Claim)
    assert added.added
    assert added.words == "pupils love greens"
    made = added.corrections.get()
    assert correcting.undo(correction=made) is None
    assert not source.claims.standing().filter(pk=added.pk).exists()


def test_the_same_words_are_not_added_twice(source: Source, claim: Claim, tess: User) -> None:
    span = Span(claim.start, claim.end)
    again = correcting.add(
        source=source, by=tess, span=span, voice="article", speaker="", type="fact"
    )
    assert isinstance(again, Problem)
    assert again.code == "known"
