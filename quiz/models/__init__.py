"""People, classes, attempts, answers, and what they show."""

from quiz.models.assignment import Assignment, Pass
from quiz.models.attempt import Attempt, Drawn, LessonDone, Response
from quiz.models.classroom import Classroom, CoTeacher, Enrolment, Invitation
from quiz.models.erasure import Erasure
from quiz.models.feed import CalendarFeed
from quiz.models.flag import Flag
from quiz.models.people import Accommodation, Learner
from quiz.models.progress import Calibration, Mastery, Review

__all__ = [
    "Accommodation",
    "Assignment",
    "Attempt",
    "CalendarFeed",
    "Calibration",
    "Classroom",
    "CoTeacher",
    "Drawn",
    "Enrolment",
    "Erasure",
    "Flag",
    "Invitation",
    "Learner",
    "LessonDone",
    "Mastery",
    "Pass",
    "Response",
    "Review",
]
