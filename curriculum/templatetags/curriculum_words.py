"""The names that teachers read for the ids that questions carry."""

from __future__ import annotations

from django import template

from curriculum.writing.confusions import CONFUSIONS
from curriculum.writing.families import FAMILIES

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
