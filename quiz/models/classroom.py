"""Classes, the seats in them, and who teaches them."""

from __future__ import annotations

import secrets
import unicodedata
import uuid
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from quiz.models.people import Learner

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User

# No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: what one child reads aloud, another can type.
JOIN_ALPHABET = "ACDEFGHJKMNPQRTWXY34679"
JOIN_LENGTH = 6
NAME_LENGTH = 40
KEY_LENGTH = 80
JOINERS = "\u200c\u200d"


def new_join_code() -> str:
    """Six characters that cannot be mistaken for one another."""
    return "".join(secrets.choice(JOIN_ALPHABET) for _ in range(JOIN_LENGTH))


def tidy(name: str) -> str:
    """The name without stray spaces, and without characters that hide or turn what is written.

    The joiners inside an emoji or a Persian name stay; where nothing else is left, so does nothing.
    """
    words = " ".join(name.split())
    shown = "".join(c for c in words if c in JOINERS or unicodedata.category(c) not in ("Cc", "Cf"))
    return " ".join(shown.split()) if shown.strip(f" {JOINERS}") else ""


def fold(name: str) -> str:
    """What two spellings of one name share: no capitals, no stray spaces, one way to accent.

    A single character can unfold to eighteen, so the key may need cutting to its column.
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())[:KEY_LENGTH]


def new_secret() -> str:
    """256 bits that nobody guesses."""
    return secrets.token_urlsafe(32)


class ClassroomQuerySet(models.QuerySet["Classroom"]):
    """The vocabulary of many classes."""

    def for_teacher(self, user: User | AnonymousUser) -> ClassroomQuerySet:
        """The classes that this teacher owns, or teaches with a colleague."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Q(owner=user) | Q(pk__in=user.co_teaching.values("classroom")))

    def open(self) -> ClassroomQuerySet:
        """Classes that are still being taught."""
        return self.filter(archived_at__isnull=True)


class Classroom(models.Model):
    """A teacher's class: a name, and a code by which pupils find it."""

    class SignIn(models.TextChoices):
        """What a pupil shows to come back to a seat."""

        PIN = "pin", "Four digits"
        PICTURES = "pictures", "Three pictures"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="classrooms"
    )
    name = models.CharField(max_length=80)
    join_code = models.CharField(max_length=JOIN_LENGTH, default=new_join_code, unique=True)
    sign_in = models.CharField(max_length=8, choices=SignIn, default=SignIn.PIN)
    created_at = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = ClassroomQuerySet.as_manager()

    class Meta:
        ordering = ["name", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="a_class_has_a_name",
                violation_error_message="Give the class a name.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The teacher's page of the class."""
        return reverse("classroom", args=[self.pk])

    @property
    def secret_name(self) -> str:
        """What pupils come back with, as a page calls it."""
        return "pictures" if self.sign_in == self.SignIn.PICTURES else "PIN"

    def teachers(self) -> list[User]:
        """Its owner, then its co-teachers in the order in which they came."""
        return [self.owner, *(each.user for each in self.co_teachers.select_related("user"))]

    def archive(self) -> None:
        """Put the class away: its code stops working, its figures stay."""
        self.archived_at = timezone.now()
        self.save(update_fields=["archived_at"])

    def reopen(self) -> None:
        """Take the class up again."""
        self.archived_at = None
        self.save(update_fields=["archived_at"])


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    """The vocabulary of many seats."""

    def present(self) -> EnrolmentQuerySet:
        """Seats that were not taken away."""
        return self.filter(removed_at__isnull=True)

    def named(self, name: str) -> EnrolmentQuerySet:
        """The seats with this name, however it is capitalised or spaced."""
        return self.filter(name_key=fold(name))


class Enrolment(models.Model):
    """A seat in a class: the name on the teacher's list, and a secret for coming back to it.

    The secret is a PIN or three pictures, whichever the class signs in with.
    """

    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="enrolments")
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="enrolments")
    name = models.CharField(max_length=NAME_LENGTH)
    # Databases fold only ASCII alike, so "Élise" and "élise" are compared by a key of our own.
    name_key = models.CharField(max_length=KEY_LENGTH, editable=False)
    pin = models.CharField(max_length=128, help_text="Hashed; shown once, when it is made.")
    joined_at = models.DateTimeField(auto_now_add=True)
    came_at = models.DateTimeField(
        null=True, blank=True, help_text="When the pupil first sat down; empty: not yet."
    )
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["classroom", "name_key"],
                condition=Q(removed_at__isnull=True),
                name="a_name_has_one_seat_in_a_class",
                violation_error_message="Somebody in this class already has that name.",
            ),
            models.UniqueConstraint(
                fields=["classroom", "learner"], name="a_learner_has_one_seat_in_a_class"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_seat_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key in step with the name."""
        self.name_key = fold(self.name)
        super().save(*args, **kwargs)

    def opens_with(self, secret: str) -> bool:
        """Whether this is the seat's PIN, or these are its pictures."""
        return check_password(secret, self.pin)


class CoTeacher(models.Model):
    """A colleague who teaches the class too, and sees and does what its owner does."""

    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="co_teachers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="co_teaching"
    )
    joined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["joined_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["classroom", "user"], name="a_colleague_joins_a_class_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} in {self.classroom}"


class Invitation(models.Model):
    """A link by which one colleague may join. It works once, and not for ever."""

    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="invitations")
    secret = models.CharField(max_length=43, unique=True, default=new_secret)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations"
    )
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"Invitation to {self.classroom}"

    def get_absolute_url(self) -> str:
        """Where the colleague accepts."""
        return reverse("invitation", args=[self.secret])
