"""A question of a teacher's own: first the words of the text, then the question about them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from curriculum import passages
from curriculum.forms import proofs
from curriculum.forms.fields import PlainLabels
from curriculum.forms.questions import WordingForm
from curriculum.models import Lesson, Question, Source
from curriculum.reading.types import Span
from curriculum.writing import anchors
from curriculum.writing.lint import OWN_FAMILY
from curriculum.writing.types import Anchor

TO_CHECK = "To check:"


class OwnQuestionForm(WordingForm):
    """A question that is not written yet: its words, and whether it is good to ask."""

    exact = proofs.exact_field("As they stand in the text")
    approved = forms.BooleanField(required=False)

    def clean_explanation(self) -> str:
        """A learner should be able to check, so the sentence we began is not left open."""
        written = str(self.cleaned_data["explanation"])
        if written.endswith(TO_CHECK):
            raise forms.ValidationError("After “To check:”, say how a learner could check it.")
        return written

    def anchors_now(self) -> list[Anchor]:
        """The words to light up in the text beside the form, as far as they are known."""
        if self.is_bound:
            self.is_valid()
            return list(self.cleaned_data.get("proof", ()))
        text, start = self.question.unit.source.text, self.initial["start"]
        return [anchors.at(text, Span(start, start + len(self.initial["exact"])))]


class ChosenWordsForm(PlainLabels, forms.Form):
    """The words of the text that a new question is about; from another question, its words."""

    exact = proofs.exact_field("The words that will prove the answer", required=True)
    start = proofs.start_field()
    like = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, source: Source) -> None:
        self.source = source
        self.anchor: Anchor | None = None
        super().__init__(data)

    def named(self) -> UUID | None:
        """The question that the new one should be like, where one was named."""
        if not self.is_bound:
            return None
        self.is_valid()
        named: UUID | None = self.cleaned_data.get("like")
        return named

    def clean(self) -> dict[str, Any]:
        """Find the words in the text."""
        values = super().clean() or {}
        self.anchor = proofs.added(self, self.source.text)
        return values

    def initial_words(self) -> dict[str, Any]:
        """What the question form begins with: the words, and where a learner finds them."""
        anchor = self.anchor
        assert anchor is not None
        return {
            "exact": anchor.exact,
            "start": anchor.start,
            "explanation": _explanation(self.source, anchor),
        }


def unwritten(lesson: Lesson) -> Question:
    """A question of a teacher’s own, before it has words."""
    return Question(unit=lesson.unit, lesson=lesson, family=OWN_FAMILY, skill=lesson.skill)


def _explanation(source: Source, anchor: Anchor) -> str:
    number = passages.number_at(source.blocks, anchor.start)
    where = f"Look at paragraph {number}." if number else "Look at the page around the text."
    quoted = not set("“”") & set(anchor.exact)  # marks inside marks would not be found again
    says = f" It says “{anchor.exact}”." if quoted else ""
    return f"{where}{says} {TO_CHECK}"
