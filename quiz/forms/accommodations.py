"""The form for what a learner works with."""

from __future__ import annotations

from django import forms

from quiz.models import Accommodation


class AccommodationForm(forms.Form):
    """What makes the work fair for one learner."""

    extra_time = forms.TypedChoiceField(
        label="Extra time, where work has a time limit",
        choices=Accommodation.ExtraTime.choices,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of these four."},
    )
    fewer_choices = forms.BooleanField(
        label="Fewer choices: one wrong answer less to weigh",
        help_text="Questions with two choices stay as they are.",
        required=False,
    )
    larger_text = forms.BooleanField(label="Larger text", required=False)
    read_aloud = forms.BooleanField(
        label="Read aloud: a button reads questions and texts out",
        help_text="In the voice of the browser, if it has one. Nothing is sent anywhere by us.",
        required=False,
    )

    def clean_extra_time(self) -> int:
        """None chosen is none given."""
        return self.cleaned_data["extra_time"] or 0
