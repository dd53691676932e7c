"""Forms of results."""

from __future__ import annotations

from django import forms


class PageForm(forms.Form):
    """Which page of a long list."""

    page = forms.IntegerField(min_value=1, required=False)
