"""Forms of accounts and of the reader's choice of look."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import User

from config.context import THEMES


class SignUpForm(UserCreationForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """A new teacher's account: a name to sign in with, and a password. No e-mail is asked."""

    class Meta:
        model = User
        fields = ("username",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = "Letters, digits and @ . + - _, without spaces."
        self.fields[
            "password1"
        ].help_text = "At least 8 characters, not only digits, and not one that many people use."
        self.fields["password2"].label = "Password again"
        self.fields["password2"].help_text = ""


class ThemeForm(forms.Form):
    """Light, dark, or as the device says; and the page to come back to."""

    theme = forms.ChoiceField(choices=[(theme, theme) for theme in THEMES])
    next = forms.CharField(required=False)
