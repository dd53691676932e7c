"""The review queue by button: decide, undo, reword, move."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from curriculum.models import Question, Unit
from tests.factories import SAID, create_unit, draft_question, draft_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """Tess's drafted unit of three questions."""
    return create_unit(owner=tess)


@pytest.fixture
def question(unit: Unit) -> Question:
    """Its first question."""
    return unit.questions.all()[0]


def decide(client: Client, question: Question, state: str) -> HttpResponse:
    """Press Approve, Discard, or Undo."""
    return client.post(reverse("verdict", args=[question.pk, state]))  # type: ignore[return-value]


def state(question: Question) -> str:
    """How far the review has come, by the database."""
    return Question.objects.get(pk=question.pk).state


def wording(question: Question, **changes: Any) -> dict[str, Any]:
    """The wording form as the page shows it, with changes."""
    latest = question.latest
    assert latest is not None
    form: dict[str, Any] = {
        "base": latest.number,
        "stem": latest.stem,
        "explanation": latest.explanation,
        "keep": [anchor.pk for anchor in latest.anchors.all()],
        "exact": "",
    }
    for index, choice in enumerate(latest.choices.all()):
        form[f"option-{index}-text"] = choice.text
        form[f"option-{index}-rationale"] = choice.rationale
        form[f"option-{index}-confusion"] = choice.confusion
        if choice.is_key:
            form["key"] = index
    return {**form, **changes}


def reword(client: Client, question: Question, **changes: Any) -> HttpResponse:
    """Press Save on the wording page."""
    return client.post(question.get_wording_url(), wording(question, **changes))  # type: ignore[return-value]


def test_review_leads_to_the_first_question_to_review(as_tess: Client, unit: Unit) -> None:
    first, second, _ = unit.questions.all()
    decide(as_tess, first, "approved")
    response = as_tess.get(unit.get_review_url())
    assert response.headers["Location"] == second.get_absolute_url()


def test_review_ends(as_tess: Client, unit: Unit) -> None:
    unit.questions.update(state=Question.State.APPROVED)
    words = as_tess.get(unit.get_review_url()).content.decode()
    assert "All reviewed" in words
    assert "3 approved" in words


def test_a_question_shows_all_there_is_to_judge(as_tess: Client, question: Question) -> None:
    words = as_tess.get(question.get_absolute_url()).content.decode()
    for part in (
        "Question 1 of 3",
        "Who gives the share of vegetables that came back?",
        "Mara Odell",
        "One source for another",
        "Nothing joins these words to the figure.",
        "Look at paragraph 1.",
        f'<mark class="pen lit" id="evidence-1" tabindex="-1">{SAID}</mark>',
        "0 of 3",
    ):
        assert part in words


def test_a_finding_is_shown_in_the_queue(as_tess: Client, tess: User) -> None:
    unsound = draft_question(stem="Tell me who gives the share")
    unit = create_unit(owner=tess, draft=draft_unit(questions=(unsound,)))
    words = as_tess.get(unit.questions.all()[0].get_absolute_url()).content.decode()
    assert "does not end with" in words


@pytest.mark.parametrize("verdict", ["approved", "discarded"])
def test_a_verdict_leads_on_and_can_be_undone(
    as_tess: Client, unit: Unit, question: Question, verdict: str
) -> None:
    response = decide(as_tess, question, verdict)
    assert state(question) == verdict
    assert response.headers["Location"] == unit.questions.all()[1].get_absolute_url()
    [message] = get_messages(response.wsgi_request)  # type: ignore[attr-defined]
    undo = message.extra_tags.removeprefix("undo:")
    assert as_tess.post(undo).headers["Location"] == question.get_absolute_url()
    assert state(question) == "drafted"


def test_the_last_verdict_leads_to_the_end(as_tess: Client, unit: Unit, question: Question) -> None:
    unit.questions.exclude(pk=question.pk).update(state=Question.State.DISCARDED)
    response = decide(as_tess, question, "approved")
    assert response.headers["Location"] == unit.get_review_url()


def test_a_double_tap_decides_once(as_tess: Client, unit: Unit, question: Question) -> None:
    decide(as_tess, question, "approved")
    decide(as_tess, question, "approved")
    assert [each.state for each in unit.questions.all()] == ["approved", "drafted", "drafted"]


def test_an_unknown_verdict_is_not_there(as_tess: Client, question: Question) -> None:
    assert decide(as_tess, question, "perfect").status_code == 404
    assert state(question) == "drafted"


def test_htmx_gets_the_queue_alone(as_tess: Client, question: Question) -> None:
    response = as_tess.get(question.get_absolute_url(), headers={"HX-Request": "true"})
    words = response.content.decode()
    assert "<html" not in words
    assert words.count('id="review"') == 1
    assert 'id="messages"' in words


def test_everything_sound_is_approved_at_once(as_tess: Client, tess: User) -> None:
    unsound = draft_question(stem="Tell me who gives the share")
    unit = create_unit(owner=tess, draft=draft_unit(questions=(draft_question(), unsound)))
    as_tess.post(reverse("approvals", args=[unit.pk]))
    assert [each.state for each in unit.questions.all()] == ["approved", "drafted", "approved"]


def test_new_words_are_a_new_version(as_tess: Client, question: Question) -> None:
    response = reword(as_tess, question, stem="Whose figure is the share?")
    assert response.headers["Location"] == question.get_absolute_url()
    assert [version.stem for version in question.versions.all()] == [
        "Who gives the share of vegetables that came back?",
        "Whose figure is the share?",
    ]
    old, new = question.versions.all()
    assert new.as_draft().choices == old.as_draft().choices
    assert new.as_draft().anchors == old.as_draft().anchors


def test_saving_unchanged_makes_no_version(as_tess: Client, question: Question) -> None:
    assert reword(as_tess, question).status_code == 302
    assert question.versions.count() == 1


def test_the_key_can_move(as_tess: Client, question: Question) -> None:
    reword(as_tess, question, key=1, **{"option-0-confusion": "wrong-speaker"})
    latest = Question.objects.get(pk=question.pk).latest
    assert latest is not None
    assert [(c.is_key, c.confusion) for c in latest.choices.all()] == [
        (False, "wrong-speaker"),
        (True, ""),
        (False, "own-is-reported"),
    ]


def test_other_words_can_prove_it(as_tess: Client, question: Question) -> None:
    reword(as_tess, question, keep=[], exact="The kitchen weighed\r\n1,140 plates")
    latest = Question.objects.get(pk=question.pk).latest
    assert latest is not None
    anchor = latest.anchors.get()
    text = question.unit.source.text
    assert anchor.exact == "The kitchen weighed 1,140 plates"
    assert text[anchor.start : anchor.end] == anchor.exact
    assert text[: anchor.start].endswith(anchor.prefix)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"stem": " "}, "Write the question."),
        ({"explanation": ""}, "Write what a learner reads after the answer."),
        ({"key": "3"}, "The option marked as right is empty."),
        ({"key": ""}, "Mark the right answer."),
        ({"option-1-text": "", "option-2-text": ""}, "Write at least two options."),
        ({"keep": []}, "Choose the words in the text that prove the answer."),
        ({"exact": "words nobody wrote"}, "These words are not in the text."),
        ({"exact": "e"}, "times in the text"),
        ({"option-1-confusion": "made-up"}, "made-up is not one of the available choices"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    as_tess: Client, question: Question, changes: dict[str, Any], sentence: str
) -> None:
    response = reword(as_tess, question, **{"option-0-rationale": "My own words.", **changes})
    assert response.status_code == 422
    words = response.content.decode()
    assert sentence in words
    assert "My own words." in words
    assert question.versions.count() == 1


def test_words_saved_in_another_tab_are_not_lost_unseen(
    as_tess: Client, question: Question
) -> None:
    stale = wording(question, stem="From the first tab?")
    reword(as_tess, question, stem="From the second tab?")
    response = as_tess.post(question.get_wording_url(), stale)
    assert response.status_code == 422
    words = response.content.decode()
    assert "changed in another tab" in words
    assert "From the first tab?" in words
    assert 'name="base" value="2"' in words
    as_tess.post(question.get_wording_url(), {**stale, "base": 2})
    assert question.versions.count() == 3


def test_the_wording_page_shows_the_words(as_tess: Client, question: Question) -> None:
    words = as_tess.get(question.get_wording_url()).content.decode()
    for part in ("Who gives the share", "Mara Odell", "wrong-speaker", SAID):
        assert part in words


def test_checks_see_the_words_in_the_form(as_tess: Client, question: Question) -> None:
    form = wording(question, stem="Tell me who gives the share")
    response = as_tess.post(
        reverse("findings", args=[question.pk]), form, headers={"HX-Request": "true"}
    )
    assert response.status_code == 200
    words = response.content.decode()
    assert "does not end with" in words
    assert "<html" not in words
    assert question.versions.count() == 1


def test_checks_work_without_htmx(as_tess: Client, question: Question) -> None:
    form = wording(question, stem="Tell me who gives the share")
    words = as_tess.post(reverse("findings", args=[question.pk]), form).content.decode()
    assert "<html" in words
    assert "does not end with" in words
    assert "Tell me who gives the share" in words


def test_a_question_moves(as_tess: Client, unit: Unit, question: Question) -> None:
    response = as_tess.post(reverse("question_place", args=[question.pk]), {"to": "down"})
    assert response.headers["Location"] == f"{question.lesson.get_absolute_url()}#questions"
    assert unit.questions.all()[1] == question
    as_tess.post(reverse("question_place", args=[question.pk]), {"to": "sideways"})
    assert unit.questions.all()[1] == question


POSTS = [
    ("verdict", ["approved"]),
    ("wording", []),
    ("findings", []),
    ("question_place", []),
]


@pytest.mark.parametrize(("name", "more"), POSTS)
def test_another_teachers_question_is_not_there(
    as_oscar: Client, question: Question, name: str, more: list[str]
) -> None:
    url = reverse(name, args=[question.pk, *more])
    assert as_oscar.post(url, wording(question, stem="Mine now?", to="down")).status_code == 404
    assert state(question) == "drafted"
    assert question.versions.count() == 1


def test_another_teachers_pages_are_not_there(
    as_oscar: Client, unit: Unit, question: Question
) -> None:
    for url in (question.get_absolute_url(), question.get_wording_url(), unit.get_review_url()):
        assert as_oscar.get(url).status_code == 404
    assert as_oscar.post(reverse("approvals", args=[unit.pk])).status_code == 404


def test_getting_is_refused(as_tess: Client, unit: Unit, question: Question) -> None:
    for name, more in POSTS:
        if name != "wording":
            assert as_tess.get(reverse(name, args=[question.pk, *more])).status_code == 405
    assert as_tess.get(reverse("approvals", args=[unit.pk])).status_code == 405
