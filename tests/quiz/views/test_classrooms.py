"""A teacher's classes: made, filled, set to work, put away; and nobody else's."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from curriculum.models import Unit
from quiz import taking
from quiz.models import Classroom, Enrolment
from tests.factories import (
    as_learner,
    create_attempt,
    create_classroom,
    create_learner,
    create_published_unit,
    create_seat,
)
from tests.quiz.judging import create_statements, judge


@pytest.fixture
def room(tess: User) -> Classroom:
    return create_classroom(owner=tess, name="7B")


@pytest.fixture
def unit(tess: User) -> Unit:
    return create_published_unit(owner=tess, lessons=("attr", "supp"), questions_each=5)


def text(page: str) -> str:
    """A page as words."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_making_a_class(as_tess: Client, tess: User) -> None:
    assert "No class yet" in as_tess.get("/classes/").content.decode()
    response = as_tess.post("/classes/", {"name": "7B"})
    room = Classroom.objects.get()
    assert response.headers["Location"] == f"/classes/{room.pk}/"
    assert room.owner == tess
    page = as_tess.get("/classes/").content.decode()
    assert "0 pupils" in page
    assert room.join_code in page


def test_a_class_without_a_name_is_refused(as_tess: Client) -> None:
    response = as_tess.post("/classes/", {"name": " "})
    assert response.status_code == 422
    assert "Give the class a name" in response.content.decode()


def test_visitors_are_asked_to_sign_in(client: Client, room: Classroom) -> None:
    for address in ("/classes/", f"/classes/{room.pk}/"):
        assert client.get(address).headers["Location"].startswith("/accounts/login/")


def test_pasted_names_get_seats_and_pins(as_tess: Client, room: Classroom) -> None:
    create_seat(classroom=room, name="Ben")
    response = as_tess.post(
        f"/classes/{room.pk}/names/", {"names": "Ada  K.\r\n\r\nben\nChidi\nada k."}
    )
    page = response.content.decode()
    assert list(room.enrolments.order_by("pk").values_list("name", flat=True)) == [
        "Ben",
        "ada k.",
        "Chidi",
    ]
    assert "Already on the list" in page
    for each in response.context["seated"]:
        assert each.enrolment.opens_with(each.secret)
        assert each.secret in page
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ("\n \n", "at least one name"),
        ("\n".join(f"Pupil {n}" for n in range(61)), "up to 60"),
        ("A" * 41, "longer than 40"),
    ],
)
def test_a_list_that_cannot_be_is_refused_and_kept(
    as_tess: Client, room: Classroom, names: str, sentence: str
) -> None:
    response = as_tess.post(f"/classes/{room.pk}/names/", {"names": names})
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert names.strip() in response.content.decode()
    assert room.enrolments.count() == 0


def test_setting_work_and_taking_it_off(as_tess: Client, room: Classroom, unit: Unit) -> None:
    as_tess.post(f"/classes/{room.pk}/set-work/new/", {"unit": str(unit.pk)})
    work = room.assignments.get()
    assert "The garden count" in as_tess.get(f"/classes/{room.pk}/").content.decode()
    as_tess.post(f"/classes/{room.pk}/set-work/{work.pk}/removal/")
    assert room.assignments.count() == 0


def test_work_may_be_one_s_own_or_public_and_nothing_else(
    as_tess: Client, room: Classroom, oscar: User
) -> None:
    theirs = create_published_unit(owner=oscar, visibility=Unit.Visibility.PRIVATE)
    response = as_tess.post(f"/classes/{room.pk}/set-work/new/", {"unit": str(theirs.pk)})
    assert response.status_code == 422
    assert "Choose another" in response.content.decode()
    public = create_published_unit(owner=oscar, title="Open to all")
    as_tess.post(f"/classes/{room.pk}/set-work/new/", {"unit": str(public.pk)})
    assert room.assignments.get().unit == public


def test_who_has_not_started_who_works_and_who_is_done(
    as_tess: Client, room: Classroom, unit: Unit
) -> None:
    room.assignments.create(unit=unit)
    seats = [create_seat(classroom=room, name=name) for name in ("Ada", "Ben", "Chidi")]
    create_attempt(learner=seats[1].learner, unit=unit, right=3)
    done = create_attempt(learner=seats[2].learner, unit=unit, right=10)
    for number in (1, 2):
        taking.complete_lesson(attempt=done, number=number)
    (work,) = as_tess.get(f"/classes/{room.pk}/").context["dashboard"].work
    assert (work.not_started, work.working, work.done) == (["Ada"], ["Ben"], ["Chidi"])
    create_attempt(learner=seats[2].learner, unit=unit)  # practising again is still done
    (work,) = as_tess.get(f"/classes/{room.pk}/").context["dashboard"].work
    assert work.done == ["Chidi"]


def test_the_table_says_numbers_words_and_when_there_are_too_few(
    as_tess: Client, room: Classroom, unit: Unit
) -> None:
    room.assignments.create(unit=unit)
    seats = [create_seat(classroom=room, name=name) for name in ("Ada", "Ben", "Chidi")]
    create_attempt(learner=seats[0].learner, unit=unit, right=7, wrong=0)
    create_attempt(learner=seats[1].learner, unit=unit, right=0, wrong=5)
    page = text(as_tess.get(f"/classes/{room.pk}/").content.decode())
    assert "Ada 5/5 getting there or better · 2 answers, not enough yet" in page
    assert "Ben 0/5 just starting or getting there · 0 answers, not enough yet" in page
    assert "Chidi · 0 answers, not enough yet · 0 answers, not enough yet" in page
    assert "Whole class 5/10 · not enough yet" in page
    assert "Attribution: 5 of 10 answers were right" in page


def test_nothing_is_singled_out_before_there_are_enough_answers(
    as_tess: Client, room: Classroom, unit: Unit
) -> None:
    seat = create_seat(classroom=room, name="Ada")
    create_attempt(learner=seat.learner, unit=unit, wrong=5)
    assert "Nothing stands out" in as_tess.get(f"/classes/{room.pk}/").content.decode()


def test_trust_and_doubt_are_told_for_the_class_in_rates_and_for_a_pupil_in_words(
    as_tess: Client, tess: User, room: Classroom
) -> None:
    page = as_tess.get(f"/classes/{room.pk}/").content.decode()
    assert "what do we doubt" not in page
    unit = create_statements(owner=tess, supported=20, unsupported=20)
    told = {"Zoe": (18, 18), "Ada": (0, 20), "Ben": (20, 0), "Cleo": (1, 20), "Femi": (10, 18)}
    for name, (trusted, caught) in told.items():
        learner = create_seat(classroom=room, name=name).learner
        judge(learner=learner, unit=unit, trusted=trusted, caught=caught, classroom=room)
    create_seat(classroom=room, name="Gwen")
    page = as_tess.get(f"/classes/{room.pk}/").content.decode()
    (part,) = re.findall(r'<section[^>]*aria-labelledby="judged".*?</section>', page, re.DOTALL)
    assert "49 of 100 (49%)" in text(part)
    assert "24 of 100 (24%)" in text(part)
    table = text(part[part.index("<tbody") :])
    assert table == (
        "Ada same answer each time to doubting Ben same answer each time to trusting "
        "Cleo same answer nearly each time to doubting Femi often to doubting "
        "Zoe mostly neither Not enough answers yet, with fewer than 10 of each kind: Gwen."
    )


def test_the_class_is_not_told_by_one_or_two_pupils(
    as_tess: Client, tess: User, room: Classroom
) -> None:
    unit = create_statements(owner=tess, supported=10, unsupported=10)
    for name in ("Ada", "Ben"):
        learner = create_seat(classroom=room, name=name).learner
        judge(learner=learner, unit=unit, trusted=9, caught=8, classroom=room)
    page = text(as_tess.get(f"/classes/{room.pk}/").content.decode())
    assert "Not enough answers yet. We say something from 10 statements of each kind" in page
    assert "(hits)" not in page
    assert "Ada mostly neither" in page


def test_who_was_taken_off_the_list_is_not_in_the_figures(
    as_tess: Client, tess: User, room: Classroom
) -> None:
    unit = create_statements(owner=tess, supported=10, unsupported=10)
    seats = [create_seat(classroom=room, name=name) for name in ("Ada", "Ben", "Cleo")]
    for seat in seats:
        judge(learner=seat.learner, unit=unit, trusted=9, caught=8, classroom=room)
    assert "27 of 30" in as_tess.get(f"/classes/{room.pk}/").content.decode()
    as_tess.post(f"/classes/{room.pk}/seats/{seats[0].pk}/removal/")
    assert "27 of 30" not in as_tess.get(f"/classes/{room.pk}/").content.decode()


def test_the_class_page_asks_as_many_questions_for_thirty_as_for_one(
    as_tess: Client,
    room: Classroom,
    unit: Unit,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    room.assignments.create(unit=unit)
    for number in range(30):
        seat = Enrolment.objects.create(
            classroom=room,
            learner=create_learner(),
            name=f"Pupil {number}",
            pin="!",
        )
        create_attempt(learner=seat.learner, unit=unit, right=number % 4)
        with django_assert_max_num_queries(12):
            assert as_tess.get(f"/classes/{room.pk}/").status_code == 200


def test_a_pupil_is_taken_off_and_put_back(as_tess: Client, room: Classroom, unit: Unit) -> None:
    unit.visibility = Unit.Visibility.PRIVATE
    unit.save()
    room.assignments.create(unit=unit)
    seat = create_seat(classroom=room, name="Ada")
    pupil = as_learner(seat.learner)
    address = f"/classes/{room.pk}/seats/{seat.pk}/"
    page = as_tess.post(f"{address}removal/", follow=True).content.decode()
    assert f'action="{address}return/"' in page  # the undo
    assert pupil.get(f"/learn/{unit.pk}/").status_code == 404
    as_tess.post(f"{address}return/")
    assert pupil.get(f"/learn/{unit.pk}/").status_code == 200


def test_putting_back_gives_way_to_a_newcomer_of_that_name(
    as_tess: Client, room: Classroom
) -> None:
    seat = create_seat(classroom=room, name="Ada")
    as_tess.post(f"/classes/{room.pk}/seats/{seat.pk}/removal/")
    create_seat(classroom=room, name="ada")
    page = as_tess.post(f"/classes/{room.pk}/seats/{seat.pk}/return/", follow=True)
    assert "Another Ada is in the class by now" in page.content.decode()
    assert room.enrolments.present().count() == 1


def test_a_class_is_put_away_and_taken_up_again(as_tess: Client, room: Classroom) -> None:
    as_tess.post(f"/classes/{room.pk}/archive/")
    assert "put away" in as_tess.get("/classes/").content.decode()
    assert "no longer works" in as_tess.get(f"/classes/{room.pk}/").content.decode()
    as_tess.post(f"/classes/{room.pk}/reopening/")
    room.refresh_from_db()
    assert room.archived_at is None


DEEDS = [
    "names/",
    "set-work/words/",
    "set-work/{work}/removal/",
    "archive/",
    "reopening/",
    "seats/{seat}/removal/",
    "seats/{seat}/return/",
]


@pytest.mark.parametrize("path", DEEDS)
def test_another_teacher_gets_404_and_changes_nothing(
    as_tess: Client, as_oscar: Client, room: Classroom, unit: Unit, path: str
) -> None:
    seat, work = create_seat(classroom=room, name="Ada"), room.assignments.create(unit=unit)
    address = f"/classes/{room.pk}/" + path.format(seat=seat.pk, work=work.pk)
    assert as_oscar.post(address, {"names": "Eve"}).status_code == 404
    assert as_oscar.get(f"/classes/{room.pk}/").status_code == 404
    assert as_tess.get(address).status_code == 405
    room.refresh_from_db()
    before = seat.pin
    seat.refresh_from_db()
    assert (room.archived_at, seat.removed_at, seat.pin) == (None, None, before)
    assert (room.assignments.count(), room.enrolments.count()) == (1, 1)


def test_a_seat_of_another_class_is_404(as_oscar: Client, oscar: User, room: Classroom) -> None:
    seat = create_seat(classroom=room, name="Ada")
    own = create_classroom(owner=oscar)
    assert as_oscar.post(f"/classes/{own.pk}/seats/{seat.pk}/removal/").status_code == 404
