"""Forms of the quiz wing: each parses once, into values of the domain."""

from quiz.forms.assignments import WorkForm
from quiz.forms.attempts import AnswerForm, StartForm
from quiz.forms.classrooms import ClassroomForm, NamesForm
from quiz.forms.data import DeletionForm, KeepingForm
from quiz.forms.joining import JoinForm
from quiz.forms.results import PageForm

__all__ = [
    "AnswerForm",
    "ClassroomForm",
    "DeletionForm",
    "JoinForm",
    "KeepingForm",
    "NamesForm",
    "PageForm",
    "StartForm",
    "WorkForm",
]
