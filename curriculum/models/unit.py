"""Units, their lessons and steps, and the editions that learners see."""

from __future__ import annotations

import uuid
from math import ceil
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery
from django.urls import reverse

from curriculum.models.source import Source
from curriculum.skills import SKILLS, Skill

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User

WORDS_A_MINUTE = 150  # a careful reader of eleven
MINUTES_A_QUESTION = 0.75
SKILL_CHOICES = [(skill.id, skill.name) for skill in SKILLS.values()]


class UnitQuerySet(models.QuerySet["Unit"]):
    """The vocabulary of many units."""

    def for_teacher(self, user: User | AnonymousUser) -> UnitQuerySet:
        """The units that this teacher may edit."""
        return self.filter(owner=user) if user.is_authenticated else self.none()

    def published(self) -> UnitQuerySet:
        """Units with at least one edition."""
        return self.filter(Exists(Edition.objects.filter(unit=OuterRef("pk"))))

    def public(self) -> UnitQuerySet:
        """Published units that anybody may walk into."""
        return self.published().filter(visibility=Unit.Visibility.PUBLIC)

    def with_edition(self) -> UnitQuerySet:
        """With the newest edition of each, and what it asks; the older ones stay unread."""
        return self.prefetch_related(Prefetch("editions", _newest().prefetch_related("asked")))

    def newest_editions(self) -> models.QuerySet[Edition]:
        """The newest edition of each."""
        return _newest().filter(unit__in=self.values("pk"))

    def counted(self) -> UnitQuerySet:
        """With how many of the quiz are approved, and how many wait, practice included."""
        there = Q(questions__lesson__removed_at=None)
        ready = Q(questions__state="approved", questions__practice=False)
        return self.annotate(
            drafted=Count("questions", filter=there & Q(questions__state="drafted")),
            approved=Count("questions", filter=there & ready),
        ).order_by("-created_at")  # counting drops the order that the model has


class Unit(models.Model):
    """Lessons and questions about one text, as a teacher works on them."""

    class Visibility(models.TextChoices):
        """Who may learn with the published unit."""

        PRIVATE = "private", "only me"
        LINK = "link", "anyone I give the link to"
        PUBLIC = "public", "everyone, through the library"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="units", null=True
    )
    source = models.ForeignKey(Source, on_delete=models.RESTRICT, related_name="units")
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    content_note = models.TextField(blank=True, help_text="Shown before a learner begins.")
    teacher_notes = models.TextField(blank=True, help_text="Markdown; learners never see it.")
    visibility = models.CharField(
        max_length=8, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    licence = models.CharField(max_length=80, blank=True)
    sources = models.JSONField(
        default=list, blank=True, help_text="Records cited: [{id, name, address, date, used_for}]."
    )
    as_of = models.DateField(null=True, blank=True, help_text="The day for which it holds.")
    review_by = models.DateField(null=True, blank=True, help_text="When to look at it again.")
    bundle = models.SlugField(blank=True, help_text="Folder of a unit that came with the program.")
    bundle_state = models.CharField(
        max_length=64, blank=True, help_text="Digest as loaded: another one means edited by hand."
    )
    copied_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, related_name="copies", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "bundle"],
                condition=~Q(bundle=""),
                name="a_teacher_has_a_bundled_unit_once",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The teacher's page of the unit."""
        return reverse("unit", args=[self.pk])

    def get_review_url(self) -> str:
        """The next question to review."""
        return reverse("review", args=[self.pk])

    @property
    def edition(self) -> Edition | None:
        """What learners see now: the newest edition."""
        return next(iter(self.editions.all()[:1]), None)


class LessonQuerySet(models.QuerySet["Lesson"]):
    """The vocabulary of many lessons."""

    def counted(self) -> LessonQuerySet:
        """With how many questions its quiz has, the discarded left out, and how many are ready."""
        quiz = Q(questions__practice=False)
        return self.annotate(
            asked=Count("questions", filter=quiz & ~Q(questions__state="discarded")),
            approved=Count("questions", filter=quiz & Q(questions__state="approved")),
        ).order_by("position")  # counting drops the order that the model has


_LessonManager = models.Manager.from_queryset(LessonQuerySet)


class StandingLessons(_LessonManager["Lesson"]):
    """The lessons that no teacher removed: what everybody sees, and what is published."""

    def get_queryset(self) -> LessonQuerySet:
        """Without the removed ones."""
        return LessonQuerySet(self.model, using=self._db).filter(removed_at=None)


class Lesson(models.Model):
    """A lesson of a unit: one skill, taught before it is asked."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="lessons")
    position = models.PositiveSmallIntegerField()
    skill = models.CharField(max_length=6, choices=SKILL_CHOICES)
    title = models.CharField(max_length=200)
    module = models.CharField(
        max_length=80, blank=True, help_text="Lessons that follow one another share a heading."
    )
    removed_at = models.DateTimeField(
        null=True, blank=True, help_text="When its teacher removed it. It can be put back."
    )

    objects = StandingLessons()
    everything = _LessonManager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "position"], name="a_unit_has_one_lesson_in_each_place"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The lesson's page, for its teacher."""
        return reverse("lesson", args=[self.pk])


class StandingSteps(models.Manager["Step"]):
    """The steps that no teacher removed."""

    def get_queryset(self) -> models.QuerySet[Step]:
        """Without the removed ones."""
        return super().get_queryset().filter(removed_at=None)


class Step(models.Model):
    """A step of a lesson, in Markdown, with the words of the text that it lights up."""

    class Kind(models.TextChoices):
        """What the step is for."""

        IDEA = "idea", "The idea"
        EXAMPLE = "example", "In this text"
        CHECK = "check", "Try it on the web"
        DISCUSS = "discuss", "Talk about it"
        RECAP = "recap", "In one minute"

    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    heading = models.CharField(max_length=200)
    body = models.TextField()
    anchors = models.JSONField(default=list, blank=True)
    removed_at = models.DateTimeField(
        null=True, blank=True, help_text="When its teacher removed it. It can be put back."
    )

    objects = StandingSteps()
    everything: models.Manager[Step] = models.Manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["lesson", "position"], name="a_lesson_has_one_step_in_each_place"
            )
        ]

    def __str__(self) -> str:
        return self.heading

    def get_absolute_url(self) -> str:
        """Where a teacher writes it."""
        return reverse("step", args=[self.pk])


class Edition(models.Model):
    """A published state of a unit. It never changes; a new publication makes a new edition."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    content_note = models.TextField(blank=True)
    lessons = models.JSONField(help_text="[{number, title, skill, steps: [{kind, heading, …}]}]")
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "number"], name="editions_are_numbered_once")
        ]

    def __str__(self) -> str:
        return f"{self.title}, edition {self.number}"

    @property
    def skills(self) -> list[Skill]:
        """The skills that its lessons teach, each once."""
        return [SKILLS[skill] for skill in dict.fromkeys(each["skill"] for each in self.lessons)]

    @property
    def minutes(self) -> int:
        """About how long a learner needs, for reading the lessons and answering the questions."""
        bodies = (step["body"] for lesson in self.lessons for step in lesson["steps"])
        words = sum(len(body.split()) for body in bodies)
        practice = sum(len(lesson.get("practice", ())) for lesson in self.lessons)
        questions = len(self.asked.all()) + practice
        return ceil(words / WORDS_A_MINUTE + questions * MINUTES_A_QUESTION)


def _newest() -> models.QuerySet[Edition]:
    """Of each unit's editions, the one with the highest number."""
    numbers = Edition.objects.filter(unit=OuterRef("unit")).order_by("-number").values("number")
    return Edition.objects.filter(number=Subquery(numbers[:1]))
