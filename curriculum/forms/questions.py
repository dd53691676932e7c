"""The words of a question as a teacher writes them, parsed into a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.http import QueryDict

from curriculum.forms import proofs
from curriculum.forms.fields import PlainLabels, ProseField
from curriculum.models import Anchor, Question, QuestionVersion
from curriculum.reading.types import Problem
from curriculum.writing import anchors
from curriculum.writing import types as writing
from curriculum.writing.confusions import CONFUSIONS
from curriculum.writing.types import LETTERS, ChoiceDraft, QuestionDraft

MOST_OPTIONS = 4
FEWEST_OPTIONS = 2
CONFUSION_CHOICES = [
    ("", "Choose a way of misreading"),
    *((c.id, c.name) for c in CONFUSIONS.values()),
]


class ShownForm(forms.Form):
    """Which questions of the queue to show: those in one state, or all."""

    show = forms.ChoiceField(choices=Question.State.choices, required=False)

    @property
    def state(self) -> str:
        """The state, or nothing for all; a state that we do not know shows all."""
        return str(self.cleaned_data["show"]) if self.is_valid() else ""


class OptionForm(PlainLabels, forms.Form):
    """One option. An empty one is left out."""

    text = ProseField(
        label="What it says", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    rationale = ProseField(
        label="Why it is right or wrong", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    confusion = forms.ChoiceField(
        label="Who picks it misreads like this",
        required=False,
        choices=CONFUSION_CHOICES,
    )

    @property
    def filled(self) -> bool:
        """Whether there is an option at all."""
        return bool(self.cleaned_data.get("text"))


class WordingForm(PlainLabels, forms.Form):
    """The whole of a question: stem, options, explanation, and the words that prove the key."""

    base = forms.IntegerField(widget=forms.HiddenInput)
    stem = ProseField(
        label="Question",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write the question."},
    )
    key = forms.TypedChoiceField(
        coerce=int,
        choices=list(enumerate(LETTERS[:MOST_OPTIONS])),
        error_messages={"required": "Mark the right answer."},
    )
    explanation = ProseField(
        label="Explanation",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Shown after the answer, right or wrong.",
        error_messages={"required": "Write what a learner reads after the answer."},
    )
    ordinal = forms.BooleanField(
        label="The options form a scale: keep them in this order", required=False
    )
    keep = forms.ModelMultipleChoiceField(queryset=Anchor.objects.none(), required=False)
    exact = proofs.exact_field("Words to add")
    start = proofs.start_field()
    practice = forms.BooleanField(
        label="Practice: asked inside the lesson with feedback, never counted", required=False
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        question: Question,
        initial: dict[str, Any] | None = None,
        like: QuestionVersion | None = None,
    ) -> None:
        self.question = question
        latest = question.latest
        given = {**_initial(latest or like, question), **(initial or {})}
        super().__init__(data, initial={**given, "base": latest.number if latest else 0})
        self.fields["keep"].queryset = Anchor.objects.filter(version__question=question)  # type: ignore[attr-defined]
        words = latest or like
        choices = list(words.choices.all()) if words else []
        self.options = [
            OptionForm(data, prefix=f"option-{index}", initial=_option(choices, index))
            for index in range(MOST_OPTIONS)
        ]

    @property
    def lettered(self) -> Iterator[tuple[int, str, OptionForm]]:
        """The options with their letters, for the page."""
        return zip(range(MOST_OPTIONS), LETTERS, self.options, strict=False)

    @property
    def proofs(self) -> list[proofs.Proof]:
        """The anchors to keep or drop: those of the latest version, and any that were sent."""
        text = self.question.unit.source.text
        wanted = {str(getattr(each, "pk", each)) for each in self["keep"].value() or ()}
        latest = self.question.latest
        offered = {str(anchor.pk): anchor for anchor in (latest.anchors.all() if latest else ())}
        sent = Anchor.objects.filter(version__question=self.question)
        offered |= {str(a.pk): a for a in sent if str(a.pk) in wanted}
        return [
            proofs.Proof(
                pk,
                anchor.exact,
                kept=pk in wanted,
                lost=anchors.resolve(anchor.as_draft(), text) is None,
            )
            for pk, anchor in offered.items()
        ]

    def clean(self) -> dict[str, Any]:
        """Check what no single field can: the options together, and the words in the text."""
        values = super().clean() or {}
        filled = [
            index
            for index, option in enumerate(self.options)
            if option.is_valid() and option.filled
        ]
        if len(filled) < FEWEST_OPTIONS:
            self.add_error(None, "Write at least two options.")
        elif "key" in values and values["key"] not in filled:
            self.add_error("key", "The option marked as right is empty. Mark another one.")
        if not all(option.is_valid() for option in self.options):
            self.add_error(None, "One of the options has a value that we do not know.")
        values["proof"] = self._proof(values)
        return values

    def _proof(self, values: dict[str, Any]) -> tuple[writing.Anchor, ...]:
        """The kept anchors and the added one, in the order of the text."""
        kept = [anchor.as_draft() for anchor in values.get("keep") or ()]
        more = proofs.added(self, self.question.unit.source.text)
        found = [*kept, *((more,) if more else ())]
        if not found and not self.errors.get("exact"):
            self.add_error("exact", "Choose the words in the text that prove the answer.")
        return proofs.ordered(found)

    def over(self, problem: Problem) -> WordingForm:
        """The same words, set to replace a version that the teacher had not seen."""
        latest = self.question.latest
        data = cast(QueryDict, self.data).copy()
        data["base"] = str(latest.number if latest else 0)
        form = WordingForm(data, question=self.question)
        form.add_error(None, problem.message)
        return form

    def draft(self) -> QuestionDraft:
        """The question, as the teacher wrote it."""
        values = self.cleaned_data
        latest = self.question.latest
        return QuestionDraft(
            family=self.question.family,
            skill=self.question.skill,
            stem=values["stem"],
            choices=tuple(self._choices(values["key"])),
            explanation=values["explanation"],
            anchors=values["proof"],
            ordinal=values["ordinal"],
            difficulty=latest.difficulty if latest else 0.0,
        )

    def _choices(self, key: int) -> Iterator[ChoiceDraft]:
        for index, option in enumerate(self.options):
            if option.filled:
                values = option.cleaned_data
                confusion = "" if index == key else values["confusion"]
                yield ChoiceDraft(values["text"], index == key, values["rationale"], confusion)


def _initial(latest: QuestionVersion | None, question: Question) -> dict[str, Any]:
    if latest is None:
        return {}
    keys = [index for index, choice in enumerate(latest.choices.all()) if choice.is_key]
    return {
        "practice": question.practice,
        "stem": latest.stem,
        "explanation": latest.explanation,
        "ordinal": latest.ordinal,
        "key": keys[0] if keys else None,
        "keep": list(latest.anchors.all()),
    }


def _option(choices: list[Any], index: int) -> dict[str, str]:
    if index >= len(choices):
        return {}
    choice = choices[index]
    return {"text": choice.text, "rationale": choice.rationale, "confusion": choice.confusion}
