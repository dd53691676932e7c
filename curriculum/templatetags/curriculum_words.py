"""The names that teachers read for the ids that questions carry."""

from __future__ import annotations

from django import template

from curriculum.writing.confusions import CONFUSIONS
from curriculum.writing.families import FAMILIES

PLACES = dict(zip("1234", "ABCD", strict=True))
NAMES = {"stem": "Question", "choices": "Options", "explanation": "Explanation"} | dict.fromkeys(
    ("anchor", "anchors"), "Words that prove the answer"
)
register = template.Library()


@register.filter
def confusion(confusion_id: str) -> str:
    """The name of a confusion; an id that is no longer known stands for itself."""
    known = CONFUSIONS.get(confusion_id)
    return known.name if known else confusion_id


@register.filter
def family(family_id: str) -> str:
    """The name of a question family; an id that is no longer known stands for itself."""
    known = FAMILIES.get(family_id)
    return known.NAME if known else family_id


@register.filter
def place(where: str) -> str:
    """Where a finding is, as the page calls it: “choice 2” is option B there."""
    kind, _, number = where.partition(" ")
    if kind == "choice" and number in PLACES:
        return f"Option {PLACES[number]}"
    return NAMES.get(kind, where.capitalize())
