"""Forms by which a pupil takes a seat, or comes back to it."""

from __future__ import annotations

from typing import Any

from django import forms

from quiz.models import Classroom
from quiz.models.classroom import NAME_LENGTH, tidy
from quiz.seat_secrets import IN_A_ROW, PIN_LENGTH

PLACES = ("First picture", "Second picture", "Third picture")


class CodeForm(forms.Form):
    """The class that a code stands for."""

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

    def clean_code(self) -> Classroom:
        """The class behind the code, however the code was typed."""
        typed = "".join(filter(str.isalnum, self.cleaned_data["code"])).upper()
        classroom = Classroom.objects.open().filter(join_code=typed).first()
        if classroom is None:
            raise forms.ValidationError(
                "No class has that code. Check each letter, or ask your teacher to show it again."
            )
        return classroom


class SecretForm(forms.Form):
    """A PIN, or three pictures in their order. Either may be left empty."""

    pin = forms.CharField(
        label="Your PIN",
        help_text="The four digits that you wrote down, or that stand on your card.",
        required=False,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": PIN_LENGTH}
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, label in enumerate(PLACES, 1):
            self.fields[f"picture_{number}"] = forms.CharField(label=label, required=False)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """Each row of pictures: its label, its field's name, and what was picked in it."""
        names = [f"picture_{number}" for number in range(1, IN_A_ROW + 1)]
        picked = [str(self[name].value() or "") for name in names]
        return list(zip(PLACES, names, picked, strict=True))

    def secret(self, sign_in: str) -> str:
        """What was shown, of the class's kind; nothing when it is not whole."""
        if sign_in == Classroom.SignIn.PIN:
            return str(self.cleaned_data.get("pin", ""))
        picked = [self.cleaned_data.get(name, "") for _, name, _ in self.rows]
        return " ".join(picked) if all(picked) else ""


class JoinForm(SecretForm, CodeForm):
    """A seat in a class: the code, a name, and the secret of whoever comes back."""

    name = forms.CharField(
        label="Your name in class",
        help_text="As your teacher writes it. Capitals, accents and points do not matter.",
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Type your name, as your teacher knows you."},
    )
    picked = forms.CharField(required=False, max_length=NAME_LENGTH)
    fresh = forms.BooleanField(required=False)
    keep = forms.BooleanField(
        label="I practised in this browser before. Keep those answers with my name.",
        required=False,
    )

    def clean_name(self) -> str:
        """The name, as far as it can be seen."""
        name = tidy(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        return name

    @property
    def wanted(self) -> str:
        """The name that was picked from those that come near, or else the one that was typed."""
        return tidy(self.cleaned_data["picked"]) or str(self.cleaned_data["name"])
