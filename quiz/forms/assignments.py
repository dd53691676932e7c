"""Forms of setting work."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from curriculum.models import Unit


class WorkForm(forms.Form):
    """A unit to set for a class: the teacher's own, or one that is open to everyone."""

    unit = forms.ModelChoiceField(
        label="Set a unit",
        queryset=Unit.objects.none(),
        empty_label="Choose a unit",
        error_messages={
            "required": "Choose a unit first.",
            "invalid_choice": "That unit is not there any more. Choose another.",
        },
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = units
