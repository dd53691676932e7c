"""Forms of sign-in cards: who gets one, and how a class signs in."""

from __future__ import annotations

from typing import Any

from django import forms

from quiz.models import Classroom, Enrolment


class CardsForm(forms.Form):
    """Who gets a new card."""

    who = forms.ChoiceField(
        label="Cards for",
        choices=[
            ("new", "those who have not come yet"),
            ("all", "everybody"),
            ("some", "those that I tick below"),
        ],
        initial="new",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose who gets a card.",
            "invalid_choice": "Choose who gets a card.",
        },
    )
    ticked = forms.MultipleChoiceField(
        label="Pupils", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, seats: list[Enrolment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = seats
        field = self.fields["ticked"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(seat.pk), seat.name) for seat in seats]
        field.error_messages["invalid_choice"] = "One of these is off the list now. Tick again."

    def clean(self) -> dict[str, Any]:
        """The seats themselves."""
        cleaned = super().clean() or {}
        chosen = {
            "all": self.seats,
            "new": [seat for seat in self.seats if seat.came_at is None],
            "some": [seat for seat in self.seats if str(seat.pk) in cleaned.get("ticked", ())],
        }.get(cleaned.get("who", ""))
        if chosen == [] and not self.errors:
            raise forms.ValidationError("That is nobody. Choose others, or tick some names.")
        return cleaned | {"seats": chosen}


class SignInForm(forms.Form):
    """How a class signs in; changing it ends every secret that pupils have."""

    sign_in = forms.ChoiceField(
        label="Pupils come back with",
        choices=Classroom.SignIn.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose one of the two.",
            "invalid_choice": "Choose one of the two.",
        },
    )
    sure = forms.BooleanField(
        label="Yes, end what they have now and make new cards.",
        error_messages={"required": "Tick this box if you are sure. Nothing was changed."},
    )

    def __init__(self, *args: Any, now: str, seats: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sign_in"].initial = self.now = now
        if not seats:
            del self.fields["sure"]

    def clean_sign_in(self) -> str:
        """The other way, and not the one that it is."""
        wanted: str = self.cleaned_data["sign_in"]
        if wanted == self.now:
            raise forms.ValidationError("The class signs in this way already. Nothing was changed.")
        return wanted
