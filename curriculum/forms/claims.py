"""Corrections to the claims of a text."""

from __future__ import annotations

from typing import Any

from django import forms

from curriculum.finding import find
from curriculum.forms.fields import PlainLabels
from curriculum.models import Claim, Source
from curriculum.reading.types import BlockKind, Problem, Span

NAME_RULE = next(c for c in Claim._meta.constraints if c.name == "a_named_voice_has_a_name")


class ClaimForm(PlainLabels, forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """Who says it and what kind of statement it is."""

    class Meta:
        model = Claim
        fields = ("voice", "speaker", "type")
        labels = {"voice": "Who says it", "speaker": "Name of the speaker", "type": "Kind of claim"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("voice", "type"):
            choices = list(self.fields[name].choices)  # type: ignore[attr-defined]
            self.fields[name].choices = [  # type: ignore[attr-defined]
                (value, label if value else "Choose one") for value, label in choices
            ]

    def clean_speaker(self) -> str:
        """The name with single spaces."""
        return " ".join(self.cleaned_data["speaker"].split())

    def clean(self) -> dict[str, Any]:
        """Ask for a missing name beside its field, in the words of the database's own rule."""
        values = super().clean() or {}
        if values.get("voice") == Claim.Voice.NAMED and not values.get("speaker"):
            self.add_error("speaker", str(NAME_RULE.violation_error_message))
        return values


class AddedClaimForm(ClaimForm):
    """A claim by its words: selected on the page, or typed as they stand in the text."""

    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    exact = forms.CharField(
        label="The words",
        max_length=5000,
        help_text="Select them in the text, or copy them here just as they stand.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Select the words in the text, or copy them here."},
    )

    field_order = ("exact", "voice", "speaker", "type", "start")

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source = source

    def clean(self) -> dict[str, Any]:
        """Find the words in the text."""
        values = super().clean() or {}
        if "exact" in values:
            values["span"] = self._span(values["exact"], values.get("start"))
        return values

    def _span(self, exact: str, start: int | None) -> Span | None:
        found = find(self.source.text, exact, start=start)
        if isinstance(found, Problem):
            self.add_error("exact", found.message)
            return None
        return self._inside(found)

    def _inside(self, span: Span) -> Span | None:
        """The span, if it lies inside one paragraph of the text proper."""
        home = [block for block in self.source.blocks if block.span.overlaps(span)]
        if len(home) != 1:
            self.add_error("exact", "Select words inside one paragraph.")
        elif home[0].kind is BlockKind.FURNITURE:
            self.add_error("exact", "These words are not part of the text, so nobody claims them.")
        else:
            return span
        return None
