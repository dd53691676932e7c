"""Forms of the quiz wing: each parses once, into values of the domain."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from curriculum.models import Unit
from quiz.models import Classroom
from quiz.models.classroom import NAME_LENGTH, fold, tidy
from quiz.shuffling import Laid

NAMES_AT_ONCE = 60  # each PIN takes a moment to hash


class StartForm(forms.Form):
    """Begin a unit. The ticket makes two taps one learner."""

    ticket = forms.CharField(required=False, widget=forms.HiddenInput)


class PageForm(forms.Form):
    """Which page of a long list."""

    page = forms.IntegerField(min_value=1, required=False)


class AnswerForm(forms.Form):
    """One choice among those that were laid out."""

    choice = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": "Pick an answer first.",
            "invalid_choice": "That answer is not one of these. Pick one below.",
        },
    )

    def __init__(self, *args: Any, laid: list[Laid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["choice"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.token, each.choice.text) for each in laid]
        self._by_token = {each.token: each.choice for each in laid}

    def clean(self) -> dict[str, Any]:
        """The token as the choice it stands for."""
        cleaned = super().clean() or {}
        if token := cleaned.get("choice"):
            cleaned["choice"] = self._by_token[token]
        return cleaned


class ClassroomForm(forms.Form):
    """A new class."""

    name = forms.CharField(
        label="Name of the class",
        max_length=80,
        widget=forms.TextInput(attrs={"placeholder": "7B", "autocomplete": "off"}),
        error_messages={"required": "Give the class a name, such as 7B."},
    )


class NamesForm(forms.Form):
    """A list of pupils, one name a line."""

    names = forms.CharField(
        label="Names, one a line",
        help_text="A first name and an initial is enough. Each gets a PIN on a card to print.",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages={"required": "Type or paste at least one name."},
    )

    def clean_names(self) -> list[str]:
        """The names as a list: tidied, and each once."""
        lines = map(tidy, self.cleaned_data["names"].splitlines())
        names = {fold(name): name for name in lines if name}
        if not names:
            raise forms.ValidationError("Type or paste at least one name.")
        if len(names) > NAMES_AT_ONCE:
            raise forms.ValidationError(
                f"That is {len(names)} names. Paste up to {NAMES_AT_ONCE} at a time."
            )
        if long := [name for name in names.values() if len(name) > NAME_LENGTH]:
            raise forms.ValidationError(
                f"“{long[0][:NAME_LENGTH]}…” is longer than {NAME_LENGTH} characters. "
                "Shorten it, and check that there is one name a line."
            )
        return list(names.values())


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
