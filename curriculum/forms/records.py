"""The records that a unit's explanations lean on: what, where, from when, and what for."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.http import QueryDict

from curriculum.forms.fields import PlainLabels
from curriculum.models import Unit

MOST_RECORDS = 100


class RecordForm(PlainLabels, forms.Form):
    """One record that is cited."""

    id = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    name = forms.CharField(
        label="What it is",
        max_length=300,
        error_messages={"required": "Say what the record is, or tick Remove."},
    )
    address = forms.CharField(
        label="Address on the web, or how to find it", required=False, max_length=2000
    )
    date = forms.CharField(
        label="Its date",
        required=False,
        max_length=30,
        help_text="As exactly as you know it: 2025-03-06, or only 2025.",
    )
    used_for = forms.CharField(label="What we use it for", required=False, max_length=500)

    def clean_address(self) -> str:
        """Words, or an address that a browser opens; nothing that runs."""
        address = str(self.cleaned_data["address"])
        scheme = re.match(r"[\w+.-]+:", address)
        if scheme and scheme[0].lower() not in {"http:", "https:"}:
            raise forms.ValidationError(
                "Give an address that begins with https://, or say it in words."
            )
        return address


_Records = forms.formset_factory(
    RecordForm, extra=1, can_delete=True, max_num=MOST_RECORDS, validate_max=True
)


class RecordsForm(_Records):  # type: ignore[misc, valid-type]  # a class made by a factory
    """All the records of a unit, and room for one more."""

    def __init__(self, data: QueryDict | None = None, *, unit: Unit) -> None:
        self.unit = unit
        super().__init__(data, initial=unit.sources, prefix="record")

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Call Django’s delete box what it does here."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Remove"

    def records(self) -> list[dict[str, Any]]:
        """The records as they are stored; a new one gets the first free id."""
        kept: list[dict[str, Any]] = []
        for form in self.forms:
            values = dict(form.cleaned_data)
            if values and values.get("name") and not values.pop("DELETE", False):
                kept.append(values)
        taken = {record["id"] for record in kept}
        free = (f"S{number}" for number in range(1, 2 * MOST_RECORDS) if f"S{number}" not in taken)
        for record in kept:
            record["id"] = record["id"] or next(free)
        return kept
