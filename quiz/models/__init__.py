"""People, classes, attempts, answers, and what they show."""

from quiz.models.attempt import Attempt, LessonDone, Response
from quiz.models.classroom import Classroom, ClassroomUnit, Enrolment
from quiz.models.erasure import Erasure
from quiz.models.people import Learner
from quiz.models.progress import Mastery

__all__ = [
    "Attempt",
    "Classroom",
    "ClassroomUnit",
    "Enrolment",
    "Erasure",
    "Learner",
    "LessonDone",
    "Mastery",
    "Response",
]
