"""``manage.py demo``: a teacher, a class with names, published units, and answers. Repeatable."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from curriculum.models import Choice, QuestionVersion, Unit
from quiz import enrolling, taking, working
from quiz.models import Assignment, Attempt, Classroom, Learner

TEACHER, PASSWORD = "teacher", "demonstration"
CLASSROOM = "Demonstration class"
PIN = "2468"
LEFT_TO_REVIEW = "mill-lane"  # drafted as well, so that there is something to review
WORKED = {"ferry-goat": 6, "school-lunch-study": 2}  # units of the class, by days ago
SET = (*WORKED, "two-leaders")
# Each name with the share of questions that the learner tends to know, and how far they got.
PUPILS = {
    "Ada": (0.9, 1.0),
    "Bilal": (0.75, 1.0),
    "Chidi": (0.6, 1.0),
    "Dara": (0.85, 0.6),
    "Elif": (0.45, 1.0),
    "Farid": (0.7, 0.4),
    "Greta": (0.95, 1.0),
    "Hugo": (0.35, 0.8),
    "Ines": (0.65, 1.0),
    "Jomo": (0.55, 0.5),
    "Kaia": (0.8, 1.0),
    "Luca": (0.5, 0.0),
}


class Command(BaseCommand):
    """Load the demonstration, once; afterwards only say how to sign in."""

    help = "Load a demonstration: a teacher, a class, published units, answers."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing and print the sign-ins."""
        teacher = User.objects.filter(username=TEACHER).first() or User.objects.create_user(
            TEACHER, password=PASSWORD
        )
        call_command("load_units", TEACHER, leave=[LEFT_TO_REVIEW], stdout=self.stdout)
        classroom = teacher.classrooms.filter(name=CLASSROOM).first() or self._fill(teacher)
        self.stdout.write(
            f"\nSign in as a teacher:  {TEACHER} / {PASSWORD}\n"
            f"Join as a pupil:       class code {classroom.join_code}, name Ada, PIN {PIN}\n"
            "Or learn without any:  open a unit in the library."
        )

    @transaction.atomic
    def _fill(self, teacher: User) -> Classroom:
        """A class whose learners have worked on two units for some days, and have a third to do."""
        classroom = Classroom.objects.create(owner=teacher, name=CLASSROOM)
        loaded = Unit.objects.for_teacher(teacher).public().filter(bundle__in=SET)
        units = {unit.bundle: unit for unit in loaded}
        for slug in filter(units.get, SET):
            Assignment.objects.create(classroom=classroom, unit=units[slug])
        chance = random.Random(20260301)
        for name, (skilled, share) in PUPILS.items():
            seat = enrolling.add_learner(classroom=classroom, name=name, pin=PIN, came=True)
            for slug in filter(units.get, WORKED):
                learner, unit, days = seat.enrolment.learner, units[slug], WORKED[slug]
                self._work(chance, learner, classroom, unit, skilled, share=share, days_ago=days)
        return classroom

    def _work(
        self,
        chance: random.Random,
        learner: Learner,
        classroom: Classroom,
        unit: Unit,
        skilled: float,
        *,
        share: float,
        days_ago: int,
    ) -> None:
        """Answer the first ``share`` of a unit's questions, right about as often as ``skilled``."""
        if not share:
            return
        at = timezone.now() - timedelta(days=days_ago, minutes=chance.randrange(400))
        attempt = working.start(learner=learner, work=classroom.assignments.get(unit=unit), at=at)
        assert isinstance(attempt, Attempt)  # the demonstration's work has no rules to break
        asked = list(attempt.asked.select_related("version"))
        asked = asked[: max(1, round(share * len(asked)))]
        for number in range(1, asked[-1].lesson_number + 1):
            taking.complete_lesson(attempt=attempt, number=number, at=at)
        for each in asked:
            at += timedelta(seconds=chance.randrange(20, 90))
            taking.answer(
                attempt=attempt, asked=each, choice=_pick(chance, each.version, skilled), at=at
            )


def _pick(chance: random.Random, version: QuestionVersion, skilled: float) -> Choice:
    """The key with probability ``skilled``, else one of the distractors."""
    choices = list(version.choices.all())
    right = chance.random() < skilled
    pool: list[Choice] = [choice for choice in choices if choice.is_key == right]
    return chance.choice(pool)
