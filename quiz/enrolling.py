"""Enrolling: seats in a class, taken by pupils themselves or made from a teacher's list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from curriculum.reading.types import Problem
from quiz import names as naming
from quiz import seat_secrets
from quiz.models import Classroom, Enrolment, Learner

NO_SECRET = "!"  # a hash that nothing opens


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat, and its secret in clear: shown now, and never again."""

    enrolment: Enrolment
    secret: str

    @property
    def pictures(self) -> list[seat_secrets.Picture]:
        """The secret as pictures, where the class signs in with them."""
        return seat_secrets.pictures(self.secret)


def name_taken(classroom: Classroom) -> Problem:
    """The refusal of a name that somebody has, which tells the way in as well."""
    show = {
        Classroom.SignIn.PIN: "type your PIN",
        Classroom.SignIn.PICTURES: "choose your three pictures",
    }[Classroom.SignIn(classroom.sign_in)]
    return Problem(
        "name-taken",
        f"Somebody with that name is already in this class. If it is you, {show}. "
        "If not, add a letter of your surname.",
    )


def seat_named(classroom: Classroom, name: str) -> Enrolment | None:
    """The seat that a typed name means: exactly, or else more or less and no other."""
    seats = classroom.enrolments.present().select_related("classroom", "learner")
    if exact := seats.named(name).first():
        return exact
    meant = naming.meant(name, seats.values_list("name", flat=True))
    return seats.filter(name=meant).first() if meant else None


def add_learner(
    *,
    classroom: Classroom,
    name: str,
    pin: str = "",
    learner: Learner | None = None,
    came: bool = False,
) -> Seated:
    """Give somebody a seat. Raises IntegrityError when the name has one already.

    A walk-in who is passed as ``learner`` takes the seat with all they answered before; one who
    was erased in this very moment begins afresh. ``came`` when the pupil sits there now.
    """
    secret = pin or seat_secrets.new(classroom.sign_in)
    hashed = seat_secrets.hashed(secret)  # outside the transaction, which holds the only pen
    with transaction.atomic():
        if learner and not Learner.objects.hold(learner.pk):
            learner = None
        if learner is None:
            learner = Learner.objects.create(name=name)
        elif not learner.name:
            learner.name = name
            learner.save(update_fields=["name"])
        seat = classroom.enrolments.create(
            learner=learner, name=name, pin=hashed, came_at=timezone.now() if came else None
        )
    return Seated(seat, secret)


def add_names(*, classroom: Classroom, names: Iterable[str]) -> tuple[list[Seated], list[str]]:
    """Seats for a pasted list. Returns the new seats, and the names that had one already."""
    seated, there = [], []
    for name in names:
        if classroom.enrolments.present().named(name).exists():
            there.append(name)
            continue
        try:
            seated.append(add_learner(classroom=classroom, name=name))
        except IntegrityError:  # a pupil took the name in this very moment
            there.append(name)
    return seated, there


def take_seat(*, classroom: Classroom, name: str, learner: Learner | None) -> Seated | Problem:
    """A new seat under a free name. ``learner`` is a walk-in who keeps what they did."""
    if learner and classroom.enrolments.filter(learner=learner).exists():
        learner = None  # their seat was taken away: they begin again, as anybody may
    try:
        return add_learner(classroom=classroom, name=name, learner=learner, came=True)
    except IntegrityError:
        return name_taken(classroom)


def sit_down(*, enrolment: Enrolment) -> None:
    """Note that the pupil of a seat from the teacher's list has come."""
    Enrolment.objects.filter(pk=enrolment.pk, came_at=None).update(came_at=timezone.now())


def new_secrets(*, seats: Iterable[Enrolment], sign_in: str = "") -> list[Seated]:
    """New PINs or pictures for these seats. The old ones stop working; nobody is signed out."""
    made = [Seated(seat, seat_secrets.new(sign_in or seat.classroom.sign_in)) for seat in seats]
    for each in made:
        each.enrolment.pin = seat_secrets.hashed(each.secret)
    Enrolment.objects.bulk_update([each.enrolment for each in made], ["pin"])
    return made


def change_sign_in(*, classroom: Classroom, to: str) -> list[Seated]:
    """Let the class sign in another way: everybody gets a new secret.

    Seats off the list open with nothing, until they are back and get a card.
    """
    Classroom.objects.filter(pk=classroom.pk).update(sign_in=to)
    classroom.sign_in = to
    classroom.enrolments.exclude(removed_at=None).update(pin=NO_SECRET)
    return new_secrets(seats=card_holders(classroom), sign_in=to)


def card_holders(classroom: Classroom) -> list[Enrolment]:
    """Who can use a card: everybody on the list but those who sign in with an account."""
    seats = classroom.enrolments.present().filter(learner__user=None)
    return list(seats.select_related("classroom").order_by("name_key"))


def remove(*, enrolment: Enrolment) -> None:
    """Take a seat away. Nothing that was answered is lost, and ``put_back`` undoes it."""
    enrolment.removed_at = timezone.now()
    enrolment.save(update_fields=["removed_at"])


def merge(giver: Learner, *, into: Learner) -> None:
    """When two become one, they keep every seat; of two in one class, the one on the list."""
    for seat in giver.enrolments.all():
        twin = into.enrolments.filter(classroom=seat.classroom_id).first()
        left, stays = (seat, twin) if twin and twin.removed_at is None else (twin, seat)
        if left and stays:
            for work in left.assignments.all():
                work.seats.add(stays)
            left.delete()
        if stays == seat:
            seat.learner = into
            seat.save(update_fields=["learner"])


def put_back(*, enrolment: Enrolment) -> Problem | None:
    """Undo a removal, unless somebody else has taken the name since."""
    enrolment.removed_at = None
    try:
        with transaction.atomic():
            enrolment.save(update_fields=["removed_at"])
    except IntegrityError:
        return Problem("name-taken", f"Another {enrolment.name} is in the class by now.")
    return None
