"""Sources, claims, units and questions."""

from curriculum.models.claim import Claim, Correction
from curriculum.models.question import Anchor, Choice, EditionQuestion, Question, QuestionVersion
from curriculum.models.source import Source
from curriculum.models.unit import Edition, Lesson, Step, Unit

__all__ = [
    "Anchor",
    "Choice",
    "Claim",
    "Correction",
    "Edition",
    "EditionQuestion",
    "Lesson",
    "Question",
    "QuestionVersion",
    "Source",
    "Step",
    "Unit",
]
