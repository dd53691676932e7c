"""Saving over words that somebody else saved meanwhile: told, never done unseen."""

from __future__ import annotations

import hashlib
import json
from typing import Any, cast

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.http import QueryDict

CHANGED_ELSEWHERE = (
    "This was changed in another tab or by somebody else since you opened it. Your words are "
    "below, and what is saved now stands above them. Saving again replaces it."
)


class Guarded(forms.BaseModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """A form that remembers, in a hidden field, what was saved when it was opened."""

    also_guarded: tuple[str, ...] = ()  # what the form changes by other fields than its own

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = self._saved()
        self.elsewhere: list[tuple[str, Any]] = []
        stamp = forms.CharField(required=False, widget=forms.HiddenInput, initial=_stamp(self.now))
        self.fields["base"] = stamp

    def clean(self) -> dict[str, Any]:
        """Hand the words back if they would replace some that the teacher has not seen."""
        values = super().clean() or {}
        sent, current = values.pop("base", ""), _stamp(self.now)
        wanted = {name: values.get(name, self.now[name]) for name in self.now}
        if sent and sent != current and _stamp(wanted) != current:
            self.add_error(None, CHANGED_ELSEWHERE)
            data = cast(QueryDict, self.data).copy()
            data[self.add_prefix("base")] = current
            self.data = data
            self.elsewhere = [
                (str(self.fields[name].label or name.capitalize()), value)
                for name, value in self.now.items()
                if name in self.fields and name in values and value != values[name]
            ]
        return values

    def _saved(self) -> dict[str, Any]:
        names = [*(self._meta.fields or ()), *self.also_guarded]
        return {name: getattr(self.instance, name) for name in names}


def _stamp(values: dict[str, Any]) -> str:
    words = json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.blake2b(words.encode(), digest_size=8).hexdigest()
