"""The form by which a pupil takes a seat."""

from __future__ import annotations

from django import forms

from quiz.models import Classroom
from quiz.models.classroom import NAME_LENGTH, tidy


class JoinForm(forms.Form):
    """A seat in a class: the code, a name, and the PIN of whoever comes back."""

    code = forms.CharField(
        label="Class code",
        help_text="Six letters and digits. Your teacher shows it.",
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "join-code-field",
            }
        ),
        error_messages={"required": "Type the code that your teacher shows."},
    )
    name = forms.CharField(
        label="Your name in class",
        help_text="A first name and an initial is enough.",
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Type your name, as your teacher knows you."},
    )
    pin = forms.CharField(
        label="PIN, if you have one",
        help_text="Four digits. The first time, leave it empty: you get one.",
        required=False,
        max_length=4,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    keep = forms.BooleanField(
        label="I practised in this browser before. Keep those answers with my name.",
        required=False,
    )

    def clean_code(self) -> Classroom:
        """The class behind the code, however the code was typed."""
        typed = "".join(filter(str.isalnum, self.cleaned_data["code"])).upper()
        classroom = Classroom.objects.open().filter(join_code=typed).first()
        if classroom is None:
            raise forms.ValidationError(
                "No class has that code. Check each letter, or ask your teacher to show it again."
            )
        return classroom

    def clean_name(self) -> str:
        """The name, as far as it can be seen."""
        name = tidy(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        return name
