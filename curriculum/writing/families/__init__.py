"""The question families: one module each, with the same small interface (``types.Family``)."""

from __future__ import annotations

from curriculum.writing.families import (
    best_check,
    claim_type,
    goes_further,
    judging_word,
    loaded_word,
    named_source,
    own_voice,
    provenance,
    strength,
    traceable,
    who_says_it,
)
from curriculum.writing.types import Family

_ALL: tuple[Family, ...] = (
    who_says_it,
    own_voice,
    named_source,
    claim_type,
    strength,
    loaded_word,
    judging_word,
    goes_further,
    traceable,
    provenance,
    best_check,
)

FAMILIES: dict[str, Family] = {family.ID: family for family in _ALL}
