"""Words of the text that a teacher points at: kept, dropped, or added by selecting them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django import forms

from curriculum.finding import find
from curriculum.reading.types import Problem
from curriculum.writing import anchors
from curriculum.writing.types import Anchor


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of the text, as a line to tick."""

    value: str
    exact: str
    kept: bool
    lost: bool


def exact_field(label: str, *, required: bool = False) -> forms.CharField:
    """Words to look for in the text; selecting them there fills it."""
    return forms.CharField(
        label=label,
        required=required,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Select them in the text, or type them just as they stand there.",
        error_messages={"required": "Select some words of the text first, or type them here."},
    )


def start_field() -> forms.IntegerField:
    """Where the selection begins, for words that stand in the text more than once."""
    return forms.IntegerField(required=False, widget=forms.HiddenInput)


def added(form: forms.BaseForm, text: str) -> Anchor | None:
    """The anchor of the words in the form’s ``exact``, or an error there saying why not."""
    values = form.cleaned_data
    if not values.get("exact"):
        return None
    found = find(text, values["exact"], start=values.get("start"))
    if isinstance(found, Problem):
        form.add_error("exact", found.message)
        return None
    return anchors.at(text, found)


def ordered(found: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """Each place once, in the order of the text."""
    unique = {(anchor.start, anchor.end): anchor for anchor in found}
    return tuple(unique[place] for place in sorted(unique))


class LitWords(forms.BaseForm):
    """For a step: the anchors it has, by number, and one more."""

    def offer(self, stored: list[dict[str, Any]], text: str) -> None:
        """Add the fields: what is lit now, and words to light besides."""
        self.stored, self.text = [Anchor(**each) for each in stored], text
        numbers = [(str(number), anchor.exact) for number, anchor in enumerate(self.stored)]
        self.fields["keep"] = forms.MultipleChoiceField(
            choices=numbers, required=False, initial=[number for number, _ in numbers]
        )
        self.fields["exact"] = exact_field("Words to add")
        self.fields["start"] = start_field()

    @property
    def proofs(self) -> list[Proof]:
        """The words lit now, each to keep or to drop."""
        wanted = set(self["keep"].value() or ())
        return [
            Proof(
                str(number),
                anchor.exact,
                kept=str(number) in wanted,
                lost=anchors.resolve(anchor, self.text) is None,
            )
            for number, anchor in enumerate(self.stored)
        ]

    def lit(self) -> list[dict[str, Any]]:
        """The anchors that the teacher wants, as they are stored."""
        kept = [self.stored[int(number)] for number in self.cleaned_data.get("keep", ())]
        more = added(self, self.text)
        return [asdict(anchor) for anchor in ordered([*kept, *((more,) if more else ())])]
