"""Forms of the quiz wing: each parses once, into values of the domain."""

from __future__ import annotations

from typing import Any

from django import forms

from quiz.shuffling import Laid


class StartForm(forms.Form):
    """Begin a unit. The ticket makes two taps one learner."""

    ticket = forms.CharField(required=False, widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """One choice among those that were laid out."""

    choice = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": "Pick an answer first.",
            "invalid_choice": "That answer is not one of these. Pick one below.",
        },
    )

    def __init__(self, *args: Any, laid: list[Laid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["choice"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.token, each.choice.text) for each in laid]
        self._by_token = {each.token: each.choice for each in laid}

    def clean(self) -> dict[str, Any]:
        """The token as the choice it stands for."""
        cleaned = super().clean() or {}
        if token := cleaned.get("choice"):
            cleaned["choice"] = self._by_token[token]
        return cleaned
