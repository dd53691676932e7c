"""Forms of the quiz wing: each parses once, into values of the domain."""

from quiz.forms.assignments import WorkForm
from quiz.forms.attempts import AnswerForm, StartForm
from quiz.forms.cards import CardsForm, SignInForm
from quiz.forms.classrooms import ClassroomForm, NamesForm
from quiz.forms.data import DeletionForm, KeepingForm
from quiz.forms.joining import CodeForm, JoinForm, SecretForm
from quiz.forms.results import PageForm

__all__ = [
    "AnswerForm",
    "CardsForm",
    "ClassroomForm",
    "CodeForm",
    "DeletionForm",
    "JoinForm",
    "KeepingForm",
    "NamesForm",
    "PageForm",
    "SecretForm",
    "SignInForm",
    "StartForm",
    "WorkForm",
]
