"""Forms of accounts and of the reader's choice of look."""

from __future__ import annotations

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import User

from config.context import THEMES


class SignUpForm(UserCreationForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """A new teacher's account: a name to sign in with, and a password. No e-mail is asked."""

    class Meta:
        model = User
        fields = ("username",)


class ThemeForm(forms.Form):
    """Light, dark, or as the device says; and the page to come back to."""

    theme = forms.ChoiceField(choices=[(theme, theme) for theme in THEMES])
    next = forms.CharField(required=False)
