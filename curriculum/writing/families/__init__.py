"""The question families: one module each, with the same small interface (``types.Family``)."""

from __future__ import annotations

from curriculum.writing.families import loaded_word, own_voice, who_says_it
from curriculum.writing.types import Family

_ALL: tuple[Family, ...] = (who_says_it, own_voice, loaded_word)

FAMILIES: dict[str, Family] = {family.ID: family for family in _ALL}
