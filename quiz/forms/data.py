"""Forms about a learner's own data."""

from __future__ import annotations

from typing import Any

from django import forms


class DeletionForm(forms.Form):
    """The wish to be erased. A walk-in may skip the week to think it over."""

    when = forms.ChoiceField(
        label="When?",
        choices=[
            ("week", "In seven days. Until then you can take it back."),
            ("now", "Now, and for good. It cannot be taken back."),
        ],
        initial="week",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose when: in seven days, or now."},
    )
    sure = forms.BooleanField(
        label="Yes, delete everything that is kept about me.",
        error_messages={"required": "Tick this box if you are sure. Nothing was deleted."},
    )

    def __init__(self, *args: Any, at_once: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not at_once:
            del self.fields["when"]

    def clean(self) -> dict[str, Any]:
        """Without a word about when: in a week."""
        cleaned = super().clean() or {}
        return cleaned | {"when": cleaned.get("when") or "week"}


class KeepingForm(forms.Form):
    """Whether the answers of this browser go along."""

    keep = forms.ChoiceField(
        choices=[("yes", "Yes"), ("no", "No")],
        error_messages={
            "required": "Choose one of the two: they are yours, or they stay behind.",
            "invalid_choice": "Choose one of the two: they are yours, or they stay behind.",
        },
    )
