"""Forms of setting work: the unit, for whom, and by which rules."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core import signing
from django.db.models import QuerySet
from django.utils import timezone

from curriculum.models import Edition, Unit
from quiz.models import Assignment, Enrolment

SALT = "set-work"
TICKET_LASTS = timedelta(days=1)
TRIES = 20
MINUTES = 600
NEWEST = ("", "The newest when a learner starts")


def ticket() -> str:
    """A signed id for the work that a press of the button sets."""
    return signing.dumps(str(uuid4()), salt=SALT)


class Moment(forms.DateTimeField):
    """A date and a time on the clock of the site."""

    def __init__(self, **kwargs: Any) -> None:
        look = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        wrong = {"invalid": "Give a day and a time, such as 27 November 2026, 16:00."}
        super().__init__(required=False, widget=look, error_messages=wrong, **kwargs)


class UnitChoice(forms.Form):
    """Which unit to set, where the address says."""

    unit = forms.UUIDField(required=False)


class RulesForm(forms.Form):
    """When, how often, how it is marked, for whom. Left as it is: from now on, for everybody."""

    opens_at = Moment(label="Opens", help_text="Empty: at once.")
    due_at = Moment(label="Due", help_text="Empty: no date.")
    late = forms.ChoiceField(
        label="After the due date",
        choices=Assignment.Late.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    feedback = forms.ChoiceField(
        label="Learners see what was right",
        choices=Assignment.Feedback.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    tries = forms.IntegerField(
        label="Tries",
        help_text="Empty: as many as they like.",
        required=False,
        min_value=1,
        max_value=TRIES,
        error_messages={
            "invalid": "Give a whole number of tries.",
            "min_value": "Give at least one try, or leave it empty.",
            "max_value": f"Give up to {TRIES} tries, or leave it empty.",
        },
    )
    minutes = forms.IntegerField(
        label="Minutes for one try",
        help_text="Empty: no limit. Extra time of a learner is added by itself.",
        required=False,
        min_value=1,
        max_value=MINUTES,
        error_messages={
            "invalid": "Give a whole number of minutes.",
            "min_value": "Give at least one minute, or leave it empty.",
            "max_value": f"Give up to {MINUTES} minutes, or leave it empty.",
        },
    )
    shuffled = forms.BooleanField(
        label="Each learner meets the questions of a lesson in another order", required=False
    )
    edition = forms.ChoiceField(
        label="Edition",
        help_text="A learner who has begun stays with the edition they began with.",
        required=False,
        error_messages={"invalid_choice": "That edition is not there. Choose another."},
    )
    seats = forms.ModelMultipleChoiceField(
        label="Only for some",
        help_text="Tick nobody to set it for the whole class.",
        queryset=Enrolment.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "Somebody you ticked is not in the class any more. Look again.",
            "invalid_pk_value": "Somebody you ticked is not in the class any more. Look again.",
        },
    )

    def __init__(self, *args: Any, seats: QuerySet[Enrolment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["seats"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = seats

    def offer_editions(self, choices: list[tuple[str, str]]) -> None:
        """Which editions there are to fix."""
        field = self.fields["edition"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [NEWEST, *choices]

    def clean(self) -> dict[str, Any]:
        """The rules together: they must not contradict one another."""
        cleaned = super().clean() or {}
        cleaned["late"] = cleaned.get("late") or Assignment.Late.MARKED
        cleaned["feedback"] = cleaned.get("feedback") or Assignment.Feedback.NOW
        opens, due = cleaned.get("opens_at"), cleaned.get("due_at")
        if opens and due and due <= opens:
            self.add_error("due_at", "The work has to be due after it opens.")
        if due is None and "due_at" not in self.errors:
            self._need_a_date(cleaned)
        return cleaned

    def _need_a_date(self, cleaned: dict[str, Any]) -> None:
        if cleaned["feedback"] == Assignment.Feedback.AFTER_DUE:
            self.add_error("due_at", "Say when the work is due, or show what was right at once.")
        elif cleaned["late"] == Assignment.Late.CLOSED:
            self.add_error("due_at", "Say when the work is due, so that it can close then.")

    @property
    def rules(self) -> dict[str, Any]:
        """What the model keeps, whom it is for aside."""
        names = ("opens_at", "due_at", "late", "feedback", "tries", "minutes", "shuffled")
        return {name: self.cleaned_data.get(name) for name in names}


class WorkForm(RulesForm):
    """New work: a unit, the teacher's own or one that is open to everyone, and its rules."""

    unit = forms.ModelChoiceField(
        label="Unit",
        queryset=Unit.objects.none(),
        empty_label="Choose a unit",
        error_messages={
            "required": "Choose a unit first.",
            "invalid_choice": "That unit is not there any more. Choose another.",
        },
    )
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ("unit",)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = units
        self.offer_editions([("today", "Today’s newest, also later on")])

    def clean_due_at(self) -> datetime | None:
        """New work is due some time from now."""
        due: datetime | None = self.cleaned_data["due_at"]
        if due and due <= timezone.now():
            raise forms.ValidationError("That moment is past. Choose one that is still to come.")
        return due

    def clean_ticket(self) -> UUID:
        """The id behind the ticket; a new one where it is missing, forged or old."""
        try:
            return UUID(signing.loads(self.cleaned_data["ticket"], salt=SALT, max_age=TICKET_LASTS))
        except signing.BadSignature:
            return uuid4()

    @property
    def fixed(self) -> Edition | None:
        """The edition to stay with, if one was fixed."""
        unit: Unit = self.cleaned_data["unit"]
        return unit.edition if self.cleaned_data.get("edition") else None


class ChangeForm(RulesForm):
    """The rules of work that was set already."""

    def __init__(self, *args: Any, work: Assignment, **kwargs: Any) -> None:
        names = ("opens_at", "due_at", "late", "feedback", "tries", "minutes", "shuffled")
        told = {name: getattr(work, name) for name in names}
        told |= {"edition": str(work.edition_id or ""), "seats": list(work.seats.all())}
        super().__init__(*args, initial=told, **kwargs)
        self._editions = {str(each.pk): each for each in work.unit.editions.all()}
        self.offer_editions(
            [(pk, f"Edition {each.number}, always") for pk, each in self._editions.items()]
        )

    @property
    def fixed(self) -> Edition | None:
        """The edition to stay with, if one is fixed."""
        return self._editions.get(self.cleaned_data.get("edition", ""))
