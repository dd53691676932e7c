"""The words of questions by button: reworded, checked, moved to another place or lesson."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from curriculum.models import Lesson, Question, Unit
from tests.factories import SAID, create_unit


@pytest.fixture
def unit(tess: User) -> Unit:
    """Tess's drafted unit of three questions."""
    return create_unit(owner=tess)


@pytest.fixture
def question(unit: Unit) -> Question:
    """Its first question."""
    return unit.questions.all()[0]


@pytest.fixture
def lesson(unit: Unit) -> Lesson:
    """Its first lesson."""
    return unit.lessons.all()[0]


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


def test_a_question_is_made_practice_and_counted_again(as_tess: Client, question: Question) -> None:
    reword(as_tess, question, practice="on")
    question.refresh_from_db()
    assert question.practice
    assert question.versions.count() == 1
    assert "Practice, never counted" in as_tess.get(question.get_absolute_url()).content.decode()
    reword(as_tess, question)
    question.refresh_from_db()
    assert not question.practice


def test_the_page_tells_what_each_way_of_misreading_means(
    as_tess: Client, question: Question
) -> None:
    words = as_tess.get(question.get_wording_url()).content.decode()
    assert "Mixes up two sources of the same text." in words


def test_a_question_moves(as_tess: Client, unit: Unit, question: Question) -> None:
    response = as_tess.post(reverse("question_place", args=[question.pk]), {"to": "down"})
    assert response.headers["Location"] == f"{question.lesson.get_absolute_url()}#questions"
    assert unit.questions.all()[1] == question
    as_tess.post(reverse("question_place", args=[question.pk]), {"to": "sideways"})
    assert unit.questions.all()[1] == question
    as_tess.post(reverse("question_place", args=[question.pk]), {"at": "0"})
    assert unit.questions.all()[0] == question


def test_a_question_moves_to_another_lesson_and_back(
    as_tess: Client, unit: Unit, question: Question
) -> None:
    one, two = unit.lessons.all()
    response = as_tess.post(reverse("question_lesson", args=[question.pk]), {"lesson": two.pk})
    question.refresh_from_db()
    assert question.lesson == two
    [message] = get_messages(response.wsgi_request)
    as_tess.post(message.extra_tags.removeprefix("undo:"))
    question.refresh_from_db()
    assert question.lesson == one


def test_a_question_moves_to_no_lesson_of_another_unit(
    as_tess: Client, tess: User, oscar: User, question: Question
) -> None:
    stranger = create_unit(owner=oscar).lessons.all()[0]
    as_tess.post(reverse("question_lesson", args=[question.pk]), {"lesson": stranger.pk})
    as_tess.post(reverse("question_return", args=[question.pk, stranger.pk]))
    question.refresh_from_db()
    assert question.lesson.unit.owner == tess


POSTS = ("findings", "question_place", "question_lesson")


def test_another_teachers_question_is_not_there(
    as_oscar: Client, question: Question, lesson: Lesson
) -> None:
    form = wording(question, stem="Mine now?", to="down", lesson=lesson.pk)
    urls = [reverse(name, args=[question.pk]) for name in ("wording", *POSTS)]
    urls.append(reverse("question_return", args=[question.pk, lesson.pk]))
    for url in urls:
        assert as_oscar.post(url, form).status_code == 404
    assert as_oscar.get(question.get_wording_url()).status_code == 404
    assert question.versions.count() == 1


def test_getting_is_refused(as_tess: Client, question: Question, lesson: Lesson) -> None:
    for name in POSTS:
        assert as_tess.get(reverse(name, args=[question.pk])).status_code == 405
    url = reverse("question_return", args=[question.pk, lesson.pk])
    assert as_tess.get(url).status_code == 405
