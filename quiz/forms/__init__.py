"""Forms of the quiz wing: each parses once, into values of the domain."""

from quiz.forms.accommodations import AccommodationForm
from quiz.forms.assignments import ChangeForm, UnitChoice, WorkForm
from quiz.forms.attempts import AnswerForm, StartForm, WhichForm
from quiz.forms.cards import CardsForm, SignInForm
from quiz.forms.classrooms import ClassroomForm, NamesForm
from quiz.forms.data import DeletionForm, KeepingForm
from quiz.forms.joining import CodeForm, JoinForm, SecretForm
from quiz.forms.results import PageForm

__all__ = [
    "AccommodationForm",
    "AnswerForm",
    "CardsForm",
    "ChangeForm",
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
    "UnitChoice",
    "WhichForm",
    "WorkForm",
]
