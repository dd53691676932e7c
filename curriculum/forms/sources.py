"""Bringing a text: three ways on one form, so that nothing typed is lost between them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from curriculum import importing
from curriculum.forms.fields import PlainLabels
from curriculum.models import Source
from curriculum.reading.types import Document, Problem

ACCEPT = ".txt,.md,.markdown,.html,.htm,.pdf,.docx"
ORIGINS = {
    "words": Source.Origin.PASTED,
    "file": Source.Origin.UPLOADED,
    "url": Source.Origin.ADDRESS,
}


class SourceForm(PlainLabels, forms.Form):
    """A text as pasted words, a file or an address: exactly one of the three."""

    words = forms.CharField(
        label="Paste the text",
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label="Choose a file",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    url = forms.CharField(
        label="Or give its web address",
        required=False,
        max_length=2000,
        widget=forms.URLInput(attrs={"placeholder": "https://", "inputmode": "url"}),
    )
    title = forms.CharField(
        label="Title, if you want your own", required=False, max_length=importing.TITLE
    )

    def clean(self) -> dict[str, Any]:
        """Turn the one way that was used into a Document, or say what stands in its way."""
        values = super().clean() or {}
        used = [way for way in ORIGINS if values.get(way)]
        if self.errors:
            return values
        if len(used) != 1:
            self._say_which(used)
        else:
            self._open(used[0], values)
        return values

    def _say_which(self, used: list[str]) -> None:
        if not used:
            self.add_error(None, "Paste some words, choose a file, or give an address.")
            return
        names = {"words": "pasted words", "file": "a file", "url": "an address"}
        given = " and ".join(names[way] for way in used)
        self.add_error(None, f"Bring one text at a time: you gave {given}. Empty all but one.")

    def _open(self, way: str, values: dict[str, Any]) -> None:
        address = ""
        found: Document | Problem
        if way == "words":
            found = importing.document_of_words(values["words"])
        elif way == "file":
            found = importing.document_of_upload(values["file"])
        else:
            found, address = importing.document_at(values["url"])
        if isinstance(found, Problem):
            self.add_error(way, _sentence(found, values.get("file") if way == "file" else None))
            return
        filename = values["file"].name if way == "file" else ""
        values["brought"] = {
            "document": found,
            "origin": ORIGINS[way],
            "filename": filename,
            "url": address,
            "title": " ".join(values["title"].split()),
        }


def _sentence(found: Problem, upload: UploadedFile[bytes] | None) -> str:
    """The problem in words; with the file's name, since no browser lets us fill it in again."""
    return f"{upload.name}: {found.message}" if upload else found.message
