"""What a learner says beside their answers, and how a teacher replies."""

from __future__ import annotations

from django import forms

from quiz.flagging import REPLY_LENGTH
from quiz.models import Flag

WORDS_LENGTH = 500


class FlagForm(forms.Form):
    """What is wrong with a question."""

    reason = forms.ChoiceField(
        label="What is wrong with it?",
        choices=Flag.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose one of the three first.",
            "invalid_choice": "Choose one of the three first.",
        },
    )
    words = forms.CharField(
        label="In your own words, if you like",
        help_text=f"Up to {WORDS_LENGTH} letters. Do not write your name.",
        required=False,
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"max_length": f"Up to {WORDS_LENGTH} letters fit. Shorten it a little."},
    )


class SettlementForm(forms.Form):
    """What became of a question that was flagged."""

    outcome = forms.ChoiceField(
        label="What will you do?",
        choices=[
            (Flag.Outcome.MENDED, "Mended, or soon will be"),
            (Flag.Outcome.KEPT, "It stays as it is"),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose: mended, or it stays.",
            "invalid_choice": "Choose: mended, or it stays.",
        },
    )
    reply = forms.CharField(
        label="A sentence for the learner, if you like",
        required=False,
        max_length=REPLY_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": f"Up to {REPLY_LENGTH} letters fit. Shorten it a little."},
    )


class ConfidenceForm(forms.Form):
    """Whether to be asked how sure one is."""

    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
    ask = forms.BooleanField(required=False)

    def read(self) -> tuple[bool, str]:
        """The wish, and the ticket of whoever has no learner yet. Neither can be invalid."""
        self.full_clean()
        return bool(self.cleaned_data.get("ask")), str(self.cleaned_data.get("ticket", ""))
