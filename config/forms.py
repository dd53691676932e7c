"""The form of the reader's choice of look."""

from __future__ import annotations

from django import forms

from config.context import THEMES


class ThemeForm(forms.Form):
    """Light, dark, or as the device says; and the page to come back to."""

    theme = forms.ChoiceField(choices=[(theme, theme) for theme in THEMES])
    next = forms.CharField(required=False)
