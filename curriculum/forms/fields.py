"""Form fields of our own."""

from __future__ import annotations

from typing import Any

from django import forms


class PlainLabels(forms.BaseForm):
    """Labels without the colon that Django puts after them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class ProseField(forms.CharField):
    """Words on several lines. A browser sends CRLF; the database keeps the line end of the text."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """The words with plain line ends."""
        return str(super().to_python(value)).replace("\r\n", "\n")
