"""Forms of classes: a new one, and its names."""

from __future__ import annotations

from django import forms

from quiz.models.classroom import NAME_LENGTH, fold, tidy

NAMES_AT_ONCE = 60  # each PIN takes a moment to hash


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
        help_text="A first name and an initial is enough. Each gets a card to print.",
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
