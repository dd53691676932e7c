"""Work that a teacher set for a class, with its rules; and a learner's right to pass on a text."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from curriculum.models import Edition, Unit
from quiz.models.classroom import Classroom, Enrolment
from quiz.models.people import Learner

TRAVEL = timedelta(seconds=15)  # an answer that was sent in time may arrive this much later


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """The vocabulary of much set work."""

    def for_learner(self, learner: Learner) -> AssignmentQuerySet:
        """What the learner's open classes were set, unless it is for other seats alone."""
        seats = learner.enrolments.present().filter(classroom__archived_at=None)
        chosen = Assignment.seats.through.objects.all()
        mine = Q(pk__in=chosen.filter(enrolment__in=seats).values("assignment"))
        mine |= ~Q(pk__in=chosen.values("assignment"))
        return self.filter(mine, classroom__in=seats.values("classroom"))


class Assignment(models.Model):
    """A unit set for a class or for some of its seats: when, how often, how it is marked."""

    class Late(models.TextChoices):
        """What happens to an answer after the due date."""

        MARKED = "marked", "Take it, and mark it as late"
        CLOSED = "closed", "Take nothing after that"

    class Feedback(models.TextChoices):
        """When a learner sees what was right."""

        NOW = "now", "After each answer"
        AFTER_DUE = "after_due", "Once the work is due"

    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="assignments")
    edition = models.ForeignKey(
        Edition,
        on_delete=models.SET_NULL,
        related_name="assignments",
        null=True,
        blank=True,
        help_text="Empty: whichever edition is the newest.",
    )
    seats = models.ManyToManyField(
        Enrolment, related_name="assignments", blank=True, help_text="Empty: the whole class."
    )
    opens_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    late = models.CharField(max_length=8, choices=Late, default=Late.MARKED)
    tries = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How often a learner may work through it. Empty: no limit."
    )
    feedback = models.CharField(max_length=10, choices=Feedback, default=Feedback.NOW)
    shuffled = models.BooleanField(
        default=False, help_text="Each learner meets the questions of a lesson in another order."
    )
    minutes = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Time for one try, from its start. Empty: no limit."
    )
    set_at = models.DateTimeField(auto_now_add=True)
    ticket = models.UUIDField(
        null=True, unique=True, editable=False, help_text="So that two taps set it once."
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["set_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True)
                | Q(due_at__isnull=True)
                | Q(due_at__gt=F("opens_at")),
                name="work_is_due_after_it_opens",
                violation_error_message="The work has to be due after it opens.",
            ),
            models.CheckConstraint(
                condition=~Q(feedback="after_due") | Q(due_at__isnull=False),
                name="feedback_after_the_due_date_needs_one",
                violation_error_message="Say when the work is due, or give feedback at once.",
            ),
            models.CheckConstraint(
                condition=Q(tries__isnull=True) | Q(tries__gte=1),
                name="work_may_be_tried_at_least_once",
            ),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__gte=1),
                name="a_time_limit_is_a_minute_or_more",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} for {self.classroom}"

    def opened(self, at: datetime | None = None) -> bool:
        """Whether learners may see it yet."""
        return self.opens_at is None or self.opens_at <= (at or timezone.now())

    def overdue(self, at: datetime | None = None) -> bool:
        """Whether its due date is past."""
        return self.due_at is not None and self.due_at <= (at or timezone.now())

    def closed(self, at: datetime | None = None) -> bool:
        """Whether nobody may begin or answer any more."""
        return self.late == self.Late.CLOSED and self.overdue(at)

    def marks_late(self, at: datetime) -> bool:
        """Whether an answer that arrives then is late. One that was sent in time is not."""
        return self.due_at is not None and self.due_at + TRAVEL < at

    def closes_for(self, started_at: datetime, *, extra_time: int = 0) -> datetime | None:
        """When a try that began then ends: its time is up, or the work closes, if either does."""
        ends = []
        if self.minutes:
            ends.append(started_at + timedelta(minutes=self.minutes) * (100 + extra_time) / 100)
        if self.due_at and self.late == self.Late.CLOSED:
            ends.append(self.due_at)
        return min(ends, default=None)

    @property
    def current_edition(self) -> Edition | None:
        """What somebody who begins now works through: the edition that was fixed, or the newest."""
        return self.edition or self.unit.edition

    def discloses(self, at: datetime | None = None) -> bool:
        """Whether learners may know by now what was right."""
        return self.feedback == self.Feedback.NOW or self.overdue(at)


class Pass(models.Model):
    """A learner would rather not read this text, and need not say why."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="passes")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="passes")
    passed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["passed_at"]
        verbose_name_plural = "passes"
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "unit"], name="a_learner_passes_on_a_unit_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.learner} passes on {self.unit}"
