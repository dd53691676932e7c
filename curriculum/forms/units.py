"""What a teacher writes about a unit, its lessons and their steps."""

from __future__ import annotations

from django import forms

from curriculum.forms.fields import PlainLabels, ProseField
from curriculum.models import Lesson, Step, Unit


class DraftsForm(forms.Form):
    """Whether to draft a text again although a unit was drafted from it before."""

    again = forms.BooleanField(required=False)


class DetailsForm(PlainLabels, forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """What the unit is called, and what learners and teachers are told of it."""

    class Meta:
        model = Unit
        fields = ("title", "summary", "content_note", "teacher_notes")
        labels = {"content_note": "Note before learners begin", "teacher_notes": "Teacher’s notes"}
        help_texts = {
            "summary": "A sentence or two, shown in the library.",
            "content_note": "What the text is about that may upset somebody. "
            "Learners see it before they begin.",
            "teacher_notes": "Markdown. Learners never see them.",
        }
        error_messages = {"title": {"required": "Give the unit a title."}}
        field_classes = dict.fromkeys(("summary", "content_note", "teacher_notes"), ProseField)
        widgets = {
            "title": forms.TextInput(),
            "summary": forms.Textarea(attrs={"rows": 3}),
            "content_note": forms.Textarea(attrs={"rows": 3}),
            "teacher_notes": forms.Textarea(attrs={"rows": 6}),
        }


class VisibilityForm(PlainLabels, forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """Who may learn with the unit, once it is published."""

    class Meta:
        model = Unit
        fields = ("visibility",)
        labels = {"visibility": "Who may learn with it"}
        widgets = {"visibility": forms.RadioSelect()}


class PlaceForm(forms.Form):
    """One place up or down."""

    to = forms.ChoiceField(choices=[("up", "up"), ("down", "down")])

    @property
    def up(self) -> bool:
        """Whether the move is towards the beginning."""
        return bool(self.cleaned_data["to"] == "up")


class LessonForm(PlainLabels, forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """What a lesson is called."""

    class Meta:
        model = Lesson
        fields = ("title",)
        error_messages = {"title": {"required": "Give the lesson a title."}}


class StepForm(PlainLabels, forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """A step of a lesson, in Markdown."""

    class Meta:
        model = Step
        fields = ("heading", "body")
        labels = {"body": "Words"}
        help_texts = {
            "body": "Markdown: a blank line between paragraphs, *italic*, **bold**, "
            "“- ” for a list, “> ” for a quotation."
        }
        error_messages = {
            "heading": {"required": "Give the step a heading."},
            "body": {"required": "Write what the step says."},
        }
        field_classes = {"body": ProseField}
        widgets = {"body": forms.Textarea(attrs={"rows": 16})}
