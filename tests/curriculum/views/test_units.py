"""Units for their teacher: drafted, described, shown to others, deleted."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from curriculum.models import Question, Unit
from quiz.models import Attempt, Learner
from tests.curriculum.views.responses import said
from tests.factories import (
    create_attempt,
    create_edition,
    create_question,
    create_source,
    create_unit,
)


@pytest.fixture
def unit(tess: User) -> Unit:
    """Tess's drafted unit."""
    return create_unit(owner=tess)


def details(**changes: str) -> dict[str, str]:
    """The details form, filled in."""
    empty = {"title": "A title", "summary": "", "content_note": "", "teacher_notes": ""}
    return {**empty, **changes}


def test_a_text_is_drafted(as_tess: Client, tess: User) -> None:
    source = create_source(owner=tess)
    response = as_tess.post(reverse("drafts", args=[source.pk]))
    unit = Unit.objects.get()
    assert response.headers["Location"] == unit.get_absolute_url()
    assert unit.questions.exists()


def test_a_second_tap_leads_to_the_first_unit(as_tess: Client, unit: Unit) -> None:
    response = as_tess.post(reverse("drafts", args=[unit.source.pk]))
    assert response.headers["Location"] == unit.get_absolute_url()
    assert "before" in said(response)
    assert Unit.objects.count() == 1


def test_another_unit_is_made_when_asked_for(as_tess: Client, unit: Unit) -> None:
    as_tess.post(reverse("drafts", args=[unit.source.pk]), {"again": "on"})
    assert Unit.objects.count() == 2


def test_a_text_with_nothing_to_ask_says_so(as_tess: Client, tess: User) -> None:
    source = create_source(owner=tess, text="Eggs, flour, two lemons.")
    response = as_tess.post(reverse("drafts", args=[source.pk]))
    assert response.headers["Location"] == source.get_absolute_url()
    assert "nothing to ask about" in said(response)


def test_the_list_shows_my_units_only(as_tess: Client, as_oscar: Client, unit: Unit) -> None:
    assert "The garden count" in as_tess.get(reverse("units")).content.decode()
    words = as_oscar.get(reverse("units")).content.decode()
    assert "The garden count" not in words
    assert "No units yet" in words


def test_the_unit_page_says_what_is_to_do(as_tess: Client, unit: Unit) -> None:
    create_question(unit=unit, state="approved")
    words = as_tess.get(unit.get_absolute_url()).content.decode()
    for part in ("Review 2 questions", "Who says so", "1 of 2 questions approved", "Publish"):
        assert part in words


def test_the_unit_page_says_what_stands_in_the_way(as_tess: Client, unit: Unit) -> None:
    words = as_tess.get(unit.get_absolute_url()).content.decode()
    assert "No question is approved yet" in words
    assert f'href="{unit.get_review_url()}"' in words


def test_details_are_saved(as_tess: Client, unit: Unit) -> None:
    response = as_tess.post(
        unit.get_absolute_url(), details(title="Plates", teacher_notes="One\r\n\r\nTwo")
    )
    assert response.status_code == 302
    unit.refresh_from_db()
    assert (unit.title, unit.teacher_notes) == ("Plates", "One\n\nTwo")


def test_a_unit_needs_a_title_and_nothing_typed_is_lost(as_tess: Client, unit: Unit) -> None:
    response = as_tess.post(unit.get_absolute_url(), details(title=" ", summary="Typed words"))
    assert response.status_code == 422
    words = response.content.decode()
    assert "Give the unit a title." in words
    assert "Typed words" in words
    unit.refresh_from_db()
    assert unit.title == "The garden count"


def test_visibility_is_chosen(as_tess: Client, unit: Unit) -> None:
    as_tess.post(reverse("visibility", args=[unit.pk]), {"visibility": "public"})
    unit.refresh_from_db()
    assert unit.visibility == Unit.Visibility.PUBLIC


def test_an_unknown_visibility_is_refused(as_tess: Client, unit: Unit) -> None:
    response = as_tess.post(reverse("visibility", args=[unit.pk]), {"visibility": "nobody"})
    assert "Choose one of the three" in said(response)
    unit.refresh_from_db()
    assert unit.visibility == Unit.Visibility.PRIVATE


def test_a_unit_is_deleted(as_tess: Client, unit: Unit) -> None:
    create_edition(unit=unit)
    response = as_tess.post(reverse("deletion", args=[unit.pk]))
    assert response.headers["Location"] == reverse("units")
    assert not Unit.objects.exists()


def test_a_unit_that_learners_answered_stays(as_tess: Client, unit: Unit) -> None:
    create_edition(unit=unit)
    create_attempt(learner=Learner.objects.create(name="Lena"), unit=unit, right=1)
    response = as_tess.post(reverse("deletion", args=[unit.pk]))
    assert response.headers["Location"] == unit.get_absolute_url()
    assert "Learners have" in said(response)
    assert Unit.objects.exists()


def test_dates_and_licence_are_shown_and_a_day_that_has_passed_is_told(
    as_tess: Client, unit: Unit
) -> None:
    form = details(licence="CC BY 4.0", as_of="2026-01-05", review_by="2026-02-01")
    as_tess.post(unit.get_absolute_url(), form)
    words = as_tess.get(unit.get_absolute_url()).content.decode()
    assert "Licence: CC BY 4.0." in words
    assert "Checked on 5 January 2026." in words
    assert "Time to look at this unit again" in words
    as_tess.post(unit.get_absolute_url(), {**form, "review_by": "2999-02-01"})
    words = as_tess.get(unit.get_absolute_url()).content.decode()
    assert "Time to look at this unit again" not in words


def test_details_saved_in_another_tab_are_not_lost_unseen(as_tess: Client, unit: Unit) -> None:
    url = unit.get_absolute_url()
    stamp = as_tess.get(url).context["form"]["base"].value()
    as_tess.post(url, details(summary="From the second tab", base=stamp))
    response = as_tess.post(url, details(summary="From the first tab", base=stamp))
    assert response.status_code == 422
    assert "changed in another tab" in response.content.decode()
    unit.refresh_from_db()
    assert unit.summary == "From the second tab"


def test_a_unit_of_ones_own_is_copied(as_tess: Client, unit: Unit) -> None:
    response = as_tess.post(reverse("copies", args=[unit.pk]))
    made = Unit.objects.exclude(pk=unit.pk).get()
    assert response.headers["Location"] == made.get_absolute_url()
    words = as_tess.get(made.get_absolute_url()).content.decode()
    assert "Copied from “The garden count”" in words


def test_a_unit_of_the_library_is_made_ones_own_once(
    as_oscar: Client, oscar: User, unit: Unit
) -> None:
    create_edition(unit=unit)
    Unit.objects.filter(pk=unit.pk).update(visibility=Unit.Visibility.PUBLIC)
    assert "Make it mine" in as_oscar.get(reverse("units")).content.decode()
    first = as_oscar.post(reverse("copies", args=[unit.pk]))
    again = as_oscar.post(reverse("copies", args=[unit.pk]))
    assert first.headers["Location"] == again.headers["Location"]
    made = Unit.objects.get(owner=oscar)
    assert made.visibility == Unit.Visibility.PRIVATE
    assert "by another teacher" in as_oscar.get(made.get_absolute_url()).content.decode()
    assert "Open your copy" in as_oscar.get(reverse("units")).content.decode()
    as_oscar.post(reverse("copies", args=[unit.pk]), {"again": "on"})
    assert Unit.objects.filter(owner=oscar).count() == 2


@pytest.mark.parametrize("visibility", ["private", "link"])
def test_what_is_not_in_the_library_is_not_copied(
    as_oscar: Client, unit: Unit, visibility: str
) -> None:
    create_edition(unit=unit)
    Unit.objects.filter(pk=unit.pk).update(visibility=visibility)
    assert as_oscar.post(reverse("copies", args=[unit.pk])).status_code == 404
    assert Unit.objects.count() == 1


def records(*rows: dict[str, str], initial: int = 0) -> dict[str, str]:
    """The form of records, filled in."""
    form = {"record-TOTAL_FORMS": str(len(rows)), "record-INITIAL_FORMS": str(initial)}
    for number, row in enumerate(rows):
        for name in ("id", "name", "address", "date", "used_for"):
            form[f"record-{number}-{name}"] = row.get(name, "")
        if "DELETE" in row:
            form[f"record-{number}-DELETE"] = "on"
    return form


def test_records_are_added_changed_and_removed(as_tess: Client, unit: Unit) -> None:
    url = reverse("records", args=[unit.pk])
    one = {
        "name": "The kitchen’s list",
        "address": "https://example.org/list",
        "date": "2026-03-01",
    }
    as_tess.post(url, records(one))
    unit.refresh_from_db()
    assert unit.sources == [{**one, "id": "S1", "used_for": ""}]
    assert "https://example.org/" in as_tess.get(unit.get_absolute_url()).content.decode()
    as_tess.post(url, records({**one, "id": "S1"}, {"name": "The menu"}, initial=1))
    unit.refresh_from_db()
    assert [(each["id"], each["name"]) for each in unit.sources] == [
        ("S1", "The kitchen’s list"),
        ("S2", "The menu"),
    ]
    gone = {**one, "id": "S1", "DELETE": "on"}
    as_tess.post(url, records(gone, {"id": "S2", "name": "The menu"}, initial=2))
    unit.refresh_from_db()
    assert [each["id"] for each in unit.sources] == ["S2"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"address": "https://example.org/"}, "Say what the record is"),
        (
            {"name": "List", "address": "javascript:alert(1)"},
            "Give an address that begins with https://",
        ),
    ],
)
def test_a_record_that_cannot_be_kept_is_refused(
    as_tess: Client, unit: Unit, row: dict[str, str], sentence: str
) -> None:
    response = as_tess.post(reverse("records", args=[unit.pk]), records(row))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    unit.refresh_from_db()
    assert unit.sources == []


def test_the_preview_shows_everything_and_records_nothing(as_tess: Client, unit: Unit) -> None:
    first, second, _ = unit.questions.all()
    create_question(unit=unit, state="discarded")
    Question.objects.filter(pk=second.pk).update(practice=True)
    words = as_tess.get(reverse("unit_preview", args=[unit.pk])).content.decode()
    assert "nothing is recorded" in words
    assert "not approved yet" in words
    assert "Practice, never counted" in words
    assert str(second) in words
    assert str(first) not in words
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("name", ["unit", "visibility", "deletion", "records", "copies"])
def test_another_teachers_unit_is_not_there(as_oscar: Client, unit: Unit, name: str) -> None:
    response = as_oscar.post(reverse(name, args=[unit.pk]), {"visibility": "public"})
    assert response.status_code == 404
    unit.refresh_from_db()
    assert unit.visibility == Unit.Visibility.PRIVATE


def test_another_teachers_page_and_text_are_not_there(as_oscar: Client, unit: Unit) -> None:
    assert as_oscar.get(unit.get_absolute_url()).status_code == 404
    assert as_oscar.post(reverse("drafts", args=[unit.source.pk])).status_code == 404
    assert as_oscar.get(reverse("unit_preview", args=[unit.pk])).status_code == 404
    assert as_oscar.get(reverse("records", args=[unit.pk])).status_code == 404


@pytest.mark.parametrize("name", ["visibility", "deletion", "copies"])
def test_getting_is_refused(as_tess: Client, unit: Unit, name: str) -> None:
    assert as_tess.get(reverse(name, args=[unit.pk])).status_code == 405
    assert as_tess.get(reverse("drafts", args=[unit.source.pk])).status_code == 405


def test_a_visitor_is_asked_to_sign_in(client: Client, unit: Unit) -> None:
    response = client.get(unit.get_absolute_url())
    assert response.status_code == 302
    assert response.headers["Location"].startswith(reverse("login"))
