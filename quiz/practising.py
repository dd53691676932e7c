"""Practice inside a lesson: a question, its answer, and why. Nothing of it is kept.

A learner may try as often as they like, and no answer reaches a mark, a count or a teacher. So
there is nothing to save: a question is laid out, and with a choice in hand it is shown answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from curriculum import passages
from curriculum.models import Choice, QuestionVersion, Source
from curriculum.writing.confusions import CONFUSIONS, Confusion
from quiz import accommodating, marking, quotations
from quiz.models import Attempt, Learner
from quiz.quotations import Quotation
from quiz.shuffling import Laid


@dataclass(frozen=True, slots=True)
class Practice:
    """A question as it stands in the lesson, unanswered."""

    place: int  # in the lesson, from 1
    version: QuestionVersion
    laid: list[Laid]

    @property
    def verdict_id(self) -> str:
        """What the page calls the heading of its feedback."""
        return f"verdict-{self.place}"


@dataclass(frozen=True, slots=True)
class Tried:
    """What the learner picked, and what to say of it."""

    choice: Choice
    correct: bool
    quotations: list[Quotation]

    @property
    def confusion(self) -> Confusion | None:
        """The mix-up that the choice shows, if it is a known one."""
        return mix_up(self.choice)


def mix_up(choice: Choice) -> Confusion | None:
    """The confusion behind a wrong choice, where its name is known."""
    return CONFUSIONS.get(choice.confusion)


def practice(lesson: Mapping[str, Any], *, attempt: Attempt) -> list[Practice]:
    """The questions of a published lesson to practise on, without what was stale when it began."""
    wanted = list(lesson.get("practice", ()))
    found = QuestionVersion.objects.prefetch_related("choices", "anchors").in_bulk(wanted)
    versions = [found[pk] for pk in wanted if pk in found and attempt.may_ask(found[pk])]
    return [
        laid_out(version, place=place, learner=attempt.learner)
        for place, version in enumerate(versions, start=1)
    ]


def laid_out(version: QuestionVersion, *, place: int, learner: Learner) -> Practice:
    """A question to try, as this learner meets it."""
    return Practice(place, version, accommodating.lay_out(version, learner=learner))


def tried(question: Practice, choice: Choice, *, source: Source) -> Tried:
    """The choice marked, with the words of the text that settle it."""
    key = next(each.choice.pk for each in question.laid if each.choice.is_key)
    proof = [anchor.as_draft() for anchor in question.version.anchors.all()]
    lights = passages.resolve(source.text, proof)
    return Tried(
        choice=choice,
        correct=marking.mark(key=key, chosen=choice.pk).correct,
        quotations=quotations.quotations(source, lights),
    )
