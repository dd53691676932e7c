"""Every address × every role: who may open it, and that nobody else learns that it exists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import get_resolver, reverse

from curriculum import correcting
from curriculum.models import Unit
from quiz import calendars, inviting, leaving
from quiz.models import Assignment, CoTeacher, Flag, Invitation
from tests import factories
from tests.test_conventions import patterns

# PUBLIC: anybody. OWN: any teacher, each their own list. THINGS: the owner alone, 404 for other
# teachers. LEARNING: the learner of the attempt alone. POST-only addresses are marked.
PUBLIC = {
    "home", "learn", "join", "progress", "login", "signup", "styleguide", "confusions", "confusion",
    "unit_pass",
    "data", "data_json", "data_csv", "data_deletion", "data_keeping", "receipt",
    "along", "deck", "calendar_feed", "todays_review",
}  # fmt: skip
PUBLIC_POST = {
    "attempts", "departure", "data_return", "theme", "logout",
    "calendar_address", "calendar_address_removal", "review_attempts",
    "unit_pass_removal", "confidence",
}  # fmt: skip
# Accounts. Whoever has one sees their own: OWN. AGAIN asks for the password once more, or there is
# nothing to see yet. The rest is for whoever wants to come in; a sign-in that is not under way, or
# is over, leads back to its first page.
PUBLIC |= {
    "account_login", "account_signup", "account_inactive", "account_email_verification_sent",
    "account_confirm_login_code", "account_confirm_email", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "mfa_authenticate", "mfa_login_webauthn",
    "socialaccount_login_cancelled", "socialaccount_signup",
}  # fmt: skip
PUBLIC_POST |= {"account_logout"}
AGAIN = {
    "account_set_password", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp",
    "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
    "mfa_add_webauthn", "mfa_reauthenticate_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn",
    "socialaccount_login_error",
}  # fmt: skip
ACCOUNT_KEYS: dict[str, dict[str, Any]] = {
    "account_confirm_email": {"key": "none"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "none"},
    "mfa_remove_webauthn": {"pk": 1},
    "mfa_edit_webauthn": {"pk": 1},
}
OWN = {"sources", "new_source", "units", "classrooms"}
OWN |= {
    "account", "account_name", "account_email", "account_change_password", "account_reauthenticate",
    "account_deletion",
    "mfa_index", "mfa_list_webauthn", "usersessions_list", "socialaccount_connections",
}  # fmt: skip
THINGS = {
    "handout", "answer_key", "teacher_notes",
    "close_reading", "claim", "unit", "lesson", "step", "review", "question", "wording",
    "classroom", "classroom_cards", "classroom_sign_in", "classroom_teachers", "results",
    "new_assignment", "assignment", "accommodation",
    "new_lesson", "new_step", "new_question", "records", "unit_preview",
    "comparison",
}  # fmt: skip
THINGS_POST = {
    "whole_text",
    "source_deletion", "claims", "corrections", "rejection", "restoration", "reversal", "drafts",
    "visibility", "deletion", "editions", "lesson_place", "preview", "approvals", "verdict",
    "findings", "question_place", "classroom_names", "assignment_words", "assignment_removal",
    "lesson_removal", "lesson_restoration", "new_preview", "step_place", "step_removal",
    "step_restoration", "new_findings", "question_lesson", "question_return", "copies",
    "reversal_of_review", "flag_settlement",
    "classroom_archive", "classroom_reopening", "seat_card", "invitation_end",
    "co_teacher_departure", "classroom_ownership", "seat_removal", "seat_return",
}  # fmt: skip
LEARNING = {
    "attempt", "attempt_lesson", "attempt_question", "attempt_similar", "attempt_summary",
}  # fmt: skip
LEARNING_POST = {
    "lesson_completion", "practice", "attempt_answer", "attempt_flag", "attempt_flag_removal",
}  # fmt: skip
LINKS = {"invitation"}  # any teacher who was given the link
GETS = sorted(LINKS | PUBLIC | OWN | AGAIN | THINGS | LEARNING)
POSTS = sorted(PUBLIC_POST | THINGS_POST | LEARNING_POST)


@dataclass
class World:
    """Tess's things, and a browser for each role."""

    addresses: dict[str, str]
    visitor: Client
    pupil: Client  # in Tess's class; the attempt is theirs
    pupil_elsewhere: Client
    owner: Client
    other_teacher: Client
    co_teacher: Client  # of Tess's class


@pytest.fixture
def world(tess: User, oscar: User, as_tess: Client, as_oscar: Client) -> World:
    source = factories.create_source(owner=tess)
    claim = source.claims.all()[0]
    correction = correcting.correct(claim=claim, by=tess, rejected=True)
    assert correction
    unit = factories.create_unit(owner=tess)
    published = factories.create_published_unit(
        owner=tess, practice_each=1, content_note="It speaks of wasted food."
    )
    room = factories.create_classroom(owner=tess)
    seat = factories.create_seat(classroom=room, name="Lena")
    work = Assignment.objects.create(classroom=room, unit=published)
    elsewhere = factories.create_classroom(owner=oscar, name="8C")
    stranger = factories.create_seat(classroom=elsewhere, name="Otto").learner
    attempt = factories.create_attempt(learner=seat.learner, unit=published)
    colleague = User.objects.create_user("colleague")
    co_teaching = CoTeacher.objects.create(classroom=room, user=colleague)
    as_colleague = Client()
    as_colleague.force_login(colleague)
    third = CoTeacher.objects.create(classroom=room, user=User.objects.create_user("third"))
    link = inviting.invite(classroom=room, by=tess)
    assert isinstance(link, Invitation)
    said = Flag.objects.create(
        learner=seat.learner,
        attempt=attempt,
        version=unit.questions.all()[0].versions.all()[0],
        reason=Flag.Reason.UNCLEAR,
    )
    gone = leaving.ask(learner=factories.create_learner(), at_once=True)
    assert gone
    lesson = unit.lessons.all()[0]
    ids: dict[str, dict[str, Any]] = {
        "texts": {"pk": source.pk, "source_id": source.pk, "number": claim.pk},
        "units": {"unit_id": unit.pk, "flag_id": said.pk},
        "lessons": {"lesson_id": lesson.pk},
        "steps": {"step_id": lesson.steps.all()[0].pk},
        "questions": {
            "question_id": unit.questions.all()[0].pk,
            "state": "approved",
            "lesson_id": lesson.pk,
        },
        "learn": {"unit_id": published.pk},
        "attempts": {"attempt_id": attempt.pk, "number": 1, "position": 1, "place": 1},
        "confusions": {"confusion_id": "quoted-is-endorsed"},
        "receipts": {"code": gone.code},
        "calendars": {"secret": calendars.renew(seat.learner).secret},
        "classes": {
            "classroom_id": room.pk,
            "work_id": work.pk,
            "seat_id": seat.pk,
            "invitation_id": link.pk,
            "co_teacher_id": third.pk,
        },
        "invitations": {"secret": link.secret},
    }
    addresses = {}
    for pattern in patterns(get_resolver()):
        wanted = re.findall(r"<\w+:(\w+)>", str(pattern.pattern))
        known = ids.get(str(pattern.pattern).split("/")[0], {})
        given = {name: known[name] for name in wanted if name in known}
        addresses[pattern.name or ""] = reverse(
            str(pattern.name), kwargs=ACCOUNT_KEYS.get(pattern.name or "", given)
        )
    addresses["reversal"] = reverse("reversal", args=[source.pk, correction.pk])
    addresses["co_teacher_departure/own"] = reverse(
        "co_teacher_departure", args=[room.pk, co_teaching.pk]
    )
    return World(
        addresses,
        visitor=Client(),
        pupil=factories.as_learner(seat.learner),
        pupil_elsewhere=factories.as_learner(stranger),
        owner=as_tess,
        other_teacher=as_oscar,
        co_teacher=as_colleague,
    )


def ask(client: Client, world: World, name: str) -> int:
    """The status of the address for this browser, by the method that it takes."""
    address = world.addresses[name]
    return (client.post(address) if name in POSTS else client.get(address)).status_code


def test_every_address_is_listed() -> None:
    names = {pattern.name for pattern in patterns(get_resolver())}
    assert names == {*GETS, *POSTS}


@pytest.mark.parametrize("name", sorted(THINGS | THINGS_POST))
def test_things_are_their_owners_alone(name: str, world: World) -> None:
    for learner in (world.visitor, world.pupil, world.pupil_elsewhere):
        assert ask(learner, world, name) == 302, "to the sign-in page"
    assert ask(world.other_teacher, world, name) == 404
    assert ask(world.owner, world, name) in {200, 302, 409, 422}


@pytest.mark.parametrize("name", sorted(THINGS | THINGS_POST))
def test_a_co_teacher_shares_the_class_and_nothing_else(name: str, world: World) -> None:
    status = ask(world.co_teacher, world, name)
    theirs = world.addresses[name].startswith("/classes/")
    if theirs and name not in {"classroom_ownership", "co_teacher_departure"}:
        assert status in {200, 302, 409, 422}
    else:
        assert status == 404


def test_a_co_teacher_may_leave(world: World) -> None:
    own = world.addresses["co_teacher_departure/own"]
    assert world.other_teacher.post(own).status_code == 404
    assert world.co_teacher.post(own).status_code == 302


def test_an_invitation_is_for_whoever_has_it_and_an_account(world: World) -> None:
    for learner in (world.visitor, world.pupil, world.pupil_elsewhere):
        assert ask(learner, world, "invitation") == 302, "to the sign-in page"
    assert ask(world.other_teacher, world, "invitation") == 200
    assert ask(world.owner, world, "invitation") == 302, "to the class that is theirs"


@pytest.mark.parametrize("name", sorted(LEARNING | LEARNING_POST))
def test_an_attempt_is_its_learners_alone(name: str, world: World) -> None:
    for outsider in (world.visitor, world.pupil_elsewhere, world.other_teacher, world.owner):
        assert ask(outsider, world, name) == 404
    assert ask(world.pupil, world, name) in {200, 302, 422}


@pytest.mark.parametrize("name", sorted(OWN))
def test_lists_are_for_teachers(name: str, world: World) -> None:
    assert ask(world.visitor, world, name) == 302
    assert ask(world.pupil, world, name) == 302
    assert ask(world.owner, world, name) == 200
    assert ask(world.other_teacher, world, name) == 200


@pytest.mark.parametrize("name", sorted(AGAIN))
def test_how_one_signs_in_is_shown_to_nobody_just_so(name: str, world: World) -> None:
    for learner in (world.visitor, world.pupil):
        assert ask(learner, world, name) == 302, "to the sign-in page"
    assert ask(world.owner, world, name) in {302, 401, 404}


@pytest.mark.parametrize("name", sorted(PUBLIC | PUBLIC_POST))
def test_open_doors_are_open(name: str, world: World) -> None:
    for client in (world.visitor, world.pupil, world.pupil_elsewhere, world.other_teacher):
        assert ask(client, world, name) in {200, 302, 422}


def test_acts_refuse_get(world: World) -> None:
    for name in POSTS:
        client = world.pupil if name in LEARNING_POST else world.owner
        assert client.get(world.addresses[name]).status_code == 405, name


def test_pages_answer_head_as_they_answer_get(world: World) -> None:
    for name in GETS:
        client = world.pupil if name in LEARNING else world.owner
        address = world.addresses[name]
        assert client.head(address).status_code == client.get(address).status_code, name


def test_a_private_unit_is_nobody_elses(world: World, tess: User) -> None:
    Unit.objects.filter(owner=tess).update(visibility=Unit.Visibility.PRIVATE)
    Assignment.objects.all().delete()
    for client in (world.visitor, world.pupil, world.pupil_elsewhere, world.other_teacher):
        assert client.get(world.addresses["learn"]).status_code == 404
    assert world.owner.get(world.addresses["learn"]).status_code == 200
