"""What a teacher writes about a unit, its lessons and their steps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from curriculum import arranging
from curriculum.forms.fields import PlainLabels, ProseField
from curriculum.forms.guarding import Guarded
from curriculum.forms.proofs import LitWords
from curriculum.models import Lesson, Step, Unit
from curriculum.skills import SKILLS

MODULE_HELP = (
    "Lessons that follow one another with the same module stand under one heading. "
    "Leave it empty for none."
)


class DraftsForm(forms.Form):
    """Whether to draft a text again although a unit was drafted from it before."""

    again = forms.BooleanField(required=False)


class DayInput(forms.DateInput):
    """A day, by the browser’s own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DetailsForm(Guarded, PlainLabels, forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """What the unit is called, and what learners and teachers are told of it."""

    class Meta:
        model = Unit
        fields = (
            "title", "summary", "content_note", "teacher_notes", "licence", "as_of", "review_by",
        )  # fmt: skip
        labels = {
            "content_note": "Note before learners begin",
            "teacher_notes": "Teacher’s notes",
            "as_of": "What it says holds for",
            "review_by": "Look at it again by",
        }
        help_texts = {
            "summary": "A sentence or two, shown in the library.",
            "content_note": "What the text is about that may upset somebody. "
            "Learners see it before they begin.",
            "teacher_notes": "Markdown. Learners never see them.",
            "licence": "How others may use it, for example CC BY 4.0. It may stay empty.",
            "as_of": "The day on which you checked it.",
            "review_by": "After this day the page reminds you.",
        }
        error_messages = {"title": {"required": "Give the unit a title."}}
        field_classes = dict.fromkeys(("summary", "content_note", "teacher_notes"), ProseField)
        widgets = {
            "title": forms.TextInput(),
            "summary": forms.Textarea(attrs={"rows": 3}),
            "content_note": forms.Textarea(attrs={"rows": 3}),
            "teacher_notes": forms.Textarea(attrs={"rows": 6}),
            "as_of": DayInput(),
            "review_by": DayInput(),
        }


class VisibilityForm(PlainLabels, forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """Who may learn with the unit, once it is published."""

    class Meta:
        model = Unit
        fields = ("visibility",)
        labels = {"visibility": "Who may learn with it"}
        widgets = {"visibility": forms.RadioSelect()}


class ComparisonForm(PlainLabels, forms.Form):
    """The two states of a unit to lay side by side."""

    NOW, NOTHING = "now", "nothing"

    before = forms.ChoiceField(label="From")
    after = forms.ChoiceField(label="To")

    def __init__(self, data: QueryDict | None = None, *, unit: Unit) -> None:
        numbers = [str(number) for number in unit.editions.values_list("number", flat=True)]
        self.latest = numbers[0] if numbers else self.NOTHING
        super().__init__(data, initial={"before": self.latest, "after": self.NOW})
        known = [(number, f"Edition {number}") for number in numbers]
        first = known or [(self.NOTHING, "Nothing published")]
        self.fields["before"].choices = first  # type: ignore[attr-defined]
        self.fields["after"].choices = [(self.NOW, "As it is now"), *known]  # type: ignore[attr-defined]

    def pair(self) -> tuple[str, str]:
        """The two that were chosen; else what learners see, and what they would see."""
        if not self.is_bound:
            return self.latest, self.NOW
        return self.cleaned_data["before"], self.cleaned_data["after"]


class PlaceForm(forms.Form):
    """One place up or down, or to a place of the row, from 0."""

    to = forms.ChoiceField(choices=[("up", "up"), ("down", "down")], required=False)
    at = forms.IntegerField(min_value=0, required=False)

    def move(self, moved: arranging.Placed) -> None:
        """Do what was asked. A place that makes no sense changes nothing."""
        if not self.is_valid():
            return
        if self.cleaned_data["to"]:
            arranging.shift(moved, up=self.cleaned_data["to"] == "up")
        elif self.cleaned_data["at"] is not None:
            arranging.place(moved, at=self.cleaned_data["at"])


class QuestionLessonForm(forms.Form):
    """The lesson that a question should move to."""

    lesson = forms.ModelChoiceField(queryset=Lesson.objects.none())

    def __init__(self, data: QueryDict, *, unit: Unit) -> None:
        super().__init__(data)
        self.fields["lesson"].queryset = unit.lessons.all()  # type: ignore[attr-defined]


class LessonForm(Guarded, PlainLabels, forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """What a lesson is called, and the module it stands in."""

    class Meta:
        model = Lesson
        fields = ("title", "module")
        labels = {"module": "Module"}
        help_texts = {"module": MODULE_HELP}
        error_messages = {"title": {"required": "Give the lesson a title."}}
        widgets = {"module": forms.TextInput(attrs={"list": "modules"})}


class NewLessonForm(PlainLabels, forms.Form):
    """A lesson for one of the twelve skills, with our words to start from or without."""

    skill = forms.ChoiceField(
        label="The skill it teaches",
        choices=[(skill.id, f"{skill.name}: {skill.question}") for skill in SKILLS.values()],
        error_messages={"required": "Choose the skill that the lesson teaches."},
    )
    start = forms.ChoiceField(
        label="Begin with",
        choices=[
            (
                "ours",
                "Our lesson for this skill, with an example from this text if it has one",
            ),
            ("empty", "An empty lesson"),
        ],
        widget=forms.RadioSelect,
        initial="ours",
        error_messages={"required": "Choose what to begin with."},
    )
    title = forms.CharField(
        label="Title",
        max_length=200,
        required=False,
        help_text="Leave it empty to use the name of the skill.",
    )
    module = forms.CharField(
        label="Module",
        max_length=80,
        required=False,
        help_text=MODULE_HELP,
        widget=forms.TextInput(attrs={"list": "modules"}),
    )


class StepForm(Guarded, LitWords, PlainLabels, forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """A step of a lesson, in Markdown, with the words of the text that it lights up."""

    also_guarded = ("anchors",)

    class Meta:
        model = Step
        fields = ("kind", "heading", "body")
        labels = {"kind": "What the step is for", "body": "What it says"}
        help_texts = {
            "body": "Markdown: a blank line between paragraphs, *italic*, **bold**, "
            "“- ” for a list, “> ” for a quotation."
        }
        error_messages = {
            "kind": {"required": "Choose what the step is for."},
            "heading": {"required": "Give the step a heading."},
            "body": {"required": "Write what the step says."},
        }
        field_classes = {"body": ProseField}
        widgets = {"body": forms.Textarea(attrs={"rows": 14})}

    def __init__(self, data: QueryDict | None = None, *, instance: Step) -> None:
        super().__init__(data, instance=instance)
        self.offer(instance.anchors, instance.lesson.unit.source.text)

    def clean(self) -> dict[str, Any]:
        """The anchors with the words, so that both are saved together."""
        self.instance.anchors = self.cleaned_data["anchors"] = self.lit()
        return super().clean()
