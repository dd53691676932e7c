"""Forms of learning a unit."""

from __future__ import annotations

from typing import Any

from django import forms

from quiz.models import Response
from quiz.shuffling import Laid


class WhichForm(forms.Form):
    """Which set work is meant, where a unit was set more than once."""

    work = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)


class StartForm(WhichForm):
    """Begin a unit. The ticket makes two taps one learner."""

    ticket = forms.CharField(required=False, widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """One choice among those that were laid out; how sure, where that is asked."""

    choice = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": "Pick an answer first.",
            "invalid_choice": "That answer is not one of these. Pick one below.",
        },
    )
    confidence = forms.TypedChoiceField(
        choices=Response.Confidence.choices,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Pick one of the three, or none: how sure are you?"},
    )
    shown = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, *args: Any, laid: list[Laid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["choice"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.token, each.choice.text) for each in laid]
        self.laid = laid
        self._by_token = {each.token: each.choice for each in laid}

    def clean(self) -> dict[str, Any]:
        """The token as the choice it stands for."""
        cleaned = super().clean() or {}
        if token := cleaned.get("choice"):
            cleaned["choice"] = self._by_token[token]
        return cleaned
